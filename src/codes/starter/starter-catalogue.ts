import type { Icd10cmTable } from '../code-tables.ts';
import { createIcd10cmTable } from '../icd10cm/icd10cm-table.ts';
import { CIRCULATORY } from './circulatory.ts';
import { ENDOCRINE } from './endocrine.ts';
import { HISTORY } from './history.ts';
import { INJURIES } from './injuries.ts';
import { KIDNEY_AND_DIGESTIVE } from './kidney-and-digestive.ts';
import { MUSCULOSKELETAL } from './musculoskeletal.ts';
import { NEOPLASMS_AND_BLOOD } from './neoplasms-and-blood.ts';
import { NERVOUS_AND_MENTAL } from './nervous-and-mental.ts';
import { parseCatalogue } from './parse-catalogue.ts';
import { RESPIRATORY } from './respiratory.ts';
import { SENSES_AND_SKIN } from './senses-and-skin.ts';
import { STATUS } from './status.ts';
import { SYMPTOMS } from './symptoms.ts';

const SOURCES = [
  CIRCULATORY,
  ENDOCRINE,
  HISTORY,
  INJURIES,
  KIDNEY_AND_DIGESTIVE,
  MUSCULOSKELETAL,
  NEOPLASMS_AND_BLOOD,
  NERVOUS_AND_MENTAL,
  RESPIRATORY,
  SENSES_AND_SKIN,
  STATUS,
  SYMPTOMS,
];

/** Years in which codes of the catalogue were split or added. */
const CHANGES = [2022, 2023, 2024, 2025, 2026];

const catalogues = new Map<number, Icd10cmTable>();

/**
 * The ICD-10-CM codes that ship with RevRx and serve until a release is imported: the most billed ones with their siblings, as they
 * stand on the date of service (YYYY-MM-DD). That a code is not in it proves nothing (`release.starter`). Built when first asked for.
 */
export function starterCatalogue(date: string): Icd10cmTable {
  const fiscalYear = Number(date.slice(0, 4)) + (date.slice(5, 7) >= '10' ? 1 : 0);
  const edition = CHANGES.findLast((year) => year <= fiscalYear) ?? 0;
  const known = catalogues.get(edition);
  if (known !== undefined) return known;
  const release = { label: 'RevRx starter catalogue', starter: true, stale: false };
  const table = createIcd10cmTable(parseCatalogue(SOURCES, edition), release);
  catalogues.set(edition, table);
  return table;
}
