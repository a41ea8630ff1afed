import { fromKysely, type JobWithMetadata, type PgBoss } from 'pg-boss';
import { z } from 'zod';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { recordAuditEvents, type NewAuditEvent } from '#audit/index.ts';
import type { Clock, ErrorCode } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { toAuditEvents } from './account-outcomes.ts';
import { askForLook } from './batch/batch-queue.ts';
import { PROGRESS_CHANNEL } from './progress-channel.ts';
import { LOOKED_AT_AGAIN, NEXT_STEP, STATE_BEFORE, type StepJob, type StepName } from './queues.ts';
import { sendToStep } from './request-review.ts';
import { Review, type ReviewState } from './review.entity.ts';
import type { StepOutput, StepResult } from './step.ts';

/** What committing needs. */
export interface CommitDependencies {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly clock: Clock;
}

/** What is to be written about one job. */
export type Outcome =
  | {
      readonly kind: 'result';
      readonly job: JobWithMetadata<StepJob>;
      readonly review: Review;
      readonly result: StepResult;
      readonly elapsedMs: number;
    }
  | {
      readonly kind: 'failed' | 'parked';
      readonly job: JobWithMetadata<StepJob>;
      readonly review: Review;
      readonly code: ErrorCode;
    }
  | {
      /** The same step again, but not before the pause is over. */
      readonly kind: 'postponed';
      readonly job: JobWithMetadata<StepJob>;
      readonly review: Review;
      readonly code: ErrorCode;
      readonly pauseMs: number;
      /** Attempts that are left after this one. */
      readonly retryLimit: number;
    };

type Postponed = Extract<Outcome, { kind: 'postponed' }>;
type Settled = Exclude<Outcome, Postponed>;

const STATE_AFTER: Readonly<Record<StepName, ReviewState>> = {
  chart: 'charted',
  deidentify: 'deidentified',
  review: 'reviewed',
  writeback: 'published',
};

/**
 * Writes a group of outcomes: per tenant one transaction that completes the jobs, stores the output, moves the reviews
 * and enqueues what comes next. A job whose claim lapsed makes its group fail, and alone is left to who holds it now.
 */
export function createCommitter(
  step: StepName,
  options: CommitDependencies,
): (group: readonly Outcome[]) => Promise<void> {
  return async (group) => {
    const byTenant = Map.groupBy(group, ({ job }) => job.data.tenantId);
    for (const [tenantId, outcomes] of byTenant) {
      await options.database.inTenant(tenantId, (em) => commitForTenant(em, { step, tenantId, outcomes, options }));
    }
  };
}

interface TenantGroup {
  readonly step: StepName;
  readonly tenantId: string;
  readonly outcomes: readonly Outcome[];
  readonly options: CommitDependencies;
}

async function commitForTenant(em: EntityManager, { step, tenantId, outcomes, options }: TenantGroup): Promise<void> {
  const db = fromKysely(em.getKysely());
  const attempts = outcomes.map(({ job }) => ({ id: job.id, retryCount: job.retryCount }));
  const { affected } = commandResponse.parse(await options.boss.complete(step, attempts, null, { db }));
  if (affected < attempts.length) {
    if (attempts.length > 1) throw new ClaimLapsed();
    return;
  }
  const ids = outcomes.map(({ review }) => review.id);
  const reviews = await em.find(Review, { tenantId, id: { $in: ids } }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const current = new Map(reviews.map((review) => [review.id, review]));
  const next: { job: StepJob; priority: number }[] = [];
  const accounted: NewAuditEvent[] = [];
  const now = options.clock.now();
  for (const outcome of outcomes) {
    const review = current.get(outcome.review.id);
    // Moved by somebody else since it was loaded (a redrive, an erasure): the result is for a review that no longer is.
    if (review === undefined || hasMoved(review, outcome.review)) continue;
    if (outcome.kind === 'postponed') {
      const waitsUntil = new Date(now.getTime() + outcome.pauseMs);
      Object.assign(review, { failedStep: step, errorCode: outcome.code, waitsUntil, updatedAt: now });
      await sendAgain(step, outcome, { db, boss: options.boss, startAfter: waitsUntil });
      continue;
    }
    const goesOn = await apply(em, { step, outcome, review, now });
    if (goesOn !== undefined) next.push({ job: { tenantId, reviewId: goesOn }, priority: outcome.job.priority });
    accounted.push(...toAuditEvents({ ...outcome, step, review, at: now }));
  }
  await em.flush();
  await enqueueNext(step, next, { db, options });
  const looks = outcomes.flatMap((outcome) =>
    outcome.kind === 'result' && outcome.result.kind === 'waiting' ? [outcome.result.lookAfterSeconds] : [],
  );
  if (looks.length > 0) await askForLook(options.boss, tenantId, { afterSeconds: Math.min(...looks), db });
  // Last, as every transaction of the tenant that is accounted for waits from here on.
  await recordAuditEvents(em, accounted);
  await em.execute('select pg_notify(?, ?)', [PROGRESS_CHANNEL, ids.join(',')]);
}

function hasMoved(now: Review, loaded: Review): boolean {
  return now.state !== loaded.state || now.updatedAt.getTime() !== loaded.updatedAt.getTime();
}

class ClaimLapsed extends Error {}

/** What pg-boss answers; its published type leaves the fields out. */
const commandResponse = z.object({ affected: z.number() });

/** Changes the review (and stores its output); returns the id of the review that goes on to the next step, if one does. */
async function apply(
  em: EntityManager,
  { step, outcome, review, now }: { step: StepName; outcome: Settled; review: Review; now: Date },
): Promise<string | undefined> {
  review.updatedAt = now;
  review.waitsUntil = null;
  if (outcome.kind !== 'result') {
    Object.assign(review, { failedStep: step, errorCode: outcome.code });
    // A look at the chart that failed takes nothing back of what stands.
    if (!LOOKED_AT_AGAIN.has(review.state)) review.state = outcome.kind;
    return undefined;
  }
  if (step === review.failedStep) Object.assign(review, { failedStep: null, errorCode: null });
  const { result, elapsedMs } = outcome;
  if (step === 'chart') review.checkedAt = now;
  if (result.kind === 'unchanged') return undefined;
  if (result.kind === 'waiting') {
    review.state = 'waiting-for-model';
    return undefined;
  }
  const target = result.kind === 'done' ? review : await supersede(em, { old: review, id: result.reviewId, now });
  await storeOutput(em, target, result.output);
  target.timings = { ...target.timings, [step]: elapsedMs };
  target.state = STATE_AFTER[step];
  return target.id;
}

async function storeOutput(em: EntityManager, review: Review, { store, learned }: StepOutput): Promise<void> {
  await store(em);
  if (learned?.patientId !== undefined) review.patientId = learned.patientId;
  if (learned?.chartVersion !== undefined) review.chartVersion = learned.chartVersion;
}

/** Ends a review whose chart has changed, and begins the one of the new version. */
async function supersede(em: EntityManager, { old, id, now }: { old: Review; id: string; now: Date }): Promise<Review> {
  old.state = 'superseded';
  await em.flush();
  return em.create(Review, {
    id,
    tenantId: old.tenantId,
    siteId: old.siteId,
    encounterId: old.encounterId,
    patientId: old.patientId ?? null,
    state: STATE_BEFORE.chart,
    requestedBy: old.requestedBy,
    timings: {},
    createdAt: now,
    updatedAt: now,
    checkedAt: now,
  });
}

/** A new job in place of one that may not run for a while. */
async function sendAgain(
  step: StepName,
  { job: { data, priority }, retryLimit }: Postponed,
  { db, boss, startAfter }: { db: ReturnType<typeof fromKysely>; boss: PgBoss; startAfter: Date },
): Promise<void> {
  await boss.insert(step, [{ data, priority, startAfter, retryLimit }], { db });
}

async function enqueueNext(
  step: StepName,
  next: readonly { job: StepJob; priority: number }[],
  { db, options }: { db: ReturnType<typeof fromKysely>; options: CommitDependencies },
): Promise<void> {
  const queue = NEXT_STEP[step];
  if (queue === undefined) return;
  for (const [priority, group] of Map.groupBy(next, ({ priority: own }) => own)) {
    await sendToStep(
      options.boss,
      queue,
      group.map(({ job }) => job),
      { db, priority },
    );
  }
}
