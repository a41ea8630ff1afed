export { draftQuery } from './draft-query.ts';
export { lintQuery, type QueryRule, type QueryViolation } from './lint-query.ts';
export { needsWords } from './needs-words.ts';
export type { Indicator, Query, QueryOption, QueryType } from './query.ts';
export type { NamedUser, QueryAnswer, QueryContent, QuotedIndicator, SentQuery } from './query-content.ts';
