export type * from './deidentified-chart.ts';
export type { DetectedSpan, IdentifierType, TokenSpan } from './span.ts';
