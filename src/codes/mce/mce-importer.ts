import type { MceList } from '../code-tables.ts';
import { fiscalYear } from '../import/dates.ts';
import { delimitedSink, delimiterOf } from '../import/delimited.ts';
import { importError } from '../import/import-error.ts';
import type { Importer, ImportOptions, Member, ReleaseDraft } from '../import/importer.ts';
import { isCodeShaped, toUndotted } from '../icd10cm/code-format.ts';
import { jsonBytes } from '../release/sections.ts';

const LISTS: Readonly<Record<string, MceList>> = {
  Newborn_Only: 'newborn',
  Pediatric_Only: 'pediatric',
  Maternity_Only: 'maternity',
  Adult_Only: 'adult',
  Female_Only: 'female',
  Male_Only: 'male',
  Principal_Manifestation: 'manifestation',
  Principal_Unacceptable: 'unacceptable-principal',
};

const HEADING = ['MCE_Version', 'MCE_Edit_Type', 'ICD_Code_Type', 'ICD_Code'];

/** The diagnosis lists of the Medicare Code Editor as a table (MCE_Version, …, MCE_Edit_Type, ICD_Code_Type, ICD_Code). */
export function createMceImporter(options: ImportOptions): Importer {
  const lists = new Map<MceList, Set<string>>();
  let source: Member | undefined;
  let version = Number.NaN;
  return {
    expects: 'the lists of the Medicare Code Editor (a table with MCE_Edit_Type and ICD_Code)',
    open(member) {
      const firstLine = member.head.split('\n')[0] ?? '';
      if (!HEADING.every((name) => firstLine.includes(name))) return undefined;
      source = member;
      let heading: readonly string[] | undefined;
      return delimitedSink(member.displayName, delimiterOf(firstLine), ({ cells, line }) => {
        if (heading === undefined) {
          heading = cells;
          return;
        }
        const cell = (name: string): string => cells[heading?.indexOf(name) ?? -1] ?? '';
        const list = LISTS[cell('MCE_Edit_Type')];
        if (Number.isNaN(version)) version = Number.parseInt(cell('MCE_Version'), 10);
        if (list === undefined || cell('ICD_Code_Type') !== 'D') return;
        const code = toUndotted(cell('ICD_Code'));
        if (!isCodeShaped(code))
          throw importError(
            `${member.displayName}, line ${line}: ${JSON.stringify(code.slice(0, 20))} is not an ICD-10-CM code.`,
          );
        lists.set(list, (lists.get(list) ?? new Set()).add(code));
      });
    },
    finish(): ReleaseDraft[] {
      if (source === undefined || lists.size === 0)
        throw importError('The file holds no diagnosis lists of the Medicare Code Editor.');
      // Version 37 came with FY2020 (like the MS-DRG grouper), and one a year since.
      const year = options.year ?? version + 1983;
      if (!(year > 2015 && year < 2100))
        throw importError(`${source.displayName} does not say its version. Say the fiscal year with --year.`);
      const { from, to } = fiscalYear(year);
      const sections = {
        lists: jsonBytes(Object.fromEntries([...lists].map(([list, codes]) => [list, [...codes].toSorted()]))),
      };
      const rows = [...lists.values()].reduce((sum, codes) => sum + codes.size, 0);
      return [
        {
          variant: '',
          label: `Medicare Code Editor v${year - 1983}`,
          effectiveFrom: from,
          effectiveTo: to,
          rows,
          sections,
        },
      ];
    },
  };
}
