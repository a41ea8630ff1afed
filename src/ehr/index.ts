export { createEhrClient, type EhrClient, type EhrClientOptions } from './ehr-client.ts';
export { EhrError } from './ehr-error.ts';
export { canSearch, type EhrCapabilities, type TypeCapabilities } from './capabilities.ts';
export type { BinaryContent } from './binary.ts';
export type { BatchedResult, BatchedSearch } from './search-batch.ts';
export type { OutcomeIssue } from './operation-outcome.ts';
export type { OfType, ResourceType, SearchLimits, SearchPage, SearchParams, SearchResult } from './search.ts';
export type { CreateOptions, UpdateOptions, WriteResult } from './writes.ts';
