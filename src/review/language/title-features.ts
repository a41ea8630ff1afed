import { tokenize } from './vocabulary.ts';

export type Side = 'left' | 'right' | 'bilateral';

/** A code title taken apart: what it says is there, what it says is not, and what it leaves open. */
export interface TitleFeatures {
  /** Canonical words that the title claims, without side, episode and words of classification. */
  readonly present: ReadonlySet<string>;
  /** The words behind each `without`. */
  readonly absent: readonly (readonly string[])[];
  readonly side: Side | 'unspecified' | undefined;
  /** Says `unspecified` of anything, or `NOS`. */
  readonly unspecified: boolean;
  /** Words of which one is enough: `bronchus or lung`. All are in `present` too. */
  readonly alternatives: readonly (readonly string[])[];
  /** Says `other` or `other specified`. */
  readonly other: boolean;
}

/** Words of classification, grammar and general anatomy of titles that say nothing of a case. */
const NOISE: ReadonlySet<string> = new Set(
  'a an and as at by due for from in into is it its of on or other than that the this to with within not nec nos unspecified specified classified elsewhere disease disorder condition syndrome type site part current status encounter initial subsequent sequela routine healing delayed nonunion malunion open closed level class uncomplicated during following associated related personal problem state any all kind code unspec involving affecting involvement manifestation presence absence initial organism stage grade region area body including cause'.split(
    ' ',
  ),
);
const EPISODE = /,? (?:initial encounter|subsequent encounter|sequela)(?: for .*)?$/i;
/** It ends before the place: `without intraarticular extension of left ulna` denies no ulna. */
const WITHOUT =
  /\bwithout (?:mention of )?(foreign body(?= )|[^,;]*?(?=,|;| with | of (?:(?:lower|upper) end|right|left|unspecified)\b|$))/gi;
const NOT = /\bnot (?!elsewhere|specified|otherwise|stated|classified)(\w+)/gi;
/** `not specified as recurrent` claims nothing. */
const UNSTATED = /,? not (?:specified|stated|otherwise specified) as [^,;]*/gi;

/** `, right ear`: the organ carries the side; titles for both sides leave it out. */
const CARRIER = /(,[^,]*\b(?:right|left|unspecified)) (?:ear|eye)\b/gi;
/** `unspecified ligament of right ankle` claims no ligament. */
const UNNAMED_PART =
  /\bunspecified (?:ligament|muscle|tendon|joint|part|region|bone|artery|vein|nerve|quadrant|degree|structure|digit)s?(?= of\b)/gi;

/** What is left open is no claim of the organ, the place or the severity that it is left open of. */
const LEFT_OPEN =
  /,? (?:with )?unspecified severity\b|\bwith loss of consciousness of unspecified duration\b|,? organ involvement unspecified\b|\bof unspecified sites? in spine\b|,? unspecified trimester\b|\bunspecified as (?:to )?[^,;]*/gi;

/** Every stage but the last is no stage of its own: `with stage 1 through stage 4 CKD, or unspecified CKD`. */
const STAGES = /(?: and)? stage 1 through stage 4(?= chronic kidney disease)|, or unspecified chronic kidney disease/gi;
/** `, including shoulder` explains what is meant. */
const INCLUDING = /,? including [^,;]*/gi;
/** `other parts of face` is a place of its own: any but those that have a code. */
const OTHER_PART = /\bother (?:and unspecified )?parts? of (?:the )?(face|head|trunk|foot)\b/gi;
const EITHER = /\b[\w-]+(?:\(s\))? or [\w-]+\b|\b[CTL]\d{1,2}-[CTL]?\d{1,2}\b|\bmild to moderate\b/gi;
/** In a title "and" means "and/or" (I.A.14); of these neighbours one is enough. */
const AND_OR =
  /\b(?:scalp and neck|ear and external auricular canal|axilla and upper|inguinal and lower|acute and subacute|eyelid and periocular|renal and ureteral|ankle and foot|heel and midfoot|hip and thigh|wrist and hand|phlebitis and thrombophlebitis|hemiplegia and hemiparesis|skin and subcutaneous|corns and callosities|upper and lower end|muscles?(?:\(s\))? and tendons?(?:\(s\))?|muscle, fascia and tendon|embolism and thrombosis|tear and|malaise and fatigue|adhesions? and obstruction|colon and rectum|dysphagia and|bone and cartilage|articular cartilage and|abnormal uterine and vaginal|gingivitis and periodontal|redness and)\b/gi;

/** The halves of the heart are parts of a name, not sides of the body: `chronic right heart failure`. */
const SIDE_OF_HEART =
  /\b(?:left|right)[- ](?:heart|ventric\w*|atri\w*|bundle|(?:anterior|posterior) fasc\w*|main coronary|anterior descending|circumflex|coronary)\b/i;

/** Takes a title apart. Not cheap: keep what it gives for titles that are asked for again. */
export function titleFeatures(title: string): TitleFeatures {
  const plain = title
    .replace(EPISODE, '')
    .replace(INCLUDING, '')
    .replace(STAGES, '')
    .replace(OTHER_PART, '$1part $1')
    // One word for a twin in the womb beside the ectopic one: who names an ectopic pregnancy has said `pregnancy`.
    .replace(/\bintrauterine pregnancy\b/gi, 'heterotopic')
    .replace(/\bnot having achieved\b/gi, 'without')
    .replace(
      /\bfollowing (?=cerebral|other cerebro|unspecified cerebro|nontraumatic|other nontraumatic|unspecified nontraumatic)/gi,
      'aftermath ',
    )
    .replace(UNSTATED, '')
    .replace(LEFT_OPEN, ' unspecified')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
  const absent = [...plain.matchAll(WITHOUT), ...plain.matchAll(NOT)]
    .map((match) => wordsOf(match[1] ?? ''))
    .filter((words) => words.length > 0);
  const claimed = plain.replace(WITHOUT, ' ').replace(NOT, ' ');
  const present = new Set(wordsOf(claimed.replace(CARRIER, '$1').replace(UNNAMED_PART, ' ')));
  const side = sideOf(claimed);
  const alternatives = [...claimed.matchAll(EITHER), ...claimed.matchAll(AND_OR)].map(([pair]) => wordsOf(pair));
  const sideWords = SIDE_OF_HEART.test(claimed) ? ['side'] : ['left', 'right', 'bilateral', 'unilateral', 'side'];
  for (const word of sideWords) present.delete(word);
  return {
    present,
    absent,
    side,
    alternatives: alternatives.filter((words) => words.length > 1),
    unspecified: /\bunspecified\b|\bNOS\b/i.test(claimed),
    other: /\bother\b/i.test(claimed),
  };
}

function wordsOf(text: string): string[] {
  return tokenize(text)
    .map(({ term }) => term)
    .filter((term) => !NOISE.has(term));
}

/** The side that a title names. */
export function sideOf(title: string): TitleFeatures['side'] {
  if (SIDE_OF_HEART.test(title)) return undefined;
  if (/\bbilateral\b/i.test(title)) return 'bilateral';
  if (/\bleft\b/i.test(title)) return 'left';
  if (/\bright\b/i.test(title)) return 'right';
  return /\bunspecified (?:\w+ )?(?:side|ear|eye|hip|knee|shoulder|elbow|wrist|hand|finger|ankle|foot|toe|arm|leg|limb|breast|lower leg|upper arm|thigh|forearm|kidney|lung|ovary|extremity|femur|tibia|fibula|humerus|radius|ulna|patella)/i.test(
    title,
  )
    ? 'unspecified'
    : undefined;
}
