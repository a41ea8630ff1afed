import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';
import type { ReviewResult } from './finding.ts';

/** What a review says beside its findings; its id is the review's. */
export const ReviewOutcome = defineEntity({
  name: 'ReviewOutcome',
  tableName: 'review_outcome',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    /** `NotEvaluated[]` as JSON, sealed for purpose `not-evaluated`: the reasons name codes of the claim. */
    sealedNotEvaluated: p.blob(),
    model: p.json().$type<ReviewResult['model']>(),
    createdAt: p.datetime(),
  },
});
export type ReviewOutcome = InferEntity<typeof ReviewOutcome>;
