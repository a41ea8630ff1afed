import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWrapping, openServices, type RotatingServices, type Services } from '#compose/index.ts';
import { parseConfig } from '#config/index.ts';
import { silentLog, systemClock } from '#kernel/index.ts';
import { openDatabase, type ConnectionSettings } from '#persistence/index.ts';
import { createEnvelopeVault, type EnvelopeVault } from '#vault/index.ts';
import { entities } from '../../src/entities.ts';
import { createTestDatabase } from './postgres.ts';

/** The part of a process that has to do with keys. */
export interface KeyServices extends RotatingServices, AsyncDisposable {
  readonly vault: EnvelopeVault;
}

/** A database, a home and settings: what processes of one installation share. */
export interface Installation extends AsyncDisposable {
  /** For `revrx ...` in a process of its own. */
  readonly environment: Readonly<Record<string, string>>;
  readonly keyFile: string;
  /** The services of a process of the installation, as `revrx serve` opens them. With other settings where given. */
  open(settings?: Readonly<Record<string, string>>): Promise<Services>;
  /** Database and vault alone, wired as there: nothing cached, and much sooner open. */
  openKeys(settings?: Readonly<Record<string, string>>): KeyServices;
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
    openKeys(more = {}) {
      const config = parseConfig({ ...environment, ...more });
      const own = openDatabase({ connection: database.application, entities });
      const wrapping = createWrapping(config, own);
      return {
        config,
        access: database,
        clock: systemClock,
        database: own,
        wrapping,
        vault: createEnvelopeVault({ database: own, wrapping, clock: systemClock }),
        [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
      };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function toUrl({ host, port, database, user, password }: ConnectionSettings): string {
  return `postgres://${user}:${encodeURIComponent(password?.reveal() ?? '')}@${host}:${port}/${database}`;
}
