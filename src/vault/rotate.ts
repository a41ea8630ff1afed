import type { Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { DataKey } from './data-key.entity.ts';
import type { Wrapping } from './wrapping.ts';

export interface RotateOptions {
  readonly database: Database;
  readonly wrapping: Wrapping;
  readonly tenantIds: readonly string[];
  /** Called with how many keys are due, before the first. */
  readonly onTotal?: (total: number) => void;
  readonly onRewrapped?: () => void;
  readonly signal?: AbortSignal;
}

/** Data keys wrapped again in one transaction; a kill loses no more than these, and the next run does them. */
const BATCH = 50;

/**
 * Wraps every data key that an older key wrapped with the current one. The data is not touched, and services go on: both
 * wrappings open. What is wrapped already is skipped, so a run that was stopped or killed is taken up by the next.
 * Returns how many were wrapped again. Throws AppError `vault-open-failed` when an old key does not open.
 */
export async function rotate({
  database,
  wrapping,
  tenantIds,
  onTotal,
  onRewrapped,
  signal,
}: RotateOptions): Promise<number> {
  const current = new Map(
    await Promise.all(tenantIds.map(async (id) => [id, await wrapping.currentKeyId(id)] as const)),
  );
  const due = async (tenantId: string): Promise<number> =>
    database.inTenant(tenantId, (em) => em.count(DataKey, isDue(tenantId, current.get(tenantId) ?? '')));
  const totals = await Promise.all(tenantIds.map(due));
  onTotal?.(totals.reduce((sum, count) => sum + count, 0));
  let done = 0;
  for (const [tenantId, keyId] of current) {
    for (;;) {
      signal?.throwIfAborted();
      const rewrapped = await rewrapBatch({ database, wrapping, tenantId, keyId });
      for (let at = 0; at < rewrapped; at += 1) onRewrapped?.();
      done += rewrapped;
      if (rewrapped === 0) break;
    }
  }
  return done;
}

function isDue(tenantId: string, keyId: string) {
  return { tenantId, wrappedBy: { $ne: keyId }, wrapped: { $ne: null } };
}

interface Batch {
  readonly database: Database;
  readonly wrapping: Wrapping;
  readonly tenantId: string;
  readonly keyId: string;
}

async function rewrapBatch({ database, wrapping, tenantId, keyId }: Batch): Promise<number> {
  const keys = await database.inTenant(tenantId, (em) =>
    em.find(DataKey, isDue(tenantId, keyId), { limit: BATCH, orderBy: { id: 'asc' } }),
  );
  const rewrapped = await Promise.all(
    keys.map(async ({ id, wrapped }) => {
      const owner = { tenantId, dataKeyId: id };
      return {
        id,
        old: wrapped,
        wrapped: await wrapping.wrap(owner, await wrapping.unwrap(owner, wrapped ?? Buffer.alloc(0))),
      };
    }),
  );
  await database.inTenant(tenantId, async (em) => {
    for (const { id, old, wrapped } of rewrapped) {
      // Only over what was read: a key shredded meanwhile stays shredded.
      await em.nativeUpdate(DataKey, { tenantId, id, wrapped: old }, { wrapped, wrappedBy: keyId });
    }
  });
  return keys.length;
}

export interface ShredOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly tenantId: string;
  /** Only this review's key; without it all keys of the tenant. */
  readonly scope?: string;
}

/**
 * Takes the wrapped keys away for good: what they sealed is unreadable from now on, here and, once their copies expire, in
 * backups. Processes that hold a key in memory forget it within five minutes. Returns how many keys were shredded.
 */
export async function shred({ database, clock, tenantId, scope }: ShredOptions): Promise<number> {
  const where = { tenantId, wrapped: { $ne: null }, ...(scope === undefined ? {} : { scope }) };
  return database.inTenant(tenantId, (em) =>
    em.nativeUpdate(DataKey, where, { wrapped: null, shreddedAt: clock.now() }),
  );
}
