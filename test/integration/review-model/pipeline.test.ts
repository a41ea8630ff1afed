import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReviewOutcome } from '#review/review-outcome.entity.ts';
import { work } from '#compose/index.ts';
import { silentLog } from '#kernel/index.ts';
import { ProgressListener, spentModelTokens, type ModelReading } from '#pipeline/index.ts';
import { reviewView } from '#http/index.ts';
import { agreeableText } from '#test/support/agreeable-answer.ts';
import { launchFrom } from '#test/support/launched.ts';
import {
  startResponsesServer,
  type ResponsesServer,
  type SentRequest,
  type Turn,
} from '#test/support/responses-server.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';
import { askForReview, reviewIn, until, writtenAbout } from '#test/support/reviews.ts';

/** A reader that finds every billed code documented in the first span. */
const agreeable: Turn = {
  kind: 'text',
  text: ({ input }: SentRequest) => agreeableText(input),
};

async function startWith(server: ResponsesServer, more: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  return startApp({
    settings: { OPENAI_MODEL: 'tester', OPENAI_BASE_URL: server.baseUrl, OPENAI_MAX_RETRIES: '0', ...more },
  });
}

async function outcomeOf(app: RunningApp, encounterId: string): Promise<ReviewOutcome['model']> {
  const { id, tenantId } = await reviewIn(app, encounterId, 'published');
  const outcome = await app.services.database.inTenant(tenantId, (em) =>
    em.findOneOrFail(ReviewOutcome, { tenantId, id }),
  );
  return outcome.model;
}

describe('a service with a model', () => {
  let server: ResponsesServer;
  let app: RunningApp;

  beforeAll(async () => {
    server = await startResponsesServer([agreeable]);
    app = await startWith(server);
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  it('records which model took part and what it used, and labels what it writes', async () => {
    await askForReview(app, 'enc-im-03');
    expect(await outcomeOf(app, 'enc-im-03')).toMatchObject({
      used: true,
      name: 'tester-2026-01-01',
      usage: { requests: 1, inputTokens: 4000, outputTokens: 500 },
    });
    const { reports, provenances } = writtenAbout(app, 'enc-im-03');
    expect([reports.length, provenances.length]).toEqual([1, 1]);
    for (const resource of [...reports, ...provenances])
      expect(resource.meta?.security?.map(({ code }) => code)).toContain('AIAST');
  });

  it('sends no name, number or date of the patient', async () => {
    const patients = app.sandbox.store.list('Patient');
    const known = patients.flatMap(({ name = [], birthDate }) => [birthDate, ...name.map(({ family }) => family)]);
    const sent = server.requests.map(({ input }) => input).join('\n');
    expect(sent.length).toBeGreaterThan(500);
    expect(known.length).toBeGreaterThan(5);
    expect(known.filter((value) => value !== undefined && new RegExp(`\\b${value}\\b`).test(sent))).toEqual([]);
  });

  it('says on the page that a model took part, and nothing of tokens or cost', async () => {
    const launch = await launchFrom(app, 'enc-im-03');
    const text = await (await launch.get('/review')).text();
    expect(reviewView.parse(JSON.parse(text)).model).toEqual({ used: true, name: 'tester-2026-01-01' });
    expect(text).not.toMatch(/tokens|costMicroUsd/i);
  });

  it('knows from its records what a site has spent, whichever process spent it', async () => {
    const { tenantId, id: siteId } = app.site;
    const { database } = app.services;
    const spent = (site: string, since: Date) => spentModelTokens(database, { tenantId, siteId: site, since });
    expect(await spent(siteId, new Date(0))).toBe(4500);
    expect(await spent(siteId, new Date(Date.now() + 60_000))).toBe(0);
    expect(await spent(tenantId, new Date(0))).toBe(0);
  });
});

describe('a service whose model is out of order', () => {
  it('publishes what the rules found, and says so', async () => {
    await using server = await startResponsesServer([{ kind: 'status', status: 503 }]);
    await using app = await startWith(server);
    await askForReview(app, 'enc-im-03');
    expect(await outcomeOf(app, 'enc-im-03')).toMatchObject({
      used: false,
      note: expect.stringMatching(/could not be reached/),
    });
    expect(server.requests).toHaveLength(1);
    const { issues, reports } = writtenAbout(app, 'enc-im-03');
    expect(issues.length).toBeGreaterThan(0);
    expect(reports[0]?.meta?.security ?? []).toEqual([]);
  });
});

describe('a service whose site has spent its budget', () => {
  it('asks no model, publishes what the rules found, and says so', async () => {
    await using server = await startResponsesServer([agreeable]);
    await using app = await startWith(server, { MODEL_TOKENS_PER_SITE_DAY: '1000' });
    await askForReview(app, 'enc-im-03');
    expect(await outcomeOf(app, 'enc-im-03')).toMatchObject({
      used: false,
      note: expect.stringMatching(/budget .* spent/),
    });
    expect(server.requests).toEqual([]);
  });
});

describe('whoever looks on while the model reads', () => {
  it('is told how far it is, in numbers alone', async () => {
    await using server = await startResponsesServer([agreeable]);
    await using app = await startApp({
      works: false,
      settings: { OPENAI_MODEL: 'tester', OPENAI_BASE_URL: server.baseUrl, OPENAI_MAX_RETRIES: '0' },
    });
    const { reviewId } = await askForReview(app, 'enc-im-03');
    const readings: ModelReading[] = [];
    await using progress = new ProgressListener(app.services.access.application, silentLog);
    progress.onMoved(reviewId, (reading) => void (reading === undefined || readings.push(reading)));
    await work(app.services);
    await reviewIn(app, 'enc-im-03', 'published');
    await until(() => (readings.length > 0 ? true : undefined));
    expect(readings[0]).toEqual({ part: 1, parts: 1, characters: expect.any(Number) });
    expect(server.requests[0]?.body.stream).toBe(true);
  });
});
