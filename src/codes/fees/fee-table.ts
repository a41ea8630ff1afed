import type { FeeTable, Release } from '../code-tables.ts';
import { readRecord } from '../release/json-section.ts';
import type { Sections } from '../release/release-file.ts';
import type { Locality } from './gpci-file.ts';
import { feeKey, type FeeRow } from './pprrvu-file.ts';

export interface FeeData {
  readonly rows: ReadonlyMap<string, FeeRow>;
  readonly localities: ReadonlyMap<string, Locality>;
  /** Dollars per relative value unit. */
  readonly conversionFactor: number;
}

const NATIONAL: Locality = { name: 'National', work: 1, pe: 1, malpractice: 1 };

export function readFees(sections: Sections): FeeData {
  return {
    rows: readRecord(sections, 'rows', isFeeRow),
    localities: readRecord(sections, 'localities', isLocality),
    conversionFactor: readRecord(sections, 'factor', (value) => typeof value === 'number').get('conversionFactor') ?? 0,
  };
}

/** Allowed amounts: (work x GPCI + practice expense x GPCI + malpractice x GPCI) x conversion factor (42 CFR 414.20). */
export function createFeeTable(data: FeeData, release: Release, localityKey: string): FeeTable {
  const locality = data.localities.get(localityKey) ?? NATIONAL;
  const labelled = { ...release, label: `${release.label}, ${locality.name}` };
  return {
    release: labelled,
    allowedCents(code, modifier, facility) {
      const bare = code.trim().toUpperCase();
      const row = data.rows.get(feeKey(bare, modifier)) ?? data.rows.get(bare);
      if (row === undefined || (facility ? row.facilityNa : row.nonFacilityNa)) return undefined;
      const pe = facility ? row.facilityPe : row.nonFacilityPe;
      const units = row.work * locality.work + pe * locality.pe + row.malpractice * locality.malpractice;
      return units === 0 ? undefined : Math.round(units * data.conversionFactor * 100);
    },
    indicators(code) {
      const row = data.rows.get(code.trim().toUpperCase());
      if (row === undefined) return undefined;
      const { status, globalDays, bilateral, pctc } = row;
      return { status, globalDays, bilateral, pctc };
    },
  };
}

function isFeeRow(value: unknown): value is FeeRow {
  return (
    typeof value === 'object' &&
    value !== null &&
    'work' in value &&
    typeof value.work === 'number' &&
    'globalDays' in value
  );
}

function isLocality(value: unknown): value is Locality {
  return (
    typeof value === 'object' && value !== null && 'work' in value && typeof value.work === 'number' && 'pe' in value
  );
}
