import type { InstructionNote } from '../code-tables.ts';
import type { Block, SeventhCharacter, TabularNotes } from './icd10cm-data.ts';
import { parseTargets } from './note-targets.ts';

export type NoteKind = 'excludes1' | 'excludes2' | 'codeFirst' | 'useAdditional' | 'codeAlso';

const LABELS: Readonly<Record<'codeFirst' | 'useAdditional' | 'codeAlso', string>> = {
  codeFirst: 'Code first',
  useAdditional: 'Use additional',
  codeAlso: 'Code also',
};

/** Gathers the notes of one tabular list while it is read. */
export class TabularNotesBuilder {
  readonly #notes = {
    excludes1: new Map<string, InstructionNote[]>(),
    excludes2: new Map<string, InstructionNote[]>(),
    codeFirst: new Map<string, InstructionNote[]>(),
    useAdditional: new Map<string, InstructionNote[]>(),
    codeAlso: new Map<string, InstructionNote[]>(),
  };
  readonly #terms = new Map<string, string[]>();
  readonly #seventh = new Map<string, readonly SeventhCharacter[]>();
  readonly #blocks: Block[] = [];

  /** One element of the list: excludes are a line each, instructions are read as whole sentences with their lists. */
  addNote(kind: NoteKind, at: string, lines: readonly string[]): void {
    const isExcludes = kind === 'excludes1' || kind === 'excludes2';
    const texts = isExcludes ? lines : groupInstructions(lines).map((text) => `${LABELS[kind]} ${text}`);
    for (const text of texts) {
      const targets = parseTargets(text);
      // An excludes line without a code is a heading over the lines behind it.
      if (isExcludes && targets.length === 0) continue;
      append(this.#notes[kind], at, { at, text, targets });
    }
  }

  addTerms(code: string, terms: readonly string[]): void {
    for (const term of terms) append(this.#terms, code, term);
  }

  addSeventh(code: string, characters: readonly SeventhCharacter[]): void {
    if (characters.length > 0) this.#seventh.set(code, characters);
  }

  addBlock(block: Block): void {
    this.#blocks.push(block);
  }

  build(): TabularNotes {
    return {
      excludes1: Object.fromEntries(this.#notes.excludes1),
      excludes2: Object.fromEntries(this.#notes.excludes2),
      codeFirst: Object.fromEntries(this.#notes.codeFirst),
      useAdditional: Object.fromEntries(this.#notes.useAdditional),
      codeAlso: Object.fromEntries(this.#notes.codeAlso),
      terms: Object.fromEntries(this.#terms),
      seventh: Object.fromEntries(this.#seventh),
      blocks: this.#blocks,
    };
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** "code to identify control using:", "insulin (Z79.4)", … is one instruction; a line that begins with "code" starts the next. */
function groupInstructions(lines: readonly string[]): string[] {
  const groups: string[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last === undefined || /^code\b/i.test(line)) groups.push(line);
    else groups[groups.length - 1] = last.endsWith(':') ? `${last} ${line}` : `${last}; ${line}`;
  }
  return groups.map((group) => group.replace(/^,\s*/, ''));
}
