export { draftQuery } from './draft-query.ts';
export { lintQuery, type QueryRule, type QueryViolation } from './lint-query.ts';
export type { Indicator, Query, QueryOption, QueryType } from './query.ts';
