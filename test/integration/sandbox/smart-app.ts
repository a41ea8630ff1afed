import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createSandbox, type ClientRegistration, type Sandbox, type SandboxOptions } from '#sandbox/index.ts';
import { tinyPopulation } from './population.ts';

export const REDIRECT_URI = 'http://127.0.0.1:3999/callback';
export const APP_SCOPE = 'launch openid fhirUser online_access user/*.cruds';
export const LAUNCH = { patient: 'ada', encounter: 'visit-ada', practitioner: 'dr-oma' };

type Json = Record<string, unknown>;

const keyPairs = {
  RS384: await generateKeyPair('RS384', { extractable: true }),
  ES384: await generateKeyPair('ES384', { extractable: true }),
};
export type Algorithm = keyof typeof keyPairs;

export const privateKey = (alg: Algorithm): CryptoKey => keyPairs[alg].privateKey;

/** The public keys of the app under test, as its administrator registered them. */
export const jwks = {
  keys: [
    { ...(await exportJWK(keyPairs.RS384.publicKey)), kid: 'RS384', alg: 'RS384', use: 'sig' },
    { ...(await exportJWK(keyPairs.ES384.publicKey)), kid: 'ES384', alg: 'ES384', use: 'sig' },
  ],
};

export const APP: ClientRegistration = {
  clientId: 'app',
  jwks,
  redirectUris: [REDIRECT_URI],
  launchUrl: 'http://127.0.0.1:3999/launch',
  grantTypes: ['authorization_code', 'refresh_token'],
  scope:
    'launch launch/patient launch/encounter openid fhirUser online_access offline_access user/*.cruds patient/*.cruds',
};

export const BACKEND: ClientRegistration = {
  clientId: 'backend',
  jwks,
  redirectUris: [],
  grantTypes: ['client_credentials'],
  scope: 'system/*.rs system/Task.cud system/DetectedIssue.cruds',
};

export function startSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return createSandbox({ port: 0, population: tinyPopulation(), clients: [APP, BACKEND], ...options });
}

/** A client assertion as SMART wants it; a test changes what it needs wrong. */
export async function assertion(
  sandbox: Sandbox,
  {
    clientId = 'app',
    alg = 'RS384',
    header = {},
    claims = {},
  }: { clientId?: string; alg?: Algorithm; header?: Json; claims?: Json } = {},
): Promise<string> {
  const payload = {
    iss: clientId,
    sub: clientId,
    aud: `${sandbox.issuer}/token`,
    exp: Math.floor(Date.now() / 1000) + 240,
    jti: randomUUID(),
    ...claims,
  };
  return new SignJWT(payload).setProtectedHeader({ alg, typ: 'JWT', kid: alg, ...header }).sign(privateKey(alg));
}

export interface Answer {
  readonly status: number;
  readonly body: Json;
}

export async function tokenRequest(
  sandbox: Sandbox,
  params: Record<string, string>,
  clientAssertion?: string,
): Promise<Answer> {
  const response = await fetch(`${sandbox.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: clientAssertion ?? (await assertion(sandbox)),
      ...params,
    }),
  });
  return { status: response.status, body: toJson(await response.json()) };
}

export const toJson = (value: unknown): Json => {
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object');
  return { ...value };
};

export const VERIFIER = 'a-verifier-that-is-long-enough-for-rfc-7636-which-is-43';

/** The parameters of a good authorization request; undefined leaves one out. */
export function authorizationUrl(sandbox: Sandbox, changes: Record<string, string | undefined> = {}): string {
  const params: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: 'app',
    redirect_uri: REDIRECT_URI,
    scope: APP_SCOPE,
    state: 'state-1',
    nonce: 'nonce-1',
    aud: sandbox.fhirBaseUrl,
    launch: 'launch' in changes ? undefined : sandbox.createLaunch(LAUNCH),
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  const url = new URL(`${sandbox.issuer}/auth`);
  for (const [name, value] of Object.entries(params)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

/** Sends the browser to the authorization endpoint; gives back where it is sent on to, if it is. */
export async function authorize(
  sandbox: Sandbox,
  changes: Record<string, string | undefined> = {},
): Promise<{ response: Response; callback: URL | undefined }> {
  const response = await fetch(authorizationUrl(sandbox, changes), { redirect: 'manual' });
  const location = response.headers.get('Location');
  return { response, callback: location === null ? undefined : new URL(location) };
}

export function exchange(
  sandbox: Sandbox,
  code: string,
  changes: Record<string, string> = {},
  clientAssertion?: string,
): Promise<Answer> {
  const params = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT_URI,
    code_verifier: VERIFIER,
    ...changes,
  };
  return tokenRequest(sandbox, params, clientAssertion);
}

export async function getCode(sandbox: Sandbox, changes: Record<string, string | undefined> = {}): Promise<string> {
  const { callback, response } = await authorize(sandbox, changes);
  const code = callback?.searchParams.get('code');
  if (code === undefined || code === null) throw new Error(`no code: ${callback?.href ?? (await response.text())}`);
  return code;
}

/** A launch, from the authorization request to the token response. */
export async function launchApp(sandbox: Sandbox, changes: Record<string, string | undefined> = {}): Promise<Json> {
  const { status, body } = await exchange(sandbox, await getCode(sandbox, changes));
  if (status !== 200) throw new Error(`no token: ${JSON.stringify(body)}`);
  return body;
}

export async function accessToken(sandbox: Sandbox, scope: string = APP_SCOPE): Promise<string> {
  return String((await launchApp(sandbox, { scope }))['access_token']);
}

/** A FHIR client that adds nothing of its own. */
export function fhirClient(sandbox: Sandbox, token: string) {
  return async (
    path: string,
    { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ): Promise<FhirAnswer> => {
    const url = path.startsWith('http') ? path : `${sandbox.fhirBaseUrl}${path}`;
    const response = await fetch(url, { ...init, headers: { Authorization: `Bearer ${token}`, ...headers } });
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? toJson(JSON.parse(text)) : {},
    };
  };
}

export interface FhirAnswer extends Answer {
  readonly headers: Headers;
  readonly text: string;
}

export type Fhir = ReturnType<typeof fhirClient>;

export const send = (method: string, resource: unknown, headers: Record<string, string> = {}) => ({
  method,
  headers: { 'Content-Type': 'application/fhir+json', ...headers },
  body: JSON.stringify(resource),
});

export function issueCode({ body }: Answer): unknown {
  const { resourceType, issue } = body;
  if (resourceType !== 'OperationOutcome' || !Array.isArray(issue)) return undefined;
  return toJson(issue[0])['code'];
}
