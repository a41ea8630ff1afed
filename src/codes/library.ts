import { statSync } from 'node:fs';
import type { CodeTables } from './code-tables.ts';
import { readFees, createFeeTable } from './fees/fee-table.ts';
import { DEFAULT_MODEL } from './hcc/hcc-importer.ts';
import { createHccTable, readHcc } from './hcc/hcc-table.ts';
import { createHcpcsTable, readHcpcs } from './hcpcs/hcpcs-table.ts';
import { icd10cmReader } from './icd10cm/icd10cm-reader.ts';
import { createLcdTable, readLcd } from './lcd/lcd-table.ts';
import { createMceTable, readMce } from './mce/mce-table.ts';
import { createAddOnTable, readAddOn } from './ncci/add-on-table.ts';
import { createMueTable, readMue } from './ncci/mue-table.ts';
import { createPtpTable, readPtp } from './ncci/ptp-table.ts';
import type { ReleaseHeader } from './release/release-file.ts';
import { listReleases, type StoredRelease } from './release/release-store.ts';
import { type TableReader, TableShelf } from './release/table-shelf.ts';
import { starterCatalogue } from './starter/starter-catalogue.ts';

export interface TableOptions {
  /** Which NCCI edits judge the claim. Default: Medicare, practitioner. */
  readonly program?: 'medicare' | 'medicaid';
  readonly setting?: 'practitioner' | 'outpatient-hospital' | 'dme';
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
 * The code tables in a directory. Without any, the starter catalogue serves for ICD-10-CM and nothing else is loaded. What is imported
 * later is seen by the next question: a process that runs for months need not be started again.
 * @throws AppError `codes-import-failed` when a file in the directory is damaged or of another version
 */
export function loadCodeTables({ directory }: { readonly directory: string }): CodeLibrary {
  let seen = changedAt(directory);
  let shelves = openShelves(listReleases(directory));
  const current = (): CodeLibrary => {
    const now = changedAt(directory);
    if (now !== seen) {
      shelves = openShelves(listReleases(directory));
      seen = now;
    }
    return shelves;
  };
  return {
    get releases() {
      return current().releases;
    },
    tablesFor: (date, options) => current().tablesFor(date, options),
  };
}

/** When a file last came into the directory or left it; 0 when it is not there. */
function changedAt(directory: string): number {
  return statSync(directory, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function openShelves(stored: readonly StoredRelease[]): CodeLibrary {
  const shelf = <Data, Table>(reader: TableReader<Data, Table>) => new TableShelf(stored, reader);
  const icd10cm = shelf(icd10cmReader(stored));
  const hcpcs = shelf({ kind: 'hcpcs', read: readHcpcs, table: createHcpcsTable });
  const ptp = shelf({ kind: 'ptp', read: readPtp, table: createPtpTable });
  const mue = shelf({ kind: 'mue', read: readMue, table: createMueTable });
  const addOn = shelf({ kind: 'aoc', read: readAddOn, table: createAddOnTable });
  const mce = shelf({ kind: 'mce', read: readMce, table: createMceTable });
  const fees = shelf({ kind: 'rvu', read: readFees, table: createFeeTable });
  const hcc = shelf({ kind: 'hcc', read: readHcc, table: createHccTable });
  const lcd = shelf({ kind: 'lcd', read: readLcd, table: createLcdTable });
  return {
    releases: stored.map(({ header }) => header),
    tablesFor(date, { program = 'medicare', setting = 'practitioner', locality = '' } = {}) {
      const edits = `${program}-${setting}`;
      return {
        year: Number(date.slice(0, 4)),
        icd10cm: icd10cm.on(date) ?? starterCatalogue(date),
        hcpcs: hcpcs.on(date, '', date),
        ptp: ptp.on(date, edits, date),
        mue: mue.on(date, edits),
        addOn: addOn.on(date, '', date),
        mce: mce.on(date),
        fees: fees.on(date, '', locality),
        hcc: hcc.on(date, DEFAULT_MODEL),
        lcd: lcd.on(date),
      };
    },
  };
}
