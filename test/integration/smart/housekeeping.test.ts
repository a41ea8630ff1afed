import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { silentLog } from '#kernel/index.ts';
import { housekeep, ROTATE_AFTER_MS } from '#smart/housekeeping.ts';
import { LaunchDirectoryEntry, LaunchRecord } from '#smart/launch.entity.ts';
import { LoginAttempt } from '#smart/login-attempt.entity.ts';
import { TestBrowser } from '#test/support/cookie-browser.ts';
import { CLIENT_ID, startSmartStack, type SmartStack } from '#test/support/smart-stack.ts';

let stack: SmartStack;

beforeAll(async () => {
  stack = await startSmartStack();
});
afterAll(async () => {
  await stack[Symbol.asyncDispose]();
});

const tidy = (): Promise<void> => housekeep({ ...stack, log: silentLog });

async function count(): Promise<Record<'attempts' | 'launches' | 'directory', number>> {
  return stack.database.inTenant(stack.tenantId, async (em) => ({
    attempts: await em.count(LoginAttempt, {}),
    launches: await em.count(LaunchRecord, {}),
    directory: await em.count(LaunchDirectoryEntry, {}),
  }));
}

describe('housekeeping', () => {
  it('deletes sign-ins that never came back and launches that are over, and nothing else', async () => {
    const ada = { patient: 'ada', encounter: 'visit-ada', practitioner: 'dr-oma' };
    const browser = new TestBrowser();
    await browser.visit(stack.sandbox.launchUrl(CLIENT_ID, ada));
    await browser.fetch(stack.sandbox.launchUrl(CLIENT_ID, ada));
    expect(await count()).toEqual({ attempts: 1, launches: 1, directory: 1 });
    await tidy();
    expect(await count()).toEqual({ attempts: 1, launches: 1, directory: 1 });
    stack.clock.advance(13 * 60 * 60_000);
    await tidy();
    expect(await count()).toEqual({ attempts: 0, launches: 1, directory: 1 });
    stack.clock.advance(24 * 60 * 60_000);
    await tidy();
    expect(await count()).toEqual({ attempts: 0, launches: 0, directory: 0 });
  });

  it('replaces keys that have signed for half a year, and takes its time over it', async () => {
    const { sites, site } = stack;
    const before = (await sites.signer(site)).kid;
    stack.clock.advance(ROTATE_AFTER_MS);
    await tidy();
    expect((await sites.signer(site)).kid).toBe(before);
    expect(await sites.publishedKeys(site)).toHaveLength(4);
    stack.clock.advance(60 * 60_000);
    await tidy();
    expect((await sites.signer(site)).kid).not.toBe(before);
    stack.clock.advance(60 * 60_000);
    await tidy();
    expect(await sites.publishedKeys(site)).toHaveLength(2);
  });
});
