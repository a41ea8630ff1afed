import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';

/** A query that a person sent to the clinician. Kept by encounter and finding key, so that a repeated review keeps it. */
export const ClinicianQuery = defineEntity({
  name: 'ClinicianQuery',
  tableName: 'clinician_query',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    siteId: p.uuid(),
    encounterId: p.string(),
    findingKey: p.string(),
    /** The review in which it was sent, whose key seals it: shredding that review takes the query too. */
    reviewId: p.uuid().index(),
    /** `SentQuery` as JSON: what was asked, as it was asked, sealed for purpose `query`. */
    sealedQuery: p.blob(),
    /** `QueryAnswer` as JSON, sealed for purpose `query-answer`; null until it is answered. */
    sealedAnswer: p.blob().nullable(),
    /** Users' ids at the site: issuer and subject, hashed. */
    sentBy: p.string(),
    sentAt: p.datetime(),
    answeredBy: p.string().nullable(),
    answeredAt: p.datetime().nullable(),
  },
  uniques: [
    { name: 'clinician_query_one_per_finding', properties: ['tenantId', 'siteId', 'encounterId', 'findingKey'] },
  ],
});
export type ClinicianQuery = InferEntity<typeof ClinicianQuery>;
