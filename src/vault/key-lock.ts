import type { EntityManager } from '@mikro-orm/postgresql';
import { TenantVault } from './tenant-vault.entity.ts';

/** An arbitrary number that all RevRx processes agree on. */
const KEY_LOCK = 727_379_020;

/** Until the transaction ends, nobody takes wrapping keys out of use or shreds a tenant; others may make keys too. */
export async function holdKeysTogether(em: EntityManager): Promise<void> {
  await em.execute('select pg_advisory_xact_lock_shared(?)', [KEY_LOCK]);
}

/** Until the transaction ends, no data key is made: those that were being made are there. */
export async function holdKeysExclusively(em: EntityManager): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(?)', [KEY_LOCK]);
}

/** The tenant's row in `tenant_vault`, made where there is none. */
export async function ensureTenantVault(em: EntityManager, tenantId: string): Promise<TenantVault> {
  const row = { tenantId, kmsKeyId: null, shreddedAt: null };
  await em.createQueryBuilder(TenantVault).insert(row).onConflict(['tenantId']).ignore().execute();
  return em.findOneOrFail(TenantVault, { tenantId });
}
