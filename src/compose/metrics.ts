import { countReviews, listQueues } from '#pipeline/index.ts';
import { serveMetrics } from '#telemetry/index.ts';
import type { Services } from './services.ts';

/** Serves this process's metrics where that is configured, with what the database says about reviews and queues. */
export async function startMetrics(services: Services): Promise<AsyncDisposable> {
  const { config, metrics, database, boss, sites } = services;
  if (config.metrics === undefined) return { [Symbol.asyncDispose]: async () => undefined };
  metrics.gauge('revrx_reviews', 'Reviews by state, of all organizations.', async () => {
    const states = new Map<string, number>();
    for (const tenantId of new Set((await sites.listSites()).map((site) => site.tenantId))) {
      for (const [state, reviews] of Object.entries(await countReviews(database, tenantId))) {
        states.set(state, (states.get(state) ?? 0) + reviews);
      }
    }
    return [...states].map(([state, value]) => ({ labels: { state }, value }));
  });
  metrics.gauge('revrx_queue_jobs', 'Jobs by queue and state.', async () =>
    (await listQueues(boss)).flatMap(({ queue, waiting, active, retrying }) =>
      Object.entries({ waiting, active, retrying }).map(([state, value]) => ({ labels: { queue, state }, value })),
    ),
  );
  return serveMetrics({ metrics, ...config.metrics });
}
