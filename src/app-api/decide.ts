import { fromKysely, type PgBoss } from 'pg-boss';
import { LockMode } from '@mikro-orm/postgresql';
import type { DispositionRequest } from '#http/contract.ts';
import { newId, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { Review, sendWriteback, type Artifacts } from '#pipeline/index.ts';
import { Disposition } from '#review/disposition.entity.ts';
import type { FindingRecord } from '#review/finding.entity.ts';

export interface DecideDependencies {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly artifacts: Artifacts;
  readonly clock: Clock;
}

export interface Decision {
  readonly review: Review;
  readonly finding: FindingRecord;
  readonly request: DispositionRequest;
  /** The person: a stable id (no PHI), and the name to show. */
  readonly user: { readonly id: string; readonly name: string };
}

/**
 * Keeps what a person decided, and in the same transaction sends the review to be written back again, so that the EHR
 * says it too. Deciding again replaces the decision.
 */
export async function decide(
  deps: DecideDependencies,
  { review, finding, request, user }: Decision,
): Promise<Disposition> {
  const { database, boss, artifacts, clock } = deps;
  const { tenantId, siteId, encounterId } = review;
  const where = { tenantId, siteId, encounterId, findingKey: finding.key };
  return database.inTenant(tenantId, async (em) => {
    const current = await em.findOneOrFail(
      Review,
      { tenantId, id: review.id },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const earlier = await em.findOne(Disposition, where);
    const id = earlier?.id ?? newId();
    const values = {
      decision: request.decision,
      reason: request.reason ?? null,
      sealedNote: await artifacts.sealNote({ tenantId, id }, { by: user.name, note: request.note }),
      decidedBy: user.id,
      decidedAt: clock.now(),
    };
    const disposition = earlier ?? em.create(Disposition, { id, ...where, ...values });
    Object.assign(disposition, values);
    if (current.state === 'published' || current.state === 'reviewed') {
      current.state = 'reviewed';
      current.updatedAt = clock.now();
      await em.flush();
      await sendWriteback(boss, { tenantId, reviewId: current.id }, fromKysely(em.getKysely()));
    }
    return disposition;
  });
}
