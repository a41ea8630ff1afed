import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { DetectedIssue } from 'fhir/r4.js';
import { createPopulation } from '#sandbox/population/index.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';

/** An encounter of the sandbox that has at least one finding with evidence. */
const ENCOUNTER = 'enc-im-03';
const OTHER_ENCOUNTER = 'enc-ip-01';

let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  app = await startApp({ population: createPopulation() });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await app[Symbol.asyncDispose]();
});

async function openEncounter(host: string, encounter: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1500, height: 1000 } });
  const page = await context.newPage();
  await page.goto(`http://${host}:${app.sandbox.port}/encounters/${encounter}`);
  return page;
}

async function launch(page: Page): Promise<FrameLocator> {
  await page.getByText('Launch RevRx').first().click();
  return page.frameLocator('iframe[src*="/launch"]');
}

describe.each([
  ['the same site', 'localhost'],
  ['another site, so that the frame is third-party', '127.0.0.1'],
])('RevRx in the frame of an EHR on %s', (_name, host) => {
  it('shows the findings, each with the words of the note that prove it', async () => {
    const page = await openEncounter(host, ENCOUNTER);
    const frame = await launch(page);
    await frame.locator('.finding').first().waitFor();
    const quote = await frame.locator('.finding-chosen blockquote').first().textContent();
    const marked = await frame.locator('mark').first().textContent();
    expect(quote).not.toBe('');
    expect(marked).toBe(quote);
    await page.context().close();
  });
});

describe('a clinician', () => {
  it('accepts a finding, and the EHR says so too', async () => {
    const page = await openEncounter('localhost', ENCOUNTER);
    const frame = await launch(page);
    await frame.getByRole('button', { name: 'Accept' }).click();
    await frame.getByText(/^Accepted by/).waitFor();
    const standing = (): DetectedIssue[] =>
      app.sandbox.store
        .list('DetectedIssue')
        .filter(({ extension }) =>
          extension?.some(({ valueReference }) => valueReference?.reference === `Encounter/${ENCOUNTER}`),
        );
    await waitFor(() => standing().some(({ status }) => status === 'final'));
    expect(standing().filter(({ status }) => status === 'final')[0]?.mitigation?.[0]?.action.coding?.[0]?.code).toBe(
      'accepted',
    );
    await page.context().close();
  });

  it('must give a reason to reject, by keyboard alone', async () => {
    const page = await openEncounter('localhost', OTHER_ENCOUNTER);
    const frame = await launch(page);
    const reject = frame.getByRole('button', { name: 'Reject', exact: true });
    await reject.focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('button', { name: 'Reject with this reason' }).press('Enter');
    await frame.getByText('Choose a reason.').waitFor();
    await frame.getByLabel('Reason').first().press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await frame.getByRole('button', { name: 'Reject with this reason' }).press('Enter');
    await frame.getByText(/^Rejected by/).waitFor();
    expect(await frame.getByText(/^Rejected by/).textContent()).toContain(':');
    await page.context().close();
  });

  it('sees nothing about money', async () => {
    const page = await openEncounter('localhost', ENCOUNTER);
    const frame = await launch(page);
    await frame.locator('.finding').first().waitFor();
    expect(await frame.locator('body').innerText()).not.toMatch(/\$|reimburs|payment|revenue|HCC|RAF/i);
    await page.context().close();
  });

  it('never sees one chart in the window of another, when two are open side by side', async () => {
    const context = await browser.newContext();
    const banners: { page: Page; encounter: string }[] = [];
    for (const encounter of [ENCOUNTER, OTHER_ENCOUNTER]) {
      const page = await context.newPage();
      await page.goto(`http://localhost:${app.sandbox.port}/encounters/${encounter}`);
      banners.push({ page, encounter });
    }
    // At the same instant, in a browser that has no session yet.
    const frames = await Promise.all(banners.map(({ page }) => launch(page)));
    await Promise.all(frames.map((frame) => frame.locator('.note-text').waitFor()));
    // The first, again, while the second stands open.
    await banners[0]?.page.reload();
    for (const { page, encounter } of banners) {
      const note = app.sandbox.store
        .list('DocumentReference')
        .find(({ context: of }) => of?.encounter?.some(({ reference }) => reference === `Encounter/${encounter}`));
      const text = page.frameLocator('iframe[src*="/launch"]').locator('.note-tab').first();
      await text.waitFor();
      expect(await text.textContent()).toContain(note?.type?.text ?? note?.type?.coding?.[0]?.display ?? '');
    }
    await context.close();
  });
});

describe('somebody who signs out', () => {
  it('leaves nothing of a chart on any RevRx page of the browser', async () => {
    const context = await browser.newContext({ viewport: { width: 1500, height: 1000 } });
    const frames: FrameLocator[] = [];
    for (let n = 0; n < 2; n += 1) {
      const page = await context.newPage();
      await page.goto(`http://localhost:${app.sandbox.port}/encounters/${ENCOUNTER}`);
      const frame = await launch(page);
      await frame.locator('.note-text').waitFor();
      frames.push(frame);
    }
    await frames[0]?.getByRole('button', { name: 'Sign out' }).click();
    for (const frame of frames) {
      await frame.getByText('You are signed out').waitFor();
      expect(await frame.locator('.note-text').count()).toBe(0);
      expect(await frame.locator('.banner').count()).toBe(0);
    }
    await context.close();
  });
});

describe('the app', () => {
  it('has no accessibility violation that axe can find', async () => {
    const page = await openEncounter('localhost', ENCOUNTER);
    const inner = await launch(page);
    await inner.locator('.finding').first().waitFor();
    const frame = page.frames().find((each) => each.url().startsWith(`${app.url}/app/`));
    if (frame === undefined) throw new Error('the app is not in its frame');
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    // The page's policy allows no injected scripts; the debugger's evaluation is not bound by it.
    await frame.evaluate(axe);
    const violations = await frame.evaluate<string[]>(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
    );
    expect(violations).toEqual([]);
    await page.context().close();
  });

  it('explains an address that is no launch', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${app.url}/app/`);
    await page.getByText("Open RevRx from a patient's chart").waitFor();
    await page.context().close();
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
}
