import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LaunchRecord } from '#smart/launch.entity.ts';
import { TestBrowser } from '#test/support/cookie-browser.ts';
import { CLIENT_ID, startSmartStack, type SmartStack } from '#test/support/smart-stack.ts';

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

const ADA = { patient: 'ada', encounter: 'visit-ada', practitioner: 'dr-oma' };
const BEN = { patient: 'ben', encounter: 'visit-ben', practitioner: 'dr-oma' };

function launchUrl(request: Parameters<SmartStack['sandbox']['launchUrl']>[1] = ADA): string {
  return stack.sandbox.launchUrl(CLIENT_ID, request);
}

async function launchIn(browser: TestBrowser, request: Parameters<typeof launchUrl>[0] = ADA): Promise<string> {
  const { trail } = await browser.visit(launchUrl(request));
  return trail.at(-1)?.split('/').at(-1) ?? '';
}

async function contextOf(browser: TestBrowser, launchId: string): Promise<Response> {
  return browser.fetch(`${stack.url}/api/launches/${launchId}`);
}

const NO_ENCOUNTER = { patient: 'ada', practitioner: 'dr-oma' };

/** Goes as far as the EHR's redirect back to RevRx, and gives that address unopened. */
async function authorize(browser: TestBrowser, request: Parameters<typeof launchUrl>[0] = ADA): Promise<string> {
  let url = launchUrl(request);
  while (!url.startsWith(`${stack.url}/callback`)) {
    const response = await browser.fetch(url);
    const location = response.headers.get('location');
    if (location === null) throw new Error(`no way on from ${url}: ${response.status} ${await response.text()}`);
    url = new URL(location, url).href;
  }
  return url;
}

describe('an EHR launch', () => {
  it('ends at a clean address whose launch is of the chart that was open', async () => {
    const browser = new TestBrowser();
    const { response, trail } = await browser.visit(launchUrl());
    const last = trail.at(-1) ?? '';
    expect(last).toMatch(/^http:\/\/localhost:\d+\/app\/launches\/[0-9a-f-]{36}$/);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const context = await contextOf(browser, last.split('/').at(-1) ?? '');
    expect(await context.json()).toMatchObject({
      patientId: 'ada',
      encounterId: 'visit-ada',
      siteId: stack.site.id,
      user: { issuer: stack.sandbox.issuer, fhirUser: expect.stringMatching(/Practitioner\/dr-oma$/) },
      needPatientBanner: false,
    });
    expect(stack.launched.at(-1)).toMatchObject({ encounterId: 'visit-ada', tenantId: stack.tenantId });
  });

  it('sends aud, state, nonce and S256 as SMART wants them, and the redirect address of the configuration', async () => {
    const browser = new TestBrowser();
    const { trail } = await browser.visit(launchUrl());
    const request = new URL(trail.find((url) => url.startsWith(stack.sandbox.issuer)) ?? '').searchParams;
    expect(Object.fromEntries(request)).toMatchObject({
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: `${stack.url}/callback`,
      aud: stack.sandbox.fhirBaseUrl,
      code_challenge_method: 'S256',
      scope: stack.site.launchScope,
    });
    expect(request.get('state')?.length).toBeGreaterThanOrEqual(43);
    expect(request.get('nonce')?.length).toBeGreaterThanOrEqual(43);
  });

  it('keeps the tokens sealed: no column shows them', async () => {
    const browser = new TestBrowser();
    const launchId = await launchIn(browser);
    const { tenantId } = stack;
    const row = await stack.database.inTenant(tenantId, (em) =>
      em.findOneOrFail(LaunchRecord, { tenantId, id: launchId }),
    );
    const token = await stack.smart.getLaunchToken({ tenantId, launchId });
    expect(token.length).toBeGreaterThan(20);
    expect(JSON.stringify(row) + Buffer.from(row.sealedTokens ?? '').toString('latin1')).not.toContain(token);
  });

  it('takes the most recent finished encounter when none is open in the chart', async () => {
    const browser = new TestBrowser();
    const launchId = await launchIn(browser, NO_ENCOUNTER);
    expect(await (await contextOf(browser, launchId)).json()).toMatchObject({ encounterId: 'visit-ada' });
  });

  it('says so when a chart has no finished encounter at all', async () => {
    const { response } = await new TestBrowser().visit(launchUrl({ patient: 'cyd', practitioner: 'dr-oma' }));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('no finished encounter');
  });

  it('writes no code, state, token or launch value into the log', async () => {
    const browser = new TestBrowser();
    const { trail } = await browser.visit(launchUrl());
    const values = trail
      .flatMap((url) => [...new URL(url).searchParams])
      .filter(([name]) => ['code', 'state', 'launch', 'nonce'].includes(name));
    expect(values.length).toBeGreaterThan(3);
    for (const [, value] of values) expect(stack.log.join('\n')).not.toContain(value);
  });
});

describe('the session of a browser', () => {
  it('rides in a cookie that only a secure frame of this host can have', async () => {
    const { headers } = await new TestBrowser().fetch(launchUrl());
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-revrx=/);
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'Partitioned', 'SameSite=None'])
      expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Domain');
  });

  it('gets a new id at the callback and keeps the launches that it had', async () => {
    const browser = new TestBrowser();
    const { host } = new URL(stack.url);
    const first = await launchIn(browser, ADA);
    const before = browser.cookie(host, '__Host-revrx');
    const second = await launchIn(browser, BEN);
    expect(browser.cookie(host, '__Host-revrx')).not.toBe(before);
    expect((await contextOf(browser, first)).status).toBe(200);
    expect((await contextOf(browser, second)).status).toBe(200);
  });

  it('never mixes the patients of two launches, whichever way their sign-ins cross', async () => {
    const browser = new TestBrowser();
    await browser.fetch(launchUrl());
    const [ada, ben] = [await authorize(browser, ADA), await authorize(browser, BEN)];
    const benId = (await browser.visit(ben)).trail.at(-1)?.split('/').at(-1) ?? '';
    const adaId = (await browser.visit(ada)).trail.at(-1)?.split('/').at(-1) ?? '';
    expect(await (await contextOf(browser, adaId)).json()).toMatchObject({
      patientId: 'ada',
      encounterId: 'visit-ada',
    });
    expect(await (await contextOf(browser, benId)).json()).toMatchObject({
      patientId: 'ben',
      encounterId: 'visit-ben',
    });
  });

  it('offers a window of its own, with the launch value unspent, when the browser keeps no cookie in frames', async () => {
    const blocked = new TestBrowser((host) => host !== new URL(stack.url).host);
    const { response } = await blocked.visit(launchUrl());
    const page = await response.text();
    expect(page).toContain('Open in a new window');
    const href =
      /href="(\/launch\?[^"]+)" target="_blank" rel="noopener"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const { trail } = await new TestBrowser().visit(new URL(href, stack.url).href);
    expect(trail.at(-1)).toMatch(/\/app\/launches\//);
  });

  it('offers a window of its own when the cookie is lost on the way to the callback', async () => {
    const callback = await authorize(new TestBrowser());
    const { response } = await new TestBrowser().visit(callback);
    expect(await response.text()).toContain('Open in a new window');
  });
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
    const callback = await authorize(browser);
    expect((await browser.fetch(callback)).status).toBe(303);
    const replay = await browser.fetch(callback, { headers: { accept: 'text/html' } });
    expect(replay.status).toBe(400);
    expect(await replay.text()).toContain('used already');
  });

  it('is let through once when the same callback comes twice at the same moment', async () => {
    const browser = new TestBrowser();
    const callback = await authorize(browser);
    const statuses = await Promise.all([1, 2, 3].map(async () => (await browser.fetch(callback)).status));
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  });

  it('is refused when the state has expired', async () => {
    const browser = new TestBrowser();
    const callback = await authorize(browser);
    stack.clock.advance(11 * 60_000);
    expect((await browser.fetch(callback)).status).toBe(400);
  });

  it("is refused when the state is another browser's", async () => {
    const [victim, attacker] = [new TestBrowser(), new TestBrowser()];
    await launchIn(victim);
    const response = await victim.fetch(await authorize(attacker), { headers: { accept: 'text/html' } });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('begun in another window');
  });

  it.each(['state=made-up', 'state=', '', 'state=a&state=b'])('is refused with a made-up state: %j', async (query) => {
    const browser = new TestBrowser();
    await launchIn(browser);
    expect((await browser.fetch(`${stack.url}/callback?code=x&${query}`)).status).toBe(400);
  });

  it("shows the EHR's refusal without repeating its text", async () => {
    const browser = new TestBrowser();
    const callback = new URL(await authorize(browser));
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
      const { response } = await new TestBrowser().visit(launchUrl());
      expect(response.status).toBe(502);
      expect(await response.text()).toContain('did not pass RevRx&#39;s checks');
      expect(stack.launched).toHaveLength(launches);
    },
  );
});

describe('the API of a launch', () => {
  it("answers 404 for another browser's launch exactly as for one that does not exist", async () => {
    const [owner, other] = [new TestBrowser(), new TestBrowser()];
    const foreign = await launchIn(owner);
    await launchIn(other);
    const answers = await Promise.all(
      [foreign, '0190a0a0-0000-7000-8000-000000000000', 'nonsense'].map((id) => contextOf(other, id)),
    );
    const bodies = await Promise.all(
      answers.map(async (answer) => (await answer.json()) as { error: { code: string; message: string } }),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(bodies.map(({ error }) => error.message)).size).toBe(1);
  });

  it('answers 404 without a session', async () => {
    const launchId = await launchIn(new TestBrowser());
    expect((await contextOf(new TestBrowser(), launchId)).status).toBe(404);
  });

  it('answers 401 with a sentence when nobody has used the launch for an hour', async () => {
    const browser = new TestBrowser();
    const launchId = await launchIn(browser);
    stack.clock.advance(61 * 60_000);
    const answer = await contextOf(browser, launchId);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      error: { code: 'not-signed-in', message: expect.stringContaining('Open RevRx again') },
    });
  });

  describe('when something is to be changed', () => {
    let browser: TestBrowser;
    let echo: string;
    beforeAll(async () => {
      browser = new TestBrowser();
      echo = `${stack.url}/api/launches/${await launchIn(browser)}/echo`;
    });

    const post = (headers: Record<string, string>, body = '{"a":1}'): Promise<Response> =>
      browser.fetch(echo, { method: 'POST', headers, body });
    const own = (): Record<string, string> => ({
      origin: stack.url,
      'x-revrx-request': '1',
      'content-type': 'application/json',
    });

    it('takes JSON from its own page', async () => {
      const answer = await post(own());
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ a: 1 });
    });

    it.each([
      ['another origin', { origin: 'https://evil.example' }, 403],
      ['no origin', { origin: '' }, 403],
      ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }, 403],
      ['a same-site fetch of a neighbour', { 'sec-fetch-site': 'same-site' }, 403],
      ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
      ['plain text', { 'content-type': 'text/plain' }, 400],
    ])('refuses %s', async (_name, changed, status) => {
      expect((await post({ ...own(), ...changed })).status).toBe(status);
    });

    it('refuses a request without the header of the app', async () => {
      const { 'x-revrx-request': _, ...headers } = own();
      expect((await post(headers)).status).toBe(403);
    });

    it('refuses broken and oversized JSON with a sentence, an id and no stack', async () => {
      for (const body of ['{', `{"a":"${'x'.repeat(70_000)}"}`]) {
        const answer = await post(own(), body);
        const text = await answer.text();
        expect(answer.status).toBe(400);
        expect(JSON.parse(text)).toMatchObject({
          error: { code: 'input-invalid', id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
        });
        expect(text).not.toMatch(/node_modules|at .*\.ts|SyntaxError/);
      }
    });
  });
});

describe('a standalone launch', () => {
  it('has the EHR let the user pick a chart, and is a launch like any other then', async () => {
    const browser = new TestBrowser();
    const iss = encodeURIComponent(stack.sandbox.fhirBaseUrl);
    const { response, trail } = await browser.visit(`${stack.url}/launch/standalone?iss=${iss}`);
    const picker = trail.at(-1) ?? '';
    expect(new URL(picker).searchParams.has('launch')).toBe(false);
    const links = [...(await response.text()).matchAll(/href="([^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    const ben = links.find((href) => href.includes('visit-ben')) ?? '';
    const launchId = (await browser.visit(new URL(ben, picker).href)).trail.at(-1)?.split('/').at(-1) ?? '';
    expect(await (await contextOf(browser, launchId)).json()).toMatchObject({
      patientId: 'ben',
      encounterId: 'visit-ben',
      needPatientBanner: true,
    });
  });
});
