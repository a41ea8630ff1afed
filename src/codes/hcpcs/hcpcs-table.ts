import type { HcpcsTable, Release } from '../code-tables.ts';
import { dayNumber } from '../import/day-number.ts';
import { readRecord } from '../release/json-section.ts';
import type { Sections } from '../release/release-file.ts';
import type { HcpcsEntry } from './hcpcs-file.ts';

export function readHcpcs(sections: Sections): ReadonlyMap<string, HcpcsEntry> {
  return readRecord(sections, 'codes', isEntry);
}

export function createHcpcsTable(codes: ReadonlyMap<string, HcpcsEntry>, release: Release, date: string): HcpcsTable {
  const day = dayNumber(date) ?? 0;
  return {
    release,
    find(code) {
      const normalized = code.trim().toUpperCase();
      const entry = codes.get(normalized);
      return entry === undefined ? undefined : { code: normalized, description: entry[0], terminated: entry[1] <= day };
    },
  };
}

function isEntry(value: unknown): value is HcpcsEntry {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'number';
}
