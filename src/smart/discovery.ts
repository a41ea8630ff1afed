import { AppError } from '#kernel/index.ts';
import type { GuardedFetch, Site } from '#sites/index.ts';
import {
  parseOpenidConfiguration,
  parseSmartConfiguration,
  requirePinned,
  type OpenidProvider,
  type SmartConfiguration,
} from './discovery-document.ts';

export interface Discovered {
  readonly smart: SmartConfiguration;
  /** Undefined when the EHR offers no OpenID Connect: enough for backend services, not for a launch. */
  readonly openid: OpenidProvider | undefined;
}

/**
 * Asks the EHR where its sign-in is. `.well-known/smart-configuration` hangs below the whole FHIR base, not the host's root.
 * Throws AppError `oauth-discovery-failed`, `ehr-foreign-origin` or an `ehr-…` code of the fetch.
 */
export async function discover(site: Site, guardedFetch: GuardedFetch): Promise<Discovered> {
  const smart = await fetchSmartConfiguration(site.fhirBaseUrl, guardedFetch);
  const endpoints = [smart.tokenEndpoint, smart.authorizationEndpoint].filter((address) => address !== undefined);
  requirePinned(endpoints, site);
  const openid = await findOpenidProvider(site, smart, guardedFetch);
  if (openid !== undefined) requirePinned([openid.jwksUri], site);
  return { smart, openid };
}

export async function fetchSmartConfiguration(
  fhirBaseUrl: string,
  guardedFetch: GuardedFetch,
): Promise<SmartConfiguration> {
  const address = `${fhirBaseUrl.replace(/\/$/, '')}/.well-known/smart-configuration`;
  return parseSmartConfiguration(await fetchJson(address, guardedFetch), fhirBaseUrl);
}

async function findOpenidProvider(
  site: Site,
  smart: SmartConfiguration,
  guardedFetch: GuardedFetch,
): Promise<OpenidProvider | undefined> {
  const issuer = site.oidcIssuer ?? smart.issuer;
  if (issuer === undefined) return undefined;
  if (smart.issuer === issuer && smart.jwksUri !== undefined) {
    return { issuer, jwksUri: smart.jwksUri, idTokenAlgorithms: undefined };
  }
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  requirePinned([address], site);
  return parseOpenidConfiguration(await fetchJson(address, guardedFetch), issuer);
}

async function fetchJson(address: string, guardedFetch: GuardedFetch): Promise<unknown> {
  const response = await guardedFetch(address, { headers: { accept: 'application/json' } });
  if (response.status !== 200) {
    throw new AppError('oauth-discovery-failed', {
      publicMessage: `The EHR did not tell where its sign-in is: it answered ${response.status}. Try again in a moment.`,
      detail: new URL(address).host,
    });
  }
  try {
    return await response.json();
  } catch (cause) {
    throw new AppError('oauth-discovery-failed', {
      publicMessage: 'The EHR answered with something other than JSON where its SMART configuration should be.',
      detail: new URL(address).host,
      cause,
    });
  }
}
