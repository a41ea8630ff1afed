import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestBrowser } from '#test/support/cookie-browser.ts';
import { ADA, authorize, BEN, contextOf, launchIn } from '#test/support/smart-journey.ts';
import { startSmartStack, type SmartStack } from '#test/support/smart-stack.ts';

let stack: SmartStack;

beforeAll(async () => {
  stack = await startSmartStack();
});
afterAll(async () => {
  await stack[Symbol.asyncDispose]();
});

async function patientOf(browser: TestBrowser, launchId: string): Promise<unknown> {
  const answer = await contextOf(stack, browser, launchId);
  const { patientId }: { patientId?: unknown } = Object(await answer.json());
  return patientId;
}

describe('charts that are opened at the same instant in one browser', () => {
  it('both open, in a browser that has no session yet', async () => {
    const browser = new TestBrowser();
    const [ada, ben] = await Promise.all([launchIn(stack, browser, ADA), launchIn(stack, browser, BEN)]);
    expect([await patientOf(browser, ada), await patientOf(browser, ben)]).toEqual(['ada', 'ben']);
  });

  it('both open, and close none of those that stand open', async () => {
    const browser = new TestBrowser();
    const earlier = await launchIn(stack, browser, ADA);
    const launches = await Promise.all([ADA, BEN, ADA, BEN].map((chart) => launchIn(stack, browser, chart)));
    const patients = await Promise.all([earlier, ...launches].map((launchId) => patientOf(browser, launchId)));
    expect(patients).toEqual(['ada', 'ada', 'ben', 'ada', 'ben']);
  });

  it('both open when the EHR answers both at once, whichever cookie the browser keeps', async () => {
    const browser = new TestBrowser();
    const callbacks = [await authorize(stack, browser, ADA), await authorize(stack, browser, BEN)];
    const ends = await Promise.all(callbacks.map((url) => browser.visit(url)));
    const launches = ends.map(({ trail }) => trail.at(-1)?.split('/').at(-1) ?? '');
    expect(await Promise.all(launches.map((launchId) => patientOf(browser, launchId)))).toEqual(['ada', 'ben']);
  });

  it('of two people get a session each: neither sees the chart of the other', async () => {
    const browser = new TestBrowser();
    const callbacks = [
      await authorize(stack, browser, ADA),
      await authorize(stack, browser, { ...BEN, practitioner: 'dr-pell' }),
    ];
    const ends = await Promise.all(callbacks.map((url) => browser.visit(url)));
    const launches = ends.map(({ trail }) => trail.at(-1)?.split('/').at(-1) ?? '');
    const statuses = await Promise.all(
      launches.map(async (launchId) => (await contextOf(stack, browser, launchId)).status),
    );
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 404]);
  });

  it('give a sign-in to nobody who has the session but not the cookie of that sign-in', async () => {
    const browser = new TestBrowser();
    await launchIn(stack, browser, ADA);
    const other = new TestBrowser();
    await launchIn(stack, other, ADA);
    const callback = await authorize(stack, browser, BEN);
    expect((await other.fetch(callback)).status).toBe(400);
    const { trail } = await browser.visit(callback);
    expect(await patientOf(browser, trail.at(-1)?.split('/').at(-1) ?? '')).toBe('ben');
  });
});
