import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';

/** What de-identification made of a review's chart, sealed; its id is the review's. */
export const Deidentification = defineEntity({
  name: 'Deidentification',
  tableName: 'deidentification',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    /** A `DeidentifiedChart` as JSON, sealed for purpose `deidentified-chart`: derived from a chart, so sealed too. */
    sealedChart: p.blob(),
    /** The map from token to identifier, sealed for purpose `phi-map`. */
    sealedMap: p.blob(),
    /** Identifiers found, by type. */
    counts: p.json().$type<Record<string, number>>(),
    createdAt: p.datetime(),
  },
});
export type Deidentification = InferEntity<typeof Deidentification>;
