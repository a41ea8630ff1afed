import { Migrator, type Migration } from '@mikro-orm/migrations';
import { MikroORM, type Constructor } from '@mikro-orm/postgresql';
import pg from 'pg';
import { toPgOptions, type ConnectionSettings } from './connection.ts';
import { APPLICATION_ROLE, type DatabaseAccess } from './roles.ts';
import { APPEND_ONLY, NEVER_DELETED } from './tenant-table.ts';

export interface NamedMigration {
  readonly name: string;
  readonly class: Constructor<Migration>;
}

/** An arbitrary number that all RevRx processes agree on: only one migrates at a time. */
const MIGRATION_LOCK = 727_379_001;

/**
 * Brings the schema to the newest version, and gives the application role what it may do. Safe to run at every start and
 * by several processes at once. Returns the names of what ran.
 */
export async function migrateUp(access: DatabaseAccess, migrations: readonly NamedMigration[]): Promise<string[]> {
  return withLock(access.migrator, async (client) => {
    const done = await withMigrator(access.migrator, migrations, (migrator) => migrator.up());
    await grantToApplication(client, access);
    return done.map(({ name }) => name);
  });
}

/** Takes back the newest `steps` migrations, newest first. Data in what they made is lost. */
export async function migrateDown(
  access: DatabaseAccess,
  migrations: readonly NamedMigration[],
  steps = 1,
): Promise<string[]> {
  return withLock(access.migrator, () =>
    withMigrator(access.migrator, migrations, async (migrator) => {
      const undone: string[] = [];
      for (let step = 0; step < steps; step += 1) undone.push(...(await migrator.down()).map(({ name }) => name));
      return undone;
    }),
  );
}

/** Names of the migrations that have not run yet. */
export async function pendingMigrations(
  access: DatabaseAccess,
  migrations: readonly NamedMigration[],
): Promise<string[]> {
  return withMigrator(access.migrator, migrations, async (migrator) =>
    (await migrator.getPending()).map(({ name }) => name),
  );
}

async function withMigrator<T>(
  connection: ConnectionSettings,
  migrations: readonly NamedMigration[],
  work: (migrator: Migrator) => Promise<T>,
): Promise<T> {
  const { host, port, database, user, password, ...driverOptions } = toPgOptions(connection, 'revrx-migrate');
  const orm = new MikroORM({
    entities: [],
    extensions: [Migrator],
    host,
    port,
    dbName: database,
    user,
    ...(password === undefined ? {} : { password }),
    driverOptions,
    pool: { min: 0, max: 2 },
    discovery: { warnWhenNoEntities: false },
    migrations: {
      tableName: 'revrx_migration',
      migrationsList: migrations.map(({ name, class: migration }) => ({ name, class: migration })),
      snapshot: false,
      silent: true,
    },
  });
  try {
    return await work(new Migrator(orm.em));
  } finally {
    await orm.close(true);
  }
}

async function withLock<T>(connection: ConnectionSettings, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(toPgOptions(connection, 'revrx-migrate'));
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The application reads and writes rows; it makes, alters and owns nothing. What is append-only it may not change. */
async function grantToApplication(client: pg.Client, { application }: DatabaseAccess): Promise<void> {
  const role = application.assumeRole ?? application.user;
  const name = pg.escapeIdentifier(role);
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount === 0 && role === APPLICATION_ROLE) await client.query(`create role ${name} nologin`);
  if (application.assumeRole !== undefined) {
    await client.query(`grant ${name} to current_user with set true`).catch(() => undefined);
  }
  await client.query(`grant usage on schema public to ${name}`);
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${name}`);
  await client.query(`grant usage, select on all sequences in schema public to ${name}`);
  await client.query(`revoke all on table revrx_migration from ${name}`);
  for (const [mark, rights] of REVOKED) {
    for (const table of await tablesMarked(client, mark)) {
      await client.query(`revoke ${rights} on table ${pg.escapeIdentifier(table)} from ${name}`);
    }
  }
}

/** What the application may not do, by a table's comment. */
const REVOKED = [
  [APPEND_ONLY, 'update, delete, truncate'],
  [NEVER_DELETED, 'delete, truncate'],
] as const;

async function tablesMarked(client: pg.Client, mark: string): Promise<string[]> {
  const { rows } = await client.query<{ relname: string }>(
    `select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
       and obj_description(oid, 'pg_class') = $1`,
    [mark],
  );
  return rows.map(({ relname }) => relname);
}
