import type { Request, RequestHandler } from 'express';
import type { Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { Vault } from '#vault/index.ts';
import type { BrowserSession } from './browser-session.ts';
import { getOwnLaunch, noSuchLaunch } from './launch-store.ts';
import type { Launch } from './launch.ts';

const launches = new WeakMap<Request, Launch>();

interface Dependencies {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly sessions: BrowserSession;
}

/**
 * Lets a request with a `:launchId` in its path through when the browser's session owns that launch; `launchOf` gives it
 * then. Anything else is a 404, or a 401 when the launch is over. Mount it in a router with `mergeParams`.
 */
export function createLaunchGuard(deps: Dependencies): RequestHandler {
  return async (request, _response, next) => {
    const launchId: unknown = request.params['launchId'];
    launches.set(
      request,
      await getOwnLaunch(deps, {
        launchId,
        sessionKey: deps.sessions.keyOf(request),
        // The stream of progress connects again by itself, for as long as the page is open.
        passive: request.headers.accept === 'text/event-stream',
      }),
    );
    next();
  };
}

/** The launch of a request that has passed the guard. Throws AppError `not-found` for one that has not. */
export function launchOf(request: Request): Launch {
  const launch = launches.get(request);
  if (launch === undefined) throw noSuchLaunch();
  return launch;
}
