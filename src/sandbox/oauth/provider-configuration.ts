import { interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { JWK } from 'jose';
import type { TokenLifetimes } from '../options.ts';
import { allScopes, splitScope } from './scopes.ts';
import type { AssertionRules } from './client-assertion.ts';
import type { authorizationValidators } from './authorization-rules.ts';
import type { TokenStorage } from './token-storage.ts';

interface Parts {
  readonly storage: TokenStorage;
  readonly signingKey: JWK;
  readonly assertions: AssertionRules;
  readonly validators: ReturnType<typeof authorizationValidators>;
  readonly fhirUser: (accountId: string) => string | undefined;
  readonly lifetimes: () => TokenLifetimes;
  readonly checkBackendToken: (ctx: KoaContextWithOIDC, clientId: string | undefined) => void;
}

const SESSION_SECONDS = 8 * 60 * 60;

/** oidc-provider, set to what SMART App Launch 2.2 demands and no more. */
export function providerConfiguration(parts: Parts): Configuration {
  const { storage, signingKey, assertions, validators, fhirUser, lifetimes } = parts;
  return {
    adapter: storage.adapter,
    jwks: { keys: [signingKey] },
    scopes: allScopes(),
    claims: { openid: ['sub'], fhirUser: ['fhirUser'], profile: ['name'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    clientAuthMethods: ['private_key_jwt', 'client_secret_basic'],
    enabledJWA: { clientAuthSigningAlgValues: ['RS384', 'ES384'], idTokenSigningAlgValues: ['RS256'] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
    },
    interactions: { policy: [silentConsent()] },
    clockTolerance: 0,
    extraParams: validators,
    assertJwtClientAuthClaimsAndHeader: async (_ctx, claims, header) => assertions.check(claims, header),
    // Adds nothing: it is the last word before a token of a backend service is stored.
    extraTokenClaims: async (ctx, token) => {
      if (token.kind === 'ClientCredentials') parts.checkBackendToken(ctx, token.clientId);
      return undefined;
    },
    findAccount: (_ctx, accountId) => {
      const url = fhirUser(accountId);
      return url === undefined ? undefined : { accountId, claims: async () => ({ sub: accountId, fhirUser: url }) };
    },
    loadExistingGrant: createGrant,
    issueRefreshToken: async (_ctx, client, code) =>
      client.grantTypeAllowed('refresh_token') &&
      (code.scopes.has('offline_access') || code.scopes.has('online_access')),
    expiresWithSession: async (_ctx, code) => !code.scopes.has('offline_access'),
    rotateRefreshToken: true,
    revokeGrantPolicy: () => true,
    clientBasedCORS: () => false,
    renderError: (ctx, out) => {
      ctx.type = 'application/json';
      ctx.body = JSON.stringify(out);
    },
    ttl: {
      AccessToken: () => lifetimes().accessTokenSeconds,
      ClientCredentials: () => lifetimes().backendTokenSeconds,
      RefreshToken: () => lifetimes().refreshTokenSeconds,
      AuthorizationCode: () => lifetimes().codeSeconds,
      IdToken: () => lifetimes().accessTokenSeconds,
      Grant: () => lifetimes().refreshTokenSeconds,
      Session: SESSION_SECONDS,
      Interaction: 60,
    },
  };
}

/**
 * Nobody is ever asked anything: the launch says who is signed in. `prompt=consent` is known only because oidc-provider
 * wants it beside offline_access (launch-request.ts adds it).
 */
function silentConsent(): interactionPolicy.Prompt {
  const prompt = new interactionPolicy.Prompt({ name: 'consent', requestable: true });
  prompt.checks.clear();
  return prompt;
}

/** Each launch is a grant of its own: what it may do is exactly what was asked and registered. */
async function createGrant(ctx: KoaContextWithOIDC) {
  const { account, client, provider, params } = ctx.oidc;
  if (account === undefined || client === undefined) return undefined;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  const scope = params?.['scope'];
  grant.addOIDCScope(typeof scope === 'string' ? splitScope(scope) : []);
  await grant.save();
  return grant;
}
