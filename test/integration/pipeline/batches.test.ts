import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countReviews, requestReviews, type Review } from '#pipeline/index.ts';
import { BatchedReview, ModelBatch } from '#pipeline/batch/model-batch.entity.ts';
import { ReviewOutcome } from '#review/review-outcome.entity.ts';
import { startBatchServer, type BatchFate, type BatchLine, type BatchServer } from '#test/support/batch-server.ts';
import { agreeableText } from '#test/support/agreeable-answer.ts';
import { launchFrom } from '#test/support/launched.ts';
import { countWritten, reviewIn, reviewsOf, until } from '#test/support/reviews.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';

let server: BatchServer;
let app: RunningApp;

beforeAll(async () => {
  server = await startBatchServer();
  app = await startApp({
    settings: {
      OPENAI_MODEL: 'tester',
      OPENAI_BASE_URL: server.baseUrl,
      OPENAI_MAX_RETRIES: '0',
      OPENAI_BATCH: 'nightly',
      OPENAI_BATCH_LOOK_SECONDS: '1',
    },
  });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const answered = ({ body }: BatchLine): BatchFate => ({ text: agreeableText(body.input[0]?.content[0]?.text ?? '') });

function pull(...encounterIds: string[]) {
  const { tenantId, id: siteId } = app.site;
  const encounters = encounterIds.map((encounterId) => ({ encounterId }));
  return requestReviews(app.services, { tenantId, siteId, encounters, requestedBy: 'nightly' });
}

/** The reviews of these encounters, once all of them are in a batch that the server has. */
function submitted(...encounterIds: string[]): Promise<Review[]> {
  const { tenantId } = app.site;
  return until(async () => {
    const reviews = (await Promise.all(encounterIds.map((id) => reviewsOf(app, id)))).map((all) => all.at(-1));
    const known = reviews.filter((review) => review !== undefined);
    const ids = known.map(({ id }) => id);
    const rows = await app.services.database.inTenant(tenantId, (em) =>
      em.find(BatchedReview, { tenantId, id: { $in: ids } }),
    );
    const sent = server.uploads.at(-1)?.map(({ custom_id }) => custom_id.split('.')[0]) ?? [];
    const isTaken = server.batches.length === server.uploads.length && ids.every((id) => sent.includes(id));
    return ids.length === encounterIds.length && rows.length === ids.length && isTaken ? known : undefined;
  });
}

async function modelOf({ id, tenantId }: Review): Promise<ReviewOutcome['model']> {
  const outcome = await app.services.database.inTenant(tenantId, (em) =>
    em.findOneOrFail(ReviewOutcome, { tenantId, id }),
  );
  return outcome.model;
}

function nothingUnderWay(): Promise<true> {
  const { tenantId } = app.site;
  return until(async () => {
    const left = await app.services.database.inTenant(tenantId, (em) => em.count(ModelBatch, { tenantId }));
    return left === 0 ? (true as const) : undefined;
  });
}

describe('reviews that a pull asks for', () => {
  it('wait for a batch, are answered by it, and stand in the EHR once', async () => {
    await pull('enc-im-03', 'enc-im-06');
    const waiting = await submitted('enc-im-03', 'enc-im-06');
    expect(waiting.map(({ state }) => state)).toEqual(['waiting-for-model', 'waiting-for-model']);
    expect(await countReviews(app.services.database, app.site.tenantId)).toEqual({ 'waiting-for-model': 2 });
    server.finish('completed', answered);
    for (const encounterId of ['enc-im-03', 'enc-im-06']) {
      const review = await reviewIn(app, encounterId, 'published');
      expect(await modelOf(review)).toMatchObject({ used: true, name: 'tester-2026-01-01', usage: { requests: 1 } });
      expect(countWritten(app, encounterId)).toMatchObject({ reports: 1, tasks: 1, provenances: 1 });
    }
    await nothingUnderWay();
    expect(server.deleted.length).toBeGreaterThanOrEqual(2);
  });

  it('go the ordinary way and say so, where a batch expired or failed in part', async () => {
    await pull('enc-im-01', 'enc-im-02');
    const [first] = await submitted('enc-im-01', 'enc-im-02');
    const sent = server.requests.length;
    server.finish('expired', (line) => (line.custom_id.startsWith(first?.id ?? '') ? answered(line) : 'expired'));
    expect(await modelOf(await reviewIn(app, 'enc-im-01', 'published'))).toMatchObject({ used: true });
    // This server answers no single request, so that rules alone finish the other.
    const other = await modelOf(await reviewIn(app, 'enc-im-02', 'published'));
    expect(other.used).toBe(false);
    expect(other.note).toContain('nightly batch gave no answer');
    expect(other.note).toContain('rules alone');
    expect(server.requests.slice(sent).filter((request) => request === 'POST /v1/responses')).toHaveLength(1);
  });

  it('are dropped from the batch when the chart has changed meanwhile, and the new chart is reviewed', async () => {
    await pull('enc-im-04');
    const [old] = await submitted('enc-im-04');
    addAddendum('enc-im-04');
    await pull('enc-im-04');
    await until(async () => ((await reviewsOf(app, 'enc-im-04')).length === 2 ? true : undefined));
    const [renewed] = await submitted('enc-im-04');
    expect(renewed?.id).not.toBe(old?.id);
    server.finish('completed', answered);
    await reviewIn(app, 'enc-im-04', 'published');
    const all = await reviewsOf(app, 'enc-im-04');
    expect(all.map(({ state }) => state)).toEqual(['superseded', 'published']);
    expect(countWritten(app, 'enc-im-04')).toMatchObject({ reports: 1, tasks: 1 });
    server.finish('completed', answered, -2);
    await nothingUnderWay();
    expect((await reviewsOf(app, 'enc-im-04')).map(({ state }) => state)).toEqual(['superseded', 'published']);
  });

  it('need not wait when a person asks for one', async () => {
    await pull('enc-im-05');
    await submitted('enc-im-05');
    const launch = await launchFrom(app, 'enc-im-05');
    expect(await (await launch.get('/review')).json()).toMatchObject({ progress: { state: 'waiting-for-model' } });
    const answer = await launch.post('/review');
    expect(answer.status).toBe(200);
    const review = await reviewIn(app, 'enc-im-05', 'published');
    expect(review.leftBatch).toBe('person-waits');
    server.finish('completed', answered);
    await nothingUnderWay();
    expect((await reviewIn(app, 'enc-im-05', 'published')).updatedAt).toEqual(review.updatedAt);
  });

  it('are not batched when a person opens the chart before', async () => {
    await launchFrom(app, 'enc-ip-01');
    expect((await reviewIn(app, 'enc-ip-01', 'published')).requestedBy).toBe('launch');
  });
});

function addAddendum(encounterId: string): void {
  const { store } = app.sandbox;
  const note = store
    .list('DocumentReference')
    .find(({ context }) => context?.encounter?.[0]?.reference === `Encounter/${encounterId}`);
  if (note === undefined) throw new Error('the visit has no note');
  const data = Buffer.from('addendum: the plan was discussed again by telephone. No change.').toString('base64');
  const content = [{ attachment: { contentType: 'text/plain', data } }];
  store.put({ ...note, id: `addendum-${encounterId}`, identifier: [], content });
}
