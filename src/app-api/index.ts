export { createAppApi, type AppApiOptions } from './router.ts';
