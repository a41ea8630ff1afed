import { AppError, isId } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { SiteDirectoryEntry } from './site-directory.entity.ts';
import { SiteRecord } from './site.entity.ts';
import type { Site } from './site.ts';
import { Tenant } from './tenant.entity.ts';

/** Finds sites through the directory, then reads each inside its tenant's walls. */
export class SiteReader {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(tenantId: string | undefined): Promise<Site[]> {
    const sites: Site[] = [];
    for (const tenant of await this.#tenantIds(tenantId === undefined ? {} : { tenantId })) {
      const records = await this.#database.inTenant(tenant, (em) =>
        em.find(SiteRecord, { tenantId: tenant }, { orderBy: { id: 'asc' } }),
      );
      sites.push(...records.map(toSite));
    }
    return sites;
  }

  async findTenantByName(name: string): Promise<string | undefined> {
    for (const id of await this.#tenantIds({})) {
      const tenant = await this.#database.inTenant(id, (em) => em.findOne(Tenant, { id, name }));
      if (tenant !== null) return id;
    }
    return undefined;
  }

  async #tenantIds(where: { tenantId?: string }): Promise<string[]> {
    const entries = await this.#database.withoutTenant((em) =>
      em.find(SiteDirectoryEntry, where, { orderBy: { siteId: 'asc' } }),
    );
    return [...new Set(entries.map((entry) => entry.tenantId))];
  }

  async get(siteId: string): Promise<Site> {
    const site = isId(siteId) ? await this.#findWhere({ siteId }) : undefined;
    if (site === undefined) throw noSuchSite(siteId);
    return site;
  }

  byIssuer(issuer: string): Promise<Site | undefined> {
    return this.#findWhere({ issuer });
  }

  async byNameOrId(nameOrId: string): Promise<Site> {
    const wanted = nameOrId.toLowerCase();
    const matches = (await this.list(undefined)).filter(
      ({ id, name }) => id === wanted || name.toLowerCase() === wanted,
    );
    const [only, other] = matches;
    if (only === undefined) throw noSuchSite(nameOrId);
    if (other === undefined) return only;
    throw new AppError('conflict', {
      publicMessage: `Several EHR connections are called "${nameOrId}". Give the id instead.`,
    });
  }

  async #findWhere(where: { siteId: string } | { issuer: string }): Promise<Site | undefined> {
    const entry = await this.#database.withoutTenant((em) => em.findOne(SiteDirectoryEntry, where));
    if (entry === null) return undefined;
    const { tenantId, siteId } = entry;
    const record = await this.#database.inTenant(tenantId, (em) => em.findOne(SiteRecord, { tenantId, id: siteId }));
    return record === null ? undefined : toSite(record);
  }
}

export function toSite(record: Omit<SiteRecord, 'sealedClientSecret' | 'createdAt'>): Site {
  return {
    id: record.id,
    tenantId: record.tenantId,
    name: record.name,
    fhirBaseUrl: record.fhirBaseUrl,
    clientId: record.clientId,
    backendClientId: record.backendClientId ?? record.clientId,
    authMethod: record.authMethod,
    signingAlgorithm: record.signingAlgorithm,
    oidcIssuer: record.oidcIssuer ?? undefined,
    pinnedHosts: record.pinnedHosts,
    frameAncestors: record.frameAncestors,
    launchScope: record.launchScope,
    backendScope: record.backendScope,
    timeZone: record.timeZone,
    nightlySchedule: record.nightlySchedule,
    nightlyEnabled: record.nightlyEnabled,
    retentionDays: record.retentionDays ?? undefined,
    revenueCycleUsers: record.revenueCycleUsers,
    feeLocality: record.feeLocality ?? undefined,
    quirks: record.quirks,
    lastSuccessfulPull: record.lastSuccessfulPull ?? undefined,
    updatedAt: record.updatedAt,
  };
}

function noSuchSite(nameOrId: string): AppError {
  return new AppError('not-found', {
    publicMessage: `There is no EHR connection "${nameOrId}". "revrx site list" shows them all.`,
  });
}
