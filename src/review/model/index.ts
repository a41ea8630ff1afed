export {
  createBatchReviewer,
  type Affords,
  type BatchedChart,
  type BatchProgress,
  type BatchReplies,
  type BatchReviewer,
  type Submission,
} from './batch/batch-reviewer.ts';
export type { BatchState, BatchStore } from './batch/batch-state.ts';
export type { AnswerSource, ModelReply, ModelRequest } from './answer-source.ts';
export type { LeakGate } from './chart-questions.ts';
export { createDailyBudgets, type ModelBudget } from './budget.ts';
export { NOT_CONFIGURED, ORDERS_IN_NOTE } from './failure-notes.ts';
export type { DropCounts, ModelFailure, ModelOutcome } from './model-outcome.ts';
export {
  createModelReviewer,
  createReviewerOn,
  type ModelCall,
  type ModelProgress,
  type ModelReviewer,
  type ReviewerOptions,
} from './model-reviewer.ts';
export { createOpenAiSource } from './openai-on-demand.ts';
export type { OpenAiOptions } from './openai-source.ts';
export { PROMPT_VERSION } from './prompt.ts';
export type { ModelPrices } from './usage.ts';
