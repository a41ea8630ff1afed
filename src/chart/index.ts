export type * from './chart.ts';
export { chartsFromBundle } from './bundle/charts-from-bundle.ts';
export { sourcePositionOf, type SourcePosition } from './text/source-position.ts';
export { DEFAULT_TEXT_LIMITS, readDocumentText, type DocumentText, type TextLimits } from './text/document-text.ts';
