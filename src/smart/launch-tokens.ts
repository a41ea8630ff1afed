import * as client from 'openid-client';
import type { Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { Site, SiteService } from '#sites/index.ts';
import type { Vault } from '#vault/index.ts';
import { LaunchRecord } from './launch.entity.ts';
import { launchOver, lockLaunch, openTokens, sealTokens, type LaunchKey } from './launch-store.ts';
import { isGrantOver, translateOauthError } from './oauth-errors.ts';
import type { SiteConnections } from './openid-configurations.ts';
import { tokenExpiry, toTokens, type Tokens } from './token-response.ts';
import { createTurns } from './turns.ts';

interface Dependencies {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly sites: SiteService;
  readonly connections: SiteConnections;
}

/** A token that lives shorter than this is refreshed before use. */
const FRESH_FOR_MS = 30_000;
/** A refresh holds a database connection while the EHR thinks: a slow EHR must not take them all. */
const REFRESHES_AT_ONCE = 4;

/** Access tokens of launches, refreshed when needed: by one process and one request at a time. */
export class LaunchTokens {
  readonly #deps: Dependencies;
  readonly #refreshing = new Map<string, Promise<string>>();
  readonly #inTurn = createTurns(REFRESHES_AT_ONCE);

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /**
   * An access token of the launch's user, good for at least half a minute. Throws AppError `not-signed-in` when the EHR
   * has ended the sign-in, and `oauth-…` or `ehr-…` codes when it does not answer; the refresh token is kept then.
   */
  async get(key: LaunchKey): Promise<string> {
    const record = await this.#deps.database.inTenant(key.tenantId, (em) =>
      em.findOne(LaunchRecord, { tenantId: key.tenantId, id: key.launchId }),
    );
    if (record === null) throw launchOver();
    if (this.#isFresh(record)) return (await openTokens(this.#deps.vault, record)).accessToken;
    const underWay = this.#refreshing.get(key.launchId);
    if (underWay !== undefined) return underWay;
    const refreshing = this.#inTurn(() => this.#refresh(key, record.siteId)).finally(() =>
      this.#refreshing.delete(key.launchId),
    );
    this.#refreshing.set(key.launchId, refreshing);
    return refreshing;
  }

  #isFresh(record: LaunchRecord): boolean {
    return record.tokenExpiresAt.getTime() - this.#deps.clock.now().getTime() > FRESH_FOR_MS;
  }

  /**
   * The row stays locked while the EHR is asked (ten seconds at most), which a transaction otherwise never does: a refresh
   * token is good once, and a second process that used it too would make the EHR revoke the whole sign-in.
   */
  async #refresh(key: LaunchKey, siteId: string): Promise<string> {
    const { database, vault, sites } = this.#deps;
    const site = await sites.getSite(siteId);
    const outcome = await database.inTenant(key.tenantId, async (em) => {
      const record = await lockLaunch(em, key);
      const tokens = await openTokens(vault, record);
      if (this.#isFresh(record)) return tokens.accessToken;
      const renewed = await this.#askEhr(site, tokens);
      if (renewed === undefined) {
        record.sealedTokens = null;
        // With the EHR's sign-in ends what it gave access to.
        record.expiresAt = this.#deps.clock.now();
        return undefined;
      }
      record.sealedTokens = await sealTokens(vault, record, renewed.tokens);
      record.tokenExpiresAt = renewed.expiresAt;
      return renewed.tokens.accessToken;
    });
    if (outcome === undefined) throw launchOver();
    return outcome;
  }

  /** Undefined: the EHR says that the sign-in is over. */
  async #askEhr(site: Site, tokens: Tokens): Promise<{ tokens: Tokens; expiresAt: Date } | undefined> {
    if (tokens.refreshToken === undefined) return undefined;
    const { launchClient } = await this.#deps.connections.connect(site);
    try {
      const response = await client.refreshTokenGrant(launchClient, tokens.refreshToken);
      return { tokens: toTokens(response, tokens), expiresAt: tokenExpiry(response, this.#deps.clock.now()) };
    } catch (error) {
      if (isGrantOver(error)) return undefined;
      throw translateOauthError(error);
    }
  }
}
