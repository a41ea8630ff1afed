import { digitsAt, gapBefore, isGlued, isNumber, markAt, wordAt } from '../text/reading.ts';
import { CAPITAL, LINE, LOWER, PARAGRAPH, UPPER, type TokenList } from '../text/token-list.ts';
import { isYear } from './date-parts.ts';
import { HOLIDAYS, MONTH_CUES, ORDINALS } from './date-words.ts';
import { MONTHS } from './vocabulary.ts';

/** A month's name: full, or abbreviated with a capital letter; `may` and `march` never in small letters. */
export function isMonth(tokens: TokenList, at: number, withDay: boolean): boolean {
  const key = wordAt(tokens, at);
  if (!MONTHS.has(key)) return false;
  if (tokens.shape[at] !== LOWER || (withDay && hasDayAndYear(tokens, at))) return true;
  return withDay
    ? (key !== 'may' && key !== 'mar' && key !== 'dec' && key !== 'march') || isGlued(tokens, at)
    : key.length > 3 && key !== 'march' && key !== 'sept';
}

const DAY_BEFORE = new Set(['on', 'since', 'until', 'till']);

/** `mar. 12, 1973`, `may 6th`, `on march 6`: in small letters, but with a day and a year behind. */
function hasDayAndYear(tokens: TokenList, at: number): boolean {
  const day = markAt(tokens, at + 1) === '.' ? at + 2 : at + 1;
  if (!isNumber(tokens, day) || digitsAt(tokens, day).length > 2) return false;
  const end = ORDINALS.has(wordAt(tokens, day + 1)) && isGlued(tokens, day + 1) ? day + 2 : day + 1;
  if (DAY_BEFORE.has(wordAt(tokens, at - 1)) || end > day + 1) return true;
  return markAt(tokens, end) === ',' && isYear(digitsAt(tokens, end + 1));
}

export function monthAlone(tokens: TokenList, at: number, key: string): boolean {
  if (key.length < 4 && key !== 'may') return false;
  if (MONTH_NOUNS.has(wordAt(tokens, at + 1)) && gapBefore(tokens, at + 1) < LINE && !isNamePlace(tokens, at, true))
    return tokens.shape[at] !== LOWER || (key !== 'may' && key !== 'march' && key !== 'august');
  if (key !== 'may' && key !== 'march' && key !== 'august') {
    if (tokens.shape[at] === CAPITAL || tokens.shape[at] === UPPER) return !isNamePlace(tokens, at);
    return MONTH_CUES.has(wordAt(tokens, at - 1));
  }
  const closed = markAt(tokens, at - 1) === ',' && markAt(tokens, at + 1) !== '' && gapBefore(tokens, at) < LINE;
  if (closed && tokens.shape[at] === CAPITAL) return true;
  const cue = markAt(tokens, at - 1) === '-' ? wordAt(tokens, at - 2) : wordAt(tokens, at - 1);
  if (cue === 'mid' && tokens.shape[at] !== LOWER) return true;
  return tokens.shape[at] === CAPITAL && MONTH_CUES.has(cue) && !isNamePlace(tokens, at);
}

/** What a note tells apart by its month: `the March labs`, `her June CT`. */
const MONTH_NOUNS = new Set(
  'labs lab visit visits appointment appt admission surgery ct mri echo records note results result a1c hba1c colonoscopy scan scans study xray films hospitalization procedure biopsy bloodwork injection injections ekg mammogram ultrasound discharge episode flare trip lipids lipid tsh cxr dexa psa pet eeg statement'.split(
    ' ',
  ),
);

/** `Dr. June`, `April Smith`: a month's name that is a person's. */
function isNamePlace(tokens: TokenList, at: number, thing = false): boolean {
  if (markAt(tokens, at - 1) === '.' && wordAt(tokens, at - 2).length <= 4 && tokens.shape[at - 2] === CAPITAL)
    return true;
  return (
    !thing &&
    tokens.shape[at + 1] === CAPITAL &&
    gapBefore(tokens, at + 1) < LINE &&
    !MONTH_CUES.has(wordAt(tokens, at - 1))
  );
}

export function holiday(tokens: TokenList, at: number, key: string): number {
  if (tokens.shape[at] === LOWER) return -1;
  const options = HOLIDAYS.get(key);
  if (options === undefined) return -1;
  for (const words of options) {
    let index = at;
    let fits = true;
    for (let word = 1; word < words.length && fits; word++) {
      index++;
      if (markAt(tokens, index) !== '' && word < words.length) index++;
      fits = wordAt(tokens, index) === words[word];
    }
    if (fits) return HOLIDAY_THINGS.has(wordAt(tokens, index + 1)) ? -1 : index + 1;
  }
  return -1;
}

/** Nouns that make a holiday the name of a shape, a disease or an animal: `Christmas tree pattern`, `Easter egg sized`. */
const HOLIDAY_THINGS = new Set(['tree', 'egg', 'eggs', 'disease', 'factor', 'cactus', 'lily', 'bunny', 'seal', 'type']);

/** Index after a year and the marks before it, or `end` when none follows. */
export function yearAfter(tokens: TokenList, end: number): number {
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

export function afterDay(tokens: TokenList, day: number): number {
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
  return yearAfter(tokens, end);
}
