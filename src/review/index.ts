export {
  DIRECTIONS,
  FINDING_KINDS,
  type Direction,
  type Evidence,
  type Finding,
  type FindingKind,
  type ModelUsage,
  type NotEvaluated,
  type ReviewResult,
  type RuleReference,
} from './finding.ts';
export { reviewChart } from './review-chart.ts';
export { findingKeys } from './finding-key.ts';
export {
  createDailyBudgets,
  createModelReviewer,
  createReviewerOn,
  createOpenAiSource,
  PROMPT_VERSION,
  type AnswerSource,
  type LeakGate,
  type ModelBudget,
  type ModelCall,
  type ModelPrices,
  type ModelProgress,
  type ModelReply,
  type ModelRequest,
  type ModelReviewer,
} from './model/index.ts';
export { reviewChartWithModel } from './review-with-model.ts';
