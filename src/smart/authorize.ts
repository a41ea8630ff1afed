import * as client from 'openid-client';
import { AppError, newToken, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { Site, SiteService } from '#sites/index.ts';
import type { Vault } from '#vault/index.ts';
import { requireS256 } from './discovery-document.ts';
import { newState, storeAttempt } from './login-attempts.ts';
import type { SiteConnections } from './openid-configurations.ts';

export interface AuthorizeDependencies {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly sites: SiteService;
  readonly connections: SiteConnections;
  /** As registered with every EHR; from our configuration, never from a request's Host. */
  readonly redirectUri: string;
}

export interface LaunchRequest {
  readonly site: Site;
  /** The EHR's opaque value; undefined for a standalone launch. */
  readonly launch: string | undefined;
  /** Binds the sign-in of this `state` to the browser, and gives the secret that does. */
  readonly bind: (state: string) => string;
}

/**
 * The site of an `iss`, compared as a string before anything is sent anywhere: a hostile issuer would be handed our
 * credentials. Throws AppError `launch-unknown-issuer`.
 */
export async function getSiteOfIssuer(sites: SiteService, issuer: string): Promise<Site> {
  const site = await sites.findSiteByIssuer(issuer);
  if (site !== undefined) return site;
  throw new AppError('launch-unknown-issuer', {
    publicMessage:
      'RevRx does not know the EHR that opened it, so it contacted nobody. An administrator has to connect this EHR first, with exactly the address that it sends as "iss".',
  });
}

/** Prepares the sign-in and gives the URL at the EHR to send the browser to. */
export async function beginLaunch(deps: AuthorizeDependencies, { site, launch, bind }: LaunchRequest): Promise<URL> {
  const { discovered, launchClient } = await deps.connections.connect(site);
  requireS256(discovered.smart, site.quirks);
  if (discovered.smart.authorizationEndpoint === undefined || discovered.openid === undefined) {
    throw new AppError('oauth-discovery-failed', {
      publicMessage:
        'The EHR names no authorization endpoint or no OpenID issuer, so nobody can be signed in. An administrator has to check the connection.',
      detail: `site ${site.id}`,
    });
  }
  const state = newState(site.id);
  const attempt = {
    state,
    nonce: newToken(),
    codeVerifier: client.randomPKCECodeVerifier(),
    browserSecret: bind(state),
  };
  const codeChallenge = await client.calculatePKCECodeChallenge(attempt.codeVerifier);
  await storeAttempt(deps, site, attempt);
  return client.buildAuthorizationUrl(launchClient, {
    redirect_uri: deps.redirectUri,
    scope: launch === undefined ? standaloneScope(site.launchScope) : site.launchScope,
    state: attempt.state,
    nonce: attempt.nonce,
    aud: site.fhirBaseUrl,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
    ...(launch === undefined ? {} : { launch }),
  });
}

/** What a standalone launch asks for in place of `launch`; to be registered with the EHR too. */
export const STANDALONE_SCOPE = 'launch/patient launch/encounter';

/** Without an EHR around it, RevRx asks the EHR to let the user pick the patient and encounter. */
export function standaloneScope(launchScope: string): string {
  const others = launchScope.split(' ').filter((scope) => scope !== 'launch' && !scope.startsWith('launch/'));
  return [STANDALONE_SCOPE, ...others].join(' ');
}
