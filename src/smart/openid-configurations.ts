import * as client from 'openid-client';
import type { Clock } from '#kernel/index.ts';
import { createSiteFetch, type GuardedFetch, type Site, type SiteService } from '#sites/index.ts';
import { createClientAuthentication } from './client-authentication.ts';
import { discover, type Discovered } from './discovery.ts';
import { ExpiringCache } from './expiring-cache.ts';

/** All that a flow with one site needs. */
export interface SiteConnection {
  readonly site: Site;
  readonly discovered: Discovered;
  /** For launches. */
  readonly launchClient: client.Configuration;
  /** For backend services, whose client id may be another. */
  readonly backendClient: client.Configuration;
  readonly fetch: GuardedFetch;
}

interface Dependencies {
  readonly sites: SiteService;
  readonly clock: Clock;
  readonly production: boolean;
}

const TTL_MS = 10 * 60_000;
const FAILURE_TTL_MS = 10_000;
const MAX_SITES = 500;

/** Discovers each site when first needed, and again after a while; a failure is forgotten after ten seconds. */
export class SiteConnections {
  readonly #cache: ExpiringCache<SiteConnection>;
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    this.#cache = new ExpiringCache({
      clock: deps.clock,
      maxEntries: MAX_SITES,
      ttlMs: () => TTL_MS,
      failureTtlMs: FAILURE_TTL_MS,
    });
  }

  /** Throws AppError `oauth-discovery-failed`, `ehr-foreign-origin` or an `ehr-…` code. */
  connect(site: Site): Promise<SiteConnection> {
    // A changed site is another key, so that an administrator's correction counts at once.
    return this.#cache.get(`${site.id} ${site.updatedAt.getTime()}`, () => this.connectAfresh(site));
  }

  /** Asks the EHR again, whatever is known. */
  async connectAfresh(site: Site): Promise<SiteConnection> {
    const guardedFetch = createSiteFetch(site, this.#deps.production);
    const discovered = await discover(site, guardedFetch);
    const configure = (clientId: string): client.Configuration =>
      this.#configure(site, { clientId, discovered, guardedFetch });
    return {
      site,
      discovered,
      launchClient: configure(site.clientId),
      backendClient: configure(site.backendClientId),
      fetch: guardedFetch,
    };
  }

  #configure(
    site: Site,
    { clientId, discovered, guardedFetch }: { clientId: string; discovered: Discovered; guardedFetch: GuardedFetch },
  ): client.Configuration {
    const configuration = new client.Configuration(
      toServerMetadata(site, discovered),
      clientId,
      undefined,
      // oxlint-disable-next-line typescript/no-misused-promises -- its type says void, but the library awaits it
      createClientAuthentication(site, this.#deps),
    );
    configuration[client.customFetch] = (url, { method, headers, body, signal }) => {
      const form = toForm(body);
      return guardedFetch(url, {
        method,
        headers,
        ...(signal === undefined ? {} : { signal }),
        ...(form === undefined ? {} : { body: form }),
      });
    };
    // The fetch decides on http: loopback in development, nothing else.
    if (!this.#deps.production) client.allowInsecureRequests(configuration);
    client.enableNonRepudiationChecks(configuration);
    return configuration;
  }
}

function toServerMetadata(site: Site, { smart, openid }: Discovered): client.ServerMetadata {
  const algorithms = openid?.idTokenAlgorithms?.filter((algorithm) => /^(RS|ES|PS)(256|384|512)$/.test(algorithm));
  return {
    // Without OpenID Connect nothing is checked against the issuer; the library wants one all the same.
    issuer: openid?.issuer ?? site.fhirBaseUrl,
    token_endpoint: smart.tokenEndpoint,
    ...(smart.authorizationEndpoint === undefined ? {} : { authorization_endpoint: smart.authorizationEndpoint }),
    ...(openid === undefined ? {} : { jwks_uri: openid.jwksUri }),
    ...(algorithms === undefined ? {} : { id_token_signing_alg_values_supported: algorithms }),
  };
}

/** openid-client sends forms; anything else would be a change that wants looking at. */
function toForm(body: client.FetchBody): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString();
  throw new TypeError('a request body that is no form');
}
