import type { Detector, Note } from '../detector.ts';
import type { DetectedSpan } from '../span.ts';
import { leadWords, NUMBER_LEAD } from '../text/leads.ts';
import {
  digitsAt,
  endOf,
  gapBefore,
  isCapitalized,
  isGlued,
  isNumber,
  isWord,
  markAt,
  nextLead,
  startOf,
  wordAt,
} from '../text/reading.ts';
import { LINE, LOWER, type TokenList } from '../text/token-list.ts';
import { UNITS, wordSet } from './vocabulary.ts';

/** Telephone, fax, pager and extension numbers. */
export const phones: Detector = {
  name: 'patterns',
  detect: ({ tokens }: Note) => {
    const spans: DetectedSpan[] = [];
    for (let at = nextLead(tokens, 0, LEADS); at < tokens.count; at = nextLead(tokens, at + 1, LEADS)) {
      const end = isNumber(tokens, at) ? phoneAt(tokens, at) : extensionAt(tokens, at);
      if (end === -1) continue;
      const first = openingOf(tokens, at);
      spans.push({
        start: startOf(tokens, first),
        end: endOf(tokens, end - 1),
        type: 'PHONE',
        score: 0.95,
        detector: 'patterns',
      });
      at = end - 1;
    }
    return spans;
  },
};

const EXTENSIONS = wordSet('ext extension extn x xt');
const LEADS = NUMBER_LEAD | leadWords(EXTENSIONS);
const PHONE_WORDS = wordSet(
  'phone telephone tel cell mobile fax pager page paged beeper call called calling at number home work contact reach reached text ph voicemail hotline line dial callback facsimile',
);
const SEPARATORS = new Set(['-', '.', '–', '‑', '/', '·']);

/** Index after a telephone number that begins at a number, or -1. */
function phoneAt(tokens: TokenList, at: number): number {
  // `12-12-12-…`: no telephone number begins with two digits in the middle of a chain.
  const chained = isGlued(tokens, at) && isGlued(tokens, at - 1) && isNumber(tokens, at - 2);
  if (chained && digitsAt(tokens, at).length <= 2) return -1;
  const groups = readGroups(tokens, at);
  if (groups.digits < 4) return -1;
  const shape = groups.lengths.join('-');
  const end = groups.end;
  if (NORTH_AMERICAN.has(shape) && !tokens.text.slice(startOf(tokens, at), startOf(tokens, at + 1)).includes('.5'))
    return withExtension(tokens, end);
  if (shape === '3-4' || shape === '1-3-4') return isSevenDigits(tokens, at, end) ? withExtension(tokens, end) : -1;
  if (shape === '10' && (PHONE_WORDS.has(cueBefore(tokens, at)) || PHONE_WORDS.has(cueBefore(tokens, at - 1))))
    return withExtension(tokens, end);
  if (shape === '11' && digitsAt(tokens, at).startsWith('1') && PHONE_WORDS.has(cueBefore(tokens, at)))
    return withExtension(tokens, end);
  if (markAt(tokens, at - 1) === '+' && groups.digits >= 9 && groups.digits <= 15) return withExtension(tokens, end);
  const abroad = abroadAt(tokens, at, groups);
  if (abroad !== -1) return abroad;
  const cue = cueBefore(tokens, at);
  if (shape === '1-4' && HOUSE_LINES.has(cue)) return end;
  if (INSIDE.has(cue) && (shape === '1-4' || (groups.lengths.length === 1 && groups.digits >= 4 && groups.digits <= 7)))
    return end;
  return isPager(tokens, at) || isPagerOf(tokens, at) ? at + 1 : -1;
}

/** Telephones, pagers and badges of one house, which have short numbers. */
const INSIDE = wordSet(
  'pager pgr beeper bpr page paged dial spectralink ascom vocera voalte mobilecomm extension desk',
);

/** `Phone 5-4410`: the last five figures of a number in the house. */
const HOUSE_LINES = wordSet('phone tel telephone call dial cell fax ext office desk callback cisco ph');
const PAGERS = wordSet('pager pgr beeper page paged');

/** `pager for the covering resident is 2168`, `page the resident at 4410`: no time of day, unless `is` says so. */
function isPagerOf(tokens: TokenList, at: number): boolean {
  const digits = digitsAt(tokens, at);
  const link = wordAt(tokens, at - 1);
  if ((link !== 'is' && link !== 'at') || digits.length < 4 || digits.length > 5) return false;
  if (markAt(tokens, at + 1) !== '' && isGlued(tokens, at + 2)) return false;
  if (link === 'at' && Number(digits) < 2400 && Number(digits.slice(-2)) < 60) return false;
  for (let back = at - 2; back > at - 9 && markAt(tokens, back) !== '.'; back--) {
    const word = wordAt(tokens, back);
    if (PAGERS.has(word) || (link === 'is' && EXTENSIONS.has(word) && word.length > 2)) return true;
  }
  return false;
}

/** `0044 30 0085024`, `011 49 30 1234567`: the sign of a call abroad, and eight digits or more in all. */
function abroadAt(tokens: TokenList, at: number, groups: Groups): number {
  const prefix = digitsAt(tokens, at);
  if (isGlued(tokens, at) || !(/^00[1-9]\d{0,2}$/.test(prefix) || prefix === '011')) return -1;
  // `0071-0155-23` is a drug's code.
  const drug = markAt(tokens, at + 1) === '-' && groups.digits <= 11;
  return groups.lengths.length >= 2 && groups.digits >= 9 && !drug ? groups.end : -1;
}

/** `PGY-2, p42743`, `PGY-3, p 42743`, `intern, p. 8814`. */
function isPager(tokens: TokenList, at: number): boolean {
  const { length } = digitsAt(tokens, at);
  const stop = markAt(tokens, at - 1);
  const letter = stop === '.' || stop === ':' ? at - 2 : at - 1;
  if ((length !== 4 && length !== 5) || wordAt(tokens, letter) !== 'p' || isGlued(tokens, letter)) return false;
  if (gapBefore(tokens, at) >= LINE || (isGlued(tokens, at + 1) && isNumber(tokens, at + 2))) return false;
  const before = markAt(tokens, letter - 1);
  return before === ',' || before === ';';
}

const NORTH_AMERICAN = new Set(['3-3-4', '1-3-3-4', '3-7', '1-3-7', '1-10', '6-4']);

interface Groups {
  readonly lengths: readonly number[];
  readonly digits: number;
  readonly end: number;
}

/** Runs of digits that one separator, a bracket or a single blank joins; a line break between area code and number is passed over. */
function readGroups(tokens: TokenList, at: number): Groups {
  const lengths: number[] = [];
  let digits = 0;
  let index = at;
  let end = at;
  while (index < tokens.count && isNumber(tokens, index) && lengths.length < 5) {
    const length = digitsAt(tokens, index).length;
    lengths.push(length);
    digits += length;
    end = index + 1;
    let next = end;
    if (markAt(tokens, next) === ')' && isGlued(tokens, next)) next++;
    if (markAt(tokens, next) === '.' && !isGlued(tokens, next + 1)) break;
    if (SEPARATORS.has(markAt(tokens, next)) && (isGlued(tokens, next) || gapBefore(tokens, next) < LINE)) next++;
    if (markAt(tokens, next) === '(' && lengths.length === 1 && length === 1) next++;
    if (gapBefore(tokens, next) >= LINE && next === end) break;
    if (digits >= 10) break;
    index = next;
  }
  return { lengths, digits, end };
}

/** `296-4387`: alone, or a range of amounts? A unit behind, a decimal point or a third group says amount or identifier. */
function isSevenDigits(tokens: TokenList, at: number, end: number): boolean {
  const separator = markAt(tokens, end - 2);
  if (separator === '' && HOUSE_LINES.has(cueBefore(tokens, at))) return !UNITS.has(wordAt(tokens, end));
  if (!(separator === '-' || separator === '.' || separator === '–' || separator === '‑')) return false;
  if (
    isGlued(tokens, at) &&
    (isWord(tokens, at - 1) ||
      markAt(tokens, at - 1) === '-' ||
      markAt(tokens, at - 1) === '/' ||
      markAt(tokens, at - 1) === '.')
  )
    return false;
  if (isGlued(tokens, end) && (isWord(tokens, end) || (isGlued(tokens, end + 1) && isNumber(tokens, end + 1))))
    return false;
  if (UNITS.has(wordAt(tokens, end)) && gapBefore(tokens, end) < LINE && extensionDigits(tokens, end, 2) === -1)
    return false;
  return separator !== '.' || PHONE_WORDS.has(cueBefore(tokens, at));
}

function withExtension(tokens: TokenList, end: number): number {
  let at = end;
  const mark = markAt(tokens, at);
  if (mark === ',' || mark === ';' || mark === '(') at++;
  const digits = extensionDigits(tokens, at, 2);
  return digits === -1 ? end : digits + 1;
}

/** `ext 3546`, `extension 412`, `x4410`, by itself: needs a word of telephony near by, or three digits behind `ext`, and no joint. */
function extensionAt(tokens: TokenList, at: number): number {
  const word = wordAt(tokens, at);
  const index = extensionDigits(tokens, at);
  if (index === -1) return -1;
  let cued = isAlone(tokens, at, index);
  for (let before = at - 1; before >= 0 && before > at - 9; before--) {
    const near = wordAt(tokens, before);
    if (near.startsWith('flex') || near === 'rom' || near === 'motion' || near === 'abduction') return -1;
    if (markAt(tokens, before) === '.' && gapBefore(tokens, before + 1) !== 0) break;
    cued ||= PHONE_WORDS.has(near) || near === 'desk' || near === 'office' || near === 'ask' || near === 'beep';
  }
  if (word === 'x')
    return cued && tokens.shape[at] === LOWER && (isGlued(tokens, index) || closes(tokens, index)) ? index + 1 : -1;
  return cued || (word === 'ext' && digitsAt(tokens, index).length >= 3) ? index + 1 : -1;
}

/** `MSW, extension 7508`, `desk, x145`: between a comma and a stop, as nothing of the body is told. */
function isAlone(tokens: TokenList, at: number, index: number): boolean {
  const word = wordAt(tokens, at);
  const short = word === 'x' ? isGlued(tokens, index) : word.startsWith('ext');
  if (!short || markAt(tokens, at - 1) !== ',' || !closes(tokens, index)) return false;
  return isCapitalized(tokens, at - 2) || (word === 'x' && digitsAt(tokens, index).length > 3);
}

function closes(tokens: TokenList, index: number): boolean {
  const mark = markAt(tokens, index + 1);
  return (
    gapBefore(tokens, index + 1) >= LINE ||
    (mark !== '' && mark !== '°' && mark !== '%' && mark !== '/' && mark !== '-')
  );
}

/** Index of the digits of an extension whose word stands at `at`, or -1. */
function extensionDigits(tokens: TokenList, at: number, shortest = 3): number {
  const word = wordAt(tokens, at);
  if (!EXTENSIONS.has(word)) return -1;
  let next = at + 1;
  if (markAt(tokens, next) === '.' || markAt(tokens, next) === ':' || markAt(tokens, next) === '#') next++;
  const { length } = digitsAt(tokens, next);
  if (
    length < 2 ||
    length > 6 ||
    gapBefore(tokens, next) >= LINE ||
    UNITS.has(wordAt(tokens, next + 1)) ||
    markAt(tokens, next + 1) === '°'
  )
    return -1;
  return word === 'x' && (length < shortest || wordAt(tokens, next + 1) === 'x') ? -1 : next;
}

/** The word before a number, over a bracket, a colon and `is`. */
function cueBefore(tokens: TokenList, at: number): string {
  let before = at - 1;
  while (before >= 0 && markAt(tokens, before) !== '' && at - before < 4) before--;
  const word = wordAt(tokens, before);
  return word === 'is' || word === 'no' || word === 'number' || word === 'to' || word === 'on'
    ? wordAt(tokens, before - 1)
    : word;
}

/** An opening bracket or a plus sign before the number is part of it. */
function openingOf(tokens: TokenList, at: number): number {
  const mark = markAt(tokens, at - 1);
  if (mark === '+' && isGlued(tokens, at)) return at - 1;
  if (mark !== '(' || !isGlued(tokens, at)) return at;
  return markAt(tokens, at + 1) === ')' ? at - 1 : at;
}
