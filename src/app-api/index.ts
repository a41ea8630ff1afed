export type { AppApiOptions } from './app-api-options.ts';
export { createAppApi } from './router.ts';
