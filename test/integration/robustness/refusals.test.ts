import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { progressView, reviewView, type ProgressView } from '#http/index.ts';
import { listStopped, listWaiting, redrive } from '#pipeline/index.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';
import { launchFrom, type Launched } from '#test/support/launched.ts';
import { askForReview, reviewIn, reviewsOf, until } from '#test/support/reviews.ts';

let app: RunningApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});
afterEach(() => app.sandbox.faults.clear());

/** What the stream of events says first: how the review stands. */
async function firstProgress(launch: Launched): Promise<ProgressView> {
  const { body } = await launch.get('/events');
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const data = /^data: (.+)$/m.exec(text)?.[1];
    if (data !== undefined) return progressView.parse(JSON.parse(data));
  }
  throw new Error('the stream ended');
}

describe('an EHR that refuses', () => {
  it('one kind of resource leaves a gap in the review, which goes on', async () => {
    // The searches go in one batch; with that refused, they go one by one.
    app.sandbox.faults.add({ kind: 'forbidden', method: 'POST', path: '/fhir*', count: 1 });
    const refused = app.sandbox.faults.add({ kind: 'forbidden', method: 'GET', path: '/fhir/Condition' });
    const launch = await launchFrom(app, 'enc-fm-01');
    await reviewIn(app, 'enc-fm-01', 'published');
    const { gaps } = reviewView.parse(await (await launch.get('/review')).json());
    expect(gaps.map(({ reference }) => reference)).toContain('Condition');
    expect(app.sandbox.faults.list().find(({ id }) => id === refused.id)?.acted).toBeGreaterThan(0);
  });

  it('the encounter itself fails the review with a sentence, and the next try works', async () => {
    app.sandbox.faults.add({ kind: 'forbidden', path: '/fhir/Encounter/enc-fm-03' });
    await askForReview(app, 'enc-fm-03');
    const failed = await until(async () => (await reviewsOf(app, 'enc-fm-03')).find(({ state }) => state === 'failed'));
    expect(failed).toMatchObject({ failedStep: 'chart', errorCode: 'ehr-forbidden' });
    app.sandbox.faults.clear();
    const other = await launchFrom(app, 'enc-fm-03');
    expect((await other.post('/review')).status).toBe(200);
    await reviewIn(app, 'enc-fm-03', 'published');
    expect(await reviewsOf(app, 'enc-fm-03')).toHaveLength(1);
  });

  it('tells who waits for the review in a sentence what is wrong', async () => {
    app.sandbox.faults.add({ kind: 'forbidden', path: '/fhir/Encounter/enc-fm-04' });
    const launch = await launchFrom(app, 'enc-fm-04');
    await until(async () => (await reviewsOf(app, 'enc-fm-04')).find(({ state }) => state === 'failed'));
    const { problem } = await firstProgress(launch);
    expect(problem).toMatchObject({
      code: 'ehr-forbidden',
      canRetry: true,
      message: expect.stringMatching(/administrator/),
    });
  });

  it('a chart whose review is published takes nothing back, says so, and is forgotten once it answers', async () => {
    const launch = await launchFrom(app, 'enc-im-05');
    await reviewIn(app, 'enc-im-05', 'published');
    app.sandbox.faults.add({ kind: 'forbidden', path: '/fhir/Encounter/enc-im-05' });
    await launch.post('/review');
    const review = await until(async () => (await reviewsOf(app, 'enc-im-05')).find(({ errorCode }) => errorCode));
    expect(review).toMatchObject({ state: 'published', failedStep: 'chart', errorCode: 'ehr-forbidden' });
    const { progress } = reviewView.parse(await (await launch.get('/review')).json());
    expect(progress).toMatchObject({
      state: 'published',
      notice: expect.stringMatching(/^These findings stand\..*administrator/),
    });
    expect(progress.problem).toBeUndefined();
    const { tenantId } = app.site;
    expect((await listStopped(app.services.database, tenantId)).map(({ reviewId }) => reviewId)).toContain(review.id);

    app.sandbox.faults.clear();
    expect(await redrive(app.services, { tenantId, reviewId: review.id, actor: 'cli:somebody' })).toBe(1);
    await until(async () =>
      (await reviewsOf(app, 'enc-im-05')).find(({ checkedAt }) => checkedAt && checkedAt > review.updatedAt),
    );
    expect(await reviewsOf(app, 'enc-im-05')).toMatchObject([
      { state: 'published', errorCode: null, failedStep: null },
    ]);
    expect(reviewView.parse(await (await launch.get('/review')).json()).progress.notice).toBeUndefined();
  });

  it('the second page of a list is asked for the list again', async () => {
    const { store } = app.sandbox;
    const encounter = store.get('Encounter', 'enc-fm-06');
    for (let number = 0; number < 120; number += 1) {
      store.put({
        resourceType: 'Observation',
        id: `weight-${number}`,
        status: 'final',
        code: { text: 'Body weight' },
        ...(encounter?.subject === undefined ? {} : { subject: encounter.subject }),
        encounter: { reference: 'Encounter/enc-fm-06' },
        valueString: 'stable',
      });
    }
    const expired = app.sandbox.faults.add({ kind: 'expired-paging', count: 1 });
    await askForReview(app, 'enc-fm-06');
    await reviewIn(app, 'enc-fm-06', 'published');
    expect(app.sandbox.faults.list().find(({ id }) => id === expired.id)?.acted).toBe(1);
    expect(await reviewsOf(app, 'enc-fm-06')).toHaveLength(1);
  });

  it('and asks for an absurd pause is left alone for an hour at most, with the review kept', async () => {
    app.sandbox.faults.add({ kind: 'throttled', path: '/fhir/Encounter/enc-fm-05', retryAfter: '999999999', count: 1 });
    const { reviewId } = await askForReview(app, 'enc-fm-05');
    const minutes = await until(async () => {
      const { rows } = await app.services.boss.getDb().executeSql(
        `select extract(epoch from start_after - now()) / 60 as minutes from revrx_queue.job
         where name = 'chart' and state = 'created' and data->>'reviewId' = $1`,
        [reviewId],
      );
      return rows.map((row: { minutes: string }) => Number(row.minutes)).find((each: number) => each > 1);
    });
    expect(minutes).toBeGreaterThan(50);
    expect(minutes).toBeLessThanOrEqual(60);
    const [review] = await reviewsOf(app, 'enc-fm-05');
    expect(review).toMatchObject({ state: 'requested', failedStep: 'chart', errorCode: 'ehr-throttled' });
    expect(await listWaiting(app.services.database, app.site.tenantId)).toEqual([
      expect.objectContaining({ reviewId, step: 'chart', code: 'ehr-throttled', until: review?.waitsUntil }),
    ]);
    const launch = await launchFrom(app, 'enc-fm-05');
    const { notice, problem } = await firstProgress(launch);
    expect(notice).toMatch(
      /^The EHR asked RevRx to wait\. It tries again by itself on 20\d\d-\d\d-\d\d at \d\d:\d\d UTC\./,
    );
    expect(problem).toBeUndefined();
  });
});
