import { PgBoss } from 'pg-boss';
import type { Log } from '#kernel/index.ts';
import { toPgOptions, type ConnectionSettings } from '#persistence/index.ts';

/** The schema of pg-boss's tables; they hold ids only, as they have no row level security. */
export const QUEUE_SCHEMA = 'revrx_queue';

export interface BossOptions {
  readonly connection: ConnectionSettings;
  readonly log: Log;
  /** Whether this process looks after the queues (expiry, retention). One worker process is enough; more do no harm. */
  readonly supervise: boolean;
  /** Whether schema changes are this process's to make: `revrx migrate` only. */
  readonly migrate?: boolean;
  readonly poolSize?: number;
}

/** How often dead workers' jobs are looked for: with the heartbeat, what a crash delays a review by. */
const SUPERVISE_SECONDS = 5;

/** A pg-boss that is not started yet. Its errors are logged by code; the work they hit is tried again. */
export function createBoss({ connection, log, supervise, migrate = false, poolSize = 6 }: BossOptions): PgBoss {
  const boss = new PgBoss({
    ...toPgOptions(connection, 'revrx-queue'),
    schema: QUEUE_SCHEMA,
    max: poolSize,
    migrate,
    createSchema: migrate,
    supervise,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    schedule: false,
    useListenNotify: true,
    monitorVacuum: false,
    reindex: false,
  });
  boss.on('error', (error) => log.warn('queue error', { error: error.name, code: codeOf(error) }));
  return boss;
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
