import type { InstructionNote } from '../code-tables.ts';
import { toUndotted } from './code-format.ts';

/** All codes of a release, sorted, in a few flat arrays: no object per code, so that 100,000 of them load in milliseconds. */
export interface PackedCodes {
  readonly count: number;
  /** Seven ASCII bytes a code, without the dot, padded with spaces. */
  readonly codes: Uint8Array;
  /** 1 where the code is billable. */
  readonly billable: Uint8Array;
  /** `count + 1` offsets into `titles`. */
  readonly titleOffsets: Uint32Array;
  /** UTF-8. */
  readonly titles: Uint8Array;
}

/** What the tabular list says beside the codes. Keys are codes with their dot, sections (`E08-E13`) or `Chapter 4`. */
export interface TabularNotes {
  readonly excludes1: NotesByPlace;
  readonly excludes2: NotesByPlace;
  readonly codeFirst: NotesByPlace;
  readonly useAdditional: NotesByPlace;
  readonly codeAlso: NotesByPlace;
  readonly terms: Readonly<Record<string, readonly string[]>>;
  readonly seventh: Readonly<Record<string, readonly SeventhCharacter[]>>;
  /** Sections and chapters, as ranges of categories. */
  readonly blocks: readonly Block[];
}

export type NotesByPlace = Readonly<Record<string, readonly InstructionNote[]>>;

export interface Block {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface SeventhCharacter {
  readonly character: string;
  readonly meaning: string;
}

export interface Icd10cmData {
  readonly codes: PackedCodes;
  readonly notes: TabularNotes;
}

export interface CodeRow {
  readonly code: string;
  readonly title: string;
  readonly billable: boolean;
}

export const CODE_WIDTH = 7;

export const NO_NOTES: TabularNotes = {
  excludes1: {},
  excludes2: {},
  codeFirst: {},
  useAdditional: {},
  codeAlso: {},
  terms: {},
  seventh: {},
  blocks: [],
};

/** Sorts the rows by code and lays them flat. Of two rows with one code the later wins. */
export function packCodes(rows: Iterable<CodeRow>): PackedCodes {
  const byCode = new Map<string, CodeRow>();
  for (const row of rows) byCode.set(toUndotted(row.code), row);
  const sorted = [...byCode].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const codes = new Uint8Array(sorted.length * CODE_WIDTH).fill(0x20);
  const billable = new Uint8Array(sorted.length);
  const titleOffsets = new Uint32Array(sorted.length + 1);
  const titles = Buffer.from(sorted.map(([, row]) => row.title).join(''), 'utf8');
  let offset = 0;
  for (const [i, [code, row]] of sorted.entries()) {
    for (let k = 0; k < CODE_WIDTH && k < code.length; k += 1) codes[i * CODE_WIDTH + k] = code.charCodeAt(k);
    billable[i] = row.billable ? 1 : 0;
    offset += Buffer.byteLength(row.title, 'utf8');
    titleOffsets[i + 1] = offset;
  }
  return { count: sorted.length, codes, billable, titleOffsets, titles: new Uint8Array(titles) };
}
