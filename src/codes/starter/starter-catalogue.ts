import type { Icd10cmTable } from '../code-tables.ts';
import { NO_NOTES, packCodes } from '../icd10cm/icd10cm-data.ts';
import { createIcd10cmTable } from '../icd10cm/icd10cm-table.ts';

let catalogue: Icd10cmTable | undefined;

/** The ICD-10-CM codes that ship with RevRx, until a release is imported. Built once, when first asked for. */
export function starterCatalogue(): Icd10cmTable {
  catalogue ??= createIcd10cmTable(
    { codes: packCodes([]), notes: NO_NOTES },
    { label: 'RevRx starter catalogue', starter: true, stale: false },
  );
  return catalogue;
}
