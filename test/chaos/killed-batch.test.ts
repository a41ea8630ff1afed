import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createSteps, work } from '#compose/index.ts';
import { requestReviews, Review, runSteps } from '#pipeline/index.ts';
import { ModelBatch } from '#pipeline/batch/model-batch.entity.ts';
import { ReviewOutcome } from '#review/review-outcome.entity.ts';
import { agreeableText } from '#test/support/agreeable-answer.ts';
import { startBatchServer, type BatchServer } from '#test/support/batch-server.ts';
import { countWritten, reviewIn, until } from '#test/support/reviews.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';

const WORKER = join(import.meta.dirname, 'batch-worker.ts');
const ENCOUNTERS = ['enc-im-01', 'enc-im-02', 'enc-im-03'];

let server: BatchServer;
let app: RunningApp;

beforeAll(async () => {
  server = await startBatchServer();
  app = await startApp({
    works: false,
    settings: {
      OPENAI_MODEL: 'tester',
      OPENAI_BASE_URL: server.baseUrl,
      OPENAI_MAX_RETRIES: '0',
      OPENAI_BATCH: 'nightly',
      // The looks are taken by the processes that this test starts.
      OPENAI_BATCH_LOOK_SECONDS: '3600',
    },
  });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** A look in a process of its own, killed with SIGKILL at a request to the model's server, or not at all. Resolves with what ended it. */
async function look(killAt?: { readonly request: RegExp; readonly when: 'before' | 'after' }): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', WORKER, app.site.tenantId], {
    env: { ...process.env, ...app.environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  server.watch((request, when) => {
    if (killAt?.when === when && killAt.request.test(request)) child.kill('SIGKILL');
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal ?? String(code);
}

function inTenant<T>(read: Parameters<typeof app.services.database.inTenant<T>>[1]): Promise<T> {
  return app.services.database.inTenant(app.site.tenantId, read);
}

describe('a worker killed at every request to the batch service', () => {
  it('sends each chart once, takes each answer up once, and loses none', async () => {
    const { tenantId, id: siteId } = app.site;
    const { database, boss, clock, log } = app.services;
    const encounters = ENCOUNTERS.map((encounterId) => ({ encounterId }));
    await requestReviews(app.services, { tenantId, siteId, encounters, requestedBy: 'nightly' });
    await runSteps({ database, boss, clock, log, steps: createSteps(app.services), workers: 1 });
    for (const encounterId of ENCOUNTERS) await reviewIn(app, encounterId, 'waiting-for-model');

    // The batch is made, and the process dies before it knows.
    const created = { request: /^POST \/v1\/batches$/, when: 'after' } as const;
    expect(await look(created)).toBe('SIGKILL');
    expect(server.batches).toHaveLength(1);
    const found = { request: /^GET \/v1\/batches/, when: 'before' } as const;
    expect(await look(found)).toBe('SIGKILL');
    expect(await look()).toBe('0');
    expect(server.batches).toHaveLength(1);

    server.finish('completed', ({ body }) => ({ text: agreeableText(body.input[0]?.content[0]?.text ?? '') }));
    for (const killAt of [
      { request: /^GET \/v1\/batches\//, when: 'after' } as const,
      { request: /content$/, when: 'before' } as const,
      // The answers are stored, and the process dies before it forgets the batch.
      { request: /^DELETE/, when: 'before' } as const,
      { request: /^DELETE/, when: 'after' } as const,
    ])
      expect(await look(killAt)).toBe('SIGKILL');
    expect(await look()).toBe('0');

    const reviews = await Promise.all(ENCOUNTERS.map((encounterId) => reviewIn(app, encounterId, 'published')));
    expect(server.batches).toHaveLength(1);
    expect(server.uploads.flat()).toHaveLength(ENCOUNTERS.length);
    expect(await inTenant((em) => em.count(ModelBatch, { tenantId }))).toBe(0);
    expect(await inTenant((em) => em.count(Review, { tenantId }))).toBe(ENCOUNTERS.length);
    const outcomes = await inTenant((em) =>
      em.find(ReviewOutcome, { tenantId, id: { $in: reviews.map(({ id }) => id) } }),
    );
    expect(outcomes.map(({ model }) => [model.used, model.usage?.requests])).toEqual(ENCOUNTERS.map(() => [true, 1]));
    for (const encounterId of ENCOUNTERS)
      expect(countWritten(app, encounterId)).toMatchObject({ reports: 1, provenances: 1 });
  }, 240_000);

  it('lets go of what was never uploaded', async () => {
    const { tenantId, id: siteId } = app.site;
    await requestReviews(app.services, {
      tenantId,
      siteId,
      encounters: [{ encounterId: 'enc-im-04' }],
      requestedBy: 'nightly',
    });
    await reviewIn(app, 'enc-im-04', 'waiting-for-model');
    // Dead with the upload begun: no batch ever stands on the server. After the time that a batch may take to show up there, ...
    expect(await look({ request: /^POST \/v1\/files/, when: 'before' })).toBe('SIGKILL');
    await inTenant((em) =>
      em.nativeUpdate(ModelBatch, { tenantId }, { submittedAt: new Date(Date.now() - 3_600_000) }),
    );
    // ... the review goes the ordinary way, which this server does not have: rules alone finish it and say so.
    expect(await look()).toBe('0');
    await work(app.services);
    const { id } = await until(() => reviewIn(app, 'enc-im-04', 'published'));
    const outcome = await inTenant((em) => em.findOneOrFail(ReviewOutcome, { tenantId, id }));
    expect(outcome.model).toMatchObject({ used: false });
    expect(outcome.model.note).toContain('nightly batch gave no answer');
    expect(server.batches).toHaveLength(1);
  }, 120_000);
});
