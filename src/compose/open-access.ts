import { migrations } from '../../migrations/index.ts';
import type { Config } from '#config/index.ts';
import { AppError, type Log } from '#kernel/index.ts';
import {
  accessFromUrls,
  migrateUp,
  parseConnectionUrl,
  pendingMigrations,
  prepareEmbeddedDatabase,
  reachableFolder,
  startEmbeddedPostgres,
  type DatabaseAccess,
} from '#persistence/index.ts';
import { migrateQueues } from '#pipeline/index.ts';

/** The ways into the configured database; an embedded server is started (and stopped with `stack`) when that is it. */
export async function openAccess(config: Config, stack: AsyncDisposableStack): Promise<DatabaseAccess> {
  if (config.database.kind === 'server') {
    const { application, migration } = config.database;
    return accessFromUrls(
      parseConnectionUrl(application.reveal()),
      migration === undefined ? undefined : parseConnectionUrl(migration.reveal()),
    );
  }
  const directory = await reachableFolder(config.database.directory);
  const server = stack.use(await startEmbeddedPostgres({ directory }));
  return prepareEmbeddedDatabase(server.superuser, directory);
}

/** Brings tables and queues to the newest version. Returns the migrations that ran. */
export async function migrateAll(access: DatabaseAccess, log: Log): Promise<string[]> {
  const done = await migrateUp(access, migrations);
  await migrateQueues(access, log);
  return done;
}

/** Throws AppError `config-invalid` when migrations are missing: serving on an old schema would lose data. */
export async function requireMigrated(access: DatabaseAccess): Promise<void> {
  const pending = await pendingMigrations(access, migrations);
  if (pending.length === 0) return;
  throw new AppError('config-invalid', {
    publicMessage: `The database is ${pending.length} migration${pending.length === 1 ? '' : 's'} behind. Run "revrx migrate" first.`,
  });
}
