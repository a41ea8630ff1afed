import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { Task } from 'fhir/r4.js';
import { launchBrowser } from '#test/support/browser.ts';
import { until } from '#test/support/reviews.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';

/** A visit whose note is not signed, and one whose level is in question. */
const UNSIGNED = 'enc-ed-05';
const LEVEL = 'enc-fm-03';

let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await app[Symbol.asyncDispose]();
});

async function launch(encounter: string): Promise<{ readonly page: Page; readonly frame: FrameLocator }> {
  const context = await browser.newContext({ viewport: { width: 1500, height: 1400 } });
  const page = await context.newPage();
  await page.goto(`http://localhost:${app.sandbox.port}/encounters/${encounter}`);
  await page.getByText('Launch RevRx').first().click();
  const frame = page.frameLocator('iframe[src*="/launch"]');
  await frame.locator('.finding').first().waitFor();
  return { page, frame };
}

async function choose(frame: FrameLocator, title: string): Promise<void> {
  const head = frame.locator('.finding-head', { hasText: title }).first();
  if ((await head.getAttribute('aria-pressed')) !== 'true') await head.click();
}

async function violations(page: Page): Promise<string[]> {
  const frame = page.frames().find((each) => each.url().startsWith(`${app.url}/app/`));
  if (frame === undefined) throw new Error('the app is not in its frame');
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // The page's policy allows no injected scripts; the debugger's evaluation is not bound by it.
  await frame.evaluate(axe);
  return frame.evaluate<string[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
  );
}

function queryTask(): Task | undefined {
  return app.sandbox.store.list('Task').find(({ code }) => code?.coding?.[0]?.code === 'clinician-query');
}

describe('a query to the clinician, in the app', () => {
  it('is read, sent and answered, by keyboard too, and stands answered in the EHR', async () => {
    const { page, frame } = await launch(UNSIGNED);
    await choose(frame, 'Documentation incomplete');
    const query = frame.getByRole('region', { name: 'Query to the clinician' });
    expect(await query.locator('blockquote').count()).toBeGreaterThan(0);
    expect(await query.locator('li').allTextContents()).toEqual(
      expect.arrayContaining(['Other (please specify)', 'Unable to determine']),
    );
    expect(queryTask()).toBeUndefined();

    await query.getByRole('button', { name: 'Send this query to the clinician' }).press('Enter');
    await query.getByRole('radio').first().waitFor();
    expect(await query.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);

    await query.getByRole('button', { name: 'Answer' }).press('Enter');
    await query.getByText('Choose an answer.').waitFor();
    await query.getByRole('radio', { name: 'Other' }).press('Space');
    await query.getByRole('button', { name: 'Answer' }).press('Enter');
    await query.getByText('Say more for this answer.').waitFor();
    await query.getByLabel('In your words').fill('Signed on paper, to be scanned.');
    await query.getByRole('button', { name: 'Answer' }).press('Enter');
    await query.locator('.query-answer', { hasText: 'Signed on paper' }).waitFor();
    expect(await query.getByRole('radio').count()).toBe(0);
    await until(() => (queryTask()?.status === 'completed' ? true : undefined));
    await page.context().close();
  });
});

describe('a finding about the level of a visit, in the app', () => {
  it('shows the table of decision making with the words of the note in its cells', async () => {
    const { page, frame } = await launch(LEVEL);
    await choose(frame, 'Level of service');
    const table = frame.getByRole('region', { name: 'Decision making' });
    await table.waitFor();
    expect(await table.locator('thead th').allTextContents()).toEqual([
      'Level',
      expect.stringMatching(/^Problems/),
      expect.stringMatching(/^Data/),
      expect.stringMatching(/^Risk/),
    ]);
    const quote = (await table.locator('q').first().textContent()) ?? '';
    expect(quote).not.toBe('');
    expect(await frame.locator('.note-text').textContent()).toContain(quote);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe('amounts, in the app', () => {
  it('are there for whom the administrator named, and for nobody else', async () => {
    const first = await launch(LEVEL);
    await first.frame.locator('.finding').first().waitFor();
    expect(await first.frame.locator('.amounts').count()).toBe(0);
    await first.page.context().close();

    const users = app.sandbox.store.list('Practitioner').map(({ id }) => `Practitioner/${id ?? ''}`);
    await app.services.sites.setRevenueCycle(app.site, { revenueCycleUsers: users });
    const { page, frame } = await launch(LEVEL);
    await frame.locator('.amounts').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
