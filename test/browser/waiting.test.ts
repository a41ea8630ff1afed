import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { requestReviews } from '#pipeline/index.ts';
import { startBatchServer, type BatchServer } from '#test/support/batch-server.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { reviewIn } from '#test/support/reviews.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';

const ENCOUNTER = 'enc-im-03';

let server: BatchServer;
let app: RunningApp;
let browser: Browser;

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
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await app[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

describe('a chart that waits for the batch of the night, in the app', () => {
  it('says so, and is reviewed at once when a person asks for it', async () => {
    const { tenantId, id: siteId } = app.site;
    const encounters = [{ encounterId: ENCOUNTER }];
    await requestReviews(app.services, { tenantId, siteId, encounters, requestedBy: 'nightly' });
    await reviewIn(app, ENCOUNTER, 'waiting-for-model');

    const page = await (await browser.newContext({ viewport: { width: 1500, height: 1000 } })).newPage();
    await page.goto(`http://localhost:${app.sandbox.port}/encounters/${ENCOUNTER}`);
    await page.getByText('Launch RevRx').first().click();
    const frame = page.frameLocator('iframe[src*="/launch"]');
    await frame.getByText('This chart waits for the language model').waitFor();
    expect(await frame.locator('.finding').count()).toBe(0);
    await frame.getByRole('button', { name: 'Review it now' }).press('Enter');
    await frame.locator('.finding').first().waitFor();
    // This server answers no single request: rules alone finished it, which the page says.
    await frame.locator('.not-evaluated summary').click();
    await frame.getByText('rules alone reviewed this chart').waitFor();
    expect((await reviewIn(app, ENCOUNTER, 'published')).leftBatch).toBe('person-waits');
    await page.context().close();
  });
});
