import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LaunchRecord } from '#smart/launch.entity.ts';
import { TestBrowser } from '#test/support/cookie-browser.ts';
import { ADA, BEN, authorize, contextOf, launchIn, launchUrl } from '#test/support/smart-journey.ts';
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

describe('an EHR launch', () => {
  it('ends at a clean address whose launch is of the chart that was open', async () => {
    const browser = new TestBrowser();
    const { response, trail } = await browser.visit(launchUrl(stack));
    const last = trail.at(-1) ?? '';
    expect(last).toMatch(/^http:\/\/localhost:\d+\/app\/launches\/[0-9a-f-]{36}$/);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const context = await contextOf(stack, browser, last.split('/').at(-1) ?? '');
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
    const { trail } = await browser.visit(launchUrl(stack));
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
    const launchId = await launchIn(stack, browser);
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
    const launchId = await launchIn(stack, browser, { patient: 'ada', practitioner: 'dr-oma' });
    expect(await (await contextOf(stack, browser, launchId)).json()).toMatchObject({ encounterId: 'visit-ada' });
  });

  it('says so when a chart has no finished encounter at all', async () => {
    const { response } = await new TestBrowser().visit(launchUrl(stack, { patient: 'cyd', practitioner: 'dr-oma' }));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('no finished encounter');
  });

  it('writes no code, state, token or launch value into the log', async () => {
    const browser = new TestBrowser();
    const { trail } = await browser.visit(launchUrl(stack));
    const values = trail
      .flatMap((url) => [...new URL(url).searchParams])
      .filter(([name]) => ['code', 'state', 'launch', 'nonce'].includes(name));
    expect(values.length).toBeGreaterThan(3);
    for (const [, value] of values) expect(stack.log.join('\n')).not.toContain(value);
  });
});

describe('the session of a browser', () => {
  it('rides in a cookie that only a secure frame of this host can have', async () => {
    const browser = new TestBrowser();
    const { headers } = await browser.fetch(await authorize(stack, browser));
    const cookie = headers.getSetCookie().find((line) => line.startsWith('__Host-revrx=')) ?? '';
    expect(cookie).toMatch(/^__Host-revrx=/);
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'Partitioned', 'SameSite=None'])
      expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Domain');
  });

  it('gets a new id at the callback and keeps the launches that it had', async () => {
    const browser = new TestBrowser();
    const { host } = new URL(stack.url);
    const first = await launchIn(stack, browser, ADA);
    const before = browser.cookie(host, '__Host-revrx');
    const second = await launchIn(stack, browser, BEN);
    expect(browser.cookie(host, '__Host-revrx')).not.toBe(before);
    expect((await contextOf(stack, browser, first)).status).toBe(200);
    expect((await contextOf(stack, browser, second)).status).toBe(200);
  });

  it('never mixes the patients of two launches, whichever way their sign-ins cross', async () => {
    const browser = new TestBrowser();
    await browser.fetch(launchUrl(stack));
    const [ada, ben] = [await authorize(stack, browser, ADA), await authorize(stack, browser, BEN)];
    const benId = (await browser.visit(ben)).trail.at(-1)?.split('/').at(-1) ?? '';
    const adaId = (await browser.visit(ada)).trail.at(-1)?.split('/').at(-1) ?? '';
    expect(await (await contextOf(stack, browser, adaId)).json()).toMatchObject({
      patientId: 'ada',
      encounterId: 'visit-ada',
    });
    expect(await (await contextOf(stack, browser, benId)).json()).toMatchObject({
      patientId: 'ben',
      encounterId: 'visit-ben',
    });
  });

  it('offers a window of its own, with the launch value unspent, when the browser keeps no cookie in frames', async () => {
    const blocked = new TestBrowser((host) => host !== new URL(stack.url).host);
    const { response } = await blocked.visit(launchUrl(stack));
    const page = await response.text();
    expect(page).toContain('Open in a new window');
    const href =
      /href="(\/launch\?[^"]+)" target="_blank" rel="noopener"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const { trail } = await new TestBrowser().visit(new URL(href, stack.url).href);
    expect(trail.at(-1)).toMatch(/\/app\/launches\//);
  });

  it('offers a window of its own when the cookie is lost on the way to the callback', async () => {
    const callback = await authorize(stack, new TestBrowser());
    const { response } = await new TestBrowser().visit(callback);
    expect(await response.text()).toContain('Open in a new window');
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
    expect(await (await contextOf(stack, browser, launchId)).json()).toMatchObject({
      patientId: 'ben',
      encounterId: 'visit-ben',
      needPatientBanner: true,
    });
  });
});
