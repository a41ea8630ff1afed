import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { TENANT_SETTING } from '#persistence/index.ts';

const OWN_ROW = `tenant_id = nullif(current_setting('${TENANT_SETTING}', true), '')::uuid`;

/**
 * The tenants that have data keys, and what is said of their keys as a whole. Anyone may read it (it holds neither PHI nor
 * secrets), so that no tenant's keys are forgotten when a wrapping key is to be taken out of use; a tenant writes only its
 * own row.
 */
export const TenantVault = defineEntity({
  name: 'TenantVault',
  tableName: 'tenant_vault',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'anyone_reads', command: 'select', using: 'true' },
    { name: 'tenant_inserts', command: 'insert', check: OWN_ROW },
    { name: 'tenant_updates', command: 'update', using: OWN_ROW, check: OWN_ROW },
  ],
  properties: {
    tenantId: p.uuid().primary(),
    /** A KMS key of the tenant's own (ARN, id or alias) that wraps its data keys; null: what the installation uses. */
    kmsKeyId: p.string().nullable(),
    /** Since when nothing is sealed for it: its keys were shredded, and nobody has taken it up again. */
    shreddedAt: p.datetime().nullable(),
  },
});
export type TenantVault = InferEntity<typeof TenantVault>;
