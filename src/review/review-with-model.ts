import type { CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import type { ReviewResult } from './finding.ts';
import {
  NOT_CONFIGURED,
  ORDERS_IN_NOTE,
  type ModelCall,
  type ModelOutcome,
  type ModelReviewer,
} from './model/index.ts';
import { reconcileWithModel } from './reconcile-model.ts';
import { byConfidence, reviewChart } from './review-chart.ts';

/** A model reviewer with what it needs for this one review. */
export interface ModelSeat extends ModelCall {
  readonly reviewer: ModelReviewer | undefined;
}

/**
 * Reviews a chart by rules and model, reconciled. Without a model, or when it fails for good, the rules' result stands and says so.
 * Throws AppError `leak-gate-hit`, and what the signal was aborted with.
 */
export async function reviewChartWithModel(
  chart: DeidentifiedChart,
  tables: CodeTables,
  { reviewer, ...call }: ModelSeat,
): Promise<ReviewResult> {
  const byRules = reviewChart(chart, tables);
  if (reviewer === undefined) return { ...byRules, model: { used: false, note: NOT_CONFIGURED } };
  return joinModel(byRules, await reviewer.review(chart, tables, call));
}

/** The rules' result with what came of the model, also when that comes hours later, out of a batch. */
export function joinModel(byRules: ReviewResult, outcome: ModelOutcome): ReviewResult {
  if (outcome.kind === 'failed')
    return { ...byRules, model: { used: false, note: outcome.note, usage: outcome.usage } };
  const { model: name, usage, dropped, ordersInNote } = outcome;
  return {
    ...byRules,
    findings: reconcileWithModel(byRules.findings, outcome).toSorted(byConfidence),
    model: { used: true, name, usage, dropped, ...(ordersInNote ? { note: ORDERS_IN_NOTE } : {}) },
  };
}
