export type * from './chart.ts';
export { chartsFromBundle } from './bundle/charts-from-bundle.ts';
export { pullChart, type PullOptions, type PullTarget } from './pull/pull-chart.ts';
export { sourcePositionOf, type SourcePosition } from './text/source-position.ts';
export { DEFAULT_TEXT_LIMITS, readDocumentText, type DocumentText, type TextLimits } from './text/document-text.ts';
export { isRestricted } from './restricted.ts';
export { dateOfService } from './date-of-service.ts';
