import type { Detector, Note } from '../detector.ts';
import type { DetectedSpan } from '../span.ts';
import { digitsAt, endOf, gapBefore, isGlued, isNumber, isWord, markAt, startOf, wordAt } from '../text/reading.ts';
import { CAPITAL, LINE, LOWER, PARAGRAPH, UPPER, type TokenList } from '../text/token-list.ts';
import { MONTHS, UNITS, wordSet } from './vocabulary.ts';

/** Dates with a day or a month, in every form; never a year alone, a weekday or a time of day. */
export const dates: Detector = {
  name: 'patterns',
  detect: ({ tokens }: Note) => new DateFinder(tokens).run(),
};

const TIME_WORDS = wordSet(
  'on since until till through thru from by before after dated date of for due around about approximately approx in during last next this early late mid every seen started beginning ending ended between was born dob tomorrow today yesterday back late',
);
/** Words that make `3/10` a grade, a reading or a dose. */
const FRACTION_WORDS = wordSet(`
rated rates rate pain strength grade graded bp pressure vision snellen score scores scored power reflex reflexes pulse pulses motor grip deltoid rose scale
quality reliability sem diastolic acuity biceps triceps quadriceps hamstrings flexion extension murmur murmurs systolic apgar apgars bishop mallampati station dtr dtrs intensity severity
strength visual worst best rom glasgow hip abduction adduction dorsiflexion plantarflexion iliopsoas gastrocnemius intrinsics interossei out
worse better improved severity moderate mild out numeric level levels energy sleep anxiety ratio fraction half third quarter tablet tab percocet norco vicodin lortab ultracet hydrocodone oxycodone fioricet advair symbicort breo hyzaar diovan lotrel zestoretic suboxone augmentin bactrim
`);
/** Words a day follows at once. */
const APPOINTED = wordSet(
  'lmp edd edc dos doi admit admitted discharge discharged appt appointment collected received reported signed drawn placed',
);
const PLANS = wordSet(
  'appt appointment rtc followup scheduled saw seen due labs surgery visit next last return returning',
);
const QUALIFIERS = wordSet('early late mid middle');
const RANGE_WORDS = wordSet('to through thru until till and');
const ORDINALS = wordSet('st nd rd th');
/** Words before `the 8th` that make it a day. */
const DAY_CUES = wordSet(
  'on since until till by before after from started began starting beginning through around about due scheduled seen admitted discharged occurred happened',
);
const DAY_NOUNS = wordSet(
  'of at in and or with for but when after before until since as he she they it we i to by the',
);
const SPELLED_DAYS: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first thirtieth thirty-first'
    .split(' ')
    .map((word, at): [string, number] => [word, at + 1]),
);

class DateFinder {
  readonly #tokens: TokenList;
  readonly #spans: DetectedSpan[] = [];
  /** `8/10` without a word that tells a date from a grade. */
  readonly #doubtful: { readonly at: number; readonly month: number; readonly day: number }[] = [];

  constructor(tokens: TokenList) {
    this.#tokens = tokens;
  }

  run(): DetectedSpan[] {
    const tokens = this.#tokens;
    for (let at = 0; at < tokens.count; at++) {
      const end = isNumber(tokens, at) ? this.#fromNumber(at) : isWord(tokens, at) ? this.#fromWord(at) : -1;
      if (end <= at) continue;
      const whole = this.#extendRange(at, end);
      this.#emit(this.#withQualifier(at), whole);
      at = whole - 1;
    }
    this.#settleDoubtful();
    return this.#spans;
  }

  /** Index after a date that begins with digits, or -1. */
  #fromNumber(at: number): number {
    const tokens = this.#tokens;
    const digits = digitsAt(tokens, at);
    if (digits.length > 8) return -1;
    if (digits.length === 8) return this.#compact(at, digits);
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
      !this.#gluedNumber(at + 2)
    )
      return -1;
    const second = digitsAt(tokens, at + 2);
    const third =
      markAt(tokens, at + 3) === separator && this.#gluedNumber(at + 4) && isGlued(tokens, at + 3)
        ? digitsAt(tokens, at + 4)
        : '';
    if (third !== '') {
      const more = markAt(tokens, at + 5) === separator && this.#gluedNumber(at + 6) && isGlued(tokens, at + 5);
      if (
        !more &&
        isDate(digits, second, third) &&
        (separator !== '.' ||
          third.length === 4 ||
          digits.length === 4 ||
          Number(second) > 12 ||
          this.#timeWordBefore(at))
      )
        return this.#withTime(at + 5);
      return -1;
    }
    if (separator === '/' || separator === '-' || separator === '.')
      return this.#twoPart(at, digits, second, separator);
    return -1;
  }

  #gluedNumber(at: number): boolean {
    return isNumber(this.#tokens, at) && isGlued(this.#tokens, at) && isGlued(this.#tokens, at - 1);
  }

  /** ISO times stay part of the date: `2024-03-14T08:15:00Z`. */
  #withTime(end: number): number {
    const tokens = this.#tokens;
    if (wordAt(tokens, end) !== 't' || !isGlued(tokens, end) || !isNumber(tokens, end + 1)) return end;
    let at = end + 1;
    while (
      at < tokens.count &&
      isGlued(tokens, at) &&
      (isNumber(tokens, at) || markAt(tokens, at) === ':' || markAt(tokens, at) === '.' || wordAt(tokens, at) === 'z')
    )
      at++;
    return at;
  }

  #twoPart(at: number, first: string, second: string, separator: string): number {
    const end = at + 3;
    const month = Number(first);
    if (separator !== '.' && first.length <= 2 && second.length === 4 && month >= 1 && month <= 12 && isYear(second))
      return end;
    if (
      separator === '/' &&
      first.length === 4 &&
      second.length <= 2 &&
      isYear(first) &&
      Number(second) >= 1 &&
      Number(second) <= 12
    )
      return end;
    if (first.length > 2 || second.length > 2 || !isMonthDay(month, Number(second))) return -1;
    if (separator === '/') {
      if (this.#isMonthDayHere(at, end, Number(second))) return end;
      this.#doubtful.push({ at, month, day: Number(second) });
      return -1;
    }
    return separator === '-' && this.#isDashedMonthDay(at, end) ? end : -1;
  }

  /** `7/11` is a date when words of time say so and nothing says grade, reading or dose. */
  #isMonthDayHere(at: number, end: number, day: number): boolean {
    const tokens = this.#tokens;
    if (this.#isAmount(end) || markAt(tokens, end) === '%') return false;
    if (markAt(tokens, at - 1) === '/' || (markAt(tokens, end) === '/' && isGlued(tokens, end))) return false;
    if (markAt(tokens, end) === '+' || markAt(tokens, at - 1) === '+') return false;
    if (this.#inRange(at, end)) return true;
    for (let back = 1; back <= 4; back++) {
      const word = wordAt(tokens, at - back);
      if (FRACTION_WORDS.has(word)) return false;
      if (markAt(tokens, at - back) === '.') break;
    }
    const before = wordAt(tokens, at - 1);
    const padded = digitsAt(tokens, at).length === 2 && digitsAt(tokens, at).startsWith('0');
    if (padded) return true;
    if (APPOINTED.has(before) || (wordAt(tokens, end) === 'at' && isNumber(tokens, end + 1))) return true;
    if (day > 10 && this.#isPlanned(at)) return true;
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
  #isPlanned(at: number): boolean {
    for (let before = at - 1; before > at - 8 && before >= 0; before--) {
      if (PLANS.has(wordAt(this.#tokens, before))) return true;
      if (wordAt(this.#tokens, before) === 'u' && markAt(this.#tokens, before - 1) === '/') return true;
    }
    return false;
  }

  /**
   * A progress note of August 2026 that says `peak 8/10` means the day. What is doubtful by itself is a date when it lies within ten days
   * of a full date of the same note, and no word of grades or doses stands near.
   */
  #settleDoubtful(): void {
    if (this.#doubtful.length === 0) return;
    const known = this.#spans
      .map(({ start, end }) => dayOfYear(this.#tokens.text.slice(start, end)))
      .filter((day) => day !== undefined);
    const settled: number[] = [];
    for (const { at, month, day } of this.#doubtful) {
      if (isGradeLike(month, day) || this.#isFraction(at) || !isNear(known, month, day, NEAR_DAYS)) continue;
      settled.push(dayNumber(month, day));
      this.#emit(at, at + 3);
    }
    for (const { at, month, day } of this.#doubtful) {
      if (isGradeLike(month, day) && !this.#isFraction(at) && isNear(settled, month, day, NEAREST_DAYS))
        this.#emit(at, at + 3);
    }
  }

  /** A full stop, or the end of a line. */
  #isStop(at: number): boolean {
    return markAt(this.#tokens, at) === '.' || gapBefore(this.#tokens, at) >= LINE;
  }

  #isFraction(at: number): boolean {
    const tokens = this.#tokens;
    const end = at + 3;
    if (
      this.#isAmount(end) ||
      ['%', '/', '+', '-'].includes(markAt(tokens, end)) ||
      ['/', '+', '-'].includes(markAt(tokens, at - 1))
    )
      return true;
    for (let near = at - 1; near > at - 7 && !this.#isStop(near); near--)
      if (FRACTION_WORDS.has(wordAt(tokens, near))) return true;
    for (let near = end; near < end + 4 && !this.#isStop(near); near++)
      if (FRACTION_WORDS.has(wordAt(tokens, near))) return true;
    return false;
  }

  /** `2/18-2/22`: two of them joined are dates, unless both have one denominator, as grades do. */
  #inRange(at: number, end: number): boolean {
    const tokens = this.#tokens;
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

  #isDashedMonthDay(at: number, end: number): boolean {
    const tokens = this.#tokens;
    const before = wordAt(tokens, at - 1);
    if (this.#isAmount(end) || isGlued(tokens, at)) return false;
    return (
      digitsAt(tokens, at).length === 2 &&
      digitsAt(tokens, at + 2).length === 2 &&
      (before === 'on' || before === 'since' || before === 'dated') &&
      !isWord(tokens, end)
    );
  }

  #isAmount(end: number): boolean {
    return (
      UNITS.has(wordAt(this.#tokens, end)) &&
      gapBefore(this.#tokens, end) < LINE &&
      wordAt(this.#tokens, end) !== 'in' &&
      wordAt(this.#tokens, end) !== 'of' &&
      wordAt(this.#tokens, end) !== 'time'
    );
  }

  #timeWordBefore(at: number): boolean {
    return TIME_WORDS.has(wordAt(this.#tokens, at - 1));
  }

  /** `20231128`, `11282023`. */
  #compact(at: number, digits: string): number {
    const yearFirst = isYear(digits.slice(0, 4)) && isMonthDay(Number(digits.slice(4, 6)), Number(digits.slice(6)));
    const yearLast =
      isYear(digits.slice(4)) &&
      (isMonthDay(Number(digits.slice(0, 2)), Number(digits.slice(2, 4))) ||
        isMonthDay(Number(digits.slice(2, 4)), Number(digits.slice(0, 2))));
    return yearFirst || yearLast ? at + 1 : -1;
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
    if (this.#isMonth(index, true) && gapBefore(tokens, index) < PARAGRAPH) return this.#yearAfter(index + 1);
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

  /** A month's name: full, or abbreviated with a capital letter; `may` and `march` never in small letters. */
  #isMonth(at: number, withDay: boolean): boolean {
    const tokens = this.#tokens;
    const key = wordAt(tokens, at);
    if (!MONTHS.has(key)) return false;
    if (tokens.shape[at] !== LOWER) return true;
    return withDay
      ? (key !== 'may' && key !== 'mar' && key !== 'dec' && key !== 'march') || isGlued(tokens, at)
      : key.length > 3 && key !== 'march' && key !== 'sept';
  }

  /** Index after a year and the marks before it, or `end` when none follows. */
  #yearAfter(end: number): number {
    const tokens = this.#tokens;
    let index = end;
    let mark = markAt(tokens, index);
    if (mark === '.' && !isGlued(tokens, index + 1)) {
      index++;
      mark = markAt(tokens, index);
    }
    if (mark === ',' || mark === "'" || mark === '’' || mark === '-' || mark === '/' || mark === '.') index++;
    if (mark === ',' && (markAt(tokens, index) === "'" || markAt(tokens, index) === '’')) {
      mark = markAt(tokens, index);
      index++;
    }
    if (wordAt(tokens, index) === 'of') index++;
    const digits = digitsAt(tokens, index);
    if (gapBefore(tokens, index) >= PARAGRAPH) return end;
    if (digits.length === 4 && isYear(digits)) return index + 1;
    const short = digits.length === 2 && ((mark !== '' && mark !== ',' && mark !== '.') || isGlued(tokens, index));
    return short ? index + 1 : end;
  }

  /** Index after a date that begins with a month, a holiday or `the week of`, or -1. */
  #fromWord(at: number): number {
    const tokens = this.#tokens;
    const key = wordAt(tokens, at);
    if (key === 'the' && wordAt(tokens, at + 1) === 'week' && wordAt(tokens, at + 2) === 'of') {
      const end = isNumber(tokens, at + 3) ? this.#fromNumber(at + 3) : this.#fromWord(at + 3);
      return end === -1 ? -1 : end;
    }
    if (
      SPELLED_DAYS.has(key) &&
      wordAt(tokens, at + 1) === 'of' &&
      this.#isMonth(at + 2, false) &&
      tokens.shape[at + 2] !== LOWER
    )
      return this.#yearAfter(at + 3);
    if (MONTHS.has(key)) return this.#monthFirst(at, key);
    return this.#holiday(at, key);
  }

  #monthFirst(at: number, key: string): number {
    const tokens = this.#tokens;
    if (!this.#isMonth(at, isNumber(tokens, at + 1) || isNumber(tokens, at + 2))) return -1;
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
      if (digits.length <= 2 && Number(digits) >= 1 && Number(digits) <= 31 && !this.#isAmount(next + 1))
        return this.#afterDay(next);
    }
    if (SPELLED_DAYS.has(wordAt(tokens, next)) && next === at + 1 && tokens.shape[at] !== LOWER)
      return this.#yearAfter(next + 1);
    if ((markAt(tokens, at + 1) === "'" || markAt(tokens, at + 1) === '’') && digitsAt(tokens, at + 2).length === 2)
      return at + 3;
    if (markAt(tokens, at + 1) === ',' && isYear(digitsAt(tokens, at + 2))) return at + 3;
    if (wordAt(tokens, at + 1) === 'of' && isYear(digitsAt(tokens, at + 2))) return at + 3;
    return this.#monthAlone(at, key) ? at + 1 : -1;
  }

  #afterDay(day: number): number {
    const tokens = this.#tokens;
    let end = day + 1;
    if (ORDINALS.has(wordAt(tokens, end)) && isGlued(tokens, end)) end++;
    const dash = markAt(tokens, end);
    if (
      (dash === '-' || dash === '–' || dash === '—') &&
      digitsAt(tokens, end + 1).length <= 2 &&
      isNumber(tokens, end + 1)
    ) {
      end += 2;
      if (ORDINALS.has(wordAt(tokens, end)) && isGlued(tokens, end)) end++;
    }
    return this.#yearAfter(end);
  }

  #monthAlone(at: number, key: string): boolean {
    const tokens = this.#tokens;
    if (key.length < 4 && key !== 'may') return false;
    if (key !== 'may' && key !== 'march' && key !== 'august') {
      if (tokens.shape[at] === CAPITAL || tokens.shape[at] === UPPER) return !this.#isNamePlace(at);
      return MONTH_CUES.has(wordAt(tokens, at - 1));
    }
    const closed = markAt(tokens, at - 1) === ',' && markAt(tokens, at + 1) !== '' && gapBefore(tokens, at) < LINE;
    if (closed && tokens.shape[at] === CAPITAL) return true;
    return tokens.shape[at] === CAPITAL && MONTH_CUES.has(wordAt(tokens, at - 1)) && !this.#isNamePlace(at);
  }

  /** `Dr. June`, `April Smith`: a month's name that is a person's. */
  #isNamePlace(at: number): boolean {
    const tokens = this.#tokens;
    if (markAt(tokens, at - 1) === '.' && wordAt(tokens, at - 2).length <= 4 && tokens.shape[at - 2] === CAPITAL)
      return true;
    return (
      tokens.shape[at + 1] === CAPITAL && gapBefore(tokens, at + 1) < LINE && !MONTH_CUES.has(wordAt(tokens, at - 1))
    );
  }

  #holiday(at: number, key: string): number {
    if (this.#tokens.shape[at] === LOWER) return -1;
    const options = HOLIDAYS.get(key);
    if (options === undefined) return -1;
    for (const words of options) {
      let index = at;
      let fits = true;
      for (let word = 1; word < words.length && fits; word++) {
        index++;
        if (markAt(this.#tokens, index) !== '' && word < words.length) index++;
        fits = wordAt(this.#tokens, index) === words[word];
      }
      if (fits) return index + 1;
    }
    return -1;
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
        this.#gluedNumber(next + 2) &&
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

  #emit(first: number, end: number): void {
    this.#spans.push({
      start: startOf(this.#tokens, first),
      end: endOf(this.#tokens, end - 1),
      type: 'DATE',
      score: 0.95,
      detector: 'patterns',
    });
  }
}

const MONTH_CUES = wordSet(
  'in on of since until till by before after during through from late early mid last this next every around about to between past each and or for until back due end beginning middle start',
);

const HOLIDAYS: ReadonlyMap<string, readonly (readonly string[])[]> = holidays(`
christmas eve|christmas day|christmas|xmas|thanksgiving day|thanksgiving|halloween|easter sunday|easter monday|easter|good friday|palm sunday|ash wednesday|
memorial day|labor day|independence day|fourth of july|valentine s day|valentines day|new year s eve|new year s day|new years eve|new years day|new years|new year s|
veterans day|presidents day|president s day|columbus day|juneteenth|election day|martin luther king day|mlk day|mother s day|mothers day|father s day|fathers day|
st patrick s day|saint patrick s day|groundhog day|cinco de mayo|mardi gras|hanukkah|chanukah|passover|yom kippur|rosh hashanah|ramadan|eid al fitr|eid al adha|eid|diwali|kwanzaa|lunar new year|chinese new year|super bowl sunday|boxing day|canada day|black friday|indigenous peoples day|flag day|epiphany|all saints day
`);

function holidays(lines: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const map = new Map<string, string[][]>();
  for (const phrase of lines.replaceAll('\n', '').split('|')) {
    const words = phrase.trim().split(' ');
    const list = map.get(words[0] ?? '') ?? [];
    list.push(words);
    map.set(words[0] ?? '', list);
  }
  for (const list of map.values()) list.sort((a, b) => b.length - a.length);
  return map;
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

function isYear(digits: string): boolean {
  const year = Number(digits);
  return digits.length === 4 && year >= 1890 && year <= 2100;
}

function isMonthDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Month, day and year in any of the orders in use. */
function isDate(a: string, b: string, c: string): boolean {
  if (a.length === 4) return isYear(a) && b.length <= 2 && c.length <= 2 && isMonthDay(Number(b), Number(c));
  if (a.length > 2 || b.length > 2 || (c.length !== 4 && c.length !== 2)) return false;
  if (c.length === 4 && !isYear(c)) return false;
  return isMonthDay(Number(a), Number(b)) || isMonthDay(Number(b), Number(a));
}
