import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Secret } from '#kernel/index.ts';
import {
  APPLICATION_ROLE,
  MIGRATOR_ROLE,
  toPgOptions,
  type ConnectionSettings,
  type DatabaseAccess,
} from '#persistence/index.ts';

export const TEMPLATE_DATABASE = 'revrx_template';

interface TestServer {
  readonly superuser: { host: string; port: number; database: string; user: string; password: string; ssl: boolean };
  readonly migrator: string;
  readonly application: string;
}

/** A database of its own for one test file, copied from the migrated template. */
export interface TestDatabase extends DatabaseAccess, AsyncDisposable {
  readonly superuser: ConnectionSettings;
}

/** Makes the database; disposing drops it. Real PostgreSQL, the real roles, the real migrations. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const settings = process.env['REVRX_TEST_POSTGRES'];
  if (settings === undefined) throw new TypeError('no test server: run through jest.config.mjs');
  const server = JSON.parse(settings) as TestServer;
  const superuser = { ...server.superuser, password: new Secret(server.superuser.password) };
  const database = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(superuser, `create database ${database} template ${TEMPLATE_DATABASE} owner ${MIGRATOR_ROLE}`);
  const as = (user: string, password: string): ConnectionSettings => ({
    ...superuser,
    database,
    user,
    password: new Secret(password),
  });
  return {
    superuser: { ...superuser, database },
    migrator: as(MIGRATOR_ROLE, server.migrator),
    application: as(APPLICATION_ROLE, server.application),
    [Symbol.asyncDispose]: () => asSuperuser(superuser, `drop database ${database} with (force)`),
  };
}

async function asSuperuser(superuser: ConnectionSettings, statement: string): Promise<void> {
  const client = new pg.Client(toPgOptions(superuser));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
