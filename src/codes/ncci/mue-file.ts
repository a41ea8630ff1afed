import { delimitedSink, delimiterOf, isDentalCode, isProcedureCode } from '../import/delimited.ts';
import { importError } from '../import/import-error.ts';
import type { Importer, ImportOptions, Member, ReleaseDraft } from '../import/importer.ts';
import { quarterOf } from '../import/quarter-of.ts';
import { jsonBytes } from '../release/sections.ts';
import { ncciVariant } from './ncci-variant.ts';

/** Units, adjudication indicator (1 line, 2 day by policy, 3 day clinical), rationale. */
export type MueEntry = readonly [units: number, adjudication: number, rationale: string];

interface Columns {
  readonly code: number;
  readonly units: number;
  /** Medicaid has none: its values are per claim line. */
  readonly adjudication: number;
  readonly rationale: number;
}

/** NCCI medically unlikely edits (MCR_MUE_PractitionerServices_Eff_MM-DD-YYYY.csv and its like). */
export function createMueImporter(options: ImportOptions): Importer {
  const files: { readonly member: Member; readonly variant: string; readonly entries: Map<string, MueEntry> }[] = [];
  return {
    expects:
      'an NCCI medically unlikely edits table (MCR_MUE_…_Eff_MM-DD-YYYY.csv; take the CSV or text file, not the Excel one)',
    open(member) {
      const delimiter = delimiterOf(member.head);
      if (!/MUE\s+Values?/i.test(member.head)) return undefined;
      const entries = new Map<string, MueEntry>();
      files.push({ member, variant: ncciVariant(member, false), entries });
      let columns: Columns | undefined;
      return delimitedSink(member.displayName, delimiter, ({ cells, line }) => {
        if (columns === undefined) columns = columnsOf(cells);
        else readRow(entries, cells, columns, `${member.displayName}, line ${line}`);
      });
    },
    finish(): ReleaseDraft[] {
      if (files.length === 0) throw importError('The files hold no medically unlikely edits. Download them again.');
      return files.map(({ member, variant, entries }) => {
        if (entries.size === 0)
          throw importError(`${member.displayName} holds no edits under its heading. Download it again.`);
        const { name, from, to } = quarterOf(member, options);
        const sections = { entries: jsonBytes(Object.fromEntries(entries)) };
        return {
          variant,
          label: `NCCI MUE ${name}`,
          effectiveFrom: from,
          effectiveTo: to,
          rows: entries.size,
          sections,
        };
      });
    },
  };
}

function columnsOf(cells: readonly string[]): Columns | undefined {
  const at = (pattern: RegExp): number => cells.findIndex((cell) => pattern.test(cell));
  const [code, units] = [at(/HCPCS.*CODE/is), at(/MUE\s+VALUES?/i)];
  if (code < 0 || units < 0) return undefined;
  return { code, units, adjudication: at(/ADJUDICATION/i), rationale: at(/RATIONALE/i) };
}

function readRow(entries: Map<string, MueEntry>, cells: readonly string[], columns: Columns, place: string): void {
  const code = cells[columns.code]?.toUpperCase();
  const [units = '', indicator = '1'] = [cells[columns.units], cells[columns.adjudication]];
  const adjudication = /^([123])\b/.exec(indicator)?.[1];
  if (!isProcedureCode(code))
    throw importError(`${place}: the first cell is not a procedure code. Download the file again.`);
  if (!/^\d{1,6}$/.test(units) || adjudication === undefined) {
    throw importError(
      `${place}: the MUE value or its adjudication indicator (1, 2 or 3) is missing. Download the file again.`,
    );
  }
  if (!isDentalCode(code)) entries.set(code, [Number(units), Number(adjudication), cells[columns.rationale] ?? '']);
}
