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
  /** Says `other` or `other specified`. */
  readonly other: boolean;
}

/** Words of classification, grammar and general anatomy of titles that say nothing of a case. */
const NOISE: ReadonlySet<string> = new Set(
  'a an and as at by due for from in into is it its of on or other than that the this to with within not nec nos unspecified specified classified elsewhere disease disorder condition syndrome type site part current status encounter initial subsequent sequela routine healing delayed nonunion malunion open closed level class uncomplicated during following associated related personal problem state any all kind code first unspec involving affecting involvement manifestation presence absence initial essential primary organism'.split(
    ' ',
  ),
);
const EPISODE = /,? (?:initial encounter|subsequent encounter|sequela)(?: for .*)?$/i;
const WITHOUT = /\bwithout (?:mention of )?(foreign body(?= )|[^,;]*?(?=,|;| with |$))/gi;
const NOT = /\bnot (?!elsewhere|specified|otherwise|stated|classified)(\w+)/gi;
/** `not specified as recurrent` claims nothing. */
const UNSTATED = /,? not (?:specified|stated|otherwise specified) as [^,;]*/gi;

/** `, right ear`: the organ carries the side; titles for both sides leave it out. */
const CARRIER = /(,[^,]*\b(?:right|left|unspecified)) (?:ear|eye)\b/gi;
/** `unspecified ligament of right ankle` claims no ligament. */
const UNNAMED_PART =
  /\bunspecified (?:ligament|muscle|tendon|joint|part|region|bone|artery|vein|nerve|quadrant|degree|structure|digit)s?(?= of\b)/gi;

/** Takes a title apart. Not cheap: keep what it gives for titles that are asked for again. */
export function titleFeatures(title: string): TitleFeatures {
  const plain = title
    .replace(EPISODE, '')
    .replace(UNSTATED, '')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
  const absent = [...plain.matchAll(WITHOUT), ...plain.matchAll(NOT)]
    .map((match) => wordsOf(match[1] ?? ''))
    .filter((words) => words.length > 0);
  const claimed = plain.replace(WITHOUT, ' ').replace(NOT, ' ');
  const present = new Set(wordsOf(claimed.replace(CARRIER, '$1').replace(UNNAMED_PART, ' ')));
  const side = sideOf(claimed);
  for (const word of ['left', 'right', 'bilateral', 'unilateral', 'side']) present.delete(word);
  return {
    present,
    absent,
    side,
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
  if (/\bbilateral\b/i.test(title)) return 'bilateral';
  if (/\bleft\b/i.test(title)) return 'left';
  if (/\bright\b/i.test(title)) return 'right';
  return /\bunspecified (?:\w+ )?(?:side|ear|eye|hip|knee|shoulder|elbow|wrist|hand|finger|ankle|foot|toe|arm|leg|limb|breast|lower leg|upper arm|thigh|forearm|kidney|lung|ovary|extremity|femur|tibia|fibula|humerus|radius|ulna|patella)/i.test(
    title,
  )
    ? 'unspecified'
    : undefined;
}
