import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServices, type Services } from '#compose/index.ts';
import { parseConfig } from '#config/index.ts';
import { silentLog } from '#kernel/index.ts';
import type { ConnectionSettings } from '#persistence/index.ts';
import { createTestDatabase } from './postgres.ts';

/** A database, a home and settings: what processes of one installation share. */
export interface Installation extends AsyncDisposable {
  /** For `revrx ...` in a process of its own. */
  readonly environment: Readonly<Record<string, string>>;
  readonly keyFile: string;
  /** The services of a process of the installation, as `revrx serve` opens them. With other settings where given. */
  open(settings?: Readonly<Record<string, string>>): Promise<Services>;
}

export async function createInstallation(settings: Readonly<Record<string, string>> = {}): Promise<Installation> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase());
  const home = await mkdtemp(join(tmpdir(), 'revrx-home-'));
  stack.defer(() => rm(home, { recursive: true, force: true }));
  const environment = {
    NODE_ENV: 'test',
    REVRX_HOME: home,
    DATABASE_URL: toUrl(database.application),
    MIGRATION_DATABASE_URL: toUrl(database.migrator),
    ...settings,
  };
  const owned = stack.move();
  return {
    environment,
    keyFile: join(home, 'keys.json'),
    open: (more = {}) =>
      openServices(parseConfig({ ...environment, ...more }), silentLog, { migrations: 'run', supervise: false }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function toUrl({ host, port, database, user, password }: ConnectionSettings): string {
  return `postgres://${user}:${encodeURIComponent(password?.reveal() ?? '')}@${host}:${port}/${database}`;
}
