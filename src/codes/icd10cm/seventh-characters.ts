import { toUndotted } from './code-format.ts';
import type { CodeRow, SeventhCharacter } from './icd10cm-data.ts';

/** A diagnosis of the tabular list. `seventh` is what it takes, its own or inherited. */
export interface TabularDiagnosis {
  readonly code: string;
  readonly title: string;
  readonly seventh: readonly SeventhCharacter[];
  readonly isLeaf: boolean;
}

/** The rows of an order file: a leaf that takes a 7th character becomes a heading over one code for each, filled up with `X`. */
export function expandSeventh(diagnoses: readonly TabularDiagnosis[]): CodeRow[] {
  return diagnoses.flatMap(({ code, title, seventh, isLeaf }) => {
    const bare = toUndotted(code);
    const takesSeventh = isLeaf && seventh.length > 0 && bare.length < 7;
    const own: CodeRow = { code: bare, title, billable: isLeaf && !takesSeventh };
    if (!takesSeventh) return [own];
    const stem = bare.padEnd(6, 'X');
    const expanded = seventh.map(({ character, meaning }) => ({
      code: stem + character,
      title: `${title}, ${meaning}`,
      billable: true,
    }));
    return [own, ...expanded];
  });
}
