import { mkdir } from 'node:fs/promises';
import type { PgBoss } from 'pg-boss';
import { loadCodeTables, type CodeLibrary } from '#codes/index.ts';
import type { Config } from '#config/index.ts';
import { systemClock, type Alerts, type Clock, type Log } from '#kernel/index.ts';
import { openDatabase, type Database, type DatabaseAccess } from '#persistence/index.ts';
import { Artifacts, createBoss } from '#pipeline/index.ts';
import { createSiteService, type SiteService } from '#sites/index.ts';
import { createSmart, type Smart } from '#smart/index.ts';
import { AlertWebhook, createAlerts, Metrics } from '#telemetry/index.ts';
import { createEnvelopeVault, type EnvelopeVault, type Wrapping } from '#vault/index.ts';
import { entities } from '../entities.ts';
import { makeFirstKeyFile, requireKeyFile } from './local-secrets.ts';
import { migrateAll, openAccess, requireMigrated } from './open-access.ts';
import { createWrapping } from './wrapping.ts';

/** What every role of the process shares. */
export interface Services extends AsyncDisposable {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly alerts: Alerts;
  readonly access: DatabaseAccess;
  readonly database: Database;
  readonly vault: EnvelopeVault;
  readonly wrapping: Wrapping;
  readonly boss: PgBoss;
  readonly artifacts: Artifacts;
  readonly sites: SiteService;
  readonly smart: Smart;
  readonly codes: CodeLibrary;
}

export interface OpenServicesOptions {
  /** `run`: bring the schema up to date first (a developer's machine). `require`: refuse an old schema. */
  readonly migrations: 'run' | 'require';
  /** Whether this process looks after the queues. */
  readonly supervise: boolean;
  /** Default: the system's. */
  readonly clock?: Clock;
}

interface AlertParts {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly stack: AsyncDisposableStack;
}

/** Alerts as configured: to the log and the metrics, and to people where there is a way to them. */
function openAlerts({ alertWebhook: url }: Config, { log, metrics, clock, stack }: AlertParts): Alerts {
  const hook = url === undefined ? undefined : stack.use(new AlertWebhook({ url, log, metrics }));
  return createAlerts({ log, metrics, clock, hook });
}

/** Opens database, vault, queues and the rooms above them. Disposing closes all, the last opened first. */
export async function openServices(
  config: Config,
  log: Log,
  { migrations, supervise, clock = systemClock }: OpenServicesOptions,
): Promise<Services> {
  await using stack = new AsyncDisposableStack();
  const metrics = new Metrics();
  const alerts = openAlerts(config, { log, metrics, clock, stack });
  await mkdir(config.home, { recursive: true });
  // Before anything is opened or changed: a start without its key file should leave nothing behind.
  await requireKeyFile(config);
  const access = await openAccess(config, stack);
  if (migrations === 'run') await migrateAll(access, log);
  else await requireMigrated(access);
  const database = stack.use(openDatabase({ connection: access.application, entities, poolSize: 12 }));
  await makeFirstKeyFile(config, database);
  const wrapping = createWrapping(config, database);
  const vault = createEnvelopeVault({ database, wrapping, clock });
  const boss = createBoss({ connection: access.application, log, supervise });
  await boss.start();
  stack.defer(() => boss.stop({ graceful: true, timeout: 10_000, close: true }));
  const sites = createSiteService({ database, vault, clock });
  const { publicUrl, production } = config;
  const smart = createSmart({ database, vault, sites, publicUrl, production, clock });
  const codes = loadCodeTables({ directory: config.codesDirectory });
  const artifacts = new Artifacts(database, vault);
  const owned = stack.move();
  return {
    config,
    log,
    clock,
    metrics,
    alerts,
    access,
    database,
    vault,
    wrapping,
    boss,
    artifacts,
    sites,
    smart,
    codes,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
