import type { HccTable, Release } from '../code-tables.ts';
import { toUndotted } from '../icd10cm/code-format.ts';
import { isStringList, readRecord } from '../release/json-section.ts';
import type { Sections } from '../release/release-file.ts';

export interface HccData {
  readonly categories: ReadonlyMap<string, readonly string[]>;
  readonly below: ReadonlyMap<string, readonly string[]>;
  readonly labels: ReadonlyMap<string, string>;
}

export function readHcc(sections: Sections): HccData {
  return {
    categories: readRecord(sections, 'categories', isStringList),
    below: readRecord(sections, 'below', isStringList),
    labels: readRecord(sections, 'labels', (value) => typeof value === 'string'),
  };
}

export function createHccTable(data: HccData, release: Release): HccTable {
  return {
    release,
    categoriesOf: (code) => data.categories.get(toUndotted(code)) ?? [],
    categoriesBelow: (category) => data.below.get(category) ?? [],
    label: (category) => data.labels.get(category),
  };
}
