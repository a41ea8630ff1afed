import type { Icd10cmCode } from '../code-tables.ts';
import { toDotted, toUndotted } from './code-format.ts';
import { CODE_WIDTH, type PackedCodes } from './icd10cm-data.ts';

/** Reads packed codes by position: binary search over the bytes, strings made only for what is asked. */
export class PackedIndex {
  readonly #packed: PackedCodes;
  readonly #codes: Buffer;
  readonly #titles: Buffer;

  constructor(packed: PackedCodes) {
    this.#packed = packed;
    this.#codes = Buffer.from(packed.codes.buffer, packed.codes.byteOffset, packed.codes.byteLength);
    this.#titles = Buffer.from(packed.titles.buffer, packed.titles.byteOffset, packed.titles.byteLength);
  }

  get count(): number {
    return this.#packed.count;
  }

  /** Position of a code, or -1. */
  positionOf(code: string): number {
    const bare = toUndotted(code);
    if (bare.length < 3 || bare.length > CODE_WIDTH) return -1;
    const position = this.lowerBound(bare);
    return position < this.count && this.bareAt(position) === bare ? position : -1;
  }

  /** First position whose code is not before `bare` (no dot). */
  lowerBound(bare: string): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#isBefore(middle, bare)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The code without its dot. */
  bareAt(position: number): string {
    const start = position * CODE_WIDTH;
    let end = start + CODE_WIDTH;
    while (end > start && this.#codes[end - 1] === 0x20) end -= 1;
    return this.#codes.toString('latin1', start, end);
  }

  isBillable(position: number): boolean {
    return this.#packed.billable[position] === 1;
  }

  at(position: number): Icd10cmCode {
    const from = this.#packed.titleOffsets[position] ?? 0;
    const to = this.#packed.titleOffsets[position + 1] ?? from;
    return {
      code: toDotted(this.bareAt(position)),
      title: this.#titles.toString('utf8', from, to),
      billable: this.isBillable(position),
    };
  }

  /** Positions of everything below a prefix (and the prefix itself), in code order. */
  *below(prefix: string): Generator<number> {
    const bare = toUndotted(prefix);
    for (let i = this.lowerBound(bare); i < this.count && this.bareAt(i).startsWith(bare); i += 1) yield i;
  }

  #isBefore(position: number, bare: string): boolean {
    const start = position * CODE_WIDTH;
    for (let k = 0; k < CODE_WIDTH; k += 1) {
      const mine = this.#codes[start + k] ?? 0x20;
      const other = k < bare.length ? bare.charCodeAt(k) : 0x20;
      if (mine !== other) return mine < other;
    }
    return false;
  }
}
