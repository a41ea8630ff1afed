import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '#kernel/index.ts';
import type { AuditAction, AuditDetails, AuditOutcome, AuditSubjectType } from './audit-actions.ts';
import { CHAIN_START, hashOfEvent, type ChainEnd } from './audit-chain.ts';
import { AuditEvent, AuditHead } from './audit-event.entity.ts';

export interface NewAuditEvent {
  readonly tenantId: string;
  readonly at: Date;
  readonly action: AuditAction;
  /** Default: success. */
  readonly outcome?: AuditOutcome;
  /** From actor.ts. */
  readonly actor: string;
  readonly subject: { readonly type: AuditSubjectType; readonly id: string };
  /** Where the subject is a part of a review. */
  readonly reviewId?: string | undefined;
  readonly details?: AuditDetails;
}

/**
 * Adds an event to the tenant's chain, in the caller's transaction: what it accounts for and the event stand together or
 * not at all. Transactions of one tenant wait for each other from here to their end, so call it last.
 */
export async function recordAuditEvent(em: EntityManager, event: NewAuditEvent): Promise<void> {
  await recordAuditEvents(em, [event]);
}

/** The same for several events of one tenant, in their order. */
export async function recordAuditEvents(em: EntityManager, events: readonly NewAuditEvent[]): Promise<void> {
  const [first] = events;
  if (first === undefined) return;
  // What the caller changed takes its locks first: who holds the chain waits for nobody.
  await em.flush();
  let end = await lockEnd(em, first.tenantId);
  const rows = events.map((event) => {
    const row = toRow(event, end);
    end = { position: row.position, hash: row.hash };
    return row;
  });
  await em.insertMany(AuditEvent, rows);
  await em.nativeUpdate(AuditHead, { tenantId: first.tenantId, id: first.tenantId }, { ...end });
}

/** Locks the end of the chain until the transaction ends, and makes it with the first event. */
async function lockEnd(em: EntityManager, tenantId: string): Promise<ChainEnd> {
  const [end] = await em.execute<ChainEnd[]>(
    `insert into audit_head (id, tenant_id, position, hash) values (?, ?, 0, ?)
     on conflict (id) do update set position = audit_head.position returning position, hash`,
    [tenantId, tenantId, CHAIN_START],
  );
  if (end === undefined) throw new RangeError('the end of the audit chain could not be locked');
  return end;
}

function toRow({ tenantId, at, action, outcome, actor, subject, reviewId, details }: NewAuditEvent, end: ChainEnd) {
  const row = {
    id: newId(at.getTime()),
    tenantId,
    position: end.position + 1,
    at,
    action,
    outcome: outcome ?? ('success' as const),
    actor,
    subjectType: subject.type,
    subjectId: subject.id,
    reviewId: reviewId ?? (subject.type === 'review' ? subject.id : null),
    details: details ?? {},
    previousHash: end.hash,
  };
  return { ...row, hash: hashOfEvent(row) };
}
