import type { Icd10cmTable } from '../code-tables.ts';
import { readSections, type StoredRelease } from '../release/release-store.ts';
import type { TableReader } from '../release/table-shelf.ts';
import type { Icd10cmData } from './icd10cm-data.ts';
import { fromIcd10cmSections, notesOf, originOf } from './icd10cm-release.ts';
import { createIcd10cmTable } from './icd10cm-table.ts';

interface NotedData extends Icd10cmData {
  /** The release whose notes stand in for those that were not imported. */
  readonly notesFrom: string | undefined;
}

/**
 * Reads ICD-10-CM releases. One of which only the order file is there borrows the notes of the latest release before it that has
 * them, and says so in its label: notes change little from year to year, and without them no Excludes1 pair is ever found.
 */
export function icd10cmReader(stored: readonly StoredRelease[]): TableReader<NotedData, Icd10cmTable> {
  return {
    kind: 'icd10cm',
    read(sections, release) {
      const data = fromIcd10cmSections(sections);
      const lender = originOf(sections).hasTabular ? undefined : lenderFor(release, stored);
      if (lender === undefined) return { ...data, notesFrom: undefined };
      return { ...data, notes: notesOf(readSections(lender)), notesFrom: lender.header.label };
    },
    table(data, release) {
      const label = data.notesFrom === undefined ? release.label : `${release.label}, notes of ${data.notesFrom}`;
      return createIcd10cmTable(data, { ...release, label });
    },
  };
}

function lenderFor(release: StoredRelease, stored: readonly StoredRelease[]): StoredRelease | undefined {
  return stored
    .filter(({ header }) => header.kind === 'icd10cm' && header.effectiveFrom < release.header.effectiveFrom)
    .findLast((earlier) => originOf(readSections(earlier)).hasTabular);
}
