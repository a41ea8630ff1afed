export {
  FINDING_KINDS,
  type Direction,
  type Evidence,
  type Finding,
  type FindingKind,
  type MdmElement,
  type MdmFact,
  type MdmLevel,
  type MdmTable,
  type ModelUsage,
  type NotEvaluated,
  type ReviewResult,
  type RuleReference,
} from './finding.ts';
export {
  draftQuery,
  needsWords,
  type NamedUser,
  type QueryAnswer,
  type QueryContent,
  type SentQuery,
} from './queries/index.ts';
export type { FindingContent, MdmContent, Quote } from './finding-content.ts';
export { MDM_ELEMENT_WORDS, mdmRowWords } from './mdm-words.ts';
export { MDM_LEVELS } from './finding.ts';
export { riskChange, type RiskCategory } from './amounts/risk-categories.ts';
export { allowedDifference, type AllowedDifference } from './amounts/allowed-difference.ts';
export { reviewChart } from './review-chart.ts';
export { mapMdmEvidence } from './map-mdm-evidence.ts';
export { findingKeys } from './finding-key.ts';
export {
  createBatchReviewer,
  createDailyBudgets,
  createModelReviewer,
  createReviewerOn,
  createOpenAiSource,
  PROMPT_VERSION,
  type Affords,
  type AnswerSource,
  type BatchedChart,
  type BatchProgress,
  type BatchReplies,
  type BatchReviewer,
  type BatchState,
  type BatchStore,
  type LeakGate,
  type ModelBudget,
  type ModelCall,
  type ModelOutcome,
  type ModelPrices,
  type ModelProgress,
  type ModelReply,
  type ModelRequest,
  type ModelReviewer,
  type Submission,
} from './model/index.ts';
export { joinModel, reviewChartWithModel } from './review-with-model.ts';
