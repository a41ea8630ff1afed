import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { listAuditEvents, verifyAuditChain } from '#audit/index.ts';
import { ChartVersion } from '#chart/chart-version.entity.ts';
import { newId } from '#kernel/index.ts';
import { removeExpiredCharts, Review } from '#pipeline/index.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';

const WORKER = join(import.meta.dirname, 'retention-worker.ts');
const REVIEWS = 120;
const LONG_AGO = new Date(Date.now() - 60 * 24 * 60 * 60_000);

let app: RunningApp;

/** Reviews of two months ago, each with a chart that its own key seals. */
async function makeOldReviews({ services, site }: RunningApp): Promise<void> {
  const { id: siteId, tenantId } = site;
  for (let n = 0; n < REVIEWS; n += 1) {
    const id = newId();
    const place = { tenantId, table: 'chart_version', rowId: id, purpose: 'chart', reviewId: id };
    const sealedChart = await services.vault.seal(place, Buffer.from('a chart'));
    const at = { createdAt: LONG_AGO, updatedAt: LONG_AGO };
    await services.database.inTenant(tenantId, async (em) => {
      const own = { id, tenantId, siteId, encounterId: `e-${n}`, chartVersion: `v-${n}` };
      await em.insert(Review, { ...own, state: 'published', requestedBy: 'nightly', timings: {}, ...at });
      await em.insert(ChartVersion, { id, tenantId, sealedChart, createdAt: LONG_AGO });
    });
  }
}

/** What there is of each review, in its own words; and how many the audit log says were removed. */
async function stand({
  services,
  site,
}: RunningApp): Promise<{ kinds: Set<string>; removed: number; accounted: number }> {
  const { tenantId } = site;
  const rows = await services.database.inTenant(tenantId, (em) =>
    em.execute<{ kind: string }[]>(
      `select concat_ws(' ', r.state, c.id is not null, k.wrapped is not null) as kind
       from review r left join chart_version c on c.id = r.id left join data_key k on k.scope = r.id::text
       where r.site_id = ?`,
      [site.id],
    ),
  );
  let accounted = 0;
  for await (const { action, subjectType } of listAuditEvents(services.database, { tenantId })) {
    if (action === 'charts.retention-removed' && subjectType === 'review') accounted += 1;
  }
  const removed = rows.filter(({ kind }) => kind === 'superseded f f').length;
  return { kinds: new Set(rows.map(({ kind }) => kind)), removed, accounted };
}

beforeAll(async () => {
  app = await startApp({ works: false });
  await makeOldReviews(app);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

describe('retention that is killed', () => {
  it.each([
    [2, 0],
    [1, 15],
    [2, 30],
  ])(
    'in batch %i after %i ms leaves each review whole or gone, and each that is gone accounted for',
    async (batch, ms) => {
      const { site, environment, services } = app;
      const before = await stand(app);
      const child = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', WORKER, site.id, site.tenantId, String(batch), String(ms)],
        { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] },
      );
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
      expect(signal).toBe('SIGKILL');
      const after = await stand(app);
      for (const kind of after.kinds) expect(['published t t', 'superseded f f']).toContain(kind);
      expect(after.accounted).toBe(after.removed);
      expect(after.removed).toBeGreaterThanOrEqual(before.removed);
      expect(after.removed).toBeLessThan(REVIEWS);
      expect(await verifyAuditChain(services.database, site.tenantId)).toMatchObject({ intact: true });
    },
  );

  it('is finished by the next run, however many there are at once', async () => {
    const { services, site } = app;
    const { database, clock } = services;
    const run = () =>
      removeExpiredCharts({ database, clock, tenantId: site.tenantId, siteId: site.id, retentionDays: 30 });
    const before = await stand(app);
    const removed = await Promise.all([run(), run(), run()]);
    expect(removed.reduce((sum, { reviews }) => sum + reviews, before.removed)).toBe(REVIEWS);
    expect(await stand(app)).toEqual({ kinds: new Set(['superseded f f']), removed: REVIEWS, accounted: REVIEWS });
    expect(await verifyAuditChain(database, site.tenantId)).toMatchObject({ intact: true });
  });
});
