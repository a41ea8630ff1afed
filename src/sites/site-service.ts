import type { JWK } from 'jose';
import { UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import { commandActor, recordAuditEvent, type AuditAction, type AuditDetails } from '#audit/index.ts';
import { AppError, newId, Secret, systemClock, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { SealContext, Vault } from '#vault/index.ts';
import { SiteDirectoryEntry } from './site-directory.entity.ts';
import {
  parseRetentionDays,
  parseRevenueCycle,
  parseSiteInput,
  type RevenueCycleInput,
  type SiteInput,
} from './site-input.ts';
import { SiteRecord } from './site.entity.ts';
import type { Site } from './site.ts';
import type { Signer } from './signer.ts';
import {
  activeSigner,
  makeFirstKeys,
  publishedKeys,
  replaceKeys,
  rotateKeys,
  signingSince,
  type KeyDependencies,
} from './signing-keys.ts';
import { SigningKeyRecord } from './signing-key.entity.ts';
import { Tenant } from './tenant.entity.ts';
import { SiteReader, toSite } from './site-reader.ts';

/** The EHR connections of all tenants. */
export interface SiteService {
  /** Makes an organization; gives its id. `id` where it must be a certain one. */
  addTenant(name: string, id?: string): Promise<string>;
  /** The organization of this name that has a site, or a new one. */
  ensureTenant(name: string): Promise<string>;
  /** Throws AppError `input-invalid`, or `conflict` when the issuer is connected already. */
  addSite(tenantId: string, input: SiteInput): Promise<Site>;
  /** Of one tenant, or of all (for the operator and the scheduler). */
  listSites(tenantId?: string): Promise<Site[]>;
  /** Throws AppError `not-found`. */
  getSite(siteId: string): Promise<Site>;
  /** By name (without case) or id, for the command line. Throws AppError `not-found`, or `conflict` when two match. */
  getSiteByNameOrId(nameOrId: string): Promise<Site>;
  /** Exact comparison, no request to anyone. */
  findSiteByIssuer(issuer: string): Promise<Site | undefined>;
  /** The addresses that RevRx may contact for the site, confirmed by an administrator. */
  pinHosts(site: Site, hosts: readonly string[]): Promise<Site>;
  /** Days after which charts are removed, undefined for never. Throws AppError `input-invalid`. */
  setRetention(site: Site, days: number | undefined): Promise<Site>;
  /** Who sees amounts, and of which locality. Throws AppError `input-invalid`. */
  setRevenueCycle(site: Site, input: RevenueCycleInput): Promise<Site>;
  recordSuccessfulPull(site: Site, at: Date): Promise<void>;
  clientSecret(site: Site): Promise<Secret<string>>;
  signer(site: Site): Promise<Signer>;
  publishedKeys(site: Site): Promise<JWK[]>;
  /** Since when the site's oldest active key has signed; undefined for a site without keys. */
  signingSince(site: Site): Promise<Date | undefined>;
  /** New keys in place of all, at once: after a shredding. The EHR takes them from the key set URL. */
  replaceKeys(site: Site): Promise<void>;
  /** See signing-keys.ts. */
  rotateKeys(site: Site, begin: boolean): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock?: Clock;
}

export function createSiteService({ database, vault, clock = systemClock }: Dependencies): SiteService {
  const deps: KeyDependencies = { database, vault, clock };
  const directory = new SiteReader(database);
  return {
    addTenant: (name, id = newId()) => addTenant(deps, name, id),
    ensureTenant: async (name) => (await directory.findTenantByName(name)) ?? addTenant(deps, name, newId()),
    addSite: (tenantId, input) => addSite(deps, tenantId, input),
    listSites: (tenantId) => directory.list(tenantId),
    getSite: (siteId) => directory.get(siteId),
    getSiteByNameOrId: (nameOrId) => directory.byNameOrId(nameOrId),
    findSiteByIssuer: (issuer) => directory.byIssuer(issuer),
    async pinHosts(site, hosts) {
      await change(deps, site, { pinnedHosts: [...new Set(hosts)] });
      return directory.get(site.id);
    },
    async setRetention(site, days) {
      await change(deps, site, { retentionDays: parseRetentionDays(days) ?? null });
      return directory.get(site.id);
    },
    async setRevenueCycle(site, input) {
      const { revenueCycleUsers = site.revenueCycleUsers, feeLocality = site.feeLocality } = parseRevenueCycle(input);
      const values = { revenueCycleUsers: [...new Set(revenueCycleUsers)], feeLocality: feeLocality ?? null };
      await change(deps, site, values);
      return directory.get(site.id);
    },
    recordSuccessfulPull: (site, at) => recordPull(deps, site, at),
    clientSecret: (site) => openClientSecret(deps, site),
    signer: (site) => activeSigner(deps, site),
    publishedKeys: (site) => publishedKeys(deps, site),
    signingSince: (site) => signingSince(deps, site),
    replaceKeys: (site) => replaceKeys(deps, site),
    rotateKeys: (site, begin) => rotateKeys(deps, site, begin),
  };
}

async function addTenant({ database, clock }: KeyDependencies, name: string, id: string): Promise<string> {
  await database.inTenant(id, (em) => em.insert(Tenant, { id, name, createdAt: clock.now() }));
  return id;
}

async function addSite(deps: KeyDependencies, tenantId: string, input: SiteInput): Promise<Site> {
  const { clientSecret, ...checked } = parseSiteInput(input);
  const id = newId();
  const now = deps.clock.now();
  const keys = checked.authMethod === 'private_key_jwt' ? await makeFirstKeys(deps, { tenantId, id }) : [];
  const record = {
    ...checked,
    id,
    tenantId,
    backendClientId: checked.backendClientId ?? null,
    oidcIssuer: checked.oidcIssuer ?? null,
    retentionDays: checked.retentionDays ?? null,
    feeLocality: checked.feeLocality ?? null,
    pinnedHosts: checked.pinnedHosts ?? [new URL(checked.fhirBaseUrl).host],
    sealedClientSecret:
      clientSecret === undefined
        ? null
        : await deps.vault.seal(secretContext({ tenantId, id }), Buffer.from(clientSecret)),
    quirks: toQuirks(checked.quirks),
    lastSuccessfulPull: null,
    createdAt: now,
    updatedAt: now,
  };
  try {
    await deps.database.inTenant(tenantId, async (em) => {
      await em.insert(SiteDirectoryEntry, { siteId: id, tenantId, issuer: checked.fhirBaseUrl });
      await em.insert(SiteRecord, record);
      if (keys.length > 0) await em.insertMany(SigningKeyRecord, keys);
      await account(em, { tenantId, siteId: id, action: 'site.added', at: now, details: accountable(record) });
    });
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw new AppError('conflict', {
      publicMessage: `There is an EHR connection with the FHIR address ${checked.fhirBaseUrl} already.`,
      cause: error,
    });
  }
  return toSite(record);
}

/** What an administrator may change of a connection. */
type SiteChange =
  | { readonly pinnedHosts: string[] }
  | { readonly retentionDays: number | null }
  | { readonly revenueCycleUsers: string[]; readonly feeLocality: string | null };

async function change({ database, clock }: KeyDependencies, site: Site, values: SiteChange): Promise<void> {
  const { tenantId, id } = site;
  const at = clock.now();
  await database.inTenant(tenantId, async (em) => {
    await em.nativeUpdate(SiteRecord, { tenantId, id }, { ...values, updatedAt: at });
    await account(em, { tenantId, siteId: id, action: 'site.changed', at, details: accountable(values) });
  });
}

async function recordPull({ database, clock }: KeyDependencies, { tenantId, id }: Site, at: Date): Promise<void> {
  await database.inTenant(tenantId, (em) =>
    em.nativeUpdate(SiteRecord, { tenantId, id }, { lastSuccessfulPull: at, updatedAt: clock.now() }),
  );
}

interface SiteEvent {
  readonly tenantId: string;
  readonly siteId: string;
  readonly action: AuditAction;
  readonly at: Date;
  readonly details: AuditDetails;
}

/** Connections are changed at the command line: whoever runs the command did it. */
async function account(em: EntityManager, { siteId, ...event }: SiteEvent): Promise<void> {
  await recordAuditEvent(em, { ...event, actor: commandActor(), subject: { type: 'site', id: siteId } });
}

/** What the audit log keeps of a connection: where it leads, for how long charts are kept, and how many people see amounts. */
function accountable(values: {
  pinnedHosts?: readonly string[];
  retentionDays?: number | null;
  revenueCycleUsers?: readonly string[];
}): AuditDetails {
  const { pinnedHosts, retentionDays, revenueCycleUsers } = values;
  return {
    ...(revenueCycleUsers === undefined ? {} : { revenueCycleUsers: revenueCycleUsers.length }),
    ...(pinnedHosts === undefined ? {} : { pinnedHosts: pinnedHosts.join(' ') }),
    ...(retentionDays === undefined ? {} : { retentionDays: retentionDays ?? 'none' }),
  };
}

async function openClientSecret({ database, vault }: KeyDependencies, site: Site): Promise<Secret<string>> {
  const record = await database.inTenant(site.tenantId, (em) =>
    em.findOne(SiteRecord, { tenantId: site.tenantId, id: site.id }),
  );
  const sealed = record?.sealedClientSecret ?? null;
  if (sealed === null) {
    throw new AppError('oauth-token-failed', {
      publicMessage: 'This EHR connection has no client secret. An administrator has to add it.',
      detail: `site ${site.id}`,
    });
  }
  return new Secret((await vault.open(secretContext(site), sealed)).toString('utf8'));
}

/** Without the keys that are undefined: the column is JSON. */
function toQuirks(input: { [K in keyof Site['quirks']]?: boolean | undefined }): Site['quirks'] {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

function secretContext({ tenantId, id }: { tenantId: string; id: string }): SealContext {
  return { tenantId, table: 'site', rowId: id, purpose: 'client-secret' };
}
