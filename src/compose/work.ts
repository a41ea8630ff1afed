import { pullChart } from '#chart/index.ts';
import {
  announceReading,
  createChartStep,
  createDeidentifyStep,
  createReviewStep,
  createWritebackStep,
  runBatches,
  runSteps,
  type Step,
} from '#pipeline/index.ts';
import { createBatchTurnOptions } from './batches.ts';
import { createDeidentify } from './deidentify.ts';
import type { Services } from './services.ts';
import { createOnParked } from './parked.ts';
import { createReview } from './review.ts';
import { createSiteEhrs } from './site-ehr.ts';
import { softwareVersion } from './version.ts';

/** The worker role: takes reviews through the steps until the services are disposed. */
export async function work(services: Services): Promise<void> {
  const { config, database, boss, clock, log } = services;
  const batchTurns = createBatchTurnOptions(services);
  await runBatches({ ...batchTurns, lookAfterSeconds: config.model?.batch?.lookAfterSeconds ?? 1 });
  await runSteps({
    database,
    boss,
    clock,
    log,
    steps: createSteps(services),
    workers: config.workers,
    onParked: createOnParked(services),
  });
}

/** The four steps on their real adapters. */
export function createSteps(services: Services): Step[] {
  const { artifacts, clock, codes, database } = services;
  const ehrs = createSiteEhrs(services);
  return [
    createChartStep({
      artifacts,
      clock,
      pull: async ({ siteId, encounterId, patientId }, signal) => {
        const { ehr } = await ehrs.asBackend(siteId, signal);
        const target = { encounterId, ...(patientId === null || patientId === undefined ? {} : { patientId }) };
        return pullChart(ehr, target, { capabilities: await ehrs.capabilities(siteId), signal });
      },
    }),
    createDeidentifyStep({ deidentify: createDeidentify(services), artifacts, clock }),
    createReviewStep({
      review: createReview(services),
      tablesFor: (date) => codes.tablesFor(date),
      artifacts,
      clock,
      announce: (reviewId) => announceReading(database, reviewId),
      batch: services.config.model?.batch,
    }),
    createWritebackStep({
      database,
      artifacts,
      clock,
      softwareVersion: softwareVersion(),
      connect: async ({ siteId }, signal) => {
        const [{ ehr }, capabilities] = await Promise.all([ehrs.asBackend(siteId, signal), ehrs.capabilities(siteId)]);
        return { ehr, capabilities };
      },
    }),
  ];
}
