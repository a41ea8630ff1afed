import type { RequestHandler, Router } from 'express';
import { AppError, isId, systemClock, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { createGuardedFetch, type Site, type SiteService } from '#sites/index.ts';
import type { Vault } from '#vault/index.ts';
import { BackendTokens } from './backend-tokens.ts';
import type { BrowserSession } from './browser-session.ts';
import { fetchSmartConfiguration } from './discovery.ts';
import { createLaunchGuard } from './launch-guard.ts';
import { LaunchDirectoryEntry, LaunchRecord } from './launch.entity.ts';
import { deleteExpired, type LaunchKey } from './launch-store.ts';
import type { Launch } from './launch.ts';
import { LaunchTokens } from './launch-tokens.ts';
import { SiteConnections } from './openid-configurations.ts';
import { CALLBACK_PATH, createSmartRouter } from './routes.ts';
import { createSignOut } from './sign-out.ts';
import { checkSite, type SiteReport } from './site-check.ts';

export interface SmartOptions {
  readonly database: Database;
  readonly vault: Vault;
  readonly sites: SiteService;
  readonly clock?: Clock;
  /** How browsers and EHRs reach RevRx; no slash at its end. */
  readonly publicUrl: string;
  readonly production: boolean;
}

export interface SmartWeb {
  readonly sessions: BrowserSession;
  readonly onLaunched: (launch: Launch) => Promise<void>;
}

/** Everything between RevRx and an EHR's OAuth server. */
export interface Smart {
  /** Launch, callback, published keys: mounted at the root. */
  createRouter(web: SmartWeb): Router;
  /** For routers below `…/:launchId`; `launchOf(request)` gives the launch then. */
  createLaunchGuard(sessions: BrowserSession): RequestHandler;
  /** For a route behind the guard: ends the browser's session and all its launches. */
  createSignOut(sessions: BrowserSession): RequestHandler;
  /** Origins that may frame the page of a launch; none for an id that is not one. */
  frameAncestorsOf(launchId: unknown): Promise<readonly string[]>;
  /** An access token of the user who launched. See LaunchTokens. */
  getLaunchToken(key: LaunchKey): Promise<string>;
  /** An access token of RevRx itself. See BackendTokens. */
  getBackendToken(siteId: string): Promise<string>;
  /** After an early 401: the next `getBackendToken` fetches a new one. */
  forgetBackendToken(siteId: string): void;
  deleteExpired(tenantId: string): Promise<void>;
  testSite(site: Site): Promise<SiteReport>;
  /** The hosts that an EHR names for its sign-in, for an administrator to confirm. Contacts the FHIR base only. */
  discoverHosts(fhirBaseUrl: string, quirks?: Site['quirks']): Promise<readonly string[]>;
}

export function createSmart({ clock = systemClock, publicUrl, ...rest }: SmartOptions): Smart {
  const deps = { ...rest, clock };
  const connections = new SiteConnections(deps);
  const flow = { ...deps, connections };
  const launchTokens = new LaunchTokens(flow);
  const backendTokens = new BackendTokens(flow);
  const redirectUri = `${publicUrl}${CALLBACK_PATH}`;
  return {
    createRouter: (web) => createSmartRouter({ ...flow, ...web, redirectUri }),
    createLaunchGuard: (sessions) => createLaunchGuard({ ...deps, sessions }),
    createSignOut: (sessions) => createSignOut({ ...deps, sessions }),
    frameAncestorsOf: (launchId) => frameAncestorsOf(deps, launchId),
    getLaunchToken: (key) => launchTokens.get(key),
    getBackendToken: (siteId) => backendTokens.get(siteId),
    forgetBackendToken: (siteId) => backendTokens.forget(siteId),
    deleteExpired: (tenantId) => deleteExpired(deps, tenantId),
    testSite: (site) => checkSite({ connections, backendTokens }, site),
    discoverHosts: (fhirBaseUrl, quirks = {}) => discoverHosts({ fhirBaseUrl, quirks, production: deps.production }),
  };
}

async function frameAncestorsOf(
  { database, sites }: { database: Database; sites: SiteService },
  launchId: unknown,
): Promise<readonly string[]> {
  if (!isId(launchId)) return [];
  const entry = await database.withoutTenant((em) => em.findOne(LaunchDirectoryEntry, { launchId }));
  if (entry === null) return [];
  const { tenantId } = entry;
  const launch = await database.inTenant(tenantId, (em) => em.findOne(LaunchRecord, { tenantId, id: launchId }));
  return launch === null ? [] : (await sites.getSite(launch.siteId)).frameAncestors;
}

async function discoverHosts({
  fhirBaseUrl,
  quirks,
  production,
}: Pick<Site, 'fhirBaseUrl' | 'quirks'> & { production: boolean }): Promise<string[]> {
  if (!URL.canParse(fhirBaseUrl)) {
    throw new AppError('input-invalid', {
      publicMessage: `"${fhirBaseUrl}" is not a URL such as https://ehr.example.org/fhir.`,
    });
  }
  const { host } = new URL(fhirBaseUrl);
  const guardedFetch = createGuardedFetch({
    hosts: [host],
    addresses: { loopback: !production, privateNetwork: quirks.privateNetwork === true },
    httpOnLoopback: !production,
  });
  const found = await fetchSmartConfiguration(fhirBaseUrl, guardedFetch);
  const addresses = [found.tokenEndpoint, found.authorizationEndpoint, found.jwksUri, found.issuer];
  return [
    ...new Set([host, ...addresses.flatMap((address) => (address === undefined ? [] : [new URL(address).host]))]),
  ];
}
