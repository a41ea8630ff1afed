import { dateOfService, isRestricted } from '#chart/index.ts';
import type { CodeTables } from '#codes/index.ts';
import { checkForLeaks, knownRecordOf, type DeidentifiedChart, type GateResult } from '#deidentify/index.ts';
import type { Clock } from '#kernel/index.ts';
import type { ReviewResult } from '#review/index.ts';
import type { Artifacts } from '../artifacts.ts';
import { LEFT_BATCH_NOTE, waitsForBatch, type BatchWaiting } from '../batch/batch-waiting.ts';
import type { ModelReading } from '../model-reading.ts';
import type { Review } from '../review.entity.ts';
import { toReviewOutput } from '../review-output.ts';
import type { Step } from '../step.ts';

/** What a review is told beside the chart. */
export interface ReviewContext {
  readonly tenantId: string;
  readonly siteId: string;
  /** Aborted when the step is to stop. */
  readonly signal: AbortSignal;
  /** Whether a text of this review may leave: knows the chart's identifiers, and gives none away. */
  readonly gate: (text: string) => GateResult;
  /** The chart is marked so that no language model may see it. */
  readonly restricted: boolean;
  /** Set where a person may be looking on: called as the model reads. */
  readonly onProgress?: (reading: ModelReading) => void;
}

interface ReviewStepOptions {
  readonly review: (
    chart: DeidentifiedChart,
    tables: CodeTables,
    context: ReviewContext,
  ) => ReviewResult | Promise<ReviewResult>;
  /** The tables in force on a date of service (YYYY-MM-DD). */
  readonly tablesFor: (date: string) => CodeTables;
  readonly artifacts: Artifacts;
  readonly clock: Clock;
  /** Where how far the model is with a review is told. */
  readonly announce?: (reviewId: string) => (reading: ModelReading) => void;
  /** Set: reviews of the night wait for the answers of a batch. */
  readonly batch?: BatchWaiting | undefined;
}

/** deidentified → reviewed: rules and model on the de-identified chart. Or → waiting-for-model, where a batch is to answer. */
export function createReviewStep({ review, tablesFor, artifacts, clock, announce, batch }: ReviewStepOptions): Step {
  return {
    name: 'review',
    async run(row, signal) {
      const { tenantId, id, siteId } = row;
      const ref = { tenantId, id };
      const [original, { chart, map }] = await Promise.all([artifacts.openChart(ref), artifacts.openDeidentified(ref)]);
      const restricted = isRestricted(original);
      if (!restricted && batch !== undefined && waitsForBatch(row)) return { kind: 'waiting', ...batch };
      const gate = (text: string) => checkForLeaks(text, knownRecordOf(original));
      const tables = tablesFor(dateOfService(original));
      const onProgress = row.requestedBy === 'launch' ? announce?.(id) : undefined;
      const result = await review(chart, tables, {
        tenantId,
        siteId,
        signal,
        gate,
        restricted,
        ...(onProgress === undefined ? {} : { onProgress }),
      });
      const output = await toReviewOutput(withBatchNote(result, row), { ref, chart, map, artifacts, now: clock.now() });
      return { kind: 'done', output };
    },
  };
}

function withBatchNote(result: ReviewResult, { leftBatch }: Readonly<Review>): ReviewResult {
  if (leftBatch !== 'unanswered') return result;
  const { model } = result;
  return { ...result, model: { ...model, note: [model.note, LEFT_BATCH_NOTE].filter(Boolean).join(' ') } };
}
