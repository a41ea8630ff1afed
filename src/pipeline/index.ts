export {
  countReviews,
  listQueues,
  listStopped,
  listWaiting,
  redrive,
  type QueueStatus,
  type RedriveFilter,
  type StoppedReview,
  type WaitingReview,
} from './admin.ts';
export { takeBatchTurn } from './batch/batch-turn.ts';
export type { BatchTurnOptions } from './batch/turn.ts';
export { createBatchStore } from './batch/batch-store.ts';
export { runBatches } from './batch/run-batches.ts';
export { leaveBatch } from './batch/settle-waiting.ts';
export { Artifacts, type DispositionNote, type ReviewRef } from './artifacts.ts';
export { createBoss, type BossOptions } from './boss.ts';
export { countHoldings, eraseReviews, type ReviewHoldings, type ReviewSelection } from './erase-reviews.ts';
export { migrateQueues } from './migrate-queues.ts';
export { removeExpiredCharts, type RetentionOptions } from './retention.ts';
export { resumeParked, type Resumed, type ResumeOptions } from './resume-parked.ts';
export { spentModelTokens } from './model-spending.ts';
export type { ParkedReview } from './parked-review.ts';
export { announceReading, type ModelReading } from './model-reading.ts';
export { ProgressListener } from './progress.ts';
export { STEP_NAMES, type StepName } from './queues.ts';
export {
  requestReview,
  requestReviews,
  sendWriteback,
  type RequestedReview,
  type ReviewRequests,
} from './request-review.ts';
export { Review, type ReviewState } from './review.entity.ts';
export type { Step, StepOutput, StepResult } from './step.ts';
export { runSteps, type StepRunnerOptions } from './step-runner.ts';
export { createChartStep } from './steps/chart-step.ts';
export { createDeidentifyStep } from './steps/deidentify-step.ts';
export { createReviewStep, type ReviewContext } from './steps/review-step.ts';
export { createWritebackStep } from './steps/writeback-step.ts';
