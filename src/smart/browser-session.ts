import type { Request } from 'express';

/**
 * The browser's session, as a launch sees it: a random key that stays the same while the session's id in the cookie
 * changes, so that renewing the id keeps the other launches. The http room implements it.
 */
export interface BrowserSession {
  /** The key of the session that the request's cookie names; undefined when no cookie came, or a dead one. */
  keyOf(request: Request): string | undefined;
  /** The same, or that of a new session whose cookie goes out with the answer. */
  begin(request: Request): Promise<string>;
  /** Gives the session a new id (session fixation, ASVS 7.2.4). */
  renew(request: Request): Promise<void>;
  /** Ends the session and begins another with nothing of it; gives the new one's key. For another person. */
  replace(request: Request): Promise<string>;
  /** Ends the session. */
  end(request: Request): Promise<void>;
}
