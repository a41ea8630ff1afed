import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** The budget of a service that all processes share: when its next request may go. No tenant, no PHI: two instants. */
export const RateBudgetRow = defineEntity({
  name: 'RateBudgetRow',
  tableName: 'rate_budget',
  properties: {
    /** The service: `comprehend-medical`. */
    name: p.string().primary(),
    requestsFreeAt: p.datetime(),
    charactersFreeAt: p.datetime(),
  },
});
export type RateBudgetRow = InferEntity<typeof RateBudgetRow>;
