import { importError } from '../import/import-error.ts';
import { isCodeShaped } from './code-format.ts';
import type { CodeRow } from './icd10cm-data.ts';

/** Fixed width: 1-5 order number, 7-13 code without dot, 15 billable (1/0), 17-76 short title, 78 on long title. */
const ORDER_LINE = /^\d{5} [A-Z]\d[0-9A-Z][0-9A-Z ]{4} [01] /;

export function isOrderLine(line: string): boolean {
  return ORDER_LINE.test(line);
}

/** A line of the order file; undefined for a blank one. Throws `codes-import-failed` on any other. */
export function parseOrderLine(
  line: string,
  place: { readonly file: string; readonly line: number },
): CodeRow | undefined {
  if (line.trim() === '') return undefined;
  const code = line.slice(6, 13).trim();
  if (!ORDER_LINE.test(line) || !isCodeShaped(code)) {
    throw importError(
      `${place.file}, line ${place.line}: not a line of an ICD-10-CM order file. Take the file as CMS publishes it (icd10cm_order_YYYY.txt).`,
    );
  }
  const long = line.slice(77).trim();
  return { code, billable: line[14] === '1', title: long === '' ? line.slice(16, 76).trim() : long };
}
