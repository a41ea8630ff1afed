import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FhirResource } from 'fhir/r4.js';
import { openServices, serve, startSandbox, work, type Services } from '#compose/index.ts';
import { parseConfig, type Config } from '#config/index.ts';
import { silentLog, systemClock, type Clock, type Log } from '#kernel/index.ts';
import type { ConnectionSettings } from '#persistence/index.ts';
import type { Sandbox } from '#sandbox/index.ts';
import type { Site } from '#sites/index.ts';
import { freePort } from './free-port.ts';
import { createTestDatabase } from './postgres.ts';

/** RevRx and the sandbox EHR, composed as `revrx start` composes them, on a database of their own. */
export interface RunningApp extends AsyncDisposable {
  readonly config: Config;
  readonly services: Services;
  readonly sandbox: Sandbox;
  readonly site: Site;
  /** RevRx's origin. */
  readonly url: string;
  /** Sees every row of the database, whatever its policies. */
  readonly superuser: ConnectionSettings;
  /** What a process of its own needs to join: the environment of `revrx work`. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface RunningAppOptions {
  readonly population?: readonly FhirResource[];
  /** Whether this process works on the queues; default true. */
  readonly works?: boolean;
  readonly log?: Log;
  /** Settings besides or instead of those that the test gets. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Default: the system's. */
  readonly clock?: Clock;
}

export async function startApp({
  population,
  works = true,
  log = silentLog,
  settings = {},
  clock = systemClock,
}: RunningAppOptions = {}): Promise<RunningApp> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase());
  const home = await mkdtemp(join(tmpdir(), 'revrx-home-'));
  stack.defer(() => rm(home, { recursive: true, force: true }));
  const [port, sandboxPort] = await Promise.all([freePort(), freePort()]);
  const environment = {
    NODE_ENV: 'test',
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    REVRX_HOME: home,
    DATABASE_URL: toUrl(database.application),
    MIGRATION_DATABASE_URL: toUrl(database.migrator),
    ...settings,
  };
  const config = parseConfig(environment);
  const services = stack.use(await openServices(config, log, { migrations: 'run', supervise: true, clock }));
  if (works) await work(services);
  stack.use(await serve(services));
  const { sandbox, site } = stack.use(await startSandbox(services, population === undefined ? {} : { population }));
  const owned = stack.move();
  return {
    config,
    services,
    sandbox,
    site,
    url: config.publicUrl,
    superuser: database.superuser,
    environment,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function toUrl({ host, port, database, user, password }: ConnectionSettings): string {
  return `postgres://${user}:${encodeURIComponent(password?.reveal() ?? '')}@${host}:${port}/${database}`;
}
