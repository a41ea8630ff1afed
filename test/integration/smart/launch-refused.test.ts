import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TestBrowser } from '#test/support/cookie-browser.ts';
import { authorize, launchIn, launchUrl } from '#test/support/smart-journey.ts';
import { startSmartStack, type SmartStack } from '#test/support/smart-stack.ts';

let stack: SmartStack;

beforeAll(async () => {
  stack = await startSmartStack();
});
afterAll(async () => {
  await stack[Symbol.asyncDispose]();
});
afterEach(() => {
  stack.sandbox.faults.clear();
  stack.clock.reset();
});

describe('a launch that is not as it should be', () => {
  it('is refused for an unknown issuer without any request to it', async () => {
    const asked: string[] = [];
    const { createServer } = await import('node:http');
    const hostile = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('{}');
    }).listen(0);
    const address = hostile.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const iss = encodeURIComponent(`http://localhost:${port}/fhir`);
    const { response } = await new TestBrowser().visit(`${stack.url}/launch?iss=${iss}&launch=x`);
    hostile.close();
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('does not know the EHR');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(asked).toEqual([]);
  });

  it.each(['/', '?x=1', '#x', '%20'])('is refused when the issuer differs by %j', async (suffix) => {
    const iss = encodeURIComponent(stack.sandbox.fhirBaseUrl + suffix);
    const { response } = await new TestBrowser().visit(`${stack.url}/launch?iss=${iss}&launch=x`);
    expect(response.status).toBe(400);
  });

  it.each(['/launch', '/launch?iss=', '/launch?iss=a&iss=b&launch=c', '/launch/standalone'])(
    'is refused without proper parameters: %s',
    async (path) => {
      const { response } = await new TestBrowser().visit(stack.url + path);
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toContain('text/html');
    },
  );

  it('is refused when the state is used a second time', async () => {
    const browser = new TestBrowser();
    const callback = await authorize(stack, browser);
    expect((await browser.fetch(callback)).status).toBe(303);
    const replay = await browser.fetch(callback, { headers: { accept: 'text/html' } });
    expect(replay.status).toBe(400);
    expect(await replay.text()).toContain('used already');
  });

  it('is let through once when the same callback comes twice at the same moment', async () => {
    const browser = new TestBrowser();
    const callback = await authorize(stack, browser);
    const statuses = await Promise.all([1, 2, 3].map(async () => (await browser.fetch(callback)).status));
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  });

  it('is refused when the state has expired', async () => {
    const browser = new TestBrowser();
    const callback = await authorize(stack, browser);
    stack.clock.advance(11 * 60_000);
    expect((await browser.fetch(callback)).status).toBe(400);
  });

  it("is refused when the state is another browser's", async () => {
    const [victim, attacker] = [new TestBrowser(), new TestBrowser()];
    await launchIn(stack, victim);
    const response = await victim.fetch(await authorize(stack, attacker), { headers: { accept: 'text/html' } });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('begun in another window');
  });

  it.each(['state=made-up', 'state=', '', 'state=a&state=b'])('is refused with a made-up state: %j', async (query) => {
    const browser = new TestBrowser();
    await launchIn(stack, browser);
    expect((await browser.fetch(`${stack.url}/callback?code=x&${query}`)).status).toBe(400);
  });

  it("shows the EHR's refusal without repeating its text", async () => {
    const browser = new TestBrowser();
    const callback = new URL(await authorize(stack, browser));
    const state = callback.searchParams.get('state') ?? '';
    const iss = callback.searchParams.get('iss');
    const query = new URLSearchParams({
      state,
      error: 'access_denied',
      error_description: '<b>call 555-0100</b>',
      ...(iss === null ? {} : { iss }),
    });
    const response = await browser.fetch(`${stack.url}/callback?${query.toString()}`, {
      headers: { accept: 'text/html' },
    });
    expect(response.status).toBe(403);
    const page = await response.text();
    expect(page).toContain('access_denied');
    expect(page).not.toContain('555-0100');
  });

  it.each(['bad-id-token-audience', 'bad-id-token-issuer', 'bad-id-token-nonce', 'bad-id-token-signature'] as const)(
    'is refused for an id_token with the fault %s',
    async (kind) => {
      stack.sandbox.faults.add({ kind, path: '*token' });
      const launches = stack.launched.length;
      const { response } = await new TestBrowser().visit(launchUrl(stack));
      expect(response.status).toBe(502);
      expect(await response.text()).toContain('did not pass RevRx&#39;s checks');
      expect(stack.launched).toHaveLength(launches);
    },
  );
});
