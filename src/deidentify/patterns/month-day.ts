import type { DetectedSpan } from '../span.ts';
import { digitsAt, gapBefore, isGlued, isNumber, isWord, markAt, wordAt } from '../text/reading.ts';
import { LINE, type TokenList } from '../text/token-list.ts';
import { isAmount, isMonthDay } from './date-parts.ts';
import { APPOINTED, FRACTION_WORDS, PLANS, RANGE_WORDS, TIME_WORDS } from './date-words.ts';
import { isCuedMonthDay } from './month-day-cues.ts';
import { MONTHS, UNITS, wordSet } from './vocabulary.ts';

/** `8/10` without a word that tells a date from a grade; `at` is the token of the month. */
export interface DoubtfulDate {
  readonly at: number;
  readonly month: number;
  readonly day: number;
}

/** `7/11` is a date when words of time say so and nothing says grade, reading or dose. */
export function isMonthDayHere(tokens: TokenList, at: number, day: number, previous: number): boolean {
  const end = at + 3;
  return !isPartOfOther(tokens, at, end) && (isTimed(tokens, at, end, day) || isCuedMonthDay(tokens, at, previous));
}

/** An amount, a ratio, a decimal, or behind a word of grades and doses. */
function isPartOfOther(tokens: TokenList, at: number, end: number): boolean {
  if (isAmount(tokens, end) || markAt(tokens, end) === '%') return true;
  if (markAt(tokens, at - 1) === '/' || (markAt(tokens, end) === '/' && isGlued(tokens, end))) return true;
  if (markAt(tokens, end) === '+' || markAt(tokens, at - 1) === '+') return true;
  if (isDecimal(tokens, end)) return true;
  if (inRange(tokens, at, end)) return false;
  for (let back = 1; back <= 4; back++) {
    const word = wordAt(tokens, at - back);
    // `staples out on 12/9` is no `4 out of 5`.
    if (FRACTION_WORDS.has(word) && (word !== 'out' || wordAt(tokens, at - back + 1) === 'of')) return true;
    if (markAt(tokens, at - back) === '.') break;
  }
  return false;
}

function isTimed(tokens: TokenList, at: number, end: number, day: number): boolean {
  if (inRange(tokens, at, end)) return true;
  const before = wordAt(tokens, at - 1);
  const padded = digitsAt(tokens, at).length === 2 && digitsAt(tokens, at).startsWith('0');
  if (padded || isOfPanel(tokens, at, end)) return true;
  if (before === 'by' && Number(digitsAt(tokens, at)) > day) return true;
  if (APPOINTED.has(before)) return true;
  if (wordAt(tokens, end) === 'at' && isNumber(tokens, end + 1) && !UNITS.has(wordAt(tokens, end + 2))) return true;
  if (day > 10 && isPlanned(tokens, at)) return true;
  const gradeLike = day === 5 || day === 10 || day === 6 || day === 4;
  if (
    before === 'on' ||
    before === 'since' ||
    before === 'until' ||
    before === 'dated' ||
    before === 'till' ||
    before === 'through'
  )
    return true;
  if (before === 'of') return wordAt(tokens, at - 2) === 'week' || wordAt(tokens, at - 2) === 'as';
  if (before === 'grade' || gradeLike) return false;
  return TIME_WORDS.has(before) && day > 6;
}

/** `f/u dr. mehrotra 3/22`: a word of plans earlier in the sentence. */
function isPlanned(tokens: TokenList, at: number): boolean {
  for (let before = at - 1; before > at - 8 && before >= 0; before--) {
    if (PLANS.has(wordAt(tokens, before))) return true;
    if (wordAt(tokens, before) === 'u' && markAt(tokens, before - 1) === '/') return true;
  }
  return false;
}

export function isDashedMonthDay(tokens: TokenList, at: number, end: number): boolean {
  const before = wordAt(tokens, at - 1);
  if (isAmount(tokens, end)) return false;
  if (isOfPanel(tokens, at, end)) return true;
  if (isGlued(tokens, at)) return false;
  const padded = digitsAt(tokens, at).startsWith('0') && digitsAt(tokens, at + 2).length === 2;
  const lone = !isGlued(tokens, end) || (!isWord(tokens, end) && !isGlued(tokens, end + 1));
  if (padded && lone && digitsAt(tokens, at).length === 2 && (DASHED_CUES.has(before) || APPOINTED.has(before)))
    return true;
  return (
    digitsAt(tokens, at).length === 2 &&
    digitsAt(tokens, at + 2).length === 2 &&
    (before === 'on' || before === 'since' || before === 'dated') &&
    !isWord(tokens, end)
  );
}

const DASHED_CUES = wordSet('by and or on since until before after from through due to till at the of');
/** Tests and pictures that a note names together with their day. */
const PANELS = wordSet(
  'labs lab bmp cbc cmp lfts lft tsh a1c hba1c ct mri xr cxr kub echo tte tee ekg ecg us ultrasound colonoscopy egd mammogram xray biopsy bx path pathology culture cultures ua pet dexa films imaging note visit clinic',
);

/** `Labs 07-12: stable`, `BMP (8/21)`: a day behind the name of a test, closed by a colon or in brackets. */
function isOfPanel(tokens: TokenList, at: number, end: number): boolean {
  if (PANELS.has(wordAt(tokens, at - 1))) return markAt(tokens, end) === ':' && !isGlued(tokens, end + 1);
  return markAt(tokens, at - 1) === '(' && markAt(tokens, end) === ')' && PANELS.has(wordAt(tokens, at - 2));
}

/** `5/2.5`: a dose, whose second number goes on behind the point. */
function isDecimal(tokens: TokenList, end: number): boolean {
  return markAt(tokens, end) === '.' && isNumber(tokens, end + 1) && isGlued(tokens, end) && isGlued(tokens, end + 1);
}

/** `2/18-2/22`: two of them joined are dates, unless both have one denominator, as grades do. */
function inRange(tokens: TokenList, at: number, end: number): boolean {
  const joins = (index: number): boolean =>
    markAt(tokens, index) === '-' ||
    markAt(tokens, index) === '–' ||
    (RANGE_WORDS.has(wordAt(tokens, index)) && wordAt(tokens, index) !== 'and');
  if (joins(end) && markAt(tokens, end + 2) === '/' && isNumber(tokens, end + 3)) {
    return (
      isMonthDay(Number(digitsAt(tokens, end + 1)), Number(digitsAt(tokens, end + 3))) &&
      digitsAt(tokens, end + 3) !== digitsAt(tokens, at + 2)
    );
  }
  if (joins(at - 1) && markAt(tokens, at - 3) === '/' && isNumber(tokens, at - 2))
    return (
      digitsAt(tokens, at - 2) !== digitsAt(tokens, at + 2) &&
      isMonthDay(Number(digitsAt(tokens, at - 4)), Number(digitsAt(tokens, at - 2)))
    );
  return false;
}

/**
 * A progress note of August 2026 that says `peak 8/10` means the day. What is doubtful by itself is a date when it lies within ten days
 * of a full date of the same note, and no word of grades or doses stands near.
 */
export function settleDoubtful(
  tokens: TokenList,
  spans: readonly DetectedSpan[],
  doubtful: readonly DoubtfulDate[],
): number[] {
  if (doubtful.length === 0) return [];
  const known = spans
    .map(({ start, end }) => dayOfYear(tokens.text.slice(start, end)))
    .filter((day) => day !== undefined);
  const plain = doubtful.filter(
    ({ at, month, day }) => !isGradeLike(month, day) && !isFraction(tokens, at) && isNear(known, month, day, NEAR_DAYS),
  );
  const settled = plain.map(({ month, day }) => dayNumber(month, day));
  const graded = doubtful.filter(
    ({ at, month, day }) =>
      isGradeLike(month, day) && !isFraction(tokens, at) && isNear(settled, month, day, NEAREST_DAYS),
  );
  return [...plain, ...graded].map(({ at }) => at);
}

/** A full stop, or the end of a line. */
function isStop(tokens: TokenList, at: number): boolean {
  return markAt(tokens, at) === '.' || gapBefore(tokens, at) >= LINE;
}

function isFraction(tokens: TokenList, at: number): boolean {
  const end = at + 3;
  if (
    isAmount(tokens, end) ||
    isDecimal(tokens, end) ||
    ['%', '/', '+', '-'].includes(markAt(tokens, end)) ||
    ['/', '+', '-'].includes(markAt(tokens, at - 1))
  )
    return true;
  for (let near = at - 1; near > at - 7 && !isStop(tokens, near); near--)
    if (FRACTION_WORDS.has(wordAt(tokens, near))) return true;
  for (let near = end; near < end + 4 && !isStop(tokens, near); near++)
    if (FRACTION_WORDS.has(wordAt(tokens, near))) return true;
  return false;
}

const NEAR_DAYS = 10;
const NEAREST_DAYS = 4;

/** `4/5`, `8/10`, `2/6`: a part of the usual scales. */
function isGradeLike(month: number, day: number): boolean {
  return month <= day && (day <= 6 || day === 8 || day === 10);
}

function isNear(days: readonly number[], month: number, day: number, limit: number): boolean {
  return days.some((one) => circularDistance(one, dayNumber(month, day)) <= limit);
}

function dayNumber(month: number, day: number): number {
  return month * 30.5 + day;
}

const YEAR_DAYS = 366;

/** Month and day of a numeric date with a year, as a number that grows by one a day. */
function dayOfYear(words: string): number | undefined {
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(words) ?? /^\d{4}[-/.](\d{1,2})[-/.](\d{1,2})/.exec(words);
  if (match !== null) return dayNumber(Number(match[1]), Number(match[2]));
  const named = /^([A-Za-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? \d{4}/.exec(words);
  const dayFirst = /^(\d{1,2})[- ]?([A-Za-z]+)[- ]?\d{2,4}/.exec(words);
  const month = MONTHS.get((named?.[1] ?? dayFirst?.[2] ?? '').toLowerCase());
  return month === undefined ? undefined : dayNumber(month, Number(named?.[2] ?? dayFirst?.[1]));
}

function circularDistance(a: number, b: number): number {
  const apart = Math.abs(a - b);
  return Math.min(apart, YEAR_DAYS - apart);
}
