export {
  DIRECTIONS,
  FINDING_KINDS,
  type Direction,
  type Evidence,
  type Finding,
  type FindingKind,
  type NotEvaluated,
  type ReviewResult,
  type RuleReference,
} from './finding.ts';
export { reviewChart } from './review-chart.ts';
export { findingKeys } from './finding-key.ts';
