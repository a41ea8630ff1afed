import type { CodeTables, Icd10cmTable, MceList, MceTable, Release } from '#codes/index.ts';
import { NO_NOTES, packCodes, type TabularNotes } from '#codes/icd10cm/icd10cm-data.ts';
import { createIcd10cmTable } from '#codes/icd10cm/icd10cm-table.ts';

/** Rows of an order file in short: `CODE Title`, one a line; a heading is marked by `-` behind its code. */
export function icd10cmTable(
  rows: string,
  notes: Partial<TabularNotes> = {},
  release: Partial<Release> = {},
): Icd10cmTable {
  const parsed = rows
    .trim()
    .split('\n')
    .map((line) => /^\s*(\S+?)(-?) (.+)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, code = '', heading, title = '']) => ({ code, title, billable: heading !== '-' }));
  return createIcd10cmTable(
    { codes: packCodes(parsed), notes: { ...NO_NOTES, ...notes } },
    { label: 'ICD-10-CM FY2021', starter: false, stale: false, ...release },
  );
}

/** Code Editor lists by hand. */
export function mceTable(lists: Partial<Record<MceList, readonly string[]>>): MceTable {
  return {
    release: { label: 'MCE v37', starter: false, stale: false },
    has: (list, code) => lists[list]?.includes(code) === true,
  };
}

/** Tables of which only the diagnosis codes, and what a test adds, are loaded. */
export function codeTables(icd10cm: Icd10cmTable, others: Partial<CodeTables> = {}): CodeTables {
  return {
    year: 2026,
    hcpcs: undefined,
    ptp: undefined,
    mue: undefined,
    addOn: undefined,
    mce: undefined,
    fees: undefined,
    hcc: undefined,
    lcd: undefined,
    ...others,
    icd10cm,
  };
}
