import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { DataKey } from './data-key.entity.ts';
import type { WrappedKey, Wrapping } from './wrapping.ts';

export interface RotateOptions {
  readonly database: Database;
  readonly wrapping: Wrapping;
  readonly tenantIds: readonly string[];
  /** Called with how many keys are due, before the first. */
  readonly onTotal?: (total: number) => void;
  readonly onRewrapped?: () => void;
  /** Ends the run between two batches. */
  readonly signal?: AbortSignal;
}

export interface Rotation {
  readonly rewrapped: number;
  /** Ids of data keys that did not open; they stay as they are. */
  readonly unopened: readonly string[];
  /** Whether the run was stopped before its end. */
  readonly stopped: boolean;
}

/** Data keys wrapped again in one transaction; a kill loses no more than these, and the next run does them. */
const BATCH = 50;

/**
 * Wraps every data key that another key than the current one wrapped with the current one. The data is not touched, and
 * services go on: both wrappings open. What is wrapped already is skipped, so a run that was stopped or killed is taken up
 * by the next. Goes through the keys once, so it ends even when the current key changes meanwhile; `countDue` says what is
 * left. Throws AppError `vault-unavailable`, `vault-open-failed` or `vault-seal-failed` when the current key cannot be used.
 */
export async function rotate(options: RotateOptions): Promise<Rotation> {
  options.onTotal?.(await countDue(options));
  const unopened: string[] = [];
  let rewrapped = 0;
  for (const tenantId of options.tenantIds) {
    let after: string | undefined;
    for (;;) {
      if (options.signal?.aborted === true) return { rewrapped, unopened, stopped: true };
      const batch = await rewrapBatch(options, { tenantId, after });
      if (batch === undefined) break;
      after = batch.last;
      rewrapped += batch.rewrapped;
      unopened.push(...batch.unopened);
    }
  }
  return { rewrapped, unopened, stopped: false };
}

/** How many data keys another key than the current one wrapped: work for `rotate`. */
export async function countDue({
  database,
  wrapping,
  tenantIds,
}: Pick<RotateOptions, 'database' | 'wrapping' | 'tenantIds'>): Promise<number> {
  let due = 0;
  for (const tenantId of tenantIds) {
    const keyId = await wrapping.currentKeyId(tenantId);
    due += await database.inTenant(tenantId, (em) => em.count(DataKey, isDue(tenantId, keyId)));
  }
  return due;
}

function isDue(tenantId: string, keyId: string) {
  return { tenantId, wrappedBy: { $ne: keyId }, wrapped: { $ne: null } };
}

interface Place {
  readonly tenantId: string;
  /** The last data key that was looked at. */
  readonly after: string | undefined;
}

interface Batch {
  readonly last: string;
  readonly rewrapped: number;
  readonly unopened: readonly string[];
}

/** The next keys that are due; undefined when there are none. */
async function rewrapBatch(options: RotateOptions, { tenantId, after }: Place): Promise<Batch | undefined> {
  const { database, wrapping } = options;
  const keyId = await wrapping.currentKeyId(tenantId);
  const keys = await database.inTenant(tenantId, (em) => {
    const where = { ...isDue(tenantId, keyId), ...(after === undefined ? {} : { id: { $gt: after } }) };
    return em.find(DataKey, where, { limit: BATCH, orderBy: { id: 'asc' } });
  });
  const last = keys.at(-1);
  if (last === undefined) return undefined;
  const results = await Promise.all(keys.map((key) => rewrap(wrapping, key)));
  const done = results.filter((result) => result !== undefined);
  await database.inTenant(tenantId, (em) => store(em, tenantId, done));
  for (const _ of done) options.onRewrapped?.();
  const wrapped = new Set(done.map(({ id }) => id));
  return { last: last.id, rewrapped: done.length, unopened: keys.map(({ id }) => id).filter((id) => !wrapped.has(id)) };
}

interface Rewrapped extends WrappedKey {
  readonly id: string;
  readonly old: Uint8Array;
}

/** Undefined when the key does not open: one that is lost must not keep the others from being moved. */
async function rewrap(
  wrapping: Wrapping,
  { id, tenantId, wrapped, wrappedBy }: DataKey,
): Promise<Rewrapped | undefined> {
  const owner = { tenantId, dataKeyId: id };
  const old = wrapped ?? Buffer.alloc(0);
  const dataKey = await wrapping.unwrap(owner, { wrapped: old, wrappedBy }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'vault-open-failed') return undefined;
    throw error;
  });
  return dataKey === undefined ? undefined : { id, old, ...(await wrapping.wrap(owner, dataKey)) };
}

async function store(em: EntityManager, tenantId: string, keys: readonly Rewrapped[]): Promise<void> {
  for (const { id, old, wrapped, wrappedBy } of keys) {
    // Only over what was read: a key shredded meanwhile stays shredded.
    await em.nativeUpdate(DataKey, { tenantId, id, wrapped: old }, { wrapped, wrappedBy });
  }
}
