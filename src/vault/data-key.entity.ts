import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';

/** A key that seals the rows of one review, or of the tenant's other things. Deleting it shreds what it sealed. */
export const DataKey = defineEntity({
  name: 'DataKey',
  tableName: 'data_key',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    /** A review's id, or `tenant`. */
    scope: p.string(),
    /** Wrapped by KMS or the key file; null once shredded. */
    wrapped: p.blob().nullable(),
    /** Names the key that wrapped it. */
    wrappedBy: p.string(),
    createdAt: p.datetime(),
    shreddedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'data_key_one_per_scope', properties: ['tenantId', 'scope'] }],
});
export type DataKey = InferEntity<typeof DataKey>;
