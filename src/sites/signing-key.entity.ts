import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { JWK } from 'jose';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';
import { KEY_STATES, type KeyState } from './key-rotation.ts';
import { SIGNING_ALGORITHMS, type SigningAlgorithm } from './site.ts';

/** A key that signs client assertions for one site. The private half is sealed. */
export const SigningKeyRecord = defineEntity({
  name: 'SigningKeyRecord',
  tableName: 'signing_key',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    siteId: p.uuid().index(),
    algorithm: p.enum(() => [...SIGNING_ALGORITHMS]).$type<SigningAlgorithm>(),
    state: p.enum(() => [...KEY_STATES]).$type<KeyState>(),
    publicJwk: p.json().$type<JWK>(),
    sealedPrivateJwk: p.blob(),
    publishedAt: p.datetime(),
    activatedAt: p.datetime().nullable(),
    retiredAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'signing_key_one_active',
      expression: `create unique index "signing_key_one_active" on "signing_key" ("site_id", "algorithm") where state = 'active'`,
    },
  ],
});
export type SigningKeyRecord = InferEntity<typeof SigningKeyRecord>;
