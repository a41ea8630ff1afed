import { fromKysely, type PgBoss } from 'pg-boss';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Clock, ErrorCode } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { ReviewRef } from '../artifacts.ts';
import { PROGRESS_CHANNEL } from '../progress-channel.ts';
import { PRIORITY } from '../queues.ts';
import { sendToStep } from '../request-review.ts';
import { Review } from '../review.entity.ts';
import type { StepOutput } from '../step.ts';
import type { LeftBatch } from './batch-waiting.ts';

/** What changing a waiting review needs. */
export interface SettleDependencies {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly clock: Clock;
}

/**
 * Ends the wait of a review with its result: stores it and sends it to write-back, in one transaction. False, and nothing done, when
 * it waits no more: superseded by a newer chart, taken out by a person, or answered by an earlier attempt.
 */
export function settleReviewed(
  deps: SettleDependencies,
  ref: ReviewRef,
  { output, elapsedMs }: { output: StepOutput; elapsedMs: number },
): Promise<boolean> {
  return changeWaiting(deps, ref, async (review, em) => {
    await output.store(em);
    review.state = 'reviewed';
    review.timings = { ...review.timings, review: elapsedMs };
    return { queue: 'writeback', priority: PRIORITY.nightly };
  });
}

/** Sends a waiting review the ordinary way: to the model by itself, or to rules alone. */
export function leaveBatch(deps: SettleDependencies, ref: ReviewRef, why: LeftBatch): Promise<boolean> {
  return changeWaiting(deps, ref, async (review) => {
    review.state = 'deidentified';
    review.leftBatch = why;
    const priority = why === 'person-waits' ? PRIORITY.interactive : PRIORITY.nightly;
    return { queue: 'review', priority };
  });
}

/** Holds a waiting review for a person, or ends it. */
export function stopWaiting(
  deps: SettleDependencies,
  ref: ReviewRef,
  { state, code }: { state: 'parked' | 'failed'; code: ErrorCode },
): Promise<boolean> {
  return changeWaiting(deps, ref, async (review) => {
    Object.assign(review, { state, failedStep: 'review', errorCode: code });
    return undefined;
  });
}

type Next = { readonly queue: 'review' | 'writeback'; readonly priority: number } | undefined;

function changeWaiting(
  { database, boss, clock }: SettleDependencies,
  { tenantId, id }: ReviewRef,
  change: (review: Review, em: EntityManager) => Promise<Next>,
): Promise<boolean> {
  return database.inTenant(tenantId, async (em) => {
    const review = await em.findOne(Review, { tenantId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (review?.state !== 'waiting-for-model') return false;
    const next = await change(review, em);
    review.updatedAt = clock.now();
    await em.flush();
    if (next !== undefined) {
      const db = fromKysely(em.getKysely());
      await sendToStep(boss, next.queue, [{ tenantId, reviewId: id }], { db, priority: next.priority });
    }
    await em.execute('select pg_notify(?, ?)', [PROGRESS_CHANNEL, id]);
    return true;
  });
}
