import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listAuditEvents } from '#audit/index.ts';
import { keepRetention } from '#compose/index.ts';
import { problemView, reviewView } from '#http/index.ts';
import { launchFrom, type Launched } from '#test/support/launched.ts';
import { askForReview, countWritten, reviewIn, reviewsOf, until } from '#test/support/reviews.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';
import { MovableClock } from '#test/support/smart-stack.ts';

/** A visit with findings, and one that nobody decides on. */
const [OLD, OTHER] = ['enc-im-03', 'enc-im-04'] as const;
const DAY_MS = 24 * 60 * 60_000;

const clock = new MovableClock();
let app: RunningApp;

beforeAll(async () => {
  app = await startApp({ clock });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

async function keepFor(days: number | undefined): Promise<void> {
  const { sites } = app.services;
  await sites.setRetention(await sites.getSite(app.site.id), days);
}

async function rowsOf(reviewId: string): Promise<Record<string, number>> {
  const { tenantId } = app.site;
  return app.services.database.inTenant(tenantId, async (em) => {
    const [row] = await em.execute<Record<string, number>[]>(
      `select (select count(*)::int from chart_version where id = ?) as charts,
        (select count(*)::int from deidentification where id = ?) as maps,
        (select count(*)::int from finding where review_id = ?) as findings,
        (select count(*)::int from disposition where review_id = ?) as decisions,
        (select count(*)::int from data_key where scope = ? and wrapped is not null) as keys`,
      [reviewId, reviewId, reviewId, reviewId, reviewId],
    );
    return row ?? {};
  });
}

const NOTHING = { charts: 0, maps: 0, findings: 0, decisions: 0, keys: 0 };

async function launchedWithDecision(): Promise<{ launch: Launched; findingId: string }> {
  const launch = await launchFrom(app, OLD);
  await reviewIn(app, OLD, 'published');
  const { findings } = reviewView.parse(await (await launch.get('/review')).json());
  const findingId = findings[0]?.id ?? '';
  await launch.post(`/findings/${findingId}/disposition`, { decision: 'accepted', note: 'Agreed.' });
  await reviewIn(app, OLD, 'published');
  return { launch, findingId };
}

describe('retention', () => {
  it('removes nothing unless the site says for how long charts are kept, and nothing that is younger', async () => {
    await launchedWithDecision();
    await askForReview(app, OTHER);
    const { id } = await reviewIn(app, OTHER, 'published');
    clock.advance(400 * DAY_MS);
    await keepRetention(app.services);
    expect(await rowsOf(id)).toMatchObject({ charts: 1, maps: 1, keys: 1 });
    clock.reset();
    await keepFor(30);
    clock.advance(29 * DAY_MS);
    await keepRetention(app.services);
    expect(await rowsOf(id)).toMatchObject({ charts: 1, maps: 1, keys: 1 });
    clock.reset();
  });

  it('removes charts, maps, findings, decisions and keys that are older, and accounts for it', async () => {
    const before = await reviewIn(app, OLD, 'published');
    expect(await rowsOf(before.id)).toMatchObject({ charts: 1, maps: 1, decisions: 1, keys: 1 });
    const standing = countWritten(app, OLD);
    clock.advance(31 * DAY_MS);
    await keepRetention(app.services);
    expect(await rowsOf(before.id)).toEqual(NOTHING);
    expect((await reviewsOf(app, OLD)).map(({ state, chartVersion }) => [state, chartVersion])).toEqual([
      ['superseded', null],
    ]);
    // What stands in the EHR is the EHR's.
    expect(countWritten(app, OLD)).toEqual(standing);
    const events: object[] = [];
    for await (const { action, actor, subjectType, subjectId, details } of listAuditEvents(app.services.database, {
      tenantId: app.site.tenantId,
    })) {
      if (action === 'charts.retention-removed') events.push({ actor, subjectType, subjectId, details });
    }
    expect(events).toContainEqual({
      actor: 'schedule',
      subjectType: 'review',
      subjectId: before.id,
      details: { keys: 1, charts: 1, findings: expect.any(Number), decisions: 1 },
    });
    expect(events).toContainEqual({
      actor: 'schedule',
      subjectType: 'site',
      subjectId: app.site.id,
      details: { reviews: 2, charts: 2, findings: expect.any(Number), decisions: 1, retentionDays: 30 },
    });
    const counted = events.length;
    await keepRetention(app.services);
    expect(counted).toBe(3);
    clock.reset();
  });

  it('makes a new review of the encounter when somebody opens it again, with no duplicate in the EHR', async () => {
    await launchFrom(app, OLD);
    const { id } = await reviewIn(app, OLD, 'published');
    expect((await reviewsOf(app, OLD)).map(({ state }) => state)).toEqual(['superseded', 'published']);
    expect(await rowsOf(id)).toMatchObject({ charts: 1, maps: 1, keys: 1, decisions: 0 });
    const { issues, findings, reports } = countWritten(app, OLD);
    expect([issues, reports]).toEqual([findings, 1]);
  });

  it('answers a page that is still open with a sentence, and really makes a new review when asked for one', async () => {
    const { launch, findingId } = await launchedWithDecision();
    const removed = await reviewIn(app, OLD, 'published');
    // The chart is old; the launch is of today.
    await app.services.database.inTenant(app.site.tenantId, (em) =>
      em.execute(`update chart_version set created_at = created_at - interval '31 days' where id = ?`, [removed.id]),
    );
    await keepRetention(app.services);
    for (const answer of [
      await launch.get('/review'),
      await launch.post(`/findings/${findingId}/disposition`, { decision: 'accepted' }),
    ]) {
      expect(answer.status).toBe(410);
      expect(problemView.parse(await answer.json()).error).toMatchObject({
        code: 'erased',
        message: expect.stringContaining('Ask for a new review'),
      });
    }
    expect((await launch.post('/review')).status).toBe(200);
    const made = await reviewIn(app, OLD, 'published');
    expect(made.id).not.toBe(removed.id);
    expect((await launch.get('/review')).status).toBe(200);
  });

  it('is not hindered by a step that works on the review at this moment', async () => {
    await askForReview(app, OTHER);
    await until(async () => ((await reviewsOf(app, OTHER)).at(-1)?.chartVersion === null ? undefined : true));
    clock.advance(60 * DAY_MS);
    await Promise.all([keepRetention(app.services), keepRetention(app.services)]);
    await until(async () => {
      await keepRetention(app.services);
      const states = (await reviewsOf(app, OTHER)).map(({ state }) => state);
      return states.every((state) => state === 'superseded') ? true : undefined;
    });
    for (const { id } of await reviewsOf(app, OTHER)) expect(await rowsOf(id)).toEqual(NOTHING);
    clock.reset();
  });
});
