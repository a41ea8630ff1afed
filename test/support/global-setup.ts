import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  migrateUp,
  prepareEmbeddedDatabase,
  startEmbeddedPostgres,
  toPgOptions,
  type EmbeddedPostgres,
} from '#persistence/index.ts';
import { migrations } from '../../migrations/index.ts';
import { buildAppIfStale } from '../../src/cli/build-app.ts';
import { TEMPLATE_DATABASE } from './postgres.ts';

declare global {
  var revrxTestPostgres: EmbeddedPostgres | undefined;
}

/** One server a test run; every test file copies the migrated template. */
export default async function globalSetup(): Promise<void> {
  await buildAppIfStale();
  const directory = await mkdtemp(join(tmpdir(), 'revrx-test-'));
  const server = await startEmbeddedPostgres({ directory, disposable: true });
  globalThis.revrxTestPostgres = server;
  const access = await prepareEmbeddedDatabase(server.superuser, directory, TEMPLATE_DATABASE);
  await migrateUp(access, migrations);
  const client = new pg.Client(toPgOptions(server.superuser));
  await client.connect();
  await client.query(`alter database ${TEMPLATE_DATABASE} is_template true allow_connections false`);
  await client.end();
  process.env['REVRX_TEST_POSTGRES'] = JSON.stringify({
    superuser: { ...server.superuser, password: server.superuser.password?.reveal() },
    migrator: access.migrator.password?.reveal(),
    application: access.application.password?.reveal(),
  });
}
