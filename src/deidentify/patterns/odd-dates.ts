import { digitsAt, gapBefore, isCapitalized, isGlued, isNumber, isWord, markAt, wordAt } from '../text/reading.ts';
import { LINE, SPACE, type TokenList } from '../text/token-list.ts';
import { isDate, isMonthDay, isYear } from './date-parts.ts';
import { ORDINALS, SPELLED_DAYS } from './date-words.ts';
import { isMonth, yearAfter } from './named-dates.ts';
import { wordSet } from './vocabulary.ts';

const DASHES = new Set(['-', '–', '—', '‑']);
const VERSIONS = wordSet('v ver version release software firmware build section chapter');

/** Index after a numeric date of an unusual form, or -1. */
export function oddDate(tokens: TokenList, at: number): number {
  const spaced = spacedDate(tokens, at);
  if (spaced !== -1) return spaced;
  const short = apostropheYear(tokens, at);
  return short === -1 ? sharedMonth(tokens, at) : short;
}

/** Index after `4 / 28 / 20` or `4 - 28 - 2020`, or -1. */
function spacedDate(tokens: TokenList, at: number): number {
  const separator = markAt(tokens, at + 1);
  if (separator !== '/' && separator !== '-' && separator !== '.') return -1;
  if (markAt(tokens, at + 3) !== separator || markAt(tokens, at - 1) === separator) return -1;
  if (isGlued(tokens, at + 2) && isGlued(tokens, at + 4)) return -1;
  for (let index = at + 1; index <= at + 4; index++) if (gapBefore(tokens, index) > SPACE) return -1;
  const year = digitsAt(tokens, at + 4);
  if (year.length !== 4 && separator !== '/') return -1;
  if (markAt(tokens, at + 5) === separator) return -1;
  return isDate(digitsAt(tokens, at), digitsAt(tokens, at + 2), year) ? at + 5 : -1;
}

/** Index after `3/7/'24`, or -1. */
function apostropheYear(tokens: TokenList, at: number): number {
  const separator = markAt(tokens, at + 1);
  if (separator !== '/' && separator !== '-' && separator !== '.') return -1;
  const apostrophe = markAt(tokens, at + 4);
  if (markAt(tokens, at + 3) !== separator || (apostrophe !== "'" && apostrophe !== '’' && apostrophe !== '‘'))
    return -1;
  const year = digitsAt(tokens, at + 5);
  return year.length === 2 && isDate(digitsAt(tokens, at), digitsAt(tokens, at + 2), year) ? at + 6 : -1;
}

/** Index after `9-13 July 2020`, `9th to 13th of July` or `5/15–22/2023`, whose two days share a month; or -1. */
function sharedMonth(tokens: TokenList, at: number): number {
  const first = dayAt(tokens, at);
  if (first === -1) return -1;
  if (markAt(tokens, first) === '/' && isGlued(tokens, first)) return sharedYear(tokens, at);
  const joint = wordAt(tokens, first);
  if (!DASHES.has(markAt(tokens, first)) && joint !== 'to' && joint !== 'through' && joint !== 'thru') return -1;
  const second = dayAt(tokens, first + 1);
  if (second === -1 || gapBefore(tokens, first + 1) >= LINE) return -1;
  const month = wordAt(tokens, second) === 'of' ? second + 1 : second;
  if (!isMonth(tokens, month, true) || gapBefore(tokens, month) >= LINE) return -1;
  return yearAfter(tokens, month + 1);
}

/** `6/3–11/2024`: a day, a dash and a day before one year. */
function sharedYear(tokens: TokenList, at: number): number {
  const days = dayAt(tokens, at + 2);
  if (days === -1 || !DASHES.has(markAt(tokens, days)) || !isNumber(tokens, days + 1)) return -1;
  const year = digitsAt(tokens, days + 3);
  if (markAt(tokens, days + 2) !== '/' || !isGlued(tokens, days + 2)) return -1;
  const whole = year.length === 4 ? isYear(year) : year.length === 2 && Number(digitsAt(tokens, days + 1)) > 12;
  return whole && isDate(digitsAt(tokens, at), digitsAt(tokens, days + 1), year) ? days + 4 : -1;
}

/** Index after a day of the month in digits, with its ordinal; or -1. */
function dayAt(tokens: TokenList, at: number): number {
  const digits = digitsAt(tokens, at);
  const day = Number(digits);
  if (digits === '' || digits.length > 2 || day < 1 || day > 31) return -1;
  return ORDINALS.has(wordAt(tokens, at + 1)) && isGlued(tokens, at + 1) ? at + 2 : at + 1;
}

/** `1.11.18` is a date unless something says version, or a heading's number stands before its heading. */
export function dottedDate(tokens: TokenList, at: number): boolean {
  if (VERSIONS.has(wordAt(tokens, at - 1)) || isGlued(tokens, at)) return false;
  if (isGlued(tokens, at + 5) && (isWord(tokens, at + 5) || isNumber(tokens, at + 6))) return false;
  return gapBefore(tokens, at) < LINE || !isCapitalized(tokens, at + 5) || gapBefore(tokens, at + 5) >= LINE;
}

/** Index after a day of the month in words, such as `twenty-eighth`; or -1. */
export function spelledDay(tokens: TokenList, at: number): number {
  const key = wordAt(tokens, at);
  if (SPELLED_DAYS.has(key)) return at + 1;
  if (key !== 'twenty' && key !== 'thirty') return -1;
  const unit = markAt(tokens, at + 1) === '-' ? at + 2 : at + 1;
  const day = SPELLED_DAYS.get(wordAt(tokens, unit)) ?? 99;
  return day <= (key === 'twenty' ? 9 : 1) ? unit + 1 : -1;
}

const ONES = wordSet('one two three four five six seven eight nine');
const TEENS = wordSet('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen');
const TENS = wordSet('twenty thirty forty fifty sixty seventy eighty ninety');

/** Index after `, two thousand and nineteen` or `nineteen eighty-four`; undefined when no such year follows. */
export function spelledYear(tokens: TokenList, at: number): number | undefined {
  let index = markAt(tokens, at) === ',' ? at + 1 : at;
  if (wordAt(tokens, index) === 'in' || wordAt(tokens, index) === 'of') index++;
  const key = wordAt(tokens, index);
  if (key === 'two' && wordAt(tokens, index + 1) === 'thousand') {
    const rest = wordAt(tokens, index + 2) === 'and' ? index + 3 : index + 2;
    return underHundred(tokens, rest) ?? index + 2;
  }
  if (key !== 'nineteen' && key !== 'twenty') return undefined;
  return underHundred(tokens, index + 1);
}

function underHundred(tokens: TokenList, at: number): number | undefined {
  const key = wordAt(tokens, at);
  if (ONES.has(key) || TEENS.has(key)) return at + 1;
  if (!TENS.has(key)) return undefined;
  const unit = markAt(tokens, at + 1) === '-' ? at + 2 : at + 1;
  return ONES.has(wordAt(tokens, unit)) ? unit + 1 : at + 1;
}

/** `2023-04`, with nothing glued to either side. */
export function isBareYearMonth(tokens: TokenList, at: number): boolean {
  const end = at + 3;
  if (isGlued(tokens, at) && (isWord(tokens, at - 1) || isWord(tokens, at - 2) || isNumber(tokens, at - 2)))
    return false;
  const joined = isGlued(tokens, end) && (isWord(tokens, end) || isGlued(tokens, end + 1));
  return !joined && wordAt(tokens, end) !== 'season';
}

/** `20231128`, `11282023`. */
export function isCompactDate(digits: string): boolean {
  const yearFirst = isYear(digits.slice(0, 4)) && isMonthDay(Number(digits.slice(4, 6)), Number(digits.slice(6)));
  const yearLast =
    isYear(digits.slice(4)) &&
    (isMonthDay(Number(digits.slice(0, 2)), Number(digits.slice(2, 4))) ||
      isMonthDay(Number(digits.slice(2, 4)), Number(digits.slice(0, 2))));
  return yearFirst || yearLast;
}

/** Figures of a day in a timestamp of a message. */
export const DAY_FIGURES = 8;

/** `202405210815`, `20240521081500`: a day and a time of day without marks, as in HL7 messages. */
export function isTimestamp(digits: string): boolean {
  if (digits.length !== 12 && digits.length !== 14) return false;
  const day =
    isYear(digits.slice(0, 4)) && isMonthDay(Number(digits.slice(4, 6)), Number(digits.slice(6, DAY_FIGURES)));
  return day && Number(digits.slice(8, 10)) < 24 && Number(digits.slice(10, 12)) < 60;
}
