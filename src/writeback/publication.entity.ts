import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';

/**
 * A resource that RevRx wrote into an EHR: the outbox's memory of what stands there. Ids, hashes and states only; the
 * resource itself is in the EHR.
 */
export const Publication = defineEntity({
  name: 'Publication',
  tableName: 'publication',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    siteId: p.uuid(),
    encounterId: p.string(),
    /** The review that wrote or last confirmed it. */
    reviewId: p.uuid(),
    resourceType: p.string(),
    /** Identifier value: the finding's key for a DetectedIssue, the role (`report`, `task`, `device`) for others. */
    key: p.string(),
    /** Id and version in the EHR. */
    resourceId: p.string(),
    versionId: p.string().nullable(),
    /** SHA-256 of what was written, so that an unchanged resource is not written again. */
    contentHash: p.string(),
    state: p.string().$type<'current' | 'retracted'>(),
    writtenAt: p.datetime(),
  },
  uniques: [
    {
      name: 'publication_one_per_key',
      properties: ['tenantId', 'siteId', 'encounterId', 'resourceType', 'key'],
    },
  ],
});
export type Publication = InferEntity<typeof Publication>;
