import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';

/** The chart that a review is about, sealed; its id is the review's. */
export const ChartVersion = defineEntity({
  name: 'ChartVersion',
  tableName: 'chart_version',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    /** A `Chart` as JSON, sealed for purpose `chart`. */
    sealedChart: p.blob(),
    createdAt: p.datetime(),
  },
  /** For retention. */
  indexes: [{ name: 'chart_version_by_age', properties: ['tenantId', 'createdAt'] }],
});
export type ChartVersion = InferEntity<typeof ChartVersion>;
