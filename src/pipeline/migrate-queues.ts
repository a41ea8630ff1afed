import pg from 'pg';
import type { Log } from '#kernel/index.ts';
import { toPgOptions, type DatabaseAccess } from '#persistence/index.ts';
import { createBoss, QUEUE_SCHEMA } from './boss.ts';
import { ensureQueues } from './queues.ts';

/** Brings pg-boss's own schema and the queues up to date, as the migrator, and lets the application role use them. */
export async function migrateQueues(access: DatabaseAccess, log: Log): Promise<void> {
  const boss = createBoss({ connection: access.migrator, log, supervise: false, migrate: true, poolSize: 2 });
  await boss.start();
  try {
    await ensureQueues(boss);
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
  const role = pg.escapeIdentifier(access.application.assumeRole ?? access.application.user);
  const client = new pg.Client(toPgOptions(access.migrator, 'revrx-migrate'));
  await client.connect();
  try {
    await client.query(`grant usage on schema ${QUEUE_SCHEMA} to ${role}`);
    await client.query(`grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${role}`);
    await client.query(`grant usage, select on all sequences in schema ${QUEUE_SCHEMA} to ${role}`);
    await client.query(`grant execute on all functions in schema ${QUEUE_SCHEMA} to ${role}`);
  } finally {
    await client.end();
  }
}
