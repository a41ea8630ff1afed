import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reviewView } from '#http/index.ts';
import { requestReviews } from '#pipeline/index.ts';
import { startBatchServer, type BatchServer } from '#test/support/batch-server.ts';
import { launchFrom } from '#test/support/launched.ts';
import { reviewIn } from '#test/support/reviews.ts';
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

/** Marks the encounter, or its notes, in the EHR. */
function mark(encounterId: string, type: 'Encounter' | 'DocumentReference', code: string): void {
  const { store } = app.sandbox;
  const own =
    type === 'Encounter'
      ? [store.get('Encounter', encounterId)]
      : store
          .list('DocumentReference')
          .filter(({ context }) => context?.encounter?.[0]?.reference === `Encounter/${encounterId}`);
  const security = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code }];
  for (const resource of own) if (resource !== undefined) store.put({ ...resource, meta: { security } });
}

describe('a chart that is marked', () => {
  it('as restricted is reviewed by rules alone, at night and in a launch, and says so', async () => {
    mark('enc-im-03', 'Encounter', 'R');
    const { tenantId, id: siteId } = app.site;
    const encounters = [{ encounterId: 'enc-im-03' }];
    await requestReviews(app.services, { tenantId, siteId, encounters, requestedBy: 'nightly' });
    await reviewIn(app, 'enc-im-03', 'published');
    expect(server.uploads).toEqual([]);
    const launch = await launchFrom(app, 'enc-im-03');
    const { findings, model } = reviewView.parse(await (await launch.get('/review')).json());
    expect(model).toEqual({ used: false, note: expect.stringMatching(/marked as restricted/) });
    expect(findings.length).toBeGreaterThan(0);
  });

  it('in its notes as very restricted shows a gap for each, and no word of them', async () => {
    mark('enc-im-04', 'DocumentReference', 'V');
    const launch = await launchFrom(app, 'enc-im-04');
    await reviewIn(app, 'enc-im-04', 'published');
    const { documents, gaps } = reviewView.parse(await (await launch.get('/review')).json());
    expect(documents).toEqual([]);
    expect(gaps.map(({ message }) => message)).toContainEqual(expect.stringMatching(/marked as very restricted/));
  });
});
