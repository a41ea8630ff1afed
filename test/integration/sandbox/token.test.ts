import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '#sandbox/index.ts';
import {
  APP,
  APP_SCOPE,
  assertion,
  authorize,
  BACKEND,
  exchange,
  fhirClient,
  getCode,
  launchApp,
  startSandbox,
  tokenRequest,
  VERIFIER,
} from './smart-app.ts';

const OFFLINE = 'launch openid fhirUser offline_access user/*.rs';

describe('the token endpoint of the sandbox EHR', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ clients: [APP, BACKEND, { ...APP, clientId: 'other-app' }] });
  });
  afterAll(() => sandbox.stop());

  const encounterStatus = async (token: unknown) =>
    (await fhirClient(sandbox, String(token))('/Encounter?patient=ada')).status;

  it('takes a code once, and revokes what came of it when it comes again', async () => {
    const code = await getCode(sandbox);
    const first = await exchange(sandbox, code);
    expect(await encounterStatus(first.body['access_token'])).toBe(200);
    expect(await exchange(sandbox, code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await encounterStatus(first.body['access_token'])).toBe(401);
  });

  it('gives one of several simultaneous requests with one code a token, at most', async () => {
    const code = await getCode(sandbox);
    const answers = await Promise.all(Array.from({ length: 5 }, () => exchange(sandbox, code)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });

  it('takes no expired code', async () => {
    const code = await getCode(sandbox);
    sandbox.expire('codes');
    expect(await exchange(sandbox, code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it.each([
    ['another verifier', { code_verifier: `${VERIFIER}-other` }],
    ['another redirect URI', { redirect_uri: 'http://127.0.0.1:3999/other' }],
  ])('takes no code with %s', async (_case, changes) => {
    expect(await exchange(sandbox, await getCode(sandbox), changes)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
  });

  it('takes no code without its verifier', async () => {
    const params = {
      grant_type: 'authorization_code',
      code: await getCode(sandbox),
      redirect_uri: APP.redirectUris[0] ?? '',
    };
    expect(await tokenRequest(sandbox, params)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('takes no code from another client', async () => {
    const answer = await exchange(
      sandbox,
      await getCode(sandbox),
      {},
      await assertion(sandbox, { clientId: 'other-app' }),
    );
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('takes a client assertion signed with ES384', async () => {
    expect(
      (await exchange(sandbox, await getCode(sandbox), {}, await assertion(sandbox, { alg: 'ES384' }))).status,
    ).toBe(200);
  });

  it.each([
    ['without typ', { header: { typ: undefined } }],
    ['without kid', { header: { kid: undefined } }],
    ['with the kid of another key', { header: { kid: 'ES384' } }],
    ['whose aud is a list', { claims: { aud: ['TOKEN'] } }],
    ['whose aud is the issuer', { claims: { aud: 'ISSUER' } }],
    ['whose aud is another server', { claims: { aud: 'https://elsewhere.example/token' } }],
    ['that lives longer than five minutes', { claims: { exp: Math.floor(Date.now() / 1000) + 3600 } }],
    ['that has expired', { claims: { exp: Math.floor(Date.now() / 1000) - 10 } }],
    ['without exp', { claims: { exp: undefined } }],
    ['without jti', { claims: { jti: undefined } }],
    ['whose sub is somebody else', { claims: { sub: 'other-app' } }],
    ['whose iss is somebody else', { claims: { iss: 'other-app' } }],
  ])(
    'refuses a client assertion %s',
    async (_case, { header, claims }: { header?: object; claims?: Record<string, unknown> }) => {
      const names: Record<string, string> = { ISSUER: sandbox.issuer, TOKEN: `${sandbox.issuer}/token` };
      const audience = claims?.['aud'];
      const aud = Array.isArray(audience)
        ? [names['TOKEN']]
        : typeof audience === 'string'
          ? { aud: names[audience] ?? audience }
          : undefined;
      const filled = { ...claims, ...(Array.isArray(aud) ? { aud } : aud) };
      const answer = await exchange(
        sandbox,
        await getCode(sandbox),
        {},
        await assertion(sandbox, { header: { ...header }, claims: filled }),
      );
      expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    },
  );

  it('refuses an assertion whose signature is of another key', async () => {
    const [head, , signature] = (await assertion(sandbox)).split('.');
    const [, claims] = (await assertion(sandbox)).split('.');
    const answer = await exchange(sandbox, await getCode(sandbox), {}, `${head}.${claims}.${signature}`);
    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });

  it('takes the jti of an assertion once, also of simultaneous requests', async () => {
    const reused = await assertion(sandbox);
    const codes = await Promise.all([getCode(sandbox), getCode(sandbox), getCode(sandbox)]);
    const answers = await Promise.all(codes.map((code) => exchange(sandbox, code, {}, reused)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401]);
  });

  it('gives a token to nobody who does not prove who they are', async () => {
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code: await getCode(sandbox),
      client_id: 'app',
      code_verifier: VERIFIER,
    });
    expect((await fetch(`${sandbox.issuer}/token`, { method: 'POST', body })).status).toBe(401);
  });

  it('tells only the granted scopes', async () => {
    const { scope } = await launchApp(sandbox, { scope: 'launch openid user/Claim.rs' });
    expect(String(scope).split(' ').toSorted()).toEqual(['launch', 'openid', 'user/Claim.rs']);
  });
});

describe('the refresh tokens of the sandbox EHR', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  const refresh = (token: unknown, more: Record<string, string> = {}) =>
    tokenRequest(sandbox, { grant_type: 'refresh_token', refresh_token: String(token), ...more });
  const encounterStatus = async (token: unknown) =>
    (await fhirClient(sandbox, String(token))('/Encounter?patient=ada')).status;

  it.each([
    ['online_access', APP_SCOPE],
    ['offline_access', OFFLINE],
  ])('come with %s, and keep the launch context', async (_case, scope) => {
    const first = await launchApp(sandbox, { scope });
    const second = await refresh(first['refresh_token']);
    expect(second).toMatchObject({ status: 200, body: { patient: 'ada', encounter: 'visit-ada' } });
    expect(second.body['refresh_token']).not.toBe(first['refresh_token']);
    expect(await encounterStatus(second.body['access_token'])).toBe(200);
  });

  it('do not come unasked', async () => {
    expect(await launchApp(sandbox, { scope: 'launch openid user/*.rs' })).not.toHaveProperty('refresh_token');
  });

  it('are good once: a second use revokes the whole family', async () => {
    const first = await launchApp(sandbox);
    const second = await refresh(first['refresh_token']);
    expect(await refresh(first['refresh_token'])).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await refresh(second.body['refresh_token'])).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    expect(await encounterStatus(second.body['access_token'])).toBe(401);
    expect(await encounterStatus(first['access_token'])).toBe(401);
  });

  it('are good for one of two simultaneous requests, at most', async () => {
    const { refresh_token: token } = await launchApp(sandbox);
    const answers = await Promise.all([refresh(token), refresh(token), refresh(token)]);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });

  it('give fewer scopes when asked, never more', async () => {
    const { refresh_token: token } = await launchApp(sandbox, {
      scope: 'launch openid online_access user/Encounter.rs user/Claim.rs',
    });
    expect((await refresh(token, { scope: 'user/Patient.rs' })).body).toMatchObject({ error: 'invalid_scope' });
    const fewer = await refresh(token, { scope: 'user/Claim.rs' });
    expect(fewer).toMatchObject({ status: 200, body: { scope: 'user/Claim.rs' } });
    expect(await encounterStatus(fewer.body['access_token'])).toBe(403);
  });

  it('expire', async () => {
    const { refresh_token: token } = await launchApp(sandbox);
    sandbox.expire('refresh-tokens');
    expect(await refresh(token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('can be revoked, with the access tokens that came of them', async () => {
    const { refresh_token: token, access_token: access } = await launchApp(sandbox);
    const body = { token: String(token), client_assertion: await assertion(sandbox) };
    const type = { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' };
    await fetch(`${sandbox.issuer}/token/revocation`, {
      method: 'POST',
      body: new URLSearchParams({ ...body, ...type }),
    });
    expect((await refresh(token)).status).toBe(400);
    expect(await encounterStatus(access)).toBe(401);
  });
});

describe('a client that is registered for launches and as a backend service', () => {
  it('gets no system scopes by a launch, and no user scopes without one', async () => {
    const scope = 'launch openid user/*.rs system/*.rs';
    const grantTypes = ['authorization_code', 'client_credentials'] as const;
    await using sandbox = await startSandbox({ clients: [{ ...APP, scope, grantTypes }] });
    const { callback } = await authorize(sandbox, { scope: 'launch openid system/Encounter.rs' });
    expect(callback?.searchParams.get('error')).toBe('invalid_scope');
    const backend = await tokenRequest(sandbox, { grant_type: 'client_credentials', scope: 'user/Encounter.rs' });
    expect(backend).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
    expect(
      (await tokenRequest(sandbox, { grant_type: 'client_credentials', scope: 'system/Encounter.rs' })).status,
    ).toBe(200);
  });
});

describe('a client with a secret at the sandbox EHR', () => {
  const ID = 'my-client_id';
  const SECRET = 'a~secret+with%signs-of-43-characters-at-least!!';
  let sandbox: Sandbox;
  beforeAll(async () => {
    const { jwks: _none, ...rest } = BACKEND;
    sandbox = await startSandbox({ clients: [{ ...rest, clientId: ID, clientSecret: SECRET }] });
  });
  afterAll(() => sandbox.stop());

  const ask = async (pair: string) =>
    fetch(`${sandbox.issuer}/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'system/Encounter.rs' }),
    });

  it('sends both raw', async () => {
    expect((await ask(`${ID}:${SECRET}`)).status).toBe(200);
  });

  it('is refused with a wrong secret, or percent-encoded', async () => {
    expect((await ask(`${ID}:wrong`)).status).toBe(401);
    expect((await ask(`${ID}:${encodeURIComponent(SECRET)}`)).status).toBe(401);
    expect((await ask(`my%2Dclient%5Fid:${encodeURIComponent(SECRET)}`)).status).toBe(401);
  });

  it('has its scopes checked like any other', async () => {
    const answer = await fetch(`${sandbox.issuer}/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(`${ID}:${SECRET}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'system/Claim.cruds' }),
    });
    expect(answer.status).toBe(400);
  });
});

describe('backend services at the sandbox EHR', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  const ask = async (scope?: string, clientId = 'backend') =>
    tokenRequest(
      sandbox,
      { grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) },
      await assertion(sandbox, { clientId, alg: 'ES384' }),
    );

  it('get a short token for system scopes, and no refresh token', async () => {
    const { status, body } = await ask('system/Encounter.rs system/Claim.rs');
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('refresh_token');
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 300, scope: 'system/Encounter.rs system/Claim.rs' });
    expect((await fhirClient(sandbox, String(body['access_token']))('/Encounter?status=finished')).body).toMatchObject({
      total: 2,
    });
  });

  it.each([
    ['no scope', undefined],
    ['a user scope', 'user/Encounter.rs'],
    ['a launch scope', 'launch system/Encounter.rs'],
    ['more than is registered', 'system/Claim.cruds'],
    ['a scope that does not exist', 'system/Encounter.xyz'],
  ])('get nothing for %s', async (_case, scope) => {
    expect(await ask(scope)).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
  });

  it('may not be an app that is registered for launches only', async () => {
    expect((await ask('system/Encounter.rs', 'app')).status).toBe(400);
  });
});
