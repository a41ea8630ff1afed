import type { AddOnTable, Release } from '../code-tables.ts';
import { dayNumber } from '../import/day-number.ts';
import { readRecord } from '../release/json-section.ts';
import type { Sections } from '../release/release-file.ts';
import { type AddOnEdit, CONTRACTOR } from './add-on-file.ts';

export type AddOnData = ReadonlyMap<string, readonly AddOnEdit[]>;

export function readAddOn(sections: Sections): AddOnData {
  return readRecord(sections, 'edits', isEdits);
}

/** The edits in force on the date of service. Of types 2 and 3 the contractor may take primaries that are not listed. */
export function createAddOnTable(data: AddOnData, release: Release, date: string): AddOnTable {
  const day = dayNumber(date) ?? 0;
  return {
    release,
    find(code) {
      const inForce = (data.get(code.trim().toUpperCase()) ?? []).filter(([, , from, to]) => from <= day && day <= to);
      if (inForce.length === 0) return undefined;
      return {
        primaries: inForce.map(([primary]) => primary).filter((primary) => primary !== CONTRACTOR),
        contractorDefined: inForce.some(([primary, type]) => primary === CONTRACTOR || type !== 1),
      };
    },
  };
}

function isEdits(value: unknown): value is readonly AddOnEdit[] {
  return (
    Array.isArray(value) &&
    value.every((edit) => Array.isArray(edit) && edit.length === 4 && typeof edit[0] === 'string')
  );
}
