import { toUndotted } from './code-format.ts';
import type { CodeRow, SeventhCharacter } from './icd10cm-data.ts';

/** What a diagnosis takes as 7th character, by itself or from above. */
export interface SeventhRule {
  readonly characters: readonly SeventhCharacter[];
  readonly exceptions: readonly SeventhException[];
}

/** Characters that do not go with a 6th character. */
export interface SeventhException {
  readonly characters: readonly string[];
  readonly sixth: string;
}

export const NO_SEVENTH: SeventhRule = { characters: [], exceptions: [] };

/** A diagnosis of the tabular list. */
export interface TabularDiagnosis {
  readonly code: string;
  readonly title: string;
  readonly seventh: SeventhRule;
  readonly isLeaf: boolean;
}

/** "7th characters D and S do not apply to codes in category S06 with 6th character 7 - …, or 8 - …" */
export function exceptionsIn(note: string): SeventhException[] {
  const found = /^7th characters? (.+?) do(?:es)? not apply to codes .*?with 6th character (.*)$/.exec(note);
  if (found === null) return [];
  const characters = [...(found[1] ?? '').matchAll(/\b[0-9A-Z]\b/g)].map(([character]) => character);
  const sixths = [...(found[2] ?? '').matchAll(/(?:^|\bor )([0-9A-Z])\b/g)].map((match) => match[1] ?? '');
  return sixths.map((sixth) => ({ characters, sixth }));
}

/** The rows of an order file: a leaf that takes a 7th character becomes a heading over one code for each, filled up with `X`. */
export function expandSeventh(diagnoses: readonly TabularDiagnosis[]): CodeRow[] {
  return diagnoses.flatMap(({ code, title, seventh, isLeaf }) => {
    const bare = toUndotted(code);
    const takesSeventh = isLeaf && seventh.characters.length > 0 && bare.length < 7;
    const own: CodeRow = { code: bare, title, billable: isLeaf && !takesSeventh };
    if (!takesSeventh) return [own];
    const stem = bare.padEnd(6, 'X');
    const excluded = new Set(
      seventh.exceptions.filter(({ sixth }) => sixth === stem[5]).flatMap(({ characters }) => characters),
    );
    const expanded = seventh.characters
      .filter(({ character }) => !excluded.has(character))
      .map(({ character, meaning }) => ({ code: stem + character, title: `${title}, ${meaning}`, billable: true }));
    return [own, ...expanded];
  });
}
