import type { OffsetMap, OffsetRun } from '../chart.ts';

export interface SourcePosition {
  /** UTF-16 code units into the decoded attachment (for PDF: into the text of the page). */
  readonly offset: number;
  /** PDF only, from 1. */
  readonly page?: number;
}

/**
 * Where an offset of a document's text stands in its attachment. Inside an entity or escape that is its start; in text
 * that was made (a line break for a `<br>`) the end of what comes before it. Any offset leads somewhere.
 */
export function sourcePositionOf({ runs }: OffsetMap, textOffset: number): SourcePosition {
  const run = lastRunAtOrBefore(runs, textOffset);
  if (run === undefined) return { offset: 0 };
  const into = textOffset - run.textStart;
  return run.page === undefined ? { offset: offsetIn(run, into) } : { offset: offsetIn(run, into), page: run.page };
}

function offsetIn(run: OffsetRun, into: number): number {
  if (into >= run.length) return run.sourceStart + run.sourceLength;
  return run.length === run.sourceLength ? run.sourceStart + into : run.sourceStart;
}

function lastRunAtOrBefore(runs: readonly OffsetRun[], textOffset: number): OffsetRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle];
    if (run !== undefined && run.textStart <= textOffset) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}
