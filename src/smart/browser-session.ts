import type { Request } from 'express';

/**
 * The browser's session, as a launch sees it: a random key that stays the same while the session's id in the cookie
 * changes, so that renewing the id keeps the other launches. The http room implements it.
 */
export interface BrowserSession {
  /** The key of the session that the request's cookie names; undefined when no cookie came, or a dead one. */
  keyOf(request: Request): string | undefined;
  /**
   * After a sign-in: a session of this key under a new id (ASVS 7.2.4). Of the same key, the old id is good for another minute, for
   * sign-ins that are on their way with it; of another key, it ends at once.
   */
  renew(request: Request, key: string): Promise<void>;
  /** Ends the session. */
  end(request: Request): Promise<void>;
}
