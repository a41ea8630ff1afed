import { fromKysely, type PgBoss } from 'pg-boss';
import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { newId, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { PRIORITY, type StepJob } from './queues.ts';
import { Review, type ReviewState } from './review.entity.ts';

export interface ReviewRequest {
  readonly tenantId: string;
  readonly siteId: string;
  /** FHIR id of the Encounter. */
  readonly encounterId: string;
  readonly patientId?: string;
  readonly requestedBy: 'launch' | 'nightly' | 'command';
}

export interface RequestedReview {
  readonly reviewId: string;
  readonly state: ReviewState;
  /** Whether a job was sent; false when the review is under way anyway. */
  readonly queued: boolean;
}

interface Dependencies {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly clock: Clock;
}

const AT_REST: ReadonlySet<ReviewState> = new Set(['published', 'failed', 'parked']);

/**
 * Asks for a review of an encounter: makes one, joins the one under way, or has the chart of a finished one looked at
 * again (which ends there when nothing has changed). Asking twice is asking once.
 */
export async function requestReview(deps: Dependencies, request: ReviewRequest): Promise<RequestedReview> {
  try {
    return await requestOnce(deps, request);
  } catch (error) {
    // Two asked at the same moment; the other's row stands now.
    if (error instanceof UniqueConstraintViolationException) return requestOnce(deps, request);
    throw error;
  }
}

async function requestOnce({ database, boss, clock }: Dependencies, request: ReviewRequest): Promise<RequestedReview> {
  const { tenantId, siteId, encounterId } = request;
  return database.inTenant(tenantId, async (em) => {
    const now = clock.now();
    let review = await em.findOne(
      Review,
      { tenantId, siteId, encounterId, state: { $ne: 'superseded' } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (review !== null && !AT_REST.has(review.state)) {
      return { reviewId: review.id, state: review.state, queued: false };
    }
    if (review === null) {
      review = em.create(Review, {
        id: newId(now.getTime()),
        tenantId,
        siteId,
        encounterId,
        patientId: request.patientId ?? null,
        state: 'requested',
        requestedBy: request.requestedBy,
        timings: {},
        createdAt: now,
        updatedAt: now,
      });
    } else if (review.state !== 'published') {
      review.state = 'requested';
      review.failedStep = null;
      review.errorCode = null;
      review.updatedAt = now;
    }
    await em.flush();
    await sendToStep(boss, 'chart', [{ tenantId, reviewId: review.id }], {
      db: fromKysely(em.getKysely()),
      priority: request.requestedBy === 'launch' ? PRIORITY.interactive : PRIORITY.nightly,
    });
    return { reviewId: review.id, state: review.state, queued: true };
  });
}

/** Enqueues jobs in the transaction that `db` stands for. */
export async function sendToStep(
  boss: PgBoss,
  queue: string,
  jobs: readonly StepJob[],
  { db, priority }: { db: ReturnType<typeof fromKysely>; priority: number },
): Promise<void> {
  if (jobs.length === 0) return;
  await boss.insert(
    queue,
    jobs.map(({ tenantId, reviewId }) => ({ data: { tenantId, reviewId }, priority })),
    { db },
  );
}

/** Enqueues a review to be written back again, after a person's decision; in the transaction that `db` stands for. */
export async function sendWriteback(boss: PgBoss, job: StepJob, db: ReturnType<typeof fromKysely>): Promise<void> {
  await sendToStep(boss, 'writeback', [job], { db, priority: PRIORITY.interactive });
}
