import type { Chart } from '#chart/index.ts';
import { ChartVersion } from '#chart/chart-version.entity.ts';
import { newId, type Clock } from '#kernel/index.ts';
import type { Artifacts, ReviewRef } from '../artifacts.ts';
import { LOOKED_AT_AGAIN } from '../queues.ts';
import type { Review } from '../review.entity.ts';
import type { Step, StepOutput } from '../step.ts';

interface ChartStepOptions {
  /** Pulls the encounter's chart from the review's site. */
  readonly pull: (review: Readonly<Review>, signal: AbortSignal) => Promise<Chart>;
  readonly artifacts: Artifacts;
  readonly clock: Clock;
}

/** requested → charted: pulls the chart. Of a review that is published or waits for a batch: looks whether the chart has changed since. */
export function createChartStep({ pull, artifacts, clock }: ChartStepOptions): Step {
  return {
    name: 'chart',
    async run(review, signal) {
      const chart = await pull(review, signal);
      if (LOOKED_AT_AGAIN.has(review.state) && review.chartVersion === chart.version) return { kind: 'unchanged' };
      const known = review.chartVersion !== null && review.chartVersion !== undefined;
      if (!known || review.chartVersion === chart.version) {
        return { kind: 'done', output: await toOutput(chart, review, { artifacts, clock }) };
      }
      const next = { tenantId: review.tenantId, id: newId() };
      return { kind: 'new-version', reviewId: next.id, output: await toOutput(chart, next, { artifacts, clock }) };
    },
  };
}

async function toOutput(
  chart: Chart,
  { tenantId, id }: ReviewRef,
  { artifacts, clock }: Omit<ChartStepOptions, 'pull'>,
): Promise<StepOutput> {
  const sealedChart = await artifacts.sealChart({ tenantId, id }, chart);
  const patientId = chart.patient.id;
  return {
    learned: { chartVersion: chart.version, ...(patientId === undefined ? {} : { patientId }) },
    async store(em) {
      await em.upsert(ChartVersion, { id, tenantId, sealedChart, createdAt: clock.now() });
    },
  };
}
