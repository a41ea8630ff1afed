import * as client from 'openid-client';
import type { Clock } from '#kernel/index.ts';
import type { SiteService } from '#sites/index.ts';
import { ExpiringCache } from './expiring-cache.ts';
import { translateOauthError } from './oauth-errors.ts';
import type { SiteConnections } from './openid-configurations.ts';
import { tokenExpiry } from './token-response.ts';

interface Dependencies {
  readonly clock: Clock;
  readonly sites: SiteService;
  readonly connections: SiteConnections;
}

export interface BackendToken {
  readonly accessToken: string;
  readonly expiresAt: Date;
  readonly grantedScope: string;
}

/** A token is given up this long before it expires. */
const MARGIN_MS = 30_000;
/** A refused client is asked for again only after this. */
const FAILURE_TTL_MS = 2_000;
const MAX_SITES = 500;

/** Tokens of backend services (SMART App Launch 2.2): one a site, kept in memory only, fetched once for all who ask. */
export class BackendTokens {
  readonly #deps: Dependencies;
  readonly #cache: ExpiringCache<BackendToken>;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    this.#cache = new ExpiringCache({
      clock: deps.clock,
      maxEntries: MAX_SITES,
      ttlMs: ({ expiresAt }) => expiresAt.getTime() - deps.clock.now().getTime() - MARGIN_MS,
      failureTtlMs: FAILURE_TTL_MS,
    });
  }

  /** Throws AppError `oauth-token-failed`, `oauth-discovery-failed` or an `ehr-…` code. */
  async get(siteId: string): Promise<string> {
    return (await this.#cache.get(siteId, () => this.fetch(siteId))).accessToken;
  }

  /** After the EHR refused the token before its time: the next `get` fetches a new one. */
  forget(siteId: string): void {
    this.#cache.forget(siteId);
  }

  /** A new token, whatever is kept. */
  async fetch(siteId: string): Promise<BackendToken> {
    const { sites, connections, clock } = this.#deps;
    const site = await sites.getSite(siteId);
    const { backendClient } = await connections.connect(site);
    try {
      const response = await client.clientCredentialsGrant(backendClient, { scope: site.backendScope });
      return {
        accessToken: response.access_token,
        expiresAt: tokenExpiry(response, clock.now()),
        grantedScope: response.scope ?? '',
      };
    } catch (error) {
      throw translateOauthError(error);
    }
  }
}
