import type { RequestHandler } from 'express';
import { userActor } from '#audit/index.ts';
import type { Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { BrowserSession } from './browser-session.ts';
import { launchOf } from './launch-guard.ts';
import { forgetAllLogins } from './login-cookies.ts';
import { closeLaunchesOf } from './session-launches.ts';

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly sessions: BrowserSession;
}

/** Ends the browser's session with every launch in it: whoever comes next to the workstation finds nothing open. */
export function createSignOut({ sessions, ...deps }: Dependencies): RequestHandler {
  return async (request, response) => {
    const actor = userActor(launchOf(request).user);
    const sessionKey = sessions.keyOf(request);
    if (sessionKey !== undefined) await closeLaunchesOf(deps, { sessionKey, action: 'launch.signed-out', actor });
    await sessions.end(request);
    forgetAllLogins(request, response);
    response.status(204).end();
  };
}
