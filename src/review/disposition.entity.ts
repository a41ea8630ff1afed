import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';

/** What a person decided about a finding. Kept by encounter and finding key, so that a repeated review keeps it. */
export const Disposition = defineEntity({
  name: 'Disposition',
  tableName: 'disposition',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    siteId: p.uuid(),
    encounterId: p.string(),
    findingKey: p.string(),
    /** The review in which it was decided, whose key seals the note: shredding that review takes the decision too. */
    reviewId: p.uuid().index(),
    decision: p.string().$type<'accepted' | 'rejected'>(),
    reason: p.string().nullable(),
    /** What the person wrote, sealed for purpose `disposition`; with the name they go by. */
    sealedNote: p.blob(),
    /** The user's id at the site: issuer and subject, hashed. */
    decidedBy: p.string(),
    decidedAt: p.datetime(),
  },
  uniques: [{ name: 'disposition_one_per_finding', properties: ['tenantId', 'siteId', 'encounterId', 'findingKey'] }],
});
export type Disposition = InferEntity<typeof Disposition>;
