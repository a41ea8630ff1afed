import { Router, type Request, type Response } from 'express';
import { AppError } from '#kernel/index.ts';
import { JWKS_MAX_AGE_S, type Site } from '#sites/index.ts';
import { beginLaunch, getSiteOfIssuer, type AuthorizeDependencies } from './authorize.ts';
import type { BrowserSession } from './browser-session.ts';
import { completeLaunch, stateMismatch } from './callback.ts';
import { allowFraming } from './framing.ts';
import type { Launch } from './launch.ts';
import {
  bindLogin,
  forgetAllLogins,
  forgetLogin,
  hasProbe,
  keyOfNewSession,
  secretOf,
  setProbe,
} from './login-cookies.ts';
import { siteOfState } from './login-attempts.ts';
import { renderPage } from './page.ts';

export interface RouteDependencies extends AuthorizeDependencies {
  readonly sessions: BrowserSession;
  /** Called once the launch stands, before the browser is sent to the app. */
  readonly onLaunched: (launch: Launch) => Promise<void>;
}

export const LAUNCH_PATH = '/launch';
export const STANDALONE_PATH = '/launch/standalone';
export const CALLBACK_PATH = '/callback';

/** Launch, callback and the published keys. */
export function createSmartRouter(deps: RouteDependencies): Router {
  const router = Router();
  router.get(LAUNCH_PATH, (request, response) => {
    const [iss, launch] = [singleParameter(request, 'iss'), singleParameter(request, 'launch')];
    return startLaunch(deps, request, response, { iss, launch });
  });
  router.get(STANDALONE_PATH, (request, response) =>
    startLaunch(deps, request, response, { iss: singleParameter(request, 'iss'), launch: undefined }),
  );
  router.get(CALLBACK_PATH, (request, response) => finishLaunch(deps, request, response));
  // A key set for each site: an EHR trusts the keys of its own connection, so that a stolen key opens no other door.
  router.get('/sites/:siteId/jwks.json', async (request, response) => {
    const site = await deps.sites.getSite(request.params.siteId);
    response.set('cache-control', `public, max-age=${JWKS_MAX_AGE_S}`);
    response.json({ keys: await deps.sites.publishedKeys(site) });
  });
  return router;
}

interface LaunchParameters {
  readonly iss: string;
  readonly launch: string | undefined;
}

async function startLaunch(
  deps: RouteDependencies,
  request: Request,
  response: Response,
  { iss, launch }: LaunchParameters,
): Promise<void> {
  const site = await getSiteOfIssuer(deps.sites, iss);
  allowFraming(response, site.frameAncestors);
  const again = new URLSearchParams({ iss, ...(launch === undefined ? {} : { launch }) });
  const path = launch === undefined ? STANDALONE_PATH : LAUNCH_PATH;
  if (deps.sessions.keyOf(request) !== undefined || hasProbe(request)) {
    const bind = (state: string): string => bindLogin(request, response, state, deps.clock);
    response.redirect(303, (await beginLaunch(deps, { site, launch, bind })).href);
    return;
  }
  // Whether this browser keeps our cookie here is found out before the EHR's launch value is spent.
  if (request.query['cookie'] === 'set') {
    sendCookiePage(response, `${path}?${again.toString()}`);
    return;
  }
  setProbe(response);
  response.redirect(303, `${path}?${again.toString()}&cookie=set`);
}

async function finishLaunch(deps: RouteDependencies, request: Request, response: Response): Promise<void> {
  const state = request.query['state'];
  const site = await findSiteOfState(deps, state);
  if (site === undefined || typeof state !== 'string') throw stateMismatch();
  allowFraming(response, site.frameAncestors);
  const browserSecret = secretOf(request, state);
  if (browserSecret === undefined) {
    // Another browser's, or used already: or this one keeps no cookies on the way back from the EHR.
    if (hasProbe(request) || deps.sessions.keyOf(request) !== undefined) throw stateMismatch();
    sendCookiePage(response, `${STANDALONE_PATH}?${new URLSearchParams({ iss: site.fhirBaseUrl }).toString()}`);
    return;
  }
  const query = new URL(request.originalUrl, 'http://revrx.invalid').searchParams;
  const { launch, sessionKey, displaced } = await completeLaunch(deps, {
    site,
    state,
    query,
    browserSecret,
    sessionKey: deps.sessions.keyOf(request),
    newSessionKey: (user) => keyOfNewSession(request, user),
  });
  if (displaced) forgetAllLogins(request, response);
  else forgetLogin(response, state);
  await deps.sessions.renew(request, sessionKey);
  await deps.onLaunched(launch);
  response.redirect(303, `/app/launches/${launch.launchId}`);
}

async function findSiteOfState({ sites }: RouteDependencies, state: unknown): Promise<Site | undefined> {
  const siteId = siteOfState(state);
  if (siteId === undefined) return undefined;
  try {
    return await sites.getSite(siteId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}

function singleParameter(request: Request, name: 'iss' | 'launch'): string {
  const value = request.query[name];
  if (typeof value === 'string' && value !== '' && value.length <= 2_000) return value;
  throw new AppError('launch-invalid', {
    publicMessage: `RevRx was opened without a valid "${name}" parameter. Open it from a chart in the EHR.`,
  });
}

function sendCookiePage(response: Response, href: string): void {
  response.status(200).send(
    renderPage({
      title: 'Your browser keeps RevRx from working inside the EHR',
      paragraphs: [
        'It did not return the cookie that RevRx needs to know you by. Many browsers do this for pages shown inside another page.',
        'RevRx works in a window of its own.',
      ],
      newWindow: { href, text: 'Open in a new window' },
    }),
  );
}
