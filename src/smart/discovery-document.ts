import { z } from 'zod';
import { AppError } from '#kernel/index.ts';
import type { Site } from '#sites/index.ts';

const url = z.url({ protocol: /^https?$/ });
const strings = z.array(z.string());

/** `.well-known/smart-configuration` (SMART App Launch 2.2, conformance). What RevRx does not use is let through. */
const smartConfiguration = z.looseObject({
  issuer: url.optional(),
  jwks_uri: z.string().optional(),
  authorization_endpoint: z.string().optional(),
  token_endpoint: z.string(),
  token_endpoint_auth_methods_supported: strings.optional(),
  token_endpoint_auth_signing_alg_values_supported: strings.optional(),
  code_challenge_methods_supported: strings.optional(),
  grant_types_supported: strings.optional(),
  scopes_supported: strings.optional(),
  capabilities: strings.optional(),
});

const openidConfiguration = z.looseObject({
  issuer: url,
  jwks_uri: url,
  id_token_signing_alg_values_supported: strings.optional(),
});

/** What an EHR says about its sign-in, checked, with absolute addresses. */
export interface SmartConfiguration {
  readonly issuer: string | undefined;
  readonly jwksUri: string | undefined;
  readonly authorizationEndpoint: string | undefined;
  readonly tokenEndpoint: string;
  readonly codeChallengeMethods: readonly string[];
  readonly signingAlgorithms: readonly string[] | undefined;
  readonly capabilities: readonly string[];
}

/** Where id_tokens are checked. */
export interface OpenidProvider {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly idTokenAlgorithms: readonly string[] | undefined;
}

/**
 * Reads a SMART configuration. Relative addresses count from the FHIR base (conformance, "SHOULD" for old servers).
 * Throws AppError `oauth-discovery-failed`.
 */
export function parseSmartConfiguration(document: unknown, fhirBaseUrl: string): SmartConfiguration {
  const parsed = smartConfiguration.safeParse(document);
  if (!parsed.success) throw invalid('SMART configuration', parsed.error);
  const { data } = parsed;
  const base = fhirBaseUrl.endsWith('/') ? fhirBaseUrl : `${fhirBaseUrl}/`;
  const absolute = (address: string): string => toEndpoint(address, base);
  return {
    issuer: data.issuer,
    jwksUri: data.jwks_uri === undefined ? undefined : absolute(data.jwks_uri),
    authorizationEndpoint:
      data.authorization_endpoint === undefined ? undefined : absolute(data.authorization_endpoint),
    tokenEndpoint: absolute(data.token_endpoint),
    codeChallengeMethods: data.code_challenge_methods_supported ?? [],
    signingAlgorithms: data.token_endpoint_auth_signing_alg_values_supported,
    capabilities: data.capabilities ?? [],
  };
}

/** Reads an OpenID configuration, which must be that of `issuer`. Throws AppError `oauth-discovery-failed`. */
export function parseOpenidConfiguration(document: unknown, issuer: string): OpenidProvider {
  const parsed = openidConfiguration.safeParse(document);
  if (!parsed.success) throw invalid('OpenID configuration', parsed.error);
  if (parsed.data.issuer !== issuer) {
    throw new AppError('oauth-discovery-failed', {
      publicMessage: `The EHR's OpenID configuration names another issuer than expected. An administrator has to check the connection.`,
      detail: `expected ${issuer}`,
    });
  }
  return {
    issuer,
    jwksUri: parsed.data.jwks_uri,
    idTokenAlgorithms: parsed.data.id_token_signing_alg_values_supported,
  };
}

/**
 * The addresses must lie on hosts that an administrator confirmed: a changed token endpoint is where secrets are stolen.
 * Throws AppError `ehr-foreign-origin`.
 */
export function requirePinned(endpoints: readonly string[], site: Pick<Site, 'pinnedHosts' | 'id'>): void {
  const foreign = endpoints.map((address) => new URL(address).host).find((host) => !site.pinnedHosts.includes(host));
  if (foreign === undefined) return;
  throw new AppError('ehr-foreign-origin', {
    publicMessage: `The EHR now names ${foreign} for its sign-in, which nobody has confirmed for this connection. RevRx sent nothing there. If the EHR has moved, an administrator has to confirm the new address.`,
    detail: `site ${site.id}`,
  });
}

/** PKCE with S256 or nothing; `plain` never. Throws AppError `oauth-discovery-failed`. */
export function requireS256({ codeChallengeMethods }: SmartConfiguration, quirks: Site['quirks']): void {
  if (codeChallengeMethods.includes('S256') || quirks.allowMissingS256 === true) return;
  throw new AppError('oauth-discovery-failed', {
    publicMessage:
      'The EHR does not say that it supports PKCE with S256, which a safe sign-in needs. An administrator has to check the connection.',
  });
}

function toEndpoint(address: string, base: string): string {
  const endpoint = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (endpoint !== undefined && ['http:', 'https:'].includes(endpoint.protocol)) return endpoint.href;
  throw new AppError('oauth-discovery-failed', {
    publicMessage: "The EHR's SMART configuration has an address that is no http(s) URL.",
  });
}

function invalid(what: string, error: z.ZodError): AppError {
  const fields = [...new Set(error.issues.map(({ path }) => path.join('.') || 'the whole document'))];
  return new AppError('oauth-discovery-failed', {
    publicMessage: `The EHR's ${what} is incomplete or not valid (${fields.join(', ')}).`,
  });
}
