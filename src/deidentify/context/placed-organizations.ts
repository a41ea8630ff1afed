import type { Detector, Note } from '../detector.ts';
import { COMMON, ENGLISH, EMPLOYER, EPONYM, MEDICAL, NAME } from '../lexicon/flags.ts';
import { lookUp } from '../lexicon/lexicon.ts';
import { streetAt } from '../patterns/streets.ts';
import { MONTHS, wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan } from '../span.ts';
import { AT_SIGN_LEAD, leadWords, LINE_LEAD, OPENING_LEAD } from '../text/leads.ts';
import { caseOf } from '../text/note-case.ts';
import {
  digitsAt,
  endOf,
  flagsAt,
  gapBefore,
  isCapitalized,
  isGlued,
  isInHeading,
  isNumber,
  isWord,
  markAt,
  nextLead,
  startOf,
  wordAt,
} from '../text/reading.ts';
import { LINE, LOWER, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { COMPANY_ENDS, INSTITUTION_LABELS } from './company-words.ts';
import { GENERIC } from './facility-words.ts';
import { facilityFields } from './message-headers.ts';
import { CREDENTIALS, NEVER_NAMES, RELATIVES } from './person-cues.ts';
import { isTitle } from './titles.ts';

/** Facilities, employers and schools that only their place in the sentence gives away: `records from X`, `driver with X`, `attends X`. */
export const placedOrganizations: Detector = {
  name: 'context',
  detect: ({ tokens }: Note) => {
    const spans: DetectedSpan[] = [];
    const add = (first: number, end: number): void => {
      spans.push({
        start: startOf(tokens, first),
        end: endOf(tokens, end - 1),
        type: 'ORGANIZATION',
        score: 0.75,
        detector: 'context',
      });
    };
    for (let at = nextLead(tokens, 0, LEADS); at < tokens.count; at = nextLead(tokens, at + 1, LEADS)) {
      if (wordAt(tokens, at) === 'msh') for (const { first, end } of facilityFields(tokens, at)) add(first, end);
      const first = placedAt(tokens, at);
      if (first === -1) continue;
      const school = publicSchool(tokens, first);
      if (school !== -1) {
        add(first, school);
        at = school - 1;
        continue;
      }
      const end = runEnd(tokens, first);
      if (end === first || !isTelling(tokens, first, end)) continue;
      const from = behindPerson(tokens, first, end);
      add(from, from === first && ER.has(wordAt(tokens, end - 1)) && end > first + 1 ? end - 1 : end);
      const close = aliasEnd(tokens, end);
      if (close !== -1) add(end + 1, close);
      at = end - 1;
    }
    return spans;
  },
};

const LINKS = wordSet('at from to of in by with for through via');
const LEADS =
  AT_SIGN_LEAD | LINE_LEAD | OPENING_LEAD | leadWords([...LINKS, ...INSTITUTION_LABELS, 'attends', 'attended', 'msh']);
/** Words of moving and staying, after which `at`, `from`, `to`, `of` lead to a facility. */
const STAYS = wordSet(`
records record transferred transfer hospitalized hospitalised admitted admit admission direct dialyzes dialysis faxed fax sent flown referred discharged d seen evaluated treated
opinion ct mri xray films imaging surgery placed oxygen resident came followed follows cared went established sees stayed stay rehab was accepted picked manager done birth delivered born rehabbed presented
`);
const JOBS = wordSet(`
driver forklift stocker machinist cashier welder teacher clerk boss supervisor mechanic technician engineer job shift works worked working laid fired hired employed retired retiree
foreman janitor custodian guard security nurse paramedic firefighter dishwasher housekeeper barista baker butcher maid manager professor principal dealer miner courier cook server bartender waitress waiter carpenter electrician plumber roofer painter operator dispatcher accountant analyst salesman
internship intern apprentice hires career stocks warehouse desk truck
`);
const LEFT = wordSet('laid fired resigned terminated furloughed quit');
const SCHOOLING = wordSet(
  'attends attending attended kindergarten student freshman sophomore junior senior grade enrolled graduate graduated graduates teaches major degree plays played first chemistry biology nursing class classes coach starts',
);
const HEALTH_ENDS = wordSet(
  'general memorial ent vascular pulmonary bariatric spine pain joint campus ihs detox in docs plaza park consultants regional medical neurosurgical endoscopy oncology orthopedics clinic hospital health wellness',
);

/** What a company brings home: `Home O2 by X`, `CPAP through X`. */
const SUPPLIED = wordSet(
  'home oxygen o cpap bipap dme hospice health supplies transport dialysis infusion nebulizer wheelchair',
);
const SUPPLIERS = wordSet('by through via with');
/** Systems and services that keep records and are no facility. */
const RECORD_SYSTEMS = wordSet('epic cerner pacs care meditech athena carequality mychart insurance');

const HOMES = wordSet('lives living lived resides');

/** First token of an organization that what stands at `at` announces, or -1. */
function placedAt(tokens: TokenList, at: number): number {
  if (markAt(tokens, at) === '@')
    return !isGlued(tokens, at) && isCapitalized(tokens, at + 1) && gapBefore(tokens, at + 1) === SPACE ? at + 1 : -1;
  if (markAt(tokens, at) === '(')
    return JOBS.has(wordAt(tokens, at - 1)) && isCapitalized(tokens, at + 1) ? at + 1 : -1;
  const label = INSTITUTION_LABELS.has(wordAt(tokens, at)) ? labelled(tokens, at) : -1;
  if (label !== -1) return label;
  const head = gapBefore(tokens, at) >= LINE && isCapitalized(tokens, at) ? letterhead(tokens, at) : -1;
  if (head !== -1) return head;
  if (!isWord(tokens, at)) return -1;
  const key = wordAt(tokens, at);
  const attends = key === 'attends' || key === 'attended';
  if (!LINKS.has(key) && !attends) return -1;
  const first = wordAt(tokens, at + 1) === 'the' ? at + 2 : at + 1;
  if (!isCapitalized(tokens, first) || gapBefore(tokens, first) >= LINE || isTitle(wordAt(tokens, first))) return -1;
  if (tokens.shape[first] === UPPER && isInHeading(tokens, first) && !isNameInCapitals(tokens, first)) return -1;
  if (attends) return first;
  if (RECORD_SYSTEMS.has(wordAt(tokens, first))) return -1;
  if (SUPPLIERS.has(key) && isSupplied(tokens, at)) return first;
  if (key === 'through' || key === 'via') return -1;
  if (key === 'in')
    return wordAt(tokens, runEnd(tokens, first)) === 'er' || wordAt(tokens, runEnd(tokens, first) - 1) === 'er'
      ? first
      : -1;
  const working = key === 'at' || key === 'for' || key === 'with' || key === 'by';
  for (let before = at - 1; before > at - 9 && before >= 0; before--) {
    const near = wordAt(tokens, before);
    if (markAt(tokens, before) === '.' && !isGlued(tokens, before + 1) && wordAt(tokens, before - 1).length > 2) break;
    if (key === 'from' && LEFT.has(near)) return first;
    if (JOBS.has(near) && working && (key !== 'with' || near !== 'works') && (key === 'at' || before > at - 4))
      return first;
    if (SCHOOLING.has(near) && (key === 'at' || (key === 'from' && near === 'student'))) return first;
    const stays = STAYS.has(near) && key !== 'for' && key !== 'with' && key !== 'by';
    if (stays && (key !== 'of' || before > at - 4)) return first;
  }
  if (key === 'at' && (isLoneName(tokens, first) || HOMES.has(wordAt(tokens, at - 1)))) return first;
  return HEALTH_ENDS.has(wordAt(tokens, runEnd(tokens, first) - 1)) && (key === 'at' || key === 'from') ? first : -1;
}

/** In a note of capitals: an employer of the lists, or words of which one is strange or the last a company's. */
function isNameInCapitals(tokens: TokenList, first: number): boolean {
  if ((flagsAt(tokens, first) & EMPLOYER) !== 0) return true;
  const end = runEnd(tokens, first);
  if ((lookUp(`${wordAt(tokens, first)} ${wordAt(tokens, first + 1)}`) & EMPLOYER) !== 0) return true;
  if (end < first + 2 || caseOf(tokens) !== 'capital') return false;
  if (COMPANY_ENDS.has(wordAt(tokens, end - 1))) return true;
  for (let at = first; at < end; at++) {
    const strange = isWord(tokens, at) && (flagsAt(tokens, at) & (COMMON | ENGLISH | MEDICAL)) === 0;
    if (strange && wordAt(tokens, at).length > 3) return HEALTH_ENDS.has(wordAt(tokens, end - 1));
  }
  return false;
}

/** `DME: Rotech of Dunmore`, `DME company is Adapt`: what begins the value of a line of a form, and is no word of the language. */
function labelled(tokens: TokenList, at: number): number {
  const company = wordAt(tokens, at) === 'company';
  if (company ? wordAt(tokens, at + 1) !== 'is' : markAt(tokens, at + 1) !== ':') return -1;
  const first = wordAt(tokens, at + 2) === 'the' ? at + 3 : at + 2;
  if (!isCapitalized(tokens, first) || gapBefore(tokens, first) >= LINE) return -1;
  const strange =
    (flagsAt(tokens, first) & (COMMON | ENGLISH | MEDICAL)) === 0 && !NEVER_NAMES.has(wordAt(tokens, first));
  return strange || runEnd(tokens, first) > first + 1 ? first : -1;
}

function isSupplied(tokens: TokenList, at: number): boolean {
  const near = digitsAt(tokens, at - 1) === '2' ? at - 2 : at - 1;
  return SUPPLIED.has(wordAt(tokens, near));
}

/** `sees her at Eastlake`: a name that is no word of the language and no one's sign or disease. */
function isLoneName(tokens: TokenList, first: number): boolean {
  const strange = (flagsAt(tokens, first) & (COMMON | ENGLISH | MEDICAL | EPONYM | EMPLOYER)) === 0;
  return strange && tokens.shape[first] !== UPPER && wordAt(tokens, first).length > 3;
}

/** A line of capitalised words right above a line that is a street. */
function letterhead(tokens: TokenList, at: number): number {
  const end = runEnd(tokens, at);
  if (end - at < 2 || gapBefore(tokens, end) !== LINE || !isNumber(tokens, end)) return -1;
  return streetAt(tokens, end) === -1 || (CREDENTIALS.has(wordAt(tokens, end - 1)) && tokens.shape[end - 1] === UPPER)
    ? -1
    : at;
}

/** Index after a run of capitalised words, joined by `&`, `of`, `of the`, `and`, hyphens, slashes and apostrophes. */
function runEnd(tokens: TokenList, first: number): number {
  let end = first;
  let index = first;
  for (let words = 0; words < 8; words++) {
    if (
      index > first &&
      (gapBefore(tokens, index) >= LINE || (tokens.start[index] ?? 0) - (tokens.end[index - 1] ?? 0) > 2)
    )
      break;
    const key = wordAt(tokens, index);
    if (!isCapitalized(tokens, index) && !(key === 's' && isGlued(tokens, index))) break;
    if (
      words > 0 &&
      ((isTitle(key) && key !== 'dr') ||
        MONTHS.has(key) ||
        SCHEDULES.has(key) ||
        (tokens.shape[index] === UPPER && UPPER_STOPS.has(key)) ||
        (tokens.shape[index] === UPPER &&
          key.length > 3 &&
          (flagsAt(tokens, index) & COMMON) !== 0 &&
          (flagsAt(tokens, index) & NAME) === 0 &&
          !GENERIC.has(key)))
    )
      break;
    end = index + 1;
    const mark = markAt(tokens, end);
    if (mark === '.' && (key === 'st' || key === 'mt' || key === 'ft' || key === 'dr')) index = end + 1;
    else if (
      mark === '&' ||
      ((mark === "'" || mark === '’' || mark === '-' || mark === '/') &&
        isGlued(tokens, end) &&
        isGlued(tokens, end + 1))
    )
      index = end + 1;
    else if ((wordAt(tokens, end) === 'of' || wordAt(tokens, end) === 'and') && mark === '')
      index = wordAt(tokens, end) === 'of' && wordAt(tokens, end + 1) === 'the' ? end + 2 : end + 1;
    else index = end;
  }
  return end;
}

/** Index after `P.S. 118` or `PS 44`, or -1. */
function publicSchool(tokens: TokenList, at: number): number {
  const letters = wordAt(tokens, at) === 'p' && markAt(tokens, at + 1) === '.' && wordAt(tokens, at + 2) === 's';
  const number = letters ? (markAt(tokens, at + 3) === '.' ? at + 4 : at + 3) : at + 1;
  if (!letters && (wordAt(tokens, at) !== 'ps' || tokens.shape[at] !== UPPER)) return -1;
  return isNumber(tokens, number) && gapBefore(tokens, number) === SPACE ? number + 1 : -1;
}

const ER = wordSet('er ed');
/** Small words at which a name in capitals ends. */
const UPPER_STOPS = wordSet(
  'for from in with by on to at is was has had who where when as but she he her his the an if',
);
const SCHEDULES = wordSet('mwf tts tths mon tue tues wed thu thurs fri sat sun');

/** `opinion from Cadwallader Okoro of Three Forks Memorial`: the facility begins behind `of`. */
function behindPerson(tokens: TokenList, first: number, end: number): number {
  if (wordAt(tokens, first - 1) !== 'from' || !OPINIONS.has(wordAt(tokens, first - 2))) return first;
  for (let at = first + 1; at < end - 1; at++) if (wordAt(tokens, at) === 'of' && at <= first + 3) return at + 1;
  return first;
}
const OPINIONS = wordSet('opinion referral consult consultation letter note call');

/** Holds a word that is no department and no word of medicine; one word alone must be no word of English either. */
function isTelling(tokens: TokenList, first: number, end: number): boolean {
  let words = 0;
  let proper = 0;
  for (let at = first; at < end; at++) {
    const key = wordAt(tokens, at);
    if (key === '' || key === 's' || key === 'of' || key === 'and' || key === 'the') continue;
    words++;
    if (GENERIC.has(key) || (flagsAt(tokens, at) & MEDICAL) !== 0) continue;
    if (CREDENTIALS.has(key) || MONTHS.has(key)) return false;
    if (NEVER_NAMES.has(key)) {
      if (at === first && !holdsOf(tokens, first, end) && !COMPANY_ENDS.has(wordAt(tokens, end - 1))) return false;
      continue;
    }
    if (RELATIVES.has(key) && markAt(tokens, at - 1) !== '&') return false;
    proper++;
  }
  if (words > 1 && COMPANY_ENDS.has(wordAt(tokens, end - 1)) && isCapitalized(tokens, end - 1)) return true;
  if (proper === 0) return false;
  if (words > 1) return proper > 0;
  return (
    wordAt(tokens, first).length > 2 &&
    ((flagsAt(tokens, first) & (COMMON | ENGLISH | MEDICAL)) === 0 || announcesAnything(tokens, first))
  );
}

/** `Swedish Covenant of Ballinger`, `The Rusty Nail`: what else a name that begins with a common word has. */
function holdsOf(tokens: TokenList, first: number, end: number): boolean {
  if (wordAt(tokens, first) === 'the') return end > first + 1;
  for (let at = first + 1; at < end; at++) if (wordAt(tokens, at) === 'of' && tokens.shape[at] === LOWER) return true;
  return false;
}

/** `driver with Target`: behind a word of work anything with a capital is an employer. */
function announcesAnything(tokens: TokenList, first: number): boolean {
  if (tokens.shape[first] === UPPER || (flagsAt(tokens, first) & MEDICAL) !== 0) return false;
  return (
    markAt(tokens, first - 1) === '@' || JOBS.has(wordAt(tokens, first - 2)) || JOBS.has(wordAt(tokens, first - 3))
  );
}

/** Index of the bracket that closes a short name behind an organization, or -1. */
function aliasEnd(tokens: TokenList, end: number): number {
  if (markAt(tokens, end) !== '(' || !isCapitalized(tokens, end + 1)) return -1;
  for (let close = end + 2; close < end + 8; close++) if (markAt(tokens, close) === ')') return close;
  return -1;
}
