import type { MceTable, Release } from '../code-tables.ts';
import { toUndotted } from '../icd10cm/code-format.ts';
import { isStringList, readRecord } from '../release/json-section.ts';
import type { Sections } from '../release/release-file.ts';

export type MceData = ReadonlyMap<string, ReadonlySet<string>>;

export function readMce(sections: Sections): MceData {
  return new Map([...readRecord(sections, 'lists', isStringList)].map(([list, codes]) => [list, new Set(codes)]));
}

export function createMceTable(data: MceData, release: Release): MceTable {
  return { release, has: (list, code) => data.get(list)?.has(toUndotted(code)) === true };
}
