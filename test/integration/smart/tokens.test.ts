import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { LaunchRecord } from '#smart/launch.entity.ts';
import { createSmart } from '#smart/index.ts';
import { signAssertion } from '#smart/client-authentication.ts';
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

async function launch(): Promise<{ tenantId: string; launchId: string }> {
  const { trail } = await new TestBrowser().visit(stack.sandbox.launchUrl(CLIENT_ID, ADA));
  return { tenantId: stack.tenantId, launchId: trail.at(-1)?.split('/').at(-1) ?? '' };
}

async function expireToken({ tenantId, launchId }: { tenantId: string; launchId: string }): Promise<void> {
  await stack.database.inTenant(tenantId, (em) =>
    em.nativeUpdate(LaunchRecord, { tenantId, id: launchId }, { tokenExpiresAt: new Date(0) }),
  );
}

/** Another process on the same database: its own caches, its own single flight. */
const anotherProcess = () =>
  createSmart({
    database: stack.database,
    vault: stack.vault,
    sites: stack.sites,
    clock: stack.clock,
    publicUrl: stack.url,
    production: false,
  });

/** Calls of the token endpoint from now on, counted by a fault rule that lets all of them through. */
function countTokenCalls(): () => number {
  const { id } = stack.sandbox.faults.add({ kind: 'slow', path: '*token', delayMs: 1 });
  return () => stack.sandbox.faults.list().find((rule) => rule.id === id)?.seen ?? 0;
}

async function readPatient(token: string): Promise<number> {
  const response = await fetch(`${stack.sandbox.fhirBaseUrl}/Patient/ada`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return response.status;
}

describe("a launch's access token", () => {
  it('opens the chart for the user who launched', async () => {
    expect(await readPatient(await stack.smart.getLaunchToken(await launch()))).toBe(200);
  });

  it('is refreshed once when two processes and many requests want it at the same time', async () => {
    const key = await launch();
    await expireToken(key);
    const calls = countTokenCalls();
    const [here, there] = [stack.smart, anotherProcess()];
    const tokens = await Promise.all([here, there, here, there, here].map((smart) => smart.getLaunchToken(key)));
    expect(new Set(tokens).size).toBe(1);
    expect(calls()).toBe(1);
    expect(await readPatient(tokens[0] ?? '')).toBe(200);
  });

  it('is refreshed again with the refresh token that came back, so that rotation never trips over reuse', async () => {
    const key = await launch();
    for (let round = 0; round < 3; round += 1) {
      await expireToken(key);
      expect(await readPatient(await stack.smart.getLaunchToken(key))).toBe(200);
    }
  });

  it('survives an EHR that is away: the refresh token is kept for the next try', async () => {
    const key = await launch();
    await expireToken(key);
    stack.sandbox.faults.add({ kind: 'unavailable', path: '*token', count: 1 });
    await expect(stack.smart.getLaunchToken(key)).rejects.toMatchObject({ code: 'oauth-token-failed' });
    expect(await readPatient(await stack.smart.getLaunchToken(key))).toBe(200);
  });

  it('ends with a sentence, and its credentials are wiped, when the EHR has ended the sign-in', async () => {
    const key = await launch();
    stack.sandbox.setLifetimes({ refreshTokenSeconds: 0 });
    await expireToken(key);
    await stack.smart.getLaunchToken(key).catch(() => undefined);
    await expireToken(key);
    await expect(stack.smart.getLaunchToken(key)).rejects.toMatchObject({ code: 'not-signed-in' });
    stack.sandbox.setLifetimes({ refreshTokenSeconds: 3600 });
    const row = await stack.database.inTenant(key.tenantId, (em) =>
      em.findOneOrFail(LaunchRecord, { tenantId: key.tenantId, id: key.launchId }),
    );
    expect(row.sealedTokens).toBeNull();
  });
});

describe('a backend token', () => {
  it('comes by client credentials and reads what its scopes allow', async () => {
    expect(await readPatient(await anotherProcess().getBackendToken(stack.site.id))).toBe(200);
  });

  it('is fetched once for all who ask, and again half a minute before it expires', async () => {
    const smart = anotherProcess();
    const calls = countTokenCalls();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => smart.getBackendToken(stack.site.id)));
    expect(new Set(tokens).size).toBe(1);
    expect(calls()).toBe(1);
    stack.clock.advance(269_000);
    await smart.getBackendToken(stack.site.id);
    expect(calls()).toBe(1);
    stack.clock.advance(2_000);
    await smart.getBackendToken(stack.site.id).catch(() => undefined);
    expect(calls()).toBe(2);
  });

  it('is fetched anew after the EHR refused it early', async () => {
    const smart = anotherProcess();
    const first = await smart.getBackendToken(stack.site.id);
    smart.forgetBackendToken(stack.site.id);
    expect(await smart.getBackendToken(stack.site.id)).not.toBe(first);
  });
});

describe('discovery', () => {
  it('forgets a failure: after a 503 the next launch works as soon as the EHR does', async () => {
    const smart = anotherProcess();
    stack.clock.advance(-11_000);
    stack.sandbox.faults.add({ kind: 'unavailable', path: '*smart-configuration' });
    await expect(smart.getBackendToken(stack.site.id)).rejects.toMatchObject({ code: 'oauth-discovery-failed' });
    stack.sandbox.faults.clear();
    stack.clock.reset();
    await expect(smart.getBackendToken(stack.site.id)).resolves.toEqual(expect.any(String));
  });

  it.each(['html-answer', 'truncated-body', 'wrong-content', 'connection-reset'] as const)(
    'ends in a clear error when the EHR misbehaves: %s',
    async (kind) => {
      stack.sandbox.faults.add({ kind, path: '*smart-configuration' });
      await expect(anotherProcess().getBackendToken(stack.site.id)).rejects.toMatchObject({
        code: expect.stringMatching(/^(oauth-discovery-failed|ehr-)/),
      });
    },
  );
});

describe('a site whose sign-in moved to a host that nobody confirmed', () => {
  it('is refused, at the launch and at night, and nothing is sent there', async () => {
    const elsewhere = await stack.sites.pinHosts(stack.site, ['ehr.example.org']);
    const { response } = await new TestBrowser().visit(stack.sandbox.launchUrl(CLIENT_ID, ADA));
    expect(response.status).toBe(502);
    await expect(anotherProcess().getBackendToken(elsewhere.id)).rejects.toMatchObject({ code: 'ehr-foreign-origin' });
    await stack.sites.pinHosts(stack.site, stack.site.pinnedHosts);
  });
});

describe('the keys that RevRx publishes', () => {
  it('are public halves only, one RSA and one EC, and may be cached', async () => {
    const response = await fetch(`${stack.url}/sites/${stack.site.id}/jwks.json`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=600');
    const { keys } = (await response.json()) as { keys: Record<string, unknown>[] };
    expect(keys.map(({ kty, alg }) => `${String(kty)} ${String(alg)}`).toSorted()).toEqual(['EC ES384', 'RSA RS384']);
    for (const key of keys) {
      expect(key).toEqual(expect.objectContaining({ kid: expect.any(String), use: 'sig' }));
      for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(key).not.toHaveProperty(secret);
    }
  });

  it.each(['RS384', 'ES384'] as const)(
    'verify assertions that are as Inferno wants them: %s',
    async (signingAlgorithm) => {
      const signer = await stack.sites.signer({ ...stack.site, signingAlgorithm });
      const tokenEndpoint = `${stack.sandbox.issuer}/token`;
      const sign = (): Promise<string> =>
        signAssertion(signer, { clientId: CLIENT_ID, tokenEndpoint, now: new Date() });
      const [assertion, other] = [await sign(), await sign()];
      const jwk = (await stack.sites.publishedKeys(stack.site)).find(({ kid }) => kid === signer.kid) ?? {};
      const { payload } = await jwtVerify(assertion, await importJWK(jwk, signingAlgorithm), {
        audience: tokenEndpoint,
      });
      expect(decodeProtectedHeader(assertion)).toEqual({ alg: signingAlgorithm, kid: signer.kid, typ: 'JWT' });
      expect(payload).toMatchObject({ iss: CLIENT_ID, sub: CLIENT_ID, aud: tokenEndpoint });
      expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(300);
      expect(payload).not.toHaveProperty('nbf');
      expect(decodeJwt(other).jti).not.toBe(payload.jti);
    },
  );

  it('rotate without a moment in which the EHR could not check a signature', async () => {
    const { sites, clock } = stack;
    const site = await sites.addSite(stack.tenantId, {
      name: 'Rotating',
      fhirBaseUrl: 'https://rotating.example.org/fhir',
      clientId: 'x',
    });
    const published = async (): Promise<unknown[]> => (await sites.publishedKeys(site)).map(({ kid }) => kid);
    const [before, keysBefore] = [(await sites.signer(site)).kid, await published()];
    await sites.rotateKeys(site, true);
    expect(await published()).toHaveLength(4);
    expect((await sites.signer(site)).kid).toBe(before);
    clock.advance(20 * 60_000);
    await Promise.all([sites.rotateKeys(site, false), sites.rotateKeys(site, false)]);
    expect((await sites.signer(site)).kid).not.toBe(before);
    expect(await published()).toEqual(expect.arrayContaining(keysBefore));
    clock.advance(20 * 60_000);
    await sites.rotateKeys(site, false);
    expect(await published()).toHaveLength(2);
    expect(await published()).not.toContain(before);
  });
});

describe('trying a connection', () => {
  it('reports each step in a sentence', async () => {
    const report = await stack.smart.testSite(stack.site);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks.map(({ name }) => name)).toEqual([
      'discovery',
      'pkce',
      'openid',
      'keys',
      'backend-token',
      'capabilities',
    ]);
    expect(report.ok).toBe(true);
  });

  it('says what does not work', async () => {
    const wrong = { ...stack.site, clientId: 'nobody', backendClientId: 'nobody' };
    stack.sandbox.faults.add({ kind: 'server-error', path: '*metadata' });
    const { ok, checks } = await stack.smart.testSite(wrong);
    expect(ok).toBe(false);
    expect(checks.find(({ name }) => name === 'capabilities')).toMatchObject({
      ok: false,
      message: expect.stringContaining('500'),
    });
  });

  it('finds the hosts of an EHR for an administrator to confirm', async () => {
    expect(await stack.smart.discoverHosts(stack.sandbox.fhirBaseUrl)).toEqual([new URL(stack.sandbox.url).host]);
  });
});
