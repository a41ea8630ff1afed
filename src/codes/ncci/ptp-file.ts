import { dayNumber, NO_DAY } from '../import/day-number.ts';
import { delimitedSink, delimiterOf, type DelimitedRow, isDentalCode, isProcedureCode } from '../import/delimited.ts';
import { importError } from '../import/import-error.ts';
import type { Importer, ImportOptions, Member, ReleaseDraft } from '../import/importer.ts';
import { quarterOf } from '../import/quarter-of.ts';
import type { Sections } from '../release/release-file.ts';
import { jsonBytes } from '../release/sections.ts';
import { ncciVariant } from './ncci-variant.ts';
import { packProcedure, PtpColumns, toPtpSections } from './ptp-columns.ts';
import { readPtp } from './ptp-table.ts';

const MAX_RATIONALES = 5000;

/** One edit a line, as NCCI prints it. */
interface PrintedEdit {
  readonly column1: string;
  readonly column2: string;
  readonly effective: string;
  readonly deletion: string;
  readonly modifier: string;
  readonly rationale: string;
}

/** The edits of one program and setting, over all its files (f1 to f4). */
interface PtpSet {
  readonly source: Member;
  readonly columns: PtpColumns;
  readonly rationales: Map<string, number>;
}

/**
 * NCCI procedure-to-procedure edits, Medicare (seven columns) and Medicaid (six: without "in existence prior to 1996"), text or CSV.
 * The files of a quarter may come together or one after the other: a later one completes the release.
 */
export function createPtpImporter(options: ImportOptions): Importer {
  const sets = new Map<string, PtpSet>();
  return {
    expects: 'NCCI procedure-to-procedure edits (ccipra-…-f1.TXT and the like; take the text file, not the Excel one)',
    open(member) {
      const delimiter = delimiterOf(member.head);
      const first = firstEdit(member.head, delimiter);
      if (first === undefined) return undefined;
      const variant = ncciVariant(member, first.isMedicaid);
      const set = sets.get(variant) ?? {
        source: member,
        columns: new PtpColumns(),
        rationales: new Map<string, number>(),
      };
      sets.set(variant, set);
      return editSink(member, delimiter, set);
    },
    finish(existing): ReleaseDraft[] {
      if (sets.size === 0) throw importError('The files hold no procedure-to-procedure edits. Download them again.');
      return [...sets].map(([variant, set]) => {
        const { name, from, to } = quarterOf(set.source, options);
        const label = `NCCI PTP ${name}`;
        const stored = existing(variant, label);
        const complete = stored === undefined ? set : joined(stored, set);
        const columns = toPtpSections(complete.columns);
        const sections = { ...columns, rationales: jsonBytes([...complete.rationales.keys()]) };
        const rows = columns.modifier.byteLength;
        return { variant, label, effectiveFrom: from, effectiveTo: to, rows, sections };
      });
    },
  };
}

/** The first line that is an edit tells the layout; banners and the heading of several lines come before it. */
function firstEdit(head: string, delimiter: string): { readonly isMedicaid: boolean } | undefined {
  for (const line of head.split('\n')) {
    const cells = line.split(delimiter).map((cell) => cell.trim().replaceAll('"', ''));
    const edit = printedEdit(cells);
    if (edit !== undefined && problemOf(edit) === undefined)
      return { isMedicaid: dayNumber(cells[2] ?? '') !== undefined };
  }
  return undefined;
}

function printedEdit(cells: readonly string[]): PrintedEdit | undefined {
  const [column1, column2] = cells;
  if (!isProcedureCode(column1) || !isProcedureCode(column2)) return undefined;
  const rest = dayNumber(cells[2] ?? '') === undefined ? cells.slice(3) : cells.slice(2);
  const [effective = '', deletion = '', modifier = '', rationale = ''] = rest;
  return { column1, column2, effective, deletion, modifier, rationale };
}

function problemOf({ effective, deletion, modifier }: PrintedEdit): string | undefined {
  if (dayNumber(effective) === undefined) return 'the effective date is not YYYYMMDD';
  if (deletion !== '' && deletion !== '*' && dayNumber(deletion) === undefined)
    return 'the deletion date is neither YYYYMMDD nor *';
  return /^[019]$/.test(modifier) ? undefined : 'the modifier indicator is not 0, 1 or 9';
}

function editSink(member: Member, delimiter: string, set: PtpSet) {
  let begun = false;
  return delimitedSink(member.displayName, delimiter, (row: DelimitedRow) => {
    const edit = printedEdit(row.cells);
    const problem = edit === undefined ? 'it is not an edit' : problemOf(edit);
    if (edit === undefined || problem !== undefined) {
      if (!begun) return;
      throw importError(`${member.displayName}, line ${row.line}: ${problem}. Download the file again.`);
    }
    begun = true;
    if (!isDentalCode(edit.column1) && !isDentalCode(edit.column2)) addEdit(set, edit, member);
  });
}

function addEdit({ columns, rationales }: PtpSet, edit: PrintedEdit, member: Member): void {
  const rationale = rationales.get(edit.rationale) ?? rationales.size;
  if (rationale === rationales.size) rationales.set(edit.rationale, rationale);
  if (rationales.size > MAX_RATIONALES) {
    throw importError(
      `${member.displayName} has more than ${MAX_RATIONALES} rationales: its columns are not those of PTP edits.`,
    );
  }
  columns.add({
    column1: packProcedure(edit.column1),
    column2: packProcedure(edit.column2),
    effective: dayNumber(edit.effective) ?? 0,
    deletion: dayNumber(edit.deletion) ?? NO_DAY,
    modifier: Number(edit.modifier),
    rationale,
  });
}

/** What is stored, then what was read: of two alike the later wins. */
function joined(stored: Sections, set: PtpSet): PtpSet {
  const data = readPtp(stored);
  const columns = new PtpColumns();
  const rationales = new Map(data.rationales.map((text, i) => [text, i]));
  for (const edit of data.edits()) columns.add(edit);
  const texts = [...set.rationales.keys()];
  const renumbered = texts.map((text) => {
    const known = rationales.get(text) ?? rationales.size;
    rationales.set(text, known);
    return known;
  });
  for (let i = 0; i < set.columns.length; i += 1) {
    columns.add({
      column1: set.columns.column1[i] ?? 0,
      column2: set.columns.column2[i] ?? 0,
      effective: set.columns.effective[i] ?? 0,
      deletion: set.columns.deletion[i] ?? 0,
      modifier: set.columns.modifier[i] ?? 0,
      rationale: renumbered[set.columns.rationale[i] ?? 0] ?? 0,
    });
  }
  return { ...set, columns, rationales };
}
