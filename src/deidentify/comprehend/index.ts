export type { ComprehendDetector, ComprehendOptions, ComprehendUsage } from './comprehend-detector.ts';
export { createComprehendDetector } from './load.ts';
export type { Thresholds } from './entities.ts';
export { createProcessBudget, type RateBudget, type RateLimits } from './rate-budget.ts';
export { createSharedBudget } from './postgres-budget.ts';
