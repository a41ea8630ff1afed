import pg from 'pg';
import { readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newToken, Secret } from '#kernel/index.ts';
import { toPgOptions, type ConnectionSettings } from './connection.ts';

/** The role that owns the tables. Only migrations use it. */
export const MIGRATOR_ROLE = 'revrx_migrator';
/** The role the application runs as: owns nothing, cannot go around row level security. */
export const APPLICATION_ROLE = 'revrx_app';

/** Two ways into one database: as its owner, and as the application. */
export interface DatabaseAccess {
  readonly migrator: ConnectionSettings;
  readonly application: ConnectionSettings;
}

/**
 * Makes database and roles in an embedded server, once. The passwords stand in files of mode 0600 beside the cluster.
 */
export async function prepareEmbeddedDatabase(
  superuser: ConnectionSettings,
  directory: string,
  database = 'revrx',
): Promise<DatabaseAccess> {
  const client = new pg.Client(toPgOptions(superuser));
  await client.connect();
  try {
    const migrator = await loginRole(client, superuser, { role: MIGRATOR_ROLE, directory });
    const application = await loginRole(client, superuser, { role: APPLICATION_ROLE, directory });
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)} owner ${MIGRATOR_ROLE}`);
    return { migrator: { ...migrator, database }, application: { ...application, database } };
  } finally {
    await client.end();
  }
}

async function loginRole(
  client: pg.Client,
  superuser: ConnectionSettings,
  { role, directory }: { role: string; directory: string },
): Promise<ConnectionSettings> {
  const file = join(directory, `${role}-password`);
  if (!existsSync(file)) await writeFile(file, newToken(), { mode: 0o600 });
  const password = (await readFile(file, 'utf8')).trim();
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role ${pg.escapeIdentifier(role)} login nosuperuser nobypassrls password ${pg.escapeLiteral(password)}`,
  );
  return { ...superuser, user: role, password: new Secret(password) };
}

/**
 * Access to a server that the operator runs. With one URL the login role owns the tables, and application sessions take
 * on `revrx_app` (made by `revrx migrate`); with two, the application logs in as itself.
 */
export function accessFromUrls(
  application: ConnectionSettings,
  migrator: ConnectionSettings | undefined,
): DatabaseAccess {
  if (migrator !== undefined) return { migrator, application };
  return { migrator: application, application: { ...application, assumeRole: APPLICATION_ROLE } };
}
