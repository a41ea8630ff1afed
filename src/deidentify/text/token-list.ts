import { fold, letterClass } from './fold.ts';
import { lookUp } from '../lexicon/lexicon.ts';

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
  /** Folded form: lower case, no accents. */
  readonly key: readonly string[];
}

/** Cuts a text into tokens; linear. */
export function tokenize(text: string): TokenList {
  const builder = new Builder(text);
  builder.run();
  return builder.toList();
}

class Builder {
  readonly #text: string;
  #capacity: number;
  #count = 0;
  #start: Int32Array;
  #end: Int32Array;
  #kind: Uint8Array;
  #shape: Uint8Array;
  #gap: Uint8Array;
  #flags: Uint16Array;
  readonly #key: string[] = [];
  #pendingGap: number = PARAGRAPH;

  constructor(text: string) {
    this.#text = text;
    this.#capacity = Math.max(64, text.length >> 2);
    this.#start = new Int32Array(this.#capacity);
    this.#end = new Int32Array(this.#capacity);
    this.#kind = new Uint8Array(this.#capacity);
    this.#shape = new Uint8Array(this.#capacity);
    this.#gap = new Uint8Array(this.#capacity);
    this.#flags = new Uint16Array(this.#capacity);
  }

  run(): void {
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
  }

  #number(start: number): number {
    let at = start + 1;
    for (; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      if (code < 0x30 || code > 0x39) break;
    }
    this.#push(start, at, NUMBER, LOWER, this.#text.slice(start, at), 0);
    return at;
  }

  #word(start: number): number {
    const text = this.#text;
    let capitals = 0;
    let smalls = 0;
    let widest = 0;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const found = letterClass(code);
      if (found === 0) break;
      widest |= code;
      if (found === 2) capitals++;
      else if (found === 1) smalls++;
    }
    // Most words are small ASCII letters already: those are their own folded form.
    const plain = widest < 0x80 ? text.slice(start, at) : fold(text, start, at);
    const key = capitals === 0 || widest >= 0x80 ? plain : plain.toLowerCase();
    const shape = shapeOf(capitals, smalls, letterClass(text.charCodeAt(start)) === 2);
    this.#push(start, at, WORD, shape, key, lookUp(key));
    return at;
  }

  #mark(start: number, code: number): number {
    const pair = code >= 0xd800 && code <= 0xdbff && start + 1 < this.#text.length;
    const end = start + (pair ? 2 : 1);
    this.#push(start, end, MARK, LOWER, this.#text.slice(start, end), 0);
    return end;
  }

  #push(start: number, end: number, kind: TokenKind, shape: number, key: string, flags: number): void {
    if (this.#count === this.#capacity) this.#grow();
    const at = this.#count++;
    this.#start[at] = start;
    this.#end[at] = end;
    this.#kind[at] = kind;
    this.#shape[at] = shape;
    this.#gap[at] = this.#pendingGap;
    this.#flags[at] = flags;
    this.#key.push(key);
    this.#pendingGap = GLUED;
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#start = copyInto(new Int32Array(this.#capacity), this.#start);
    this.#end = copyInto(new Int32Array(this.#capacity), this.#end);
    this.#kind = copyInto(new Uint8Array(this.#capacity), this.#kind);
    this.#shape = copyInto(new Uint8Array(this.#capacity), this.#shape);
    this.#gap = copyInto(new Uint8Array(this.#capacity), this.#gap);
    this.#flags = copyInto(new Uint16Array(this.#capacity), this.#flags);
  }

  toList(): TokenList {
    return {
      text: this.#text,
      count: this.#count,
      start: this.#start,
      end: this.#end,
      kind: this.#kind,
      shape: this.#shape,
      gap: this.#gap,
      flags: this.#flags,
      key: this.#key,
    };
  }
}

function copyInto<A extends Int32Array | Uint8Array | Uint16Array>(target: A, source: A): A {
  target.set(source);
  return target;
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
