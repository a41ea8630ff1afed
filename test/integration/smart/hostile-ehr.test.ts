import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Site } from '#sites/index.ts';
import { createSmart, type Smart } from '#smart/index.ts';
import { TestBrowser } from '#test/support/cookie-browser.ts';
import { json, startScriptedServer, type ScriptedServer } from '#test/support/scripted-server.ts';
import { startSmartStack, type SmartStack } from '#test/support/smart-stack.ts';

let stack: SmartStack;
let ehr: ScriptedServer;
let thief: ScriptedServer;
let site: Site;
let secretSite: Site;
let configuration: Record<string, unknown>;
let tokenAnswer: Record<string, unknown>;

beforeAll(async () => {
  stack = await startSmartStack();
  thief = await startScriptedServer({ '/token': json(() => ({ access_token: 'stolen', token_type: 'bearer' })) });
  const fhir = { '.well-known/smart-configuration': json(() => configuration) };
  ehr = await startScriptedServer({
    '/fhir/.well-known/smart-configuration': fhir['.well-known/smart-configuration'],
    '/secret/.well-known/smart-configuration': fhir['.well-known/smart-configuration'],
    '/token': json(() => tokenAnswer),
    '/keys': json(() => ({ keys: [] })),
  });
  site = await stack.sites.addSite(stack.tenantId, {
    name: 'Scripted',
    fhirBaseUrl: `${ehr.url}/fhir`,
    clientId: 'app',
  });
  secretSite = await stack.sites.addSite(stack.tenantId, {
    name: 'Secret',
    fhirBaseUrl: `${ehr.url}/secret`,
    clientId: 'my-app_1',
    authMethod: 'client_secret_basic',
    clientSecret: 'p%ss:w/rd+1',
  });
});
afterAll(async () => {
  await stack[Symbol.asyncDispose]();
  await ehr[Symbol.asyncDispose]();
  await thief[Symbol.asyncDispose]();
});
beforeEach(() => {
  configuration = {
    issuer: ehr.url,
    jwks_uri: `${ehr.url}/keys`,
    authorization_endpoint: `${ehr.url}/authorize`,
    token_endpoint: `${ehr.url}/token`,
    code_challenge_methods_supported: ['S256'],
  };
  tokenAnswer = { access_token: 'token', token_type: 'bearer', scope: '', expires_in: '60' };
  ehr.requests.length = 0;
});

const freshSmart = (): Smart => createSmart({ ...stack, publicUrl: stack.url, production: false });

describe('an EHR whose configuration has changed', () => {
  it.each(['token_endpoint', 'authorization_endpoint', 'jwks_uri'])(
    'to a %s elsewhere gets and sends nothing',
    async (field) => {
      configuration[field] = `${thief.url}/token`;
      await expect(freshSmart().getBackendToken(site.id)).rejects.toMatchObject({ code: 'ehr-foreign-origin' });
      expect(thief.requests).toEqual([]);
      expect(ehr.requests.map(({ path }) => path)).toEqual(['/fhir/.well-known/smart-configuration']);
    },
  );

  it('to no S256 does not get a launch', async () => {
    configuration['code_challenge_methods_supported'] = ['plain'];
    const iss = encodeURIComponent(site.fhirBaseUrl);
    const { response } = await new TestBrowser().visit(`${stack.url}/launch?iss=${iss}&launch=x`);
    expect(response.status).toBe(502);
    expect(await response.text()).toContain('PKCE');
  });
});

describe('a token request', () => {
  it('carries no client_id, but an assertion whose audience is the token endpoint as one string', async () => {
    expect(await freshSmart().getBackendToken(site.id)).toBe('token');
    const request = ehr.requests.find(({ path }) => path === '/token');
    const form = new URLSearchParams(request?.body);
    expect([...form.keys()].toSorted()).toEqual(['client_assertion', 'client_assertion_type', 'grant_type', 'scope']);
    const [, payload = ''] = (form.get('client_assertion') ?? '').split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      iss: 'app',
      aud: `${ehr.url}/token`,
    });
  });

  it('carries the raw id and secret where the EHR wants Basic', async () => {
    expect(await freshSmart().getBackendToken(secretSite.id)).toBe('token');
    const request = ehr.requests.find(({ path }) => path === '/token');
    const [scheme, encoded = ''] = String(request?.headers['authorization']).split(' ');
    expect(scheme).toBe('Basic');
    expect(Buffer.from(encoded, 'base64').toString()).toBe('my-app_1:p%ss:w/rd+1');
    expect(request?.body).not.toContain('client_id');
  });

  it.each([{}, { access_token: 7, token_type: 'bearer' }, { access_token: 'x', token_type: 'mac' }])(
    'that is answered with %j ends in a clear error',
    async (answer) => {
      tokenAnswer = answer;
      await expect(freshSmart().getBackendToken(site.id)).rejects.toMatchObject({ code: 'oauth-token-failed' });
    },
  );
});
