import { digitsAt, gapBefore, isGlued, isNumber, isWord, markAt, wordAt } from '../text/reading.ts';
import { LINE, UPPER, type TokenList } from '../text/token-list.ts';
import { isMonthDay } from './date-parts.ts';
import { FRACTION_WORDS } from './date-words.ts';
import { CREDENTIALS } from '../context/person-cues.ts';
import { wordSet } from './vocabulary.ts';

/** What was done, sent or happened, right before its day. */
const EVENTS = wordSet(`
given administered pulled removed placed inserted discussed presented reviewed called message sent mailed phoned missed rescheduled cancelled canceled postponed
stopped started restarted resumed held discontinued extubated intubated transferred dictated transcribed signed faxed effective expires expired exp due done performed
completed obtained drawn collected resulted ordered seen visited evaluated begun began quit returned readmitted injured fell crashed delivered born died tx rx
refilled filled picked vaccinated immunized boosted dosed dialyzed scanned imaged biopsied operated repaired closed opened renewed verified updated noted posted billed
rtc followup dates date day dialysis surgery procedure chemo hd injection infusion labs lab cbc bmp cmp cxr xr kub tte tee echo mri ct ekg ecg egd colonoscopy mammogram
ultrasound pet dexa eeg emg pft pfts psa inr tsh op tka tha cabg tavr orif appy appendectomy cholecystectomy hysterectomy turp chole arthroplasty arthroscopy section bloodwork
onset noticed booster tetanus tdap vaccine vaccination shot shots shingrix pneumovax prevnar again cleared
letter referral consult consultation authorization paperwork dd dt uploaded printed meeting conference rounds board photographed
`);
/** Words after `last`, `next` and the like that are counted or graded instead. */
const MOVING = wordSet(
  'rescheduled moved changed pushed postponed bumped delayed extended booked scheduled set cancelled canceled slated planned',
);
const ORDER_WORDS = wordSet('last next prior previous recent latest since');
const DAYS_OF_WEEK = wordSet(
  'mon tue tues wed weds thu thur thurs fri monday tuesday wednesday thursday friday saturday sunday sat sun',
);
/** What may follow a day in the middle of a clause. */
const FOLLOWERS = wordSet(
  'in at by with for and to from but because due after before via per lot when where showed shows showing was were is which he she pt patient revealed wnl clear clean normal negative unremarkable without then until s no w still under during as while am pm',
);
/** What is counted, so that `2/14` is a part of a whole. */
const COUNTED = wordSet(
  'of nodes node cores core bottles bottle sets samples specimens tablet tab ns normal-saline saline strength dose doses cup inch days nights words items attempts trials quadrants criteria visits sessions points positive digits toes fingers levels stairs teeth lobes leads bands beats minutes seconds meals feeds hour hours the',
);
const NOUNS_BEHIND = wordSet(
  'visit appt appointment labs admission note ct mri echo surgery procedure encounter cxr ultrasound mammogram colonoscopy biopsy hospitalization injection',
);
const GRADED = wordSet(
  'visit session cycle fraction dose item trial attempt question score step class page pages chart part level grade',
);

/** `8/9`: what stands around it says a day, although no word of time does. `previous` is the end of the last date found. */
export function isCuedMonthDay(tokens: TokenList, at: number, previous: number): boolean {
  const end = at + 3;
  if (isGlued(tokens, end) && (isWord(tokens, end) || markAt(tokens, end) === '-')) return false;
  if (isCounted(tokens, end)) return false;
  return (
    isListed(tokens, at, previous) ||
    hasTimeOfDay(tokens, at, end) ||
    isBetween(tokens, at, end) ||
    hasNounBehind(tokens, at, end) ||
    hasEventBefore(tokens, at, end)
  );
}

/** Something counted or graded follows, in the same clause. */
function isCounted(tokens: TokenList, end: number): boolean {
  for (let near = end; near < end + 3 && gapBefore(tokens, near) < LINE && isWord(tokens, near); near++) {
    const word = wordAt(tokens, near);
    if (FRACTION_WORDS.has(word) || (near === end && COUNTED.has(word))) return true;
  }
  return false;
}

/** `on 3/4, 3/6 and 3/8`: joined to a date right before. */
function isListed(tokens: TokenList, at: number, previous: number): boolean {
  if (previous < 3 || at - previous > 2 || at <= previous || !isNumber(tokens, previous - 1)) return false;
  for (let index = previous; index < at; index++) {
    const word = wordAt(tokens, index);
    if (
      markAt(tokens, index) !== ',' &&
      markAt(tokens, index) !== '&' &&
      word !== 'and' &&
      word !== 'or' &&
      word !== 'to'
    )
      return false;
  }
  return gapBefore(tokens, at) < LINE;
}

/** `14:20, 7/5`, `8:45 AM, 6/8`, `7/6 14:30`, and at the beginning of a line `7/6: awake` or `7/6 - awake`. */
function hasTimeOfDay(tokens: TokenList, at: number, end: number): boolean {
  if (isClock(tokens, end) && !isGlued(tokens, end)) return true;
  const opens = gapBefore(tokens, at) >= LINE;
  const mark = markAt(tokens, end);
  if (opens && digitsAt(tokens, end).length === 4) return true;
  if (opens && (mark === ':' || ((mark === '-' || mark === '–') && !isGlued(tokens, end)))) return true;
  const before = markAt(tokens, at - 1) === ',' ? at - 2 : at - 1;
  const word = wordAt(tokens, before);
  if (DAYS_OF_WEEK.has(word) || (markAt(tokens, before) === '.' && DAYS_OF_WEEK.has(wordAt(tokens, before - 1))))
    return true;
  const minutes = word === 'am' || word === 'pm' || word === 'hrs' || word === 'hours' ? before - 1 : before;
  return digitsAt(tokens, minutes).length === 2 && isClock(tokens, minutes - 2);
}

/** `14:30` */
function isClock(tokens: TokenList, at: number): boolean {
  return (
    isNumber(tokens, at) &&
    Number(digitsAt(tokens, at)) < 24 &&
    markAt(tokens, at + 1) === ':' &&
    isGlued(tokens, at + 1) &&
    isGlued(tokens, at + 2) &&
    digitsAt(tokens, at + 2).length === 2
  );
}

/** `between 3/4 and 3/8`; grades have one denominator. */
function isBetween(tokens: TokenList, at: number, end: number): boolean {
  const first = wordAt(tokens, at - 1) === 'between' ? at : wordAt(tokens, at - 1) === 'and' ? at - 4 : -1;
  if (first < 1 || wordAt(tokens, first - 1) !== 'between') return false;
  const second = first + 4;
  return (
    (at === first ? wordAt(tokens, end) === 'and' : true) &&
    markAt(tokens, first + 1) === '/' &&
    markAt(tokens, second + 1) === '/' &&
    digitsAt(tokens, first + 2) !== digitsAt(tokens, second + 2) &&
    isMonthDay(Number(digitsAt(tokens, second)), Number(digitsAt(tokens, second + 2)))
  );
}

/** `the 3/4 visit`, `her 6/8 CT`. */
function hasNounBehind(tokens: TokenList, at: number, end: number): boolean {
  return NOUNS_BEHIND.has(wordAt(tokens, end)) && gapBefore(tokens, end) < LINE && !isNumber(tokens, at - 1);
}

function hasEventBefore(tokens: TokenList, at: number, end: number): boolean {
  if (gapBefore(tokens, at) >= LINE || !endsOrGoesOn(tokens, end)) return false;
  const before = wordAt(tokens, at - 1);
  const second = wordAt(tokens, at - 2);
  if (EVENTS.has(before) || (markAt(tokens, at - 1) === ':' && DATE_LABELS.has(second))) return true;
  // `in the OR 9/4`, `F/u 3/5`, `tx'd 3/3`, `Follow up 3/5`, `called back 6/10`
  if (before === 'or' && tokens.shape[at - 1] === UPPER) return true;
  if (before === 'u' && markAt(tokens, at - 2) === '/') return true;
  if (before === 'd' && (markAt(tokens, at - 2) === "'" || markAt(tokens, at - 2) === '’')) return true;
  if (before === 'up' || before === 'back') return BACK.has(second);
  if (before === 'from') return MOVING.has(second);
  // `printed by jb 10/6`, `Vanessa Best, RN, 1/11`
  if (second === 'by' && before.length <= 3) return closesClause(tokens, end);
  if (markAt(tokens, at - 1) === ',' && tokens.shape[at - 2] === UPPER && CREDENTIALS.has(second)) return true;
  if (before === 'clinic') return closesClause(tokens, end);
  if (before === 'to' || before === 'for') return MOVING.has(second) || MOVING.has(wordAt(tokens, at - 3));
  if (ORDER_WORDS.has(second) && isWord(tokens, at - 1)) return !GRADED.has(before) && !FRACTION_WORDS.has(before);
  return closesClause(tokens, end) && isWord(tokens, at - 1) && !LINKING.has(before) && hasVerbBefore(tokens, at - 1);
}

const DATE_LABELS = wordSet('date dates dos seen visits appt appointment appointments due expires exp effective');
const BACK = wordSet('follow following followed called call came come comes went');
const LINKING = wordSet('at of with about is was were are to than or and a as be now only');
const VERBS = wordSet(
  'spoke cleared return discussed reviewed presented transferred admitted discharged extubated intubated pulled removed placed started stopped returned delivered called seen mailed faxed moved from',
);

/** `Case discussed at tumor board 4/12;`: an event a few words before, in the clause that ends here. */
function hasVerbBefore(tokens: TokenList, at: number): boolean {
  for (let back = at; back > at - 6 && (isWord(tokens, back) || isNumber(tokens, back)); back--) {
    if (GRADED.has(wordAt(tokens, back)) || FRACTION_WORDS.has(wordAt(tokens, back))) return false;
    if (VERBS.has(wordAt(tokens, back))) return true;
  }
  return false;
}

function closesClause(tokens: TokenList, end: number): boolean {
  const mark = markAt(tokens, end);
  return gapBefore(tokens, end) >= LINE || mark === '.' || mark === ';' || mark === ',' || mark === ')';
}

function endsOrGoesOn(tokens: TokenList, end: number): boolean {
  return closesClause(tokens, end) || markAt(tokens, end) === ':' || FOLLOWERS.has(wordAt(tokens, end));
}
