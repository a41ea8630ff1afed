import type { fromKysely, PgBoss } from 'pg-boss';

/** The queue of looks at the batches of a tenant. */
export const BATCH_QUEUE = 'model-batch';

/** All that a job carries. */
export interface BatchJob {
  readonly tenantId: string;
}

const DAY_SECONDS = 24 * 60 * 60;

/** Creates or updates the queue. One look at a tenant's batches waits, and one runs, however often it is asked for. */
export async function ensureBatchQueue(boss: PgBoss, existing: ReadonlySet<string>): Promise<void> {
  const options = {
    // A look whose process died is taken up by another one, as often as it takes.
    retryLimit: 10_000,
    retryDelay: 5,
    heartbeatSeconds: 15,
    expireInSeconds: 60 * 60,
    retentionSeconds: 90 * DAY_SECONDS,
    deleteAfterSeconds: DAY_SECONDS,
  };
  if (existing.has(BATCH_QUEUE)) await boss.updateQueue(BATCH_QUEUE, options);
  else await boss.createQueue(BATCH_QUEUE, { ...options, policy: 'stately' });
}

interface LookOptions {
  readonly afterSeconds: number;
  /** The transaction to enqueue in; its own by default. */
  readonly db?: ReturnType<typeof fromKysely>;
}

/** Asks for a look at the tenant's batches. Asking while one waits already changes nothing. */
export async function askForLook(boss: PgBoss, tenantId: string, { afterSeconds, db }: LookOptions): Promise<void> {
  const job = { data: { tenantId }, singletonKey: tenantId, startAfter: afterSeconds };
  await boss.insert(BATCH_QUEUE, [job], db === undefined ? {} : { db });
}
