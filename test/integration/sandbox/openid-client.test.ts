import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as oidc from 'openid-client';
import type { FaultKind, Sandbox } from '#sandbox/index.ts';
import { APP, APP_SCOPE, fhirClient, jwks, LAUNCH, privateKey, REDIRECT_URI, startSandbox } from './smart-app.ts';

/** openid-client, set up the way SMART needs it. */
async function configure(sandbox: Sandbox): Promise<oidc.Configuration> {
  const auth = oidc.PrivateKeyJwt(
    { key: privateKey('RS384'), kid: 'RS384' },
    {
      [oidc.modifyAssertion]: (header, payload) => {
        header['typ'] = 'JWT';
        payload['aud'] = `${sandbox.issuer}/token`;
      },
    },
  );
  const configuration = await oidc.discovery(new URL(sandbox.issuer), 'app', {}, auth, {
    execute: [oidc.allowInsecureRequests],
  });
  oidc.enableNonRepudiationChecks(configuration);
  return configuration;
}

async function launch(sandbox: Sandbox) {
  const configuration = await configure(sandbox);
  const verifier = oidc.randomPKCECodeVerifier();
  const checks = { pkceCodeVerifier: verifier, expectedState: oidc.randomState(), expectedNonce: oidc.randomNonce() };
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: REDIRECT_URI,
    scope: APP_SCOPE,
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    aud: sandbox.fhirBaseUrl,
    launch: sandbox.createLaunch(LAUNCH),
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const { headers } = await fetch(url, { redirect: 'manual' });
  const tokens = await oidc.authorizationCodeGrant(configuration, new URL(headers.get('Location') ?? ''), checks);
  return { configuration, tokens };
}

describe('openid-client against the sandbox EHR', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  it('launches, validates the id_token with its signature, reads, refreshes and introspects', async () => {
    const { configuration, tokens } = await launch(sandbox);
    expect(tokens.claims()).toMatchObject({
      iss: sandbox.issuer,
      aud: 'app',
      sub: 'dr-oma',
      fhirUser: `${sandbox.fhirBaseUrl}/Practitioner/dr-oma`,
    });
    expect((await fhirClient(sandbox, tokens.access_token)('/Patient/ada')).status).toBe(200);
    const refreshed = await oidc.refreshTokenGrant(configuration, tokens.refresh_token ?? '');
    expect(refreshed['patient']).toBe('ada');
    expect(await oidc.tokenIntrospection(configuration, refreshed.access_token)).toMatchObject({
      active: true,
      client_id: 'app',
      patient: 'ada',
    });
    await oidc.tokenRevocation(configuration, refreshed.access_token);
    expect((await fhirClient(sandbox, refreshed.access_token)('/Patient/ada')).status).toBe(401);
  });

  it.each<[FaultKind]>([
    ['bad-id-token-audience'],
    ['bad-id-token-issuer'],
    ['bad-id-token-nonce'],
    ['bad-id-token-signature'],
  ])('is told a lie once, when asked: %s', async (kind) => {
    sandbox.faults.add({ kind, count: 1 });
    await expect(launch(sandbox)).rejects.toThrow(Error);
    const { tokens } = await launch(sandbox);
    expect(tokens.claims()?.iss).toBe(sandbox.issuer);
    sandbox.faults.clear();
  });

  it('can have its keys at a URL, and registers at any time', async () => {
    const keys = createServer((_request, response) =>
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(jwks)),
    );
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    const address = keys.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { jwks: _byValue, ...byUrl } = APP;
    await using late = await startSandbox({ clients: [] });
    late.registerClient({ ...byUrl, jwksUri: `http://127.0.0.1:${port}/jwks.json` });
    expect((await launch(late)).tokens.token_type).toBe('bearer');
    await new Promise((resolve) => keys.close(resolve));
  });

  it('is refused when its keys cannot be had', async () => {
    const { jwks: _byValue, ...byUrl } = APP;
    await using sandboxWithout = await startSandbox({
      clients: [{ ...byUrl, jwksUri: `${sandbox.url}/faults/nothing-here` }],
    });
    await expect(launch(sandboxWithout)).rejects.toMatchObject({ error: 'invalid_client' });
  });
});
