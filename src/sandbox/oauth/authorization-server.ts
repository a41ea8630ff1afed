import { Router, type RequestHandler } from 'express';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider, type KoaContextWithOIDC } from 'oidc-provider';
import type { Clock, Log } from '#kernel/index.ts';
import { newId } from '#kernel/index.ts';
import type { Grant } from '../fhir/access.ts';
import type { ClientRegistration, LaunchRequest, TokenLifetimes } from '../options.ts';
import { isRecord } from '../search/values.ts';
import type { FhirStore } from '../store.ts';
import { authorizationValidators, checkBackendToken } from './authorization-rules.ts';
import { AssertionRules } from './client-assertion.ts';
import { ClientKeys } from './client-keys.ts';
import { toClientMetadata } from './client-metadata.ts';
import { spoilIdToken, type IdTokenFault } from './id-token-faults.ts';
import { toContextParameters } from './launch-context.ts';
import { prepareAuthorization } from './launch-request.ts';
import { Launches } from './launches.ts';
import { providerConfiguration } from './provider-configuration.ts';
import { takeRawBasic } from './raw-basic.ts';
import { splitScope } from './scopes.ts';
import { offerStandaloneLaunch } from './standalone-launch.ts';
import { oauthEndpoints, PUBLISHED_SCOPES, type OAuthEndpoints } from './smart-configuration.ts';
import { TokenStorage } from './token-storage.ts';

interface AuthorizationServerOptions {
  readonly publicUrl: string;
  readonly fhirBaseUrl: string;
  readonly store: FhirStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly lifetimes: () => TokenLifetimes;
  readonly client: (id: string) => ClientRegistration | undefined;
  /** The fault that is due for an id_token that is about to be given out. */
  readonly idTokenFault: () => IdTokenFault | undefined;
}

/** The EHR's authorization server: OAuth 2, OpenID Connect and SMART App Launch 2.2, by oidc-provider. */
export interface AuthorizationServer {
  readonly endpoints: OAuthEndpoints;
  readonly launches: Launches;
  readonly storage: TokenStorage;
  /** To be mounted at the issuer's path. */
  readonly router: RequestHandler;
  /** What a bearer token stands for; undefined when unknown, revoked or expired. */
  findGrant(token: string): Promise<Grant | undefined>;
}

export const ISSUER_PATH = '/oauth';

export async function createAuthorizationServer(options: AuthorizationServerOptions): Promise<AuthorizationServer> {
  const endpoints = oauthEndpoints(`${options.publicUrl}${ISSUER_PATH}`);
  const launches = new Launches(options.clock, () => options.lifetimes().launchSeconds);
  const contexts = new LaunchContexts();
  const clientKeys = new ClientKeys(options.clock);
  const storage = new TokenStorage(async (id) => {
    const client = options.client(id);
    if (client === undefined) return undefined;
    const { jwks, jwksUri } = client;
    return toClientMetadata(client, jwks?.keys ?? (jwksUri === undefined ? [] : await clientKeys.get(jwksUri)));
  });
  const signingKey = await createSigningKey();
  const provider = new Provider(
    endpoints.issuer,
    providerConfiguration({
      storage,
      signingKey,
      assertions: new AssertionRules(endpoints.token),
      validators: authorizationValidators({ ...options, launches, remember: contexts.begin }),
      fhirUser: (id) =>
        options.store.get('Practitioner', id) === undefined ? undefined : fhirUserUrl(options.fhirBaseUrl, id),
      lifetimes: options.lifetimes,
      checkBackendToken: (ctx, clientId) => checkBackendToken(ctx, options.client(clientId ?? '')),
    }),
  );
  provider.proxy = options.publicUrl.startsWith('https:');
  provider.on('authorization.success', (ctx) => contexts.bind(ctx));
  provider.on('server_error', (_ctx, error) =>
    options.log.error('the sandbox authorization server failed', { cause: error.name }),
  );
  provider.use(async (ctx, next) => {
    await next();
    if (!hasOidc(ctx)) return;
    // The whole flow works in a third-party frame without a cookie: none is left in the browser.
    ctx.remove('Set-Cookie');
    await finishAnswer(ctx, { ...options, contexts, signingKey });
  });
  return {
    endpoints,
    launches,
    storage,
    router: mount(provider, options, launches),
    findGrant: grantFinder(provider, contexts),
  };
}

/** From the launch of a request to the grant that came of it. */
class LaunchContexts {
  readonly #pending = new WeakMap<object, LaunchRequest>();
  readonly #byGrant = new Map<string, LaunchRequest>();

  readonly begin = (ctx: KoaContextWithOIDC, launch: LaunchRequest): void => {
    this.#pending.set(ctx, launch);
    ctx.oidc.session?.loginAccount({ accountId: launch.practitioner });
  };

  bind(ctx: KoaContextWithOIDC): void {
    const launch = this.#pending.get(ctx);
    const grantId = ctx.oidc.entities.AuthorizationCode?.grantId;
    if (launch !== undefined && grantId !== undefined) this.#byGrant.set(grantId, launch);
  }

  find(grantId: string | undefined): LaunchRequest | undefined {
    return grantId === undefined ? undefined : this.#byGrant.get(grantId);
  }
}

interface AnswerParts extends AuthorizationServerOptions {
  readonly contexts: LaunchContexts;
  readonly signingKey: JWK;
}

/** oidc-provider puts `oidc` on a context when one of its routes takes it. */
const hasOidc = (ctx: object): ctx is KoaContextWithOIDC => 'oidc' in ctx && ctx.oidc !== undefined;

/** Adds to oidc-provider's answers what SMART has beyond OAuth. */
async function finishAnswer(ctx: KoaContextWithOIDC, parts: AnswerParts): Promise<void> {
  const body: unknown = ctx.body;
  if (!isRecord(body) || ctx.status !== 200) return;
  if (ctx.path.endsWith('/.well-known/openid-configuration'))
    ctx.body = { ...body, scopes_supported: PUBLISHED_SCOPES };
  const token =
    ctx.path.endsWith('/token') || ctx.path.endsWith('/introspection') ? ctx.oidc.entities.AccessToken : undefined;
  const launch = parts.contexts.find(token?.grantId);
  if (launch === undefined || (body['active'] === undefined && body['access_token'] === undefined)) return;
  const surroundings = {
    styleUrl: `${parts.publicUrl}/smart-style.json`,
    tenant: 'sandbox',
    fhirUser: fhirUserUrl(parts.fhirBaseUrl, launch.practitioner),
  };
  const answer: Record<string, unknown> = { ...body, ...toContextParameters(launch, surroundings) };
  const fault = typeof body['id_token'] === 'string' ? parts.idTokenFault() : undefined;
  if (fault !== undefined && typeof body['id_token'] === 'string') {
    answer['id_token'] = await spoilIdToken(body['id_token'], fault, parts.signingKey);
  }
  ctx.body = answer;
}

const fhirUserUrl = (fhirBaseUrl: string, practitioner: string): string =>
  `${fhirBaseUrl}/Practitioner/${practitioner}`;

async function createSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: newId() };
}

/** oidc-provider builds its URLs from the Host header: it always sees the canonical one. */
function mount(provider: Provider, { publicUrl, store }: AuthorizationServerOptions, launches: Launches): Router {
  const { host, protocol } = new URL(publicUrl);
  const handle = provider.callback();
  const router = Router();
  router.use((request, _response, next) => {
    request.headers.host = host;
    if (protocol === 'https:') request.headers['x-forwarded-proto'] = 'https';
    next();
  });
  router.use(takeRawBasic);
  router.use(prepareAuthorization('/auth'));
  router.use(offerStandaloneLaunch('/auth', store, launches));
  router.use((request, response) => void handle(request, response));
  return router;
}

function grantFinder(provider: Provider, contexts: LaunchContexts): AuthorizationServer['findGrant'] {
  return async (token) => {
    const access = await provider.AccessToken.find(token);
    if (access !== undefined) return toGrant(access.clientId, access.scope, contexts.find(access.grantId)?.patient);
    const backend = await provider.ClientCredentials.find(token);
    return backend === undefined ? undefined : toGrant(backend.clientId, backend.scope, undefined);
  };
}

const toGrant = (clientId: string | undefined, scope: string | undefined, patient: string | undefined): Grant => ({
  clientId: clientId ?? '',
  scopes: splitScope(scope ?? ''),
  patient,
});
