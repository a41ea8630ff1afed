import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '#persistence/index.ts';
import { TENANT_SCOPE } from './data-keys.ts';
import { DataKey } from './data-key.entity.ts';
import { ensureTenantVault, holdKeysExclusively } from './key-lock.ts';
import { TenantVault } from './tenant-vault.entity.ts';

/** All tenants that have data keys, or settings about them. */
export function listTenantVaults(database: Database): Promise<TenantVault[]> {
  return database.withoutTenant((em) => em.find(TenantVault, {}, { orderBy: { tenantId: 'asc' } }));
}

/** The KMS key of the tenant's own, where it has one. */
export async function findTenantKmsKey(database: Database, tenantId: string): Promise<string | undefined> {
  const vault = await database.inTenant(tenantId, (em) => em.findOne(TenantVault, { tenantId }));
  return vault?.kmsKeyId ?? undefined;
}

/** Has this KMS key wrap the tenant's data keys, once the caller's transaction commits; undefined: what the installation uses. */
export async function useTenantKmsKey(
  em: EntityManager,
  { tenantId, kmsKeyId }: { readonly tenantId: string; readonly kmsKeyId: string | undefined },
): Promise<void> {
  await ensureTenantVault(em, tenantId);
  await em.nativeUpdate(TenantVault, { tenantId }, { kmsKeyId: kmsKeyId ?? null });
}

export interface ShredOptions {
  readonly tenantId: string;
  /** Only this review's key; without it all keys of the tenant, and no new ones until `reopenTenantVault`. */
  readonly reviewId?: string;
  readonly at: Date;
}

/**
 * Takes the wrapped keys away for good, in the caller's transaction: what they sealed is unreadable once it commits.
 * Processes that hold a key in memory forget it within five minutes. Returns how many keys were taken away.
 */
export async function shredKeys(em: EntityManager, { tenantId, reviewId, at }: ShredOptions): Promise<number> {
  const values = { wrapped: null, shreddedAt: at };
  if (reviewId !== undefined) {
    return em.nativeUpdate(DataKey, { tenantId, wrapped: { $ne: null }, scope: reviewId }, values);
  }
  // A key that is being made at this moment is there when this goes on, or finds the tenant shredded.
  await holdKeysExclusively(em);
  await ensureTenantVault(em, tenantId);
  await em.nativeUpdate(TenantVault, { tenantId }, { shreddedAt: at });
  return em.nativeUpdate(DataKey, { tenantId, wrapped: { $ne: null } }, values);
}

/**
 * Lets keys be made again for a tenant that was shredded; what was shredded stays so. In the caller's transaction. False
 * when the tenant was not shredded.
 */
export async function reopenTenantVault(em: EntityManager, tenantId: string): Promise<boolean> {
  const reopened = await em.nativeUpdate(TenantVault, { tenantId, shreddedAt: { $ne: null } }, { shreddedAt: null });
  if (reopened === 0) return false;
  // Makes room for a new key of the tenant. The old row stays: what it sealed is told apart by it from what is damaged.
  const old = await em.findOne(DataKey, { tenantId, scope: TENANT_SCOPE, wrapped: null });
  if (old !== null) old.scope = `${TENANT_SCOPE} ${old.id}`;
  await em.flush();
  return true;
}
