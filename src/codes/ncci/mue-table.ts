import type { MueTable, Release } from '../code-tables.ts';
import { readRecord } from '../release/json-section.ts';
import type { Sections } from '../release/release-file.ts';
import type { MueEntry } from './mue-file.ts';

export function readMue(sections: Sections): ReadonlyMap<string, MueEntry> {
  return readRecord(sections, 'entries', isEntry);
}

export function createMueTable(entries: ReadonlyMap<string, MueEntry>, release: Release): MueTable {
  return {
    release,
    find(code) {
      const entry = entries.get(code.trim().toUpperCase());
      if (entry === undefined) return undefined;
      const [units, indicator, rationale] = entry;
      return { units, adjudication: indicator === 2 ? 2 : indicator === 3 ? 3 : 1, rationale };
    },
  };
}

function isEntry(value: unknown): value is MueEntry {
  return (
    Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number' && typeof value[2] === 'string'
  );
}
