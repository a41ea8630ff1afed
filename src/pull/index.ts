export type { FoundEncounter, PulledEncounters } from './finished-encounters.ts';
export { startNightly, type Nightly, type NightlyOptions, type ScheduledSite } from './nightly.ts';
export { PullRuns, SILENCE_MS, type PullOf, type RunStart, type StartedRun } from './pull-runs.ts';
export type { PullWindow } from './pull-window.ts';
export { runPull, type PullDependencies, type PullOptions, type PullOutcome } from './run-pull.ts';
