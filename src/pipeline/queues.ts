import type { PgBoss, QueueOptions } from 'pg-boss';
import { ensureBatchQueue } from './batch/batch-queue.ts';
import type { ReviewState } from './review.entity.ts';

/** The steps of a review, in their order. Each has a queue of its name. */
export const STEP_NAMES = ['chart', 'deidentify', 'review', 'writeback'] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** Jobs that ran out of retries, or that no retry can help. */
export const DEAD_LETTERS = 'dead-letters';

/** All that a job carries: ids. */
export interface StepJob {
  readonly tenantId: string;
  readonly reviewId: string;
}

/** The state a review is in when its step begins. */
export const STATE_BEFORE: Readonly<Record<StepName, ReviewState>> = {
  chart: 'requested',
  deidentify: 'charted',
  review: 'deidentified',
  writeback: 'reviewed',
};

/** States in which the chart step only looks whether the chart has changed. */
export const LOOKED_AT_AGAIN: ReadonlySet<ReviewState> = new Set(['published', 'waiting-for-model']);

/** The step that moves a review on, or undefined at its end. */
export const NEXT_STEP: Readonly<Record<StepName, StepName | undefined>> = {
  chart: 'deidentify',
  deidentify: 'review',
  review: 'writeback',
  writeback: undefined,
};

/** A review that a person waits for goes before those of the night. */
export const PRIORITY = { interactive: 10, nightly: 0 } as const;

const DAY_SECONDS = 24 * 60 * 60;

/** Attempts of a step after the first. */
export const STEP_RETRY_LIMIT = 6;

const STEP_QUEUE = {
  retryLimit: STEP_RETRY_LIMIT,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 15 * 60,
  /** A worker that says nothing for this long is dead, and its jobs go to another. */
  heartbeatSeconds: 15,
  /** No attempt takes longer, heartbeat or not. */
  expireInSeconds: 15 * 60,
  /** A job that waits longer than this (EHR down for weeks) would be dropped by pg-boss: longer than any outage. */
  retentionSeconds: 90 * DAY_SECONDS,
  deleteAfterSeconds: DAY_SECONDS,
} satisfies QueueOptions;

/** Creates or updates the queues. Safe to call at every start. */
export async function ensureQueues(boss: PgBoss): Promise<void> {
  const existing = new Set((await boss.getQueues()).map(({ name }) => name));
  if (!existing.has(DEAD_LETTERS)) {
    await boss.createQueue(DEAD_LETTERS, { retentionSeconds: 365 * DAY_SECONDS, deleteAfterSeconds: 0 });
  }
  await ensureBatchQueue(boss, existing);
  for (const name of STEP_NAMES) {
    const options = { ...STEP_QUEUE, deadLetter: DEAD_LETTERS, notify: true };
    if (existing.has(name)) await boss.updateQueue(name, options);
    else await boss.createQueue(name, options);
  }
}
