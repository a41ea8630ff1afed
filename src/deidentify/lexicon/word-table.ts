import { lookUp } from './lexicon.ts';

/** Words kept at a time; a power of two. */
const SLOTS = 1 << 14;
/** Five bits tell a letter of ASCII, so that two numbers of thirty bits tell a word of up to twelve letters. */
export const LETTER_BITS = 5;
export const LETTER_MASK = 31;
export const PACKED_LETTERS = 6;
export const LONGEST_PACKED = 2 * PACKED_LETTERS;
/** Numbers of a slot: first six letters, further letters, flags, leads. */
const CELLS = 4;

/**
 * The words seen last, with what the lists say about them, so that a word of a text costs neither a string nor a search. Only words that
 * are in some list are kept: nothing of a chart that the lists do not hold outlives its text here.
 */
export class WordTable {
  readonly #cells = new Int32Array(SLOTS * CELLS);
  readonly #keys: string[] = Array.from({ length: SLOTS }, () => '');
  readonly #leadsOf: (word: string) => number;
  /** The word found last: folded, one string for all its occurrences in all texts, if it is kept. */
  key = '';
  /** Lexicon flags of the word found last. */
  flags = 0;
  leads = 0;

  constructor(leadsOf: (word: string) => number) {
    this.#leadsOf = leadsOf;
  }

  /** Finds a word of up to `LONGEST_PACKED` letters of ASCII in any case; `head` and `tail` are its letters, packed. */
  findPacked(text: string, start: number, end: number, head: number, tail: number): void {
    const slot = slotOf(head, tail);
    const cell = slot * CELLS;
    if (this.#cells[cell] !== head || this.#cells[cell + 1] !== tail) return this.#keep(text, start, end, head, tail);
    this.key = this.#keys[slot] ?? '';
    this.flags = this.#cells[cell + 2] ?? 0;
    this.leads = this.#cells[cell + 3] ?? 0;
  }

  /** Finds a folded word in the lists. */
  find(key: string): void {
    this.key = key;
    this.flags = lookUp(key);
    this.leads = this.#leadsOf(key);
  }

  #keep(text: string, start: number, end: number, head: number, tail: number): void {
    this.find(text.slice(start, end).toLowerCase());
    if (this.flags === 0 && this.leads === 0) return;
    const slot = slotOf(head, tail);
    this.#keys[slot] = this.key;
    this.#cells.set([head, tail, this.flags, this.leads], slot * CELLS);
  }

  clear(): void {
    this.#cells.fill(0);
  }
}

function slotOf(head: number, tail: number): number {
  const mixed = Math.imul(head ^ Math.imul(tail, 0x85ebca6b), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (SLOTS - 1);
}
