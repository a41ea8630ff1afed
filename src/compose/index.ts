export { claimHome } from './claim-home.ts';
export { migrateAll, openAccess, requireMigrated } from './open-access.ts';
export { startSandbox, type SandboxRun } from './sandbox.ts';
export { serve } from './serve.ts';
export { openServices, type OpenServicesOptions, type Services } from './services.ts';
export { createSteps, work } from './work.ts';
export { pullSite, startNightlyPulls } from './pull.ts';
