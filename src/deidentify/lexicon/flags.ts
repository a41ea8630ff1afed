/** A personal name, given or family, of any origin. */
export const NAME = 1;
/** Among the most used 10 % of English words. */
export const COMMON = 2;
/** Any other English word. */
export const ENGLISH = 4;
/** A word of medicine: drug, test, device, anatomy, disease, unit, abbreviation. */
export const MEDICAL = 8;
/** Stands for a disease, sign, test, device or score when it is not a person. */
export const EPONYM = 16;
/** A city, by this one word. */
export const CITY = 32;
/** First word of a city's name of several words. */
export const CITY_START = 64;
/** A given name in common use in the United States, or its short form. */
export const GIVEN = 128;
/** A family name in common use in the United States. */
export const FAMILY = 256;
/** A city, region or country outside the United States. */
export const ABROAD = 512;
/** An employer, school or shop by one word. */
export const EMPLOYER = 1024;

export const FLAG_BITS = 11;
const FLAG_MASK = (1 << FLAG_BITS) - 1;

/** Slot and fingerprint come from two different hashes of the same pass. */
export function hashOf(key: string): { readonly slot: number; readonly print: number } {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second + code, 0x5bd1e995) ^ (second >>> 13);
  }
  return { slot: mix(first), print: mix(second) };
}

function mix(value: number): number {
  let out = value ^ (value >>> 16);
  out = Math.imul(out, 0x85ebca6b);
  out ^= out >>> 13;
  return out >>> 0;
}

/**
 * An open-addressing table of 32-bit cells: 21 bits of fingerprint, 11 of flags. It is read from a file as it lies in memory, because
 * parsing a quarter of a million words would cost more than the whole start-up may take. A word that is not in the lists is taken for one
 * that is in about one of a million look-ups.
 */
export class Lexicon {
  readonly #cells: Uint32Array;
  readonly #mask: number;

  constructor(cells: Uint32Array) {
    this.#cells = cells;
    this.#mask = cells.length - 1;
  }

  /** Flags of a folded word or phrase (words joined by one space), 0 when in no list. */
  find(key: string): number {
    const { slot: home, print } = hashOf(key);
    let slot = home & this.#mask;
    for (;;) {
      const cell = this.#cells[slot] ?? 0;
      if (cell === 0) return 0;
      if (cell >>> FLAG_BITS === print >>> FLAG_BITS) return cell & FLAG_MASK;
      slot = (slot + 1) & this.#mask;
    }
  }
}
