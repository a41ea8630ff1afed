import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { TENANT_SETTING } from '#persistence/index.ts';

const OWN_ROW = `id = nullif(current_setting('${TENANT_SETTING}', true), '')::uuid`;

/** An organization that uses RevRx. It sees its own row only. */
export const Tenant = defineEntity({
  name: 'Tenant',
  tableName: 'tenant',
  rowLevelSecurity: 'force',
  policies: [{ name: 'tenant_only', using: OWN_ROW, check: OWN_ROW }],
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    createdAt: p.datetime(),
  },
});
export type Tenant = InferEntity<typeof Tenant>;
