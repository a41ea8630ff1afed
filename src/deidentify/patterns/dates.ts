import type { Detector, Note } from '../detector.ts';
import type { DetectedSpan } from '../span.ts';
import { leadWords, NUMBER_LEAD } from '../text/leads.ts';
import {
  digitsAt,
  endOf,
  gapBefore,
  isGlued,
  isNumber,
  isWord,
  markAt,
  nextLead,
  startOf,
  wordAt,
} from '../text/reading.ts';
import { LINE, LOWER, PARAGRAPH, type TokenList } from '../text/token-list.ts';
import { gluedNumber, isAmount, isDate, isMonthDay, isYear } from './date-parts.ts';
import {
  DAY_CUES,
  DAY_NOUNS,
  ORDINALS,
  QUALIFIERS,
  RANGE_WORDS,
  SPELLED_DAYS,
  TIME_WORDS,
  HOLIDAYS,
} from './date-words.ts';
import { isDashedMonthDay, isMonthDayHere, settleDoubtful, type DoubtfulDate } from './month-day.ts';
import {
  DAY_FIGURES,
  dottedDate,
  isTimestamp,
  isBareYearMonth,
  isCompactDate,
  oddDate,
  spelledDay,
  spelledYear,
} from './odd-dates.ts';
import { MONTHS } from './vocabulary.ts';
import { afterDay, holiday, isMonth, monthAlone, yearAfter } from './named-dates.ts';

/** Dates with a day or a month, in every form; never a year alone, a weekday or a time of day. */
export const dates: Detector = {
  name: 'patterns',
  detect: ({ tokens }: Note) => new DateFinder(tokens).run(),
};

/** Words that a date can begin with. */
const BEGINNERS = ['the', 'twenty', 'thirty', ...MONTHS.keys(), ...SPELLED_DAYS.keys(), ...HOLIDAYS.keys()];
const LEADS = NUMBER_LEAD | leadWords(BEGINNERS);

class DateFinder {
  readonly #tokens: TokenList;
  readonly #spans: DetectedSpan[] = [];
  readonly #doubtful: DoubtfulDate[] = [];
  /** End of the last date found. */
  #previous = -1;

  constructor(tokens: TokenList) {
    this.#tokens = tokens;
  }

  run(): DetectedSpan[] {
    const tokens = this.#tokens;
    for (let at = nextLead(tokens, 0, LEADS); at < tokens.count; at = nextLead(tokens, at + 1, LEADS)) {
      const end = isNumber(tokens, at) ? this.#fromNumber(at) : this.#fromWord(at);
      if (end <= at) continue;
      const whole = this.#extendRange(at, end);
      this.#emit(this.#withQualifier(at), whole);
      this.#previous = whole;
      at = whole - 1;
    }
    for (const at of settleDoubtful(tokens, this.#spans, this.#doubtful)) this.#emit(at, at + 3);
    return this.#spans;
  }

  /** Index after a date that begins with digits, or -1. */
  #fromNumber(at: number): number {
    const tokens = this.#tokens;
    const digits = digitsAt(tokens, at);
    if (digits.length > DAY_FIGURES) return isTimestamp(digits) && markAt(tokens, at + 1) !== '.' ? at + 1 : -1;
    if (digits.length === DAY_FIGURES) return isCompactDate(digits) ? at + 1 : -1;
    const odd = oddDate(tokens, at);
    if (odd !== -1) return odd;
    const glued = isWord(tokens, at + 1) && isGlued(tokens, at + 1) ? this.#dayFirst(at, at + 1) : -1;
    if (glued !== -1) return glued;
    const numeric = this.#numeric(at, digits);
    if (numeric !== -1) return numeric;
    return this.#dayFirst(at, at + 1);
  }

  /** `3/14/2024`, `2024-03-14`, `14.3.2024`, `3/2024`, `3/14`. */
  #numeric(at: number, digits: string): number {
    const tokens = this.#tokens;
    if (
      isGlued(tokens, at) &&
      ((markAt(tokens, at - 1) === '.' && isNumber(tokens, at - 2)) ||
        (markAt(tokens, at - 1) === '/' && isNumber(tokens, at - 2)))
    )
      return -1;
    const separator = markAt(tokens, at + 1);
    if (
      !(separator === '/' || separator === '-' || separator === '.' || separator === '–' || separator === '‑') ||
      !gluedNumber(tokens, at + 2)
    )
      return -1;
    const second = digitsAt(tokens, at + 2);
    const third =
      markAt(tokens, at + 3) === separator && gluedNumber(tokens, at + 4) && isGlued(tokens, at + 3)
        ? digitsAt(tokens, at + 4)
        : '';
    if (third !== '') {
      const more = markAt(tokens, at + 5) === separator && gluedNumber(tokens, at + 6) && isGlued(tokens, at + 5);
      if (
        !more &&
        isDate(digits, second, third) &&
        (separator !== '.' ||
          third.length === 4 ||
          digits.length === 4 ||
          Number(second) > 12 ||
          this.#timeWordBefore(at) ||
          dottedDate(tokens, at))
      )
        return at + 5;
      return -1;
    }
    if (separator === '/' || separator === '-' || separator === '.')
      return this.#twoPart(at, digits, second, separator);
    return -1;
  }

  #twoPart(at: number, first: string, second: string, separator: string): number {
    const tokens = this.#tokens;
    const end = at + 3;
    const month = Number(first);
    if (separator !== '.' && first.length <= 2 && second.length === 4 && month >= 1 && month <= 12 && isYear(second))
      return end;
    if (
      (separator === '/' || (separator === '-' && second.length === 2 && isBareYearMonth(tokens, at))) &&
      first.length === 4 &&
      second.length <= 2 &&
      isYear(first) &&
      Number(second) >= 1 &&
      Number(second) <= 12
    )
      return end;
    if (first.length > 2 || second.length > 2 || !isMonthDay(month, Number(second))) return -1;
    if (separator === '/') {
      if (isMonthDayHere(tokens, at, Number(second), this.#previous)) return end;
      this.#doubtful.push({ at, month, day: Number(second) });
      return -1;
    }
    return separator === '-' && isDashedMonthDay(tokens, at, end) ? end : -1;
  }

  #timeWordBefore(at: number): boolean {
    return TIME_WORDS.has(wordAt(this.#tokens, at - 1));
  }

  /** `14 March 2024`, `14th of March`, `14MAR24`, `14-Mar-2024`, `the 8th`. */
  #dayFirst(at: number, next: number): number {
    const tokens = this.#tokens;
    const day = Number(digitsAt(tokens, at));
    if (day < 1 || day > 31 || digitsAt(tokens, at).length > 2) return -1;
    if (isGlued(tokens, at) && isNumber(tokens, at - 2) && !isWord(tokens, at - 1)) return -1;
    let index = next;
    const ordinal = ORDINALS.has(wordAt(tokens, index)) && isGlued(tokens, index);
    if (ordinal) index++;
    if (wordAt(tokens, index) === 'of' || wordAt(tokens, index) === 'day')
      index +=
        wordAt(tokens, index) === 'day' && wordAt(tokens, index + 1) === 'of'
          ? 2
          : wordAt(tokens, index) === 'of'
            ? 1
            : 0;
    const dash = markAt(tokens, index);
    if (dash === '-' || dash === '/' || dash === '.') index++;
    const near = gapBefore(tokens, index) < (dash === '.' ? LINE : PARAGRAPH);
    if (near && isMonth(this.#tokens, index, true)) return yearAfter(this.#tokens, index + 1);
    if (ordinal) return this.#dayAlone(at, next + 1);
    return -1;
  }

  /** `on the 8th`, `started the 21st.` but not `the 8th rib`, `of the 1st and 2nd metatarsals` or `the 5th percentile`. */
  #dayAlone(at: number, end: number): number {
    const tokens = this.#tokens;
    if (wordAt(tokens, at - 1) !== 'the' || isNumber(tokens, end)) return -1;
    const before = wordAt(tokens, at - 2);
    const timed = DAY_CUES.has(before);
    const after = wordAt(tokens, end);
    const closes = after === '' || gapBefore(tokens, end) >= LINE;
    if (closes) return timed || markAt(tokens, at - 2) !== '' || before.endsWith('ed') ? end : -1;
    return timed && DAY_NOUNS.has(after) ? end : -1;
  }

  /** Index after a date that begins with a month, a holiday or `the week of`, or -1. */
  #fromWord(at: number): number {
    const tokens = this.#tokens;
    const key = wordAt(tokens, at);
    if (key === 'the' && wordAt(tokens, at + 1) === 'week' && wordAt(tokens, at + 2) === 'of') {
      const end = isNumber(tokens, at + 3) ? this.#fromNumber(at + 3) : this.#fromWord(at + 3);
      return end === -1 ? -1 : end;
    }
    const day = spelledDay(tokens, at);
    if (
      day !== -1 &&
      wordAt(tokens, day) === 'of' &&
      isMonth(this.#tokens, day + 1, false) &&
      tokens.shape[day + 1] !== LOWER
    )
      return spelledYear(tokens, day + 2) ?? yearAfter(this.#tokens, day + 2);
    if (MONTHS.has(key)) return this.#monthFirst(at, key);
    return holiday(this.#tokens, at, key);
  }

  #monthFirst(at: number, key: string): number {
    const tokens = this.#tokens;
    if (!isMonth(this.#tokens, at, isNumber(tokens, at + 1) || isNumber(tokens, at + 2))) return -1;
    if (
      isGlued(tokens, at) &&
      markAt(tokens, at - 1) === '-' &&
      isWord(tokens, at - 2) &&
      !QUALIFIERS.has(wordAt(tokens, at - 2))
    )
      return -1;
    let next = at + 1;
    if (markAt(tokens, next) === '.' || markAt(tokens, next) === '-' || markAt(tokens, next) === '/') next++;
    if (wordAt(tokens, next) === 'the') next++;
    const digits = digitsAt(tokens, next);
    if (digits !== '' && gapBefore(tokens, next) < PARAGRAPH) {
      if (digits.length === 4 && isYear(digits)) return next + 1;
      const joined = next === at + 2 && markAt(tokens, at + 1) !== '.' && isGlued(tokens, next);
      if (
        digits.length <= 2 &&
        Number(digits) >= 1 &&
        (joined || (Number(digits) <= 31 && !isAmount(tokens, next + 1)))
      )
        return afterDay(this.#tokens, next);
    }
    const day = tokens.shape[at] === LOWER ? -1 : spelledDay(tokens, next);
    if (day !== -1) return spelledYear(tokens, day) ?? yearAfter(this.#tokens, day);
    if ((markAt(tokens, at + 1) === "'" || markAt(tokens, at + 1) === '’') && digitsAt(tokens, at + 2).length === 2)
      return at + 3;
    if (markAt(tokens, at + 1) === ',' && isYear(digitsAt(tokens, at + 2))) return at + 3;
    if (wordAt(tokens, at + 1) === 'of' && isYear(digitsAt(tokens, at + 2))) return at + 3;
    return monthAlone(this.#tokens, at, key) ? at + 1 : -1;
  }

  /** `5/12 to 5/20`, `May 3 through May 9`. */
  #extendRange(at: number, end: number): number {
    const tokens = this.#tokens;
    let next = end;
    if (RANGE_WORDS.has(wordAt(tokens, next)) && wordAt(tokens, next) !== 'and') next++;
    else if (markAt(tokens, next) === '-' || markAt(tokens, next) === '–' || markAt(tokens, next) === '—') next++;
    else return end;
    if (gapBefore(tokens, next) >= LINE) return end;
    if (isNumber(tokens, at) && isNumber(tokens, next)) {
      const second = this.#fromNumber(next);
      if (second !== -1) return second;
      const bare =
        markAt(tokens, next + 1) === '/' &&
        gluedNumber(tokens, next + 2) &&
        isMonthDay(Number(digitsAt(tokens, next)), Number(digitsAt(tokens, next + 2)));
      return bare ? next + 3 : end;
    }
    const second = isWord(tokens, next) ? this.#fromWord(next) : this.#fromNumber(next);
    return second === -1 ? end : second;
  }

  /** `late May`, `mid-June`, `the 8th`, `the 13th of July`. */
  #withQualifier(at: number): number {
    const tokens = this.#tokens;
    if (isNumber(tokens, at)) {
      const ordinal = ORDINALS.has(wordAt(tokens, at + 1)) && isGlued(tokens, at + 1);
      return ordinal && wordAt(tokens, at - 1) === 'the' && gapBefore(tokens, at) < LINE ? at - 1 : at;
    }
    if (!MONTHS.has(wordAt(tokens, at))) return at;
    const before = markAt(tokens, at - 1) === '-' ? at - 2 : at - 1;
    return QUALIFIERS.has(wordAt(tokens, before)) && gapBefore(tokens, at) < LINE ? before : at;
  }

  /** Of a timestamp only the day: the time of day identifies no one. */
  #emit(first: number, end: number): void {
    const start = startOf(this.#tokens, first);
    const stamp = digitsAt(this.#tokens, first).length > DAY_FIGURES;
    this.#spans.push({
      start,
      end: stamp ? start + DAY_FIGURES : endOf(this.#tokens, end - 1),
      type: 'DATE',
      score: 0.95,
      detector: 'patterns',
    });
  }
}
