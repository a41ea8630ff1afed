import { dayNumber, NO_DAY } from '../import/day-number.ts';
import { isDentalCode, isProcedureCode } from '../import/delimited.ts';
import type { Importer, ImportOptions, Member, ReleaseDraft } from '../import/importer.ts';
import { importError } from '../import/import-error.ts';
import { quarterOf } from '../import/quarter-of.ts';
import { lineSink } from '../import/sinks.ts';
import { jsonBytes } from '../release/sections.ts';

/** Description and the day from which the code is terminated. */
export type HcpcsEntry = readonly [description: string, terminatedFrom: number];

/** Fixed width (record layout of CMS): 1-5 code, 6-10 sequence, 11 record id, 12-91 long text, 92-119 short text, 285-292 termination. */
const RECORD = /^[A-Z]\d{4}\d{5}[0-9A-Z]/;
const MODIFIER_RECORD = /^ {3}[0-9A-Z]{2}\d{5}[78]/;

/** HCPCS Level II, as CMS publishes it each quarter (HCPCyyyy_MMM_ANWEB.txt). Modifiers and dental codes are left out. */
export function createHcpcsImporter(options: ImportOptions): Importer {
  const codes = new Map<string, { text: string; terminatedFrom: number }>();
  let source: Member | undefined;
  return {
    expects: 'the HCPCS Level II file (HCPCyyyy_MMM_ANWEB.txt)',
    open(member) {
      const first = member.head.split('\n').find((line) => line.trim() !== '') ?? '';
      if (!RECORD.test(first) && !MODIFIER_RECORD.test(first)) return undefined;
      if (source !== undefined)
        throw importError(
          `Two HCPCS files were given: ${source.displayName} and ${member.displayName}. Import one at a time.`,
        );
      source = member;
      return lineSink(member.displayName, (line, number) =>
        readRecord(codes, line, `${member.displayName}, line ${number}`),
      );
    },
    finish(): ReleaseDraft[] {
      if (source === undefined || codes.size === 0)
        throw importError('The file holds no HCPCS codes. Download it again.');
      const { name, from, to } = quarterOf(source, options);
      const entries = Object.fromEntries(
        [...codes].map(([code, entry]): [string, HcpcsEntry] => [code, [entry.text, entry.terminatedFrom]]),
      );
      const sections = { codes: jsonBytes(entries) };
      return [
        {
          variant: '',
          label: `HCPCS Level II ${name}`,
          effectiveFrom: from,
          effectiveTo: to,
          rows: codes.size,
          sections,
        },
      ];
    },
  };
}

function readRecord(codes: Map<string, { text: string; terminatedFrom: number }>, line: string, place: string): void {
  if (line.trim() === '' || MODIFIER_RECORD.test(line)) return;
  const code = line.slice(0, 5);
  if (!RECORD.test(line) || !isProcedureCode(code))
    throw importError(`${place}: not a record of the HCPCS file. Download it again.`);
  if (isDentalCode(code)) return;
  const text = line.slice(11, 91).trim();
  const known = codes.get(code);
  if (known !== undefined) {
    // A long text goes on in the records that follow.
    known.text = `${known.text} ${text}`.trim();
    return;
  }
  codes.set(code, {
    text: text === '' ? line.slice(91, 119).trim() : text,
    terminatedFrom: dayNumber(line.slice(284, 292)) ?? NO_DAY,
  });
}
