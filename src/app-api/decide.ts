import { fromKysely, type PgBoss } from 'pg-boss';
import { LockMode } from '@mikro-orm/postgresql';
import { recordAuditEvent } from '#audit/index.ts';
import type { DispositionRequest } from '#http/contract.ts';
import { AppError, newId, type Clock } from '#kernel/index.ts';
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
  /** The person: a stable id (no PHI), the name to show, and who they are in the audit log. */
  readonly user: { readonly id: string; readonly name: string; readonly actor: string };
}

/**
 * Keeps what a person decided, and in the same transaction sends the review to be written back again, so that the EHR
 * says it too. Deciding again replaces the decision. Throws AppError `conflict` when another review has taken the place of
 * this one.
 */
export async function decide(
  deps: DecideDependencies,
  { review, finding, request, user }: Decision,
): Promise<Disposition> {
  const { database, boss, artifacts, clock } = deps;
  const { tenantId, siteId, encounterId, id: reviewId } = review;
  const where = { tenantId, siteId, encounterId, findingKey: finding.key };
  const id = newId();
  // Before the transaction: sealing may need a connection of its own, and KMS.
  const sealedNote = await artifacts.sealNote({ tenantId, id, reviewId }, { by: user.name, note: request.note });
  const decided = { decision: request.decision, reason: request.reason ?? null, decidedBy: user.id };
  return database.inTenant(tenantId, async (em) => {
    const current = await em.findOneOrFail(
      Review,
      { tenantId, id: reviewId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (current.state === 'superseded') throw superseded();
    // A row of its own each time: what is sealed is bound to the row's id.
    await em.nativeDelete(Disposition, where);
    const decidedAt = clock.now();
    const disposition = em.create(Disposition, { id, ...where, reviewId, ...decided, sealedNote, decidedAt });
    if (current.state === 'published' || current.state === 'reviewed') {
      current.state = 'reviewed';
      current.updatedAt = clock.now();
      await em.flush();
      await sendWriteback(boss, { tenantId, reviewId }, fromKysely(em.getKysely()));
    }
    await recordAuditEvent(em, {
      tenantId,
      at: decidedAt,
      action: 'finding.decided',
      actor: user.actor,
      subject: { type: 'finding', id: finding.id },
      reviewId,
      details: { decision: request.decision, ...(request.reason === undefined ? {} : { reason: request.reason }) },
    });
    return disposition;
  });
}

function superseded(): AppError {
  return new AppError('conflict', {
    publicMessage: 'The chart has changed, and another review has taken the place of this one. Reload the page.',
  });
}
