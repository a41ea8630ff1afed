import type { Icd10cmCode, Icd10cmTable, InstructionNote, Release } from '../code-tables.ts';
import { toDotted, toUndotted } from './code-format.ts';
import type { Icd10cmData, NotesByPlace, SeventhCharacter, TabularNotes } from './icd10cm-data.ts';
import { namesCode } from './note-targets.ts';
import { PackedIndex } from './packed-index.ts';

/** An ICD-10-CM release to be asked. `data` is kept, not copied. */
export function createIcd10cmTable(data: Icd10cmData, release: Release): Icd10cmTable {
  return new PackedIcd10cmTable(data, release);
}

class PackedIcd10cmTable implements Icd10cmTable {
  readonly release: Release;
  readonly hasNotes: boolean;
  readonly #index: PackedIndex;
  readonly #notes: TabularNotes;
  readonly #blocksOf = new Map<string, readonly string[]>();

  constructor(data: Icd10cmData, release: Release) {
    this.release = release;
    this.#index = new PackedIndex(data.codes);
    this.#notes = data.notes;
    this.hasNotes = data.notes.blocks.length > 0 || Object.keys(data.notes.excludes1).length > 0;
  }

  find(code: string): Icd10cmCode | undefined {
    const position = this.#index.positionOf(code);
    return position < 0 ? undefined : this.#index.at(position);
  }

  children(code: string): readonly Icd10cmCode[] {
    const parent = toUndotted(code);
    if (parent.length < 3) return [];
    const children: Icd10cmCode[] = [];
    let latest: string | undefined;
    for (const position of this.#index.below(parent)) {
      const bare = this.#index.bareAt(position);
      if (bare === parent || (latest !== undefined && bare.startsWith(latest))) continue;
      latest = bare;
      children.push(this.#index.at(position));
    }
    return children;
  }

  billableUnder(prefix: string): readonly Icd10cmCode[] {
    const codes: Icd10cmCode[] = [];
    if (prefix.trim() === '') return codes;
    for (const position of this.#index.below(prefix)) {
      if (this.#index.isBillable(position)) codes.push(this.#index.at(position));
    }
    return codes;
  }

  terms(code: string): readonly string[] {
    return this.#notes.terms[toDotted(code)] ?? [];
  }

  excludes1(a: string, b: string): InstructionNote | undefined {
    return this.#keptApart(this.#notes.excludes1, a, b);
  }

  excludes2(a: string, b: string): InstructionNote | undefined {
    return this.#keptApart(this.#notes.excludes2, a, b);
  }

  codeFirst(code: string): readonly InstructionNote[] {
    return this.#notesFor(this.#notes.codeFirst, code);
  }

  useAdditional(code: string): readonly InstructionNote[] {
    return this.#notesFor(this.#notes.useAdditional, code);
  }

  codeAlso(code: string): readonly InstructionNote[] {
    return this.#notesFor(this.#notes.codeAlso, code);
  }

  seventhCharacters(code: string): readonly SeventhCharacter[] {
    const base = toUndotted(code).slice(0, 6);
    const position = this.#index.positionOf(base);
    if (position >= 0 && this.#index.isBillable(position)) return [];
    const defined = this.#definedSeventh(base);
    // A printed list may hold characters that not every code takes: the codes of the release decide where they are there.
    const stem = base.padEnd(6, 'X');
    const existing = defined.filter(({ character }) => this.#index.positionOf(stem + character) >= 0);
    return existing.length > 0 ? existing : defined;
  }

  *all(): Generator<Icd10cmCode> {
    for (let i = 0; i < this.#index.count; i += 1) if (this.#index.isBillable(i)) yield this.#index.at(i);
  }

  #definedSeventh(base: string): readonly SeventhCharacter[] {
    for (let length = base.length; length >= 3; length -= 1) {
      const defined = this.#notes.seventh[toDotted(base.slice(0, length))];
      if (defined !== undefined) return defined;
    }
    return [];
  }

  #keptApart(notes: NotesByPlace, a: string, b: string): InstructionNote | undefined {
    const [first, second] = [toDotted(a), toDotted(b)];
    if (first === second) return undefined;
    return this.#noteAgainst(notes, first, second) ?? this.#noteAgainst(notes, second, first);
  }

  /** A note that stands over `carrier` and names `other`. One that names the carrier too does not set the two apart. */
  #noteAgainst(notes: NotesByPlace, carrier: string, other: string): InstructionNote | undefined {
    for (const place of this.#placesOf(carrier)) {
      const note = notes[place]?.find((candidate) => namesCode(candidate, other) && !namesCode(candidate, carrier));
      if (note !== undefined) return note;
    }
    return undefined;
  }

  #notesFor(notes: NotesByPlace, code: string): readonly InstructionNote[] {
    return this.#placesOf(toDotted(code)).flatMap((place) => notes[place] ?? []);
  }

  /** Where notes on a code may stand, nearest first: the code, its ancestors, its sections, its chapter. */
  #placesOf(code: string): string[] {
    const places: string[] = [];
    for (let length = code.length; length > 4; length -= 1) places.push(code.slice(0, length));
    const category = code.slice(0, 3);
    return [...places, category, ...this.#blocksAround(category)];
  }

  #blocksAround(category: string): readonly string[] {
    const known = this.#blocksOf.get(category);
    if (known !== undefined) return known;
    const blocks = this.#notes.blocks.filter(({ from, to }) => from <= category && category <= to).map(({ id }) => id);
    // Bounded by the number of categories; what is no category is not kept.
    if (/^[A-Z]\d[0-9A-Z]$/.test(category)) this.#blocksOf.set(category, blocks);
    return blocks;
  }
}
