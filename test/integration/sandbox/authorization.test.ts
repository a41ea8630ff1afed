import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '#sandbox/index.ts';
import {
  APP_SCOPE,
  authorizationUrl,
  authorize,
  exchange,
  LAUNCH,
  REDIRECT_URI,
  startSandbox,
  toJson,
} from './smart-app.ts';

/** In the query, or in the fragment where the response type asks for that. */
const paramsOf = (callback: URL | undefined): URLSearchParams | undefined =>
  callback?.hash ? new URLSearchParams(callback.hash.slice(1)) : callback?.searchParams;

describe('the authorization endpoint of the sandbox EHR', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  const errorOf = async (changes: Record<string, string | undefined>): Promise<string | null | undefined> =>
    paramsOf((await authorize(sandbox, changes)).callback)?.get('error');

  it('answers a good request with a code, the state and the issuer, and leaves no cookie', async () => {
    const { response, callback } = await authorize(sandbox);
    expect(`${callback?.origin}${callback?.pathname}`).toBe(REDIRECT_URI);
    expect(callback?.searchParams.get('code')).toMatch(/^[\w-]{22,}$/);
    expect(callback?.searchParams.get('state')).toBe('state-1');
    expect(callback?.searchParams.get('iss')).toBe(sandbox.issuer);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('takes the same request as a form', async () => {
    const url = new URL(authorizationUrl(sandbox));
    const response = await fetch(`${url.origin}${url.pathname}`, {
      method: 'POST',
      body: url.searchParams,
      redirect: 'manual',
    });
    expect(new URL(response.headers.get('Location') ?? '').searchParams.get('code')).toBeTruthy();
  });

  it.each([
    ['no PKCE challenge', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['a plain PKCE challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no aud', { aud: undefined }, 'invalid_request'],
    ['an aud of another server', { aud: 'https://elsewhere.example/fhir' }, 'invalid_request'],
    ['no state', { state: undefined }, 'invalid_request'],
    ['a launch value that was never given out', { launch: 'made-up' }, 'invalid_request'],
    ['no launch: nobody is signed in', { launch: undefined, scope: 'openid' }, 'login_required'],
    ['no scope', { scope: undefined, nonce: undefined }, 'invalid_scope'],
    ['a launch without the launch scope', { scope: 'openid fhirUser' }, 'invalid_scope'],
    ['a scope that does not exist', { scope: `${APP_SCOPE} user/Encounter.peek` }, 'invalid_scope'],
    ['letters out of order', { scope: 'launch openid user/Encounter.sr' }, 'invalid_scope'],
    ['a scope that is not registered', { scope: 'launch openid profile' }, 'invalid_scope'],
    ['a system scope for a user', { scope: 'launch openid system/Encounter.rs' }, 'invalid_scope'],
    ['max_age', { max_age: '60' }, 'invalid_request'],
    ['an implicit response type', { response_type: 'token' }, 'unsupported_response_type'],
  ])('refuses %s', async (_case, changes, error) => {
    const [name] = Object.entries(changes).find(([key]) => key === 'scope') ?? [];
    const launch = name === 'scope' && !('launch' in changes) ? { launch: sandbox.createLaunch(LAUNCH) } : {};
    expect(await errorOf({ ...launch, ...changes })).toBe(error);
  });

  it('refuses an aud with a slash too many', async () => {
    expect(await errorOf({ aud: `${sandbox.fhirBaseUrl}/` })).toBe('invalid_request');
  });

  it('takes a launch value once', async () => {
    const launch = sandbox.createLaunch(LAUNCH);
    expect(await errorOf({ launch })).toBeNull();
    expect(await errorOf({ launch })).toBe('invalid_request');
  });

  it('takes no expired launch value', async () => {
    const launch = sandbox.createLaunch(LAUNCH);
    sandbox.expire('launches');
    expect(await errorOf({ launch })).toBe('invalid_request');
  });

  it('launches nobody who is not in the EHR', async () => {
    expect(await errorOf({ launch: sandbox.createLaunch({ ...LAUNCH, practitioner: 'nobody' }) })).toBe(
      'access_denied',
    );
    expect(await errorOf({ launch: sandbox.createLaunch({ ...LAUNCH, patient: 'nobody' }) })).toBe('access_denied');
  });

  it.each([['http://127.0.0.1:3999/other'], [`${REDIRECT_URI}/`], [`${REDIRECT_URI}?extra=1`]])(
    'sends nobody to a redirect URI that is not registered: %s',
    async (redirect_uri) => {
      const { response, callback } = await authorize(sandbox, { redirect_uri });
      expect(response.status).toBe(400);
      expect(callback).toBeUndefined();
    },
  );

  it('sends nobody anywhere for an unknown client', async () => {
    const { response, callback } = await authorize(sandbox, { client_id: 'stranger' });
    expect(response.status).toBe(400);
    expect(callback).toBeUndefined();
  });

  it('lets the user pick a patient and a visit where the app brings no launch and asks for that', async () => {
    const scope = 'launch/patient launch/encounter openid fhirUser user/*.rs';
    const { response } = await authorize(sandbox, { launch: undefined, scope });
    const page = await response.text();
    expect(response.status).toBe(200);
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    expect(links).toHaveLength(2);
    const chosen = links.find((link) => link.includes('visit-ben')) ?? '';
    const picked = await fetch(`${sandbox.url}${chosen}`, { redirect: 'manual' });
    const code = new URL(picked.headers.get('Location') ?? '').searchParams.get('code') ?? '';
    expect((await exchange(sandbox, code)).body).toMatchObject({
      patient: 'ben',
      encounter: 'visit-ben',
      need_patient_banner: true,
    });
  });

  it('takes no launch from the chart for the scope of a standalone launch', async () => {
    expect(await errorOf({ scope: 'launch/patient openid', launch: sandbox.createLaunch(LAUNCH) })).toBe(
      'invalid_scope',
    );
  });

  it('works under both names of the machine, with one canonical issuer', async () => {
    const url = authorizationUrl(sandbox).replace('localhost', '127.0.0.1');
    const location = new URL((await fetch(url, { redirect: 'manual' })).headers.get('Location') ?? '');
    expect(location.searchParams.get('iss')).toBe(sandbox.issuer);
    expect((await exchange(sandbox, location.searchParams.get('code') ?? '')).status).toBe(200);
  });
});

describe('the discovery of the sandbox EHR', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  const get = async (url: string) => toJson(await (await fetch(url)).json());

  it('publishes a SMART configuration whose endpoints are those of its OpenID configuration', async () => {
    const smart = await get(`${sandbox.fhirBaseUrl}/.well-known/smart-configuration`);
    const openid = await get(`${sandbox.issuer}/.well-known/openid-configuration`);
    for (const name of [
      'issuer',
      'authorization_endpoint',
      'token_endpoint',
      'jwks_uri',
      'introspection_endpoint',
      'revocation_endpoint',
    ]) {
      expect(smart[name]).toBe(openid[name]);
    }
    expect(smart['code_challenge_methods_supported']).toEqual(['S256']);
    expect(smart['issuer']).not.toBe(sandbox.fhirBaseUrl);
  });

  it('says the same under its other address', async () => {
    const smart = await get(`${sandbox.fhirBaseUrl.replace('localhost', '127.0.0.1')}/.well-known/smart-configuration`);
    const openid = await get(`${sandbox.issuer.replace('localhost', '127.0.0.1')}/.well-known/openid-configuration`);
    expect(smart['token_endpoint']).toBe(`${sandbox.issuer}/token`);
    expect(openid['token_endpoint']).toBe(`${sandbox.issuer}/token`);
  });

  it('publishes RSA keys without their private part', async () => {
    const { keys } = await get(`${sandbox.issuer}/jwks`);
    expect(keys).toEqual([expect.objectContaining({ kty: 'RSA', alg: 'RS256', use: 'sig' })]);
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  it('does not answer to a name that is not its own', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { Host: 'evil.example' };
      const request = httpRequest(
        { host: '127.0.0.1', port: sandbox.port, path: '/fhir/metadata', headers },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      request.on('error', reject).end();
    });
    expect(status).toBe(421);
  });
});
