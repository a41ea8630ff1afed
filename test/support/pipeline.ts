import type { PgBoss } from 'pg-boss';
import { silentLog, systemClock } from '#kernel/index.ts';
import { openDatabase, type Database } from '#persistence/index.ts';
import { createBoss, migrateQueues } from '#pipeline/index.ts';
import { entities } from '../../src/entities.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

/** A database with its queues, as the application sees it. */
export interface TestPipeline extends AsyncDisposable {
  readonly access: TestDatabase;
  readonly database: Database;
  readonly boss: PgBoss;
  readonly clock: typeof systemClock;
  readonly log: typeof silentLog;
}

export async function createTestPipeline(): Promise<TestPipeline> {
  const access = await createTestDatabase();
  await migrateQueues(access, silentLog);
  const database = openDatabase({ connection: access.application, entities });
  const boss = createBoss({ connection: access.application, log: silentLog, supervise: true });
  await boss.start();
  return {
    access,
    database,
    boss,
    clock: systemClock,
    log: silentLog,
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: true, timeout: 5_000, close: true });
      await database[Symbol.asyncDispose]();
      await access[Symbol.asyncDispose]();
    },
  };
}
