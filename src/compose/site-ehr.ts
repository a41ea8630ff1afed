import type { Config } from '#config/index.ts';
import { createEhrClient, type EhrCapabilities, type EhrClient } from '#ehr/index.ts';
import { Secret } from '#kernel/index.ts';
import { createGuardedFetch, type Site } from '#sites/index.ts';
import type { Services } from './services.ts';

/** The EHR of a site, as RevRx itself (backend services) or as a user who launched. */
export interface SiteEhrs {
  asBackend(siteId: string, signal?: AbortSignal): Promise<{ site: Site; ehr: EhrClient }>;
  asUser(launch: { tenantId: string; siteId: string; launchId: string }): Promise<EhrClient>;
  capabilities(siteId: string): Promise<EhrCapabilities>;
}

const CAPABILITIES_TTL_MS = 60 * 60_000;
/** Largest answer that is taken from an EHR, in bytes: a PDF of many pages. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

export function createSiteEhrs({ sites, smart, log, config }: Services): SiteEhrs {
  const known = new Map<string, { at: number; capabilities: Promise<EhrCapabilities> }>();

  const asBackend: SiteEhrs['asBackend'] = async (siteId, signal) => {
    const site = await sites.getSite(siteId);
    const ehr = createEhrClient({
      baseUrl: site.fhirBaseUrl,
      fetch: toFetch(site, config),
      accessToken: async () => new Secret(await smart.getBackendToken(siteId)),
      renewToken: async () => {
        smart.forgetBackendToken(siteId);
        return new Secret(await smart.getBackendToken(siteId));
      },
      timeoutMs: config.ehrTimeoutMs,
      log,
      ...(signal === undefined ? {} : { signal }),
    });
    return { site, ehr };
  };

  return {
    asBackend,
    async asUser(launch) {
      const site = await sites.getSite(launch.siteId);
      return createEhrClient({
        baseUrl: site.fhirBaseUrl,
        fetch: toFetch(site, config),
        accessToken: async () => new Secret(await smart.getLaunchToken(launch)),
        timeoutMs: config.ehrTimeoutMs,
        log,
      });
    },
    async capabilities(siteId) {
      const cached = known.get(siteId);
      if (cached !== undefined && Date.now() - cached.at < CAPABILITIES_TTL_MS) return cached.capabilities;
      const { ehr } = await asBackend(siteId);
      const capabilities = ehr.capabilities();
      known.set(siteId, { at: Date.now(), capabilities });
      // A failure is not an answer to keep.
      capabilities.catch(() => known.delete(siteId));
      return capabilities;
    },
  };
}

/** The site's guarded fetch in the shape of the platform's, for requests with text bodies. */
function toFetch(site: Site, { production, ehrTimeoutMs }: Config): typeof globalThis.fetch {
  const guarded = createGuardedFetch({
    hosts: site.pinnedHosts,
    addresses: { loopback: !production, privateNetwork: site.quirks.privateNetwork === true },
    httpOnLoopback: !production,
    maxBytes: MAX_BODY_BYTES,
    timeoutMs: ehrTimeoutMs,
  });
  return (input, init) => {
    const headers = Object.fromEntries(new Headers(init?.headers));
    const { body } = init ?? {};
    return guarded(String(input instanceof Request ? input.url : input), {
      method: init?.method ?? 'GET',
      headers,
      ...(typeof body === 'string' ? { body } : {}),
      ...(init?.signal === undefined || init.signal === null ? {} : { signal: init.signal }),
    });
  };
}
