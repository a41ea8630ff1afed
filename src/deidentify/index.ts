export type * from './deidentified-chart.ts';
export type { DetectedSpan, IdentifierType, TokenSpan } from './span.ts';
export {
  deidentifyChart,
  knownRecordOf,
  type DeidentifiedChartResult,
  type DeidentifyChartOptions,
} from './chart/deidentify-chart.ts';
export { createDeidentifier, deidentifyText, type Deidentifier, type DeidentifierOptions } from './deidentifier.ts';
export type { RemoteDetector } from './detector.ts';
export {
  createComprehendDetector,
  createProcessBudget,
  createSharedBudget,
  type ComprehendDetector,
  type ComprehendOptions,
  type ComprehendUsage,
  type RateBudget,
  type RateLimits,
  type Thresholds,
} from './comprehend/index.ts';
export { checkForLeaks, type GateResult, type LeakKind } from './gate.ts';
export { deidentifyJsonLine, type DeidentifiedLine } from './json-line.ts';
export { NOTHING_KNOWN, parseKnownRecord, type KnownRecord } from './known/known-record.ts';
export {
  originalsOf,
  restoreEvidence,
  restoreText,
  restoreTokens,
  type MappedText,
  type PhiMap,
  type RestoredEvidence,
} from './restore.ts';
export { textLines, textPieces } from './text-pieces.ts';
export type { DeidentifiedText } from './tokens/replace.ts';
