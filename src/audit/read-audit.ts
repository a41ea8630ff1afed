import type { Database } from '#persistence/index.ts';
import { CHAIN_START, ChainFollower, type ChainCheck, type ChainEnd } from './audit-chain.ts';
import { AuditEvent, AuditHead } from './audit-event.entity.ts';

export interface AuditFilter {
  readonly tenantId: string;
  readonly reviewId?: string | undefined;
  readonly actor?: string | undefined;
  /** Inclusive. */
  readonly since?: Date | undefined;
  /** Exclusive. */
  readonly until?: Date | undefined;
}

/** Events read at a time. */
const PAGE = 1_000;

/** A tenant's events in the order in which they were appended. */
export async function* listAuditEvents(
  database: Database,
  { tenantId, reviewId, actor, since, until }: AuditFilter,
): AsyncGenerator<AuditEvent> {
  for (let after = 0; ;) {
    const page = await database.inTenant(tenantId, (em) =>
      em.find(
        AuditEvent,
        {
          tenantId,
          position: { $gt: after },
          ...(reviewId === undefined ? {} : { reviewId }),
          ...(actor === undefined ? {} : { actor }),
          at: { ...(since === undefined ? {} : { $gte: since }), ...(until === undefined ? {} : { $lt: until }) },
        },
        { orderBy: { position: 'asc' }, limit: PAGE },
      ),
    );
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.position ?? after;
  }
}

export interface VerifyOptions {
  /** An end that was written down elsewhere: the chain must contain it. */
  readonly noted?: ChainEnd | undefined;
  readonly signal?: AbortSignal;
}

/** Follows a tenant's chain from its first event to its end. Events that are appended meanwhile are left to the next time. */
export async function verifyAuditChain(
  database: Database,
  tenantId: string,
  { noted, signal }: VerifyOptions = {},
): Promise<ChainCheck> {
  const end = await chainEnd(database, tenantId);
  const follower = new ChainFollower();
  for await (const event of listAuditEvents(database, { tenantId })) {
    signal?.throwIfAborted();
    if (event.position > end.position) break;
    const check = follower.next(event);
    if (!check.intact) return check;
    if (event.position === noted?.position && event.hash !== noted.hash) {
      return { intact: false, position: noted.position, reason: 'changed' };
    }
  }
  if (noted !== undefined && noted.position > end.position) {
    return { intact: false, position: end.position + 1, reason: 'tail-missing' };
  }
  if (await goesBeyondEnd(database, tenantId)) {
    return { intact: false, position: end.position + 1, reason: 'beyond-end' };
  }
  return follower.finish(end);
}

/** Where the chain of a tenant ends by its head. */
export async function chainEnd(database: Database, tenantId: string): Promise<ChainEnd> {
  const head = await database.inTenant(tenantId, (em) => em.findOne(AuditHead, { tenantId, id: tenantId }));
  return { position: head?.position ?? 0, hash: head?.hash ?? CHAIN_START };
}

/** Asked in one statement, as others may append at this moment. */
async function goesBeyondEnd(database: Database, tenantId: string): Promise<boolean> {
  const rows = await database.inTenant(tenantId, (em) =>
    em.execute(
      `select 1 from audit_event where tenant_id = ?
         and position > coalesce((select position from audit_head where id = ?), 0) limit 1`,
      [tenantId, tenantId],
    ),
  );
  return rows.length > 0;
}
