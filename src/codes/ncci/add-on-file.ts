import { julianDayNumber, NO_DAY } from '../import/day-number.ts';
import { delimitedSink, delimiterOf, isDentalCode, isProcedureCode } from '../import/delimited.ts';
import { importError } from '../import/import-error.ts';
import type { Importer, ImportOptions, Member, ReleaseDraft } from '../import/importer.ts';
import { quarterOf } from '../import/quarter-of.ts';
import { jsonBytes } from '../release/sections.ts';

/** One primary of an add-on code. Type 1: the listed primaries only; 2: the contractor decides; 3: both. Days as day numbers. */
export type AddOnEdit = readonly [primary: string, type: number, effective: number, deletion: number];

/** In place of a primary: the contractor decides. */
export const CONTRACTOR = 'CCCCC';

/** NCCI add-on code edits (AOC_VyyyyQn.txt): add-on, primary, type, effective and deletion date (YYYYDDD), instruction. */
export function createAddOnImporter(options: ImportOptions): Importer {
  const edits = new Map<string, AddOnEdit[]>();
  let source: Member | undefined;
  return {
    expects: 'the NCCI add-on code edits (AOC_VyyyyQn.txt)',
    open(member) {
      const delimiter = delimiterOf(member.head);
      const isAddOn = member.head.split('\n').some((line) => editOf(cellsOf(line, delimiter)) !== undefined);
      if (!isAddOn) return undefined;
      source ??= member;
      let begun = false;
      return delimitedSink(member.displayName, delimiter, ({ cells, line }) => {
        const edit = editOf(cells);
        if (edit === undefined) {
          if (!begun) return;
          throw importError(
            `${member.displayName}, line ${line}: not an add-on code edit (code, primary, type 1-3, two dates YYYYDDD).`,
          );
        }
        begun = true;
        if (!isDentalCode(edit.addOn)) edits.set(edit.addOn, [...(edits.get(edit.addOn) ?? []), edit.edit]);
      });
    },
    finish(): ReleaseDraft[] {
      if (source === undefined || edits.size === 0)
        throw importError('The file holds no add-on code edits. Download it again.');
      const { name, from, to } = quarterOf(source, options);
      const sections = { edits: jsonBytes(Object.fromEntries(edits)) };
      return [
        {
          variant: '',
          label: `NCCI add-on codes ${name}`,
          effectiveFrom: from,
          effectiveTo: to,
          rows: edits.size,
          sections,
        },
      ];
    },
  };
}

function cellsOf(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((cell) => cell.trim());
}

function editOf(cells: readonly string[]): { readonly addOn: string; readonly edit: AddOnEdit } | undefined {
  const [addOn, primary, type = '', effective = '', deletion = ''] = cells;
  if (!isProcedureCode(addOn) || !isProcedureCode(primary) || !/^[123]$/.test(type)) return undefined;
  const [from, to] = [julianDayNumber(effective), deletion === '' ? NO_DAY : julianDayNumber(deletion)];
  if (from === undefined || to === undefined) return undefined;
  return { addOn, edit: [primary, Number(type), from === NO_DAY ? 0 : from, to] };
}
