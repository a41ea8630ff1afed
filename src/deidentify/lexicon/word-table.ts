import { lookUp } from './lexicon.ts';

/** Words kept at a time; a power of two. */
const SLOTS = 1 << 15;

/** What the lists say about one word. */
export interface WordEntry {
  /** Folded form: one string for all its occurrences in all texts. */
  readonly key: string;
  /** Lexicon flags. */
  readonly flags: number;
  readonly leads: number;
}

/**
 * The words seen last, with what the lists say about them, so that a word of a text costs one hash and neither a string nor a search. Only
 * words that are in some list are kept: nothing of a chart that the lists do not hold outlives its text here.
 */
export class WordTable {
  readonly #entries: (WordEntry | undefined)[] = Array.from<WordEntry | undefined>({ length: SLOTS });
  readonly #leadsOf: (word: string) => number;

  constructor(leadsOf: (word: string) => number) {
    this.#leadsOf = leadsOf;
  }

  /** The entry of a word of ASCII letters in any case; `hash` is that of its small letters. */
  findAscii(text: string, start: number, end: number, hash: number): WordEntry {
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const entry = this.#entries[slot];
    if (entry !== undefined && isSame(entry.key, text, start, end)) return entry;
    const fresh = this.find(text.slice(start, end).toLowerCase());
    if (fresh.flags !== 0 || fresh.leads !== 0) this.#entries[slot] = fresh;
    return fresh;
  }

  /** The entry of a folded word, looked up in the lists. */
  find(key: string): WordEntry {
    return { key, flags: lookUp(key), leads: this.#leadsOf(key) };
  }

  clear(): void {
    this.#entries.fill(undefined);
  }
}

/** Compares in small letters: a folded word of ASCII letters with a stretch of ASCII letters. */
function isSame(key: string, text: string, start: number, end: number): boolean {
  const { length } = key;
  if (length !== end - start) return false;
  for (let at = 0; at < length; at++) if (key.charCodeAt(at) !== (text.charCodeAt(start + at) | 0x20)) return false;
  return true;
}
