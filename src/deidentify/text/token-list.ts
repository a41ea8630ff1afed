import { COMMON, ENGLISH, EPONYM, GIVEN, MEDICAL, NAME } from '../lexicon/flags.ts';
import { LETTER_BITS, LETTER_MASK, LONGEST_PACKED, PACKED_LETTERS, WordTable } from '../lexicon/word-table.ts';
import { fold, letterClass } from './fold.ts';
import {
  BEHIND_LEAD,
  CAPITAL_LEAD,
  leadLists,
  leadsOfMark,
  leadsOfWord,
  LINE_LEAD,
  NUMBER_LEAD,
  UPPER_LEAD,
} from './leads.ts';

export const WORD = 1;
export const NUMBER = 2;
export const MARK = 3;
export type TokenKind = typeof WORD | typeof NUMBER | typeof MARK;

/** How a word is written: `lower`, `Capital`, `UPPER` (one capital letter alone is UPPER), `MiXed`. */
export const LOWER = 0;
export const CAPITAL = 1;
export const UPPER = 2;
export const MIXED = 3;

/** What stands between a token and the one before it. */
export const GLUED = 0;
export const SPACE = 1;
export const LINE = 2;
export const PARAGRAPH = 3;

/**
 * A text cut once into words, runs of digits and single marks; every detector reads this instead of the text, which keeps the whole linear.
 * Arrays run in parallel and are indexed by token. Reading past either end gives `undefined`, `''` or 0 through the accessors.
 */
export interface TokenList {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  readonly shape: Uint8Array;
  readonly gap: Uint8Array;
  /** Lexicon flags of a word, 0 for the rest. */
  readonly flags: Uint16Array;
  /** What can begin at a token: see `leads.ts`. */
  readonly leads: Int32Array;
  /** Folded form: lower case, no accents. */
  readonly key: readonly string[];
}

/** Cuts a text into tokens; linear. */
export function tokenize(text: string): TokenList {
  if (listsOfWords !== leadLists()) {
    WORDS.clear();
    listsOfWords = leadLists();
  }
  return new Cutter(text).cut();
}

const WORDS = new WordTable(leadsOfWord);
let listsOfWords = leadLists();

/** Bytes of one token in all typed arrays. */
const TOKEN_BYTES = 4 + 4 + 4 + 2 + 1 + 1 + 1;

/** The typed arrays of a token list, in one piece of memory. */
class Columns {
  readonly capacity: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly leads: Int32Array;
  readonly flags: Uint16Array;
  readonly kind: Uint8Array;
  readonly shape: Uint8Array;
  readonly gap: Uint8Array;

  constructor(capacity: number) {
    const buffer = new ArrayBuffer(capacity * TOKEN_BYTES);
    this.capacity = capacity;
    this.start = new Int32Array(buffer, 0, capacity);
    this.end = new Int32Array(buffer, capacity * 4, capacity);
    this.leads = new Int32Array(buffer, capacity * 8, capacity);
    this.flags = new Uint16Array(buffer, capacity * 12, capacity);
    this.kind = new Uint8Array(buffer, capacity * 14, capacity);
    this.shape = new Uint8Array(buffer, capacity * 15, capacity);
    this.gap = new Uint8Array(buffer, capacity * 16, capacity);
  }

  grown(): Columns {
    const more = new Columns(this.capacity * 2);
    more.start.set(this.start);
    more.end.set(this.end);
    more.leads.set(this.leads);
    more.flags.set(this.flags);
    more.kind.set(this.kind);
    more.shape.set(this.shape);
    more.gap.set(this.gap);
    return more;
  }
}

/**
 * `Åsa` folds to an abbreviation of medicine, which nobody writes so; and a word with a letter of another language that is no word of
 * English or medicine is a name in an English note: `Zbyšek`, `Çağlar`.
 */
function flagsOfForeign(text: string, start: number, end: number, flags: number): number {
  let foreign = false;
  for (let at = start; at < end && !foreign; at++) {
    const code = text.charCodeAt(at);
    foreign = (code >= 0xc0 && code < 0x250) || (code >= 0x300 && code < 0x370) || (code >= 0x1e00 && code < 0x1f00);
  }
  if (!foreign) return flags;
  const own = (flags & NAME) !== 0 ? flags & ~MEDICAL : flags;
  return (own & (COMMON | ENGLISH | MEDICAL | EPONYM)) === 0 ? own | NAME | GIVEN : own;
}

class Cutter {
  readonly #text: string;
  readonly #key: string[] = [];
  #columns: Columns;
  #count = 0;
  #pendingGap: number = PARAGRAPH;

  constructor(text: string) {
    this.#text = text;
    this.#columns = new Columns(Math.max(64, (text.length + 2) / 3) & ~3);
  }

  cut(): TokenList {
    const text = this.#text;
    const length = text.length;
    let at = 0;
    while (at < length) {
      const code = text.charCodeAt(at);
      if (code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x0d) {
        if (this.#pendingGap < SPACE) this.#pendingGap = SPACE;
        at++;
      } else if (code === 0x0a || code === 0x2028 || code === 0x2029 || code === 0x0c) {
        this.#pendingGap = this.#pendingGap >= LINE ? PARAGRAPH : LINE;
        at++;
      } else if (code >= 0x30 && code <= 0x39) {
        at = this.#number(at);
      } else if (letterClass(code) !== 0) {
        at = this.#word(at);
      } else if (isInvisible(code)) {
        if (isWideSpace(code) && this.#pendingGap < SPACE) this.#pendingGap = SPACE;
        at++;
      } else {
        at = this.#mark(at, code);
      }
    }
    const { start, end, leads, flags, kind, shape, gap } = this.#columns;
    return { text, count: this.#count, start, end, leads, flags, kind, shape, gap, key: this.#key };
  }

  #number(start: number): number {
    const text = this.#text;
    let at = start + 1;
    let value = text.charCodeAt(start) - 0x30;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 0x30 || code > 0x39) break;
      value = value * 10 + code - 0x30;
    }
    const key = at - start <= 4 ? shortNumber(value, at - start) : text.slice(start, at);
    this.#push(start, at, NUMBER, LOWER, key, 0, NUMBER_LEAD);
    return at;
  }

  #word(start: number): number {
    const text = this.#text;
    let capitals = 0;
    let smalls = 0;
    let widest = 0;
    let head = 0;
    let tail = 0;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const found = letterClass(code);
      if (found === 0) break;
      widest |= code;
      if (at - start < PACKED_LETTERS) head = (head << LETTER_BITS) | (code & LETTER_MASK);
      else tail = (tail << LETTER_BITS) | (code & LETTER_MASK);
      if (found === 2) capitals++;
      else if (found === 1) smalls++;
    }
    if (widest < 0x80 && at - start <= LONGEST_PACKED) WORDS.findPacked(text, start, at, head, tail);
    else WORDS.find(fold(text, start, at));
    const shape = shapeOf(capitals, smalls, letterClass(text.charCodeAt(start)) === 2);
    const flags = widest < 0x80 ? WORDS.flags : flagsOfForeign(text, start, at, WORDS.flags);
    this.#push(start, at, WORD, shape, WORDS.key, flags, WORDS.leads | (SHAPE_LEADS[shape] ?? 0));
    return at;
  }

  #mark(start: number, code: number): number {
    if (code < 0x80) {
      this.#push(start, start + 1, MARK, LOWER, ASCII_MARKS[code] ?? '', 0, ASCII_MARK_LEADS[code] ?? 0);
      return start + 1;
    }
    const pair = code >= 0xd800 && code <= 0xdbff && start + 1 < this.#text.length;
    const end = start + (pair ? 2 : 1);
    this.#push(start, end, MARK, LOWER, this.#text.slice(start, end), 0, 0);
    return end;
  }

  #push(start: number, end: number, kind: TokenKind, shape: number, key: string, flags: number, leads: number): void {
    if (this.#count === this.#columns.capacity) this.#columns = this.#columns.grown();
    const columns = this.#columns;
    const at = this.#count++;
    const gap = this.#pendingGap;
    const behind = at > 0 && columns.kind[at - 1] !== WORD;
    columns.start[at] = start;
    columns.end[at] = end;
    columns.kind[at] = kind;
    columns.shape[at] = shape;
    columns.gap[at] = gap;
    columns.flags[at] = flags;
    columns.leads[at] = leads | (gap >= LINE ? LINE_LEAD : 0) | (behind ? BEHIND_LEAD : 0);
    this.#key.push(key);
    this.#pendingGap = GLUED;
  }
}

/** By shape: lower, Capital, UPPER, MiXed. */
const SHAPE_LEADS = [0, CAPITAL_LEAD, CAPITAL_LEAD | UPPER_LEAD, CAPITAL_LEAD];
const ASCII_MARKS = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code));
const ASCII_MARK_LEADS = ASCII_MARKS.map(leadsOfMark);
const SHORT_NUMBERS = Array.from<string | undefined>({ length: 40_000 });

/** The digits of a number of up to four, leading zeros kept: one string for all its occurrences. */
function shortNumber(value: number, digits: number): string {
  const at = value * 4 + digits - 1;
  return (SHORT_NUMBERS[at] ??= String(value).padStart(digits, '0'));
}

function shapeOf(capitals: number, smalls: number, startsCapital: boolean): number {
  if (capitals === 0) return LOWER;
  if (smalls === 0) return UPPER;
  return capitals === 1 && startsCapital ? CAPITAL : MIXED;
}

/** Soft hyphen, zero-width characters, byte order mark, and the wide spaces of typography. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2060 ||
    isWideSpace(code) ||
    code < 0x20
  );
}

function isWideSpace(code: number): boolean {
  return (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0x0b;
}
