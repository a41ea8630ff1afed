import type { CodeTables } from './code-tables.ts';
import { fromIcd10cmSections } from './icd10cm/icd10cm-release.ts';
import { createIcd10cmTable } from './icd10cm/icd10cm-table.ts';
import type { CodeKind } from './release/code-kind.ts';
import { ReleaseCache } from './release/release-cache.ts';
import { releaseInForce, releaseOn } from './release/release-choice.ts';
import type { ReleaseHeader } from './release/release-file.ts';
import { listReleases } from './release/release-store.ts';
import { starterCatalogue } from './starter/starter-catalogue.ts';

export interface TableOptions {
  /** Which NCCI edits judge the claim. Default: Medicare, practitioner. */
  readonly program?: 'medicare' | 'medicaid';
  readonly setting?: 'practitioner' | 'outpatient-hospital';
  /** Medicare locality for prices: `MAC-locality` (`10112-00`). Without it, the national amount (all GPCI 1). */
  readonly locality?: string;
}

/** All releases that are loaded, and which of them are in force when. */
export interface CodeLibrary {
  /** The tables for a date of service (YYYY-MM-DD). A release is read from disk when it is first needed. */
  tablesFor(date: string, options?: TableOptions): CodeTables;
  readonly releases: readonly ReleaseHeader[];
}

/**
 * The code tables in a directory. Without any, the starter catalogue serves for ICD-10-CM and nothing else is loaded.
 * @throws AppError `codes-import-failed` when a file in the directory is damaged or of another version
 */
export function loadCodeTables({ directory }: { readonly directory: string }): CodeLibrary {
  const stored = listReleases(directory);
  const icd10cm = new ReleaseCache({ read: fromIcd10cmSections, table: createIcd10cmTable });
  const inForce = <Table>(kind: CodeKind, variant: string, date: string, cache: ReleaseCache<unknown, Table>) => {
    const release = releaseInForce(stored, { kind, variant, date });
    return release === undefined ? undefined : cache.tableOf(release, releaseOn(release, date));
  };
  return {
    releases: stored.map(({ header }) => header),
    tablesFor: (date) => ({
      icd10cm: inForce('icd10cm', '', date, icd10cm) ?? starterCatalogue(date),
      hcpcs: undefined,
      ptp: undefined,
      mue: undefined,
      addOn: undefined,
      mce: undefined,
      fees: undefined,
      hcc: undefined,
      lcd: undefined,
    }),
  };
}
