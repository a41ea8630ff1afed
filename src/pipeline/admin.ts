import { fromKysely, type PgBoss } from 'pg-boss';
import { LockMode } from '@mikro-orm/postgresql';
import { recordAuditEvents, type AuditAction } from '#audit/index.ts';
import type { Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { BATCH_QUEUE } from './batch/batch-queue.ts';
import { DEAD_LETTERS, LOOKED_AT_AGAIN, PRIORITY, STATE_BEFORE, STEP_NAMES, type StepName } from './queues.ts';
import { sendToStep } from './request-review.ts';
import { Review, type ReviewState } from './review.entity.ts';

/** How a queue stands. */
export interface QueueStatus {
  readonly queue: string;
  readonly waiting: number;
  readonly active: number;
  readonly retrying: number;
}

/** A review that stands still. */
export interface StoppedReview {
  readonly reviewId: string;
  readonly tenantId: string;
  readonly state: ReviewState;
  readonly step: string;
  readonly code: string;
  readonly since: Date;
}

/** A review that goes on by itself, but not yet: the EHR asked for a pause, or the disk was full. */
export interface WaitingReview extends StoppedReview {
  readonly until: Date;
}

/** What an administrator can send again: what failed or is held, and what stands although the last look at its chart failed. */
const STOPPED = {
  $or: [
    { state: { $in: ['failed' as const, 'parked' as const] } },
    { state: { $in: [...LOOKED_AT_AGAIN] }, errorCode: { $ne: null }, waitsUntil: null },
  ],
};

/** The queues in the order of the steps, counted now. */
export async function listQueues(boss: PgBoss): Promise<QueueStatus[]> {
  const names: readonly string[] = [...STEP_NAMES, BATCH_QUEUE, DEAD_LETTERS];
  const { rows } = await boss
    .getDb()
    .executeSql(
      `select name, state, count(*)::int as jobs from revrx_queue.job where name = any($1) and state < 'completed' group by 1, 2`,
      [names],
    );
  const count = (queue: string, state: string): number =>
    (rows as { name: string; state: string; jobs: number }[]).find((row) => row.name === queue && row.state === state)
      ?.jobs ?? 0;
  return names.map((queue) => ({
    queue,
    waiting: count(queue, 'created'),
    active: count(queue, 'active'),
    retrying: count(queue, 'retry'),
  }));
}

/** Reviews of a tenant by state. */
export async function countReviews(database: Database, tenantId: string): Promise<Record<string, number>> {
  return database.inTenant(tenantId, async (em) => {
    const rows = await em.execute<{ state: string; reviews: number }[]>(
      'select state, count(*)::int as reviews from review where tenant_id = ? group by state order by state',
      [tenantId],
    );
    return Object.fromEntries(rows.map(({ state, reviews }) => [state, reviews]));
  });
}

/** Failed and parked reviews of a tenant, and published ones whose chart could not be looked at again; newest first. */
export async function listStopped(database: Database, tenantId: string, limit = 200): Promise<StoppedReview[]> {
  return database.inTenant(tenantId, async (em) => {
    const reviews = await em.find(Review, { tenantId, ...STOPPED }, { orderBy: { updatedAt: 'desc' }, limit });
    return reviews.map(toStopped);
  });
}

/** Reviews of a tenant that wait for a time, the next first. */
export async function listWaiting(database: Database, tenantId: string, limit = 200): Promise<WaitingReview[]> {
  return database.inTenant(tenantId, async (em) => {
    const reviews = await em.find(
      Review,
      { tenantId, waitsUntil: { $ne: null } },
      { orderBy: { waitsUntil: 'asc' }, limit },
    );
    return reviews.map((review) => ({ ...toStopped(review), until: review.waitsUntil ?? review.updatedAt }));
  });
}

function toStopped({ id, tenantId, state, failedStep, errorCode, updatedAt }: Review): StoppedReview {
  const [step, code] = [failedStep ?? 'unknown', errorCode ?? 'internal'];
  return { reviewId: id, tenantId, state, step, code, since: updatedAt };
}

export interface RedriveFilter {
  readonly tenantId: string;
  /** One review only. */
  readonly reviewId?: string;
  readonly reviewIds?: readonly string[];
  /** Only what stopped with this error code. */
  readonly code?: string;
  /** Who asks, for the audit log. */
  readonly actor: string;
  /** Default: `review.redriven`. */
  readonly action?: AuditAction;
}

/** Sends stopped reviews into the step that stopped them again. Returns how many. */
export async function redrive(
  { database, boss, clock }: { database: Database; boss: PgBoss; clock: Clock },
  { tenantId, reviewId, reviewIds, code, actor, action = 'review.redriven' }: RedriveFilter,
): Promise<number> {
  const at = clock.now();
  const ids = reviewIds ?? (reviewId === undefined ? undefined : [reviewId]);
  return database.inTenant(tenantId, async (em) => {
    const where = {
      tenantId,
      ...STOPPED,
      ...(ids === undefined ? {} : { id: { $in: [...ids] } }),
      ...(code === undefined ? {} : { errorCode: code }),
    };
    // Whoever else sends them at this moment waits, and then finds them gone.
    const reviews = await em.find(Review, where, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } });
    const events = reviews.map(({ id, failedStep, errorCode }) => ({
      tenantId,
      at,
      action,
      actor,
      subject: { type: 'review', id } as const,
      details: { step: failedStep ?? 'unknown', code: errorCode ?? 'internal' },
    }));
    const byStep = Map.groupBy(reviews, ({ failedStep }) => stepOf(failedStep));
    for (const [step, group] of byStep) {
      for (const review of group) {
        Object.assign(review, {
          ...(LOOKED_AT_AGAIN.has(review.state) ? {} : { state: STATE_BEFORE[step] }),
          failedStep: null,
          errorCode: null,
          updatedAt: at,
        });
      }
      await em.flush();
      const jobs = group.map(({ id }) => ({ tenantId, reviewId: id }));
      await sendToStep(boss, step, jobs, { db: fromKysely(em.getKysely()), priority: PRIORITY.nightly });
    }
    await recordAuditEvents(em, events);
    return reviews.length;
  });
}

function stepOf(failedStep: string | null | undefined): StepName {
  return STEP_NAMES.find((name) => name === failedStep) ?? 'chart';
}
