import type { PgBoss } from 'pg-boss';
import { openServices, startSandbox, serve, work, type Services } from '#compose/index.ts';
import { parseConfig } from '#config/index.ts';
import { silentLog } from '#kernel/index.ts';
import { requestReview, Review, STEP_NAMES } from '#pipeline/index.ts';
import { createLargePopulation } from '#sandbox/population/index.ts';
import { freePort } from '#test/support/free-port.ts';
import { startBenchServer } from './server.ts';

const DEFAULT_ENCOUNTERS = 1_000;
const FLOOR_QUEUE = 'bench-floor';

/**
 * Takes sandbox encounters through the whole way (EHR over HTTP, database, write-back), and as many no-op pg-boss jobs
 * through one queue of the same server: what the queue alone costs.
 */
export async function benchPipeline([count]: readonly string[]): Promise<void> {
  const encounters = count === undefined ? DEFAULT_ENCOUNTERS : Number(count);
  await using server = await startBenchServer();
  const [port, sandboxPort] = await Promise.all([freePort(), freePort()]);
  const { application, migrator } = server.access;
  const url = (settings: typeof application): string =>
    `postgres://${settings.user}:${settings.password?.reveal() ?? ''}@${settings.host}:${settings.port}/${settings.database}`;
  const config = parseConfig({
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    REVRX_HOME: server.home,
    DATABASE_URL: url(application),
    MIGRATION_DATABASE_URL: url(migrator),
  });
  await using services = await openServices(config, silentLog, { migrations: 'run', supervise: true });
  await using _web = await serve(services);
  await using ehr = await startSandbox(services, { population: createLargePopulation(encounters) });

  const floorMs = await runFloor(services.boss, encounters);
  const { tenantId, id: siteId } = ehr.site;
  const ids = ehr.sandbox.store
    .list('Encounter')
    .flatMap(({ id }) => (id === undefined ? [] : [id]))
    .slice(0, encounters);
  const peak = watchMemory();
  const started = performance.now();
  await work(services);
  for (const encounterId of ids)
    await requestReview(services, { tenantId, siteId, encounterId, requestedBy: 'command' });
  const done = await untilAtRest(services, tenantId, ids.length);
  const wayMs = performance.now() - started;
  report({ encounters: ids.length, floorMs, wayMs, peakBytes: peak(), reviews: done });
}

async function runFloor(boss: PgBoss, jobs: number): Promise<number> {
  await boss.createQueue(FLOOR_QUEUE, { notify: true });
  let left = jobs;
  const started = performance.now();
  const finished = new Promise<void>((resolve) => {
    void boss.work(
      FLOOR_QUEUE,
      { batchSize: 16, localConcurrency: 2, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5 },
      async (batch) => {
        left -= batch.length;
        if (left === 0) resolve();
      },
    );
  });
  for (let at = 0; at < jobs; at += 1) await boss.send(FLOOR_QUEUE, { at });
  await finished;
  const elapsed = performance.now() - started;
  await boss.offWork(FLOOR_QUEUE);
  return elapsed;
}

async function untilAtRest({ database }: Services, tenantId: string, count: number): Promise<Review[]> {
  for (;;) {
    const reviews = await database.inTenant(tenantId, (em) =>
      em.find(Review, { tenantId, state: { $in: ['published', 'failed', 'parked'] } }),
    );
    if (reviews.length >= count) return reviews;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function watchMemory(): () => number {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 100);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

interface Figures {
  readonly encounters: number;
  readonly floorMs: number;
  readonly wayMs: number;
  readonly peakBytes: number;
  readonly reviews: readonly Review[];
}

function report({ encounters, floorMs, wayMs, peakBytes, reviews }: Figures): void {
  const perSecond = (ms: number): string => ((encounters / ms) * 1000).toFixed(1);
  const states = Map.groupBy(reviews, ({ state }) => state);
  console.log(`${encounters} encounters; ${[...states].map(([state, list]) => `${list.length} ${state}`).join(', ')}`);
  console.log(
    `the whole way      ${perSecond(wayMs)} encounters/s  (${(wayMs / 1000).toFixed(1)} s, sandbox EHR in the same process)`,
  );
  console.log(`no-op jobs (floor) ${perSecond(floorMs)} jobs/s  (${(floorMs / 1000).toFixed(1)} s)`);
  console.log(`ratio              ${(wayMs / floorMs).toFixed(2)} times the floor's time`);
  console.log(`peak memory        ${Math.round(peakBytes / 1024 ** 2)} MiB (sandbox EHR included)`);
  for (const step of STEP_NAMES) {
    const times = reviews.flatMap(({ timings }) => timings[step] ?? []).toSorted((a, b) => a - b);
    const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    console.log(`step ${step.padEnd(11)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
  }
}
