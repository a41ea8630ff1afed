import type { PtpTable, Release } from '../code-tables.ts';
import { dayNumber } from '../import/day-number.ts';
import { isProcedureCode } from '../import/delimited.ts';
import { isStringList } from '../release/json-section.ts';
import type { Sections } from '../release/release-file.ts';
import { jsonText, section, uint16Section, uint32Section } from '../release/sections.ts';
import { packProcedure, type PtpEdit } from './ptp-columns.ts';

/** Stored edits, sorted by both columns, as views of the file. */
export interface PtpData {
  readonly rationales: readonly string[];
  edits(): Iterable<PtpEdit>;
  /** The edits of a pair, oldest first. */
  editsOf(column1: number, column2: number): Iterable<PtpEdit>;
}

export function readPtp(sections: Sections): PtpData {
  const column1 = uint32Section(sections, 'column1');
  const starts = uint32Section(sections, 'starts');
  const column2 = uint32Section(sections, 'column2');
  const effective = uint16Section(sections, 'effective');
  const deletion = uint16Section(sections, 'deletion');
  const modifier = section(sections, 'modifier');
  const rationale = uint16Section(sections, 'rationale');
  const rationales: unknown = JSON.parse(jsonText(section(sections, 'rationales')));
  const editAt = (first: number, at: number): PtpEdit => ({
    column1: first,
    column2: column2[at] ?? 0,
    effective: effective[at] ?? 0,
    deletion: deletion[at] ?? 0,
    modifier: modifier[at] ?? 0,
    rationale: rationale[at] ?? 0,
  });
  return {
    rationales: isStringList(rationales) ? rationales : [],
    *edits() {
      for (const [i, first] of column1.entries()) {
        for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at += 1) yield editAt(first, at);
      }
    },
    *editsOf(first, second) {
      const i = lowerBound(column1, first, 0, column1.length);
      if (column1[i] !== first) return;
      const end = starts[i + 1] ?? 0;
      for (let at = lowerBound(column2, second, starts[i] ?? 0, end); at < end && column2[at] === second; at += 1)
        yield editAt(first, at);
    },
  };
}

/** The edits that are in force on the date of service: from the effective to the deletion date, both included. */
export function createPtpTable(data: PtpData, release: Release, date: string): PtpTable {
  const day = dayNumber(date) ?? 0;
  return {
    release,
    find(column1, column2) {
      const [first, second] = [column1.trim().toUpperCase(), column2.trim().toUpperCase()];
      if (!isProcedureCode(first) || !isProcedureCode(second)) return undefined;
      for (const edit of data.editsOf(packProcedure(first), packProcedure(second))) {
        // Indicator 9 marks an edit that was withdrawn as if it had never been.
        if (edit.modifier === 9 || edit.effective > day || edit.deletion < day) continue;
        return { modifierIndicator: edit.modifier === 1 ? 1 : 0, rationale: data.rationales[edit.rationale] ?? '' };
      }
      return undefined;
    },
  };
}

function lowerBound(sorted: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
