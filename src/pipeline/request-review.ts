import { fromKysely, type PgBoss } from 'pg-boss';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { newId, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { LOOKED_AT_AGAIN, PRIORITY, type StepJob } from './queues.ts';
import { Review, type ReviewState } from './review.entity.ts';

/** Reviews of one site that are asked for together. */
export interface ReviewRequests {
  readonly tenantId: string;
  readonly siteId: string;
  readonly encounters: readonly RequestedEncounter[];
  readonly requestedBy: 'launch' | 'nightly' | 'command';
}

export interface RequestedEncounter {
  /** FHIR id of the Encounter. */
  readonly encounterId: string;
  /** FHIR id of the Patient, where the caller knows it. */
  readonly patientId?: string | undefined;
}

export interface RequestedReview {
  readonly encounterId: string;
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

/** A parked review is at rest too, but only an administrator's redrive takes it up again. */
const AT_REST: ReadonlySet<ReviewState> = new Set([...LOOKED_AT_AGAIN, 'failed']);

/**
 * Asks for reviews of encounters, in one transaction: makes one for each, joins those under way, or has the chart of a
 * finished one looked at again (which ends there when nothing has changed). Asking twice is asking once.
 */
export async function requestReviews(
  { database, boss, clock }: Dependencies,
  { tenantId, siteId, encounters, requestedBy }: ReviewRequests,
): Promise<RequestedReview[]> {
  const wanted = new Map(encounters.map((encounter) => [encounter.encounterId, encounter]));
  if (wanted.size === 0) return [];
  return database.inTenant(tenantId, async (em) => {
    const now = clock.now();
    const rows = [...wanted.values()].map(({ encounterId, patientId }) => ({
      id: newId(now.getTime()),
      tenantId,
      siteId,
      encounterId,
      patientId: patientId ?? null,
      state: 'requested' as const,
      requestedBy,
      timings: {},
      createdAt: now,
      updatedAt: now,
    }));
    // Where a current review stands, or another process makes one at this moment, nothing is inserted.
    await em.createQueryBuilder(Review).insert(rows).onConflict().ignore().execute();
    const made = new Set(rows.map(({ id }) => id));
    const reviews = await lockCurrent(em, { tenantId, siteId, encounterIds: [...wanted.keys()] });
    const due = reviews.filter(({ id, state }) => made.has(id) || AT_REST.has(state));
    for (const review of due) takeUpAgain(review, now);
    // One that is under way already is now waited for by a person, or asked for anew.
    for (const review of requestedBy === 'launch' ? reviews : due) review.requestedBy = requestedBy;
    await em.flush();
    await sendToStep(
      boss,
      'chart',
      due.map(({ id }) => ({ tenantId, reviewId: id })),
      {
        db: fromKysely(em.getKysely()),
        priority: requestedBy === 'launch' ? PRIORITY.interactive : PRIORITY.nightly,
      },
    );
    const queued = new Set(due.map(({ id }) => id));
    return reviews.map(({ id, encounterId, state }) => ({ encounterId, reviewId: id, state, queued: queued.has(id) }));
  });
}

/** Asks for the review of one encounter. */
export async function requestReview(
  deps: Dependencies,
  { encounterId, patientId, ...rest }: Omit<ReviewRequests, 'encounters'> & RequestedEncounter,
): Promise<RequestedReview> {
  const encounter = { encounterId, ...(patientId === undefined ? {} : { patientId }) };
  const [review] = await requestReviews(deps, { ...rest, encounters: [encounter] });
  if (review === undefined) throw new RangeError('a review was asked for and none stands');
  return review;
}

function lockCurrent(
  em: EntityManager,
  { tenantId, siteId, encounterIds }: { tenantId: string; siteId: string; encounterIds: string[] },
): Promise<Review[]> {
  return em.find(
    Review,
    { tenantId, siteId, encounterId: { $in: encounterIds }, state: { $ne: 'superseded' } },
    // In one order, so that two requests for the same encounters wait for each other instead of locking up.
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { encounterId: 'asc' } },
  );
}

/** A published review keeps its state while its chart is looked at, and so does one that waits for a batch; one that stopped begins anew. */
function takeUpAgain(review: Review, now: Date): void {
  if (LOOKED_AT_AGAIN.has(review.state)) return;
  Object.assign(review, { state: 'requested', failedStep: null, errorCode: null, waitsUntil: null, updatedAt: now });
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
