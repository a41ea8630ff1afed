import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listAuditEvents } from '#audit/index.ts';
import { TestBrowser } from '#test/support/cookie-browser.ts';
import { ADA, authorize, BEN, contextOf, launchIn } from '#test/support/smart-journey.ts';
import { startSmartStack, type SmartStack } from '#test/support/smart-stack.ts';

let stack: SmartStack;
let browser: TestBrowser;

beforeAll(async () => {
  stack = await startSmartStack();
});
afterAll(async () => {
  await stack[Symbol.asyncDispose]();
});
beforeEach(() => {
  browser = new TestBrowser();
});

/** The next person at the same workstation. */
const COLLEAGUE = { ...BEN, practitioner: 'dr-pell' };

async function signOut(launchId: string, from = browser): Promise<Response> {
  return from.fetch(`${stack.url}/api/launches/${launchId}/sign-out`, {
    method: 'POST',
    headers: { origin: stack.url, 'x-revrx-request': '1', 'content-type': 'application/json' },
    body: '{}',
  });
}

async function eventsOf(...subjects: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const { subjectId, action, outcome, actor } of listAuditEvents(stack.database, stack)) {
    if (subjects.includes(subjectId)) found.push(`${action} ${outcome} ${actor}`);
  }
  return found;
}

describe('a workstation that several people use', () => {
  it('keeps the launches of one person open beside each other', async () => {
    const [first, second] = [await launchIn(stack, browser, ADA), await launchIn(stack, browser, BEN)];
    expect((await contextOf(stack, browser, first)).status).toBe(200);
    expect((await contextOf(stack, browser, second)).status).toBe(200);
  });

  it('closes what one person had open when another signs in, and gives the other a session of their own', async () => {
    const theirs = await launchIn(stack, browser, ADA);
    const own = await launchIn(stack, browser, COLLEAGUE);
    expect((await contextOf(stack, browser, theirs)).status).toBe(404);
    expect((await contextOf(stack, browser, own)).status).toBe(200);
    await expect(stack.smart.getLaunchToken({ tenantId: stack.tenantId, launchId: theirs })).rejects.toMatchObject({
      code: 'not-signed-in',
    });
    expect(await eventsOf(theirs, own)).toEqual([
      'launch.opened success user:Practitioner/dr-oma',
      'launch.displaced success user:Practitioner/dr-pell',
      'launch.opened success user:Practitioner/dr-pell',
    ]);
  });

  it('leaves the same person in other browsers alone', async () => {
    const elsewhere = new TestBrowser();
    const away = await launchIn(stack, elsewhere, ADA);
    await launchIn(stack, browser, ADA);
    await launchIn(stack, browser, COLLEAGUE);
    expect((await contextOf(stack, elsewhere, away)).status).toBe(200);
  });

  it('does not let a sign-in that the first person began end in the session of the second', async () => {
    const callback = await authorize(stack, browser, ADA);
    const first = await launchIn(stack, browser, ADA);
    await launchIn(stack, browser, COLLEAGUE);
    expect((await browser.visit(callback)).response.status).toBe(400);
    expect((await contextOf(stack, browser, first)).status).toBe(404);
  });
});

describe('signing out', () => {
  it('closes every launch of the browser, and says so in the audit log', async () => {
    const [first, second] = [await launchIn(stack, browser, ADA), await launchIn(stack, browser, BEN)];
    expect((await signOut(second)).status).toBe(204);
    for (const launch of [first, second]) {
      expect((await contextOf(stack, browser, launch)).status).toBe(404);
      await expect(stack.smart.getLaunchToken({ tenantId: stack.tenantId, launchId: launch })).rejects.toMatchObject({
        code: 'not-signed-in',
      });
      expect(await eventsOf(launch)).toEqual([
        'launch.opened success user:Practitioner/dr-oma',
        'launch.signed-out success user:Practitioner/dr-oma',
      ]);
    }
  });

  it('is over for who has signed out already, and for who never signed in', async () => {
    const launch = await launchIn(stack, browser, ADA);
    await signOut(launch);
    expect((await signOut(launch)).status).toBe(404);
    expect((await signOut(await launchIn(stack, browser, ADA), new TestBrowser())).status).toBe(404);
  });

  it('lets the same person come back', async () => {
    await signOut(await launchIn(stack, browser, ADA));
    expect((await contextOf(stack, browser, await launchIn(stack, browser, ADA))).status).toBe(200);
  });

  it('cannot be asked for by a foreign page', async () => {
    const launch = await launchIn(stack, browser, ADA);
    const answer = await browser.fetch(`${stack.url}/api/launches/${launch}/sign-out`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
    expect((await contextOf(stack, browser, launch)).status).toBe(200);
  });
});

describe('a launch that fails', () => {
  it('is accounted for, once the EHR has answered a question of ours', async () => {
    const callback = new URL(await authorize(stack, browser, ADA));
    const refused = new URL(callback);
    refused.searchParams.delete('code');
    refused.searchParams.set('error', 'access_denied');
    expect((await browser.visit(refused.href)).response.status).toBe(403);
    expect(await eventsOf(stack.site.id)).toContain('launch.refused failure unknown');
  });

  it('is not accounted for when anybody makes up the answer', async () => {
    const before = (await eventsOf(stack.site.id)).length;
    await browser.visit(`${stack.url}/callback?state=${stack.site.id}.made-up&code=x`);
    expect(await eventsOf(stack.site.id)).toHaveLength(before);
  });
});
