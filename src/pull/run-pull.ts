import type { EhrCapabilities, EhrClient } from '#ehr/index.ts';
import { AppError, toAppError, type Clock, type Log } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { pullFinishedEncounters, type FoundEncounter } from './finished-encounters.ts';
import { lostLock, PullRuns, type RunStart, type StartedRun } from './pull-runs.ts';
import { watermarkAfter, type PullWindow } from './pull-window.ts';

export interface PullDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** The EHR of the site, as RevRx itself. The signal ends what is under way. */
  readonly connect: (
    siteId: string,
    signal: AbortSignal,
  ) => Promise<{ ehr: EhrClient; capabilities?: EhrCapabilities }>;
  /** Stores that these encounters are to be reviewed. Must bear being told twice. */
  readonly onEncounters: (site: RunStart, encounters: readonly FoundEncounter[]) => Promise<void>;
}

export interface PullOptions extends RunStart {
  readonly signal?: AbortSignal;
  /** Called after each page with the number of encounters found so far. */
  readonly onProgress?: (found: number) => void;
}

export type PullOutcome =
  | { readonly kind: 'done'; readonly found: number; readonly window: PullWindow; readonly watermark: Date }
  /** Another process pulls this site. */
  | { readonly kind: 'busy' };

const HEARTBEAT_MS = 20_000;

/**
 * Pulls the finished encounters of a site since its watermark and hands them on. The watermark moves when all of them are
 * stored, and only then: whatever goes wrong before, the next run covers the same time again.
 *
 * @throws AppError of what went wrong; `chart-incomplete` when the EHR said that its list is not complete
 */
export async function runPull(deps: PullDependencies, options: PullOptions): Promise<PullOutcome> {
  const runs = new PullRuns(deps.database, deps.clock);
  const run = await runs.start(options);
  if (run === undefined) return { kind: 'busy' };
  const stop = new AbortController();
  const progress = { found: 0 };
  const heart = setInterval(() => {
    void beat(runs, run, progress.found, stop);
  }, HEARTBEAT_MS);
  heart.unref();
  try {
    return await pullWindow(deps, options, { runs, run, stop, progress });
  } catch (error) {
    const failure = toAppError(error);
    deps.log.warn('pull failed', { siteId: run.siteId, runId: run.runId, code: failure.code });
    await runs.fail(run, progress.found, failure.code).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(heart);
  }
}

interface Running {
  readonly runs: PullRuns;
  readonly run: StartedRun;
  readonly stop: AbortController;
  readonly progress: { found: number };
}

async function pullWindow(
  { connect, onEncounters, log }: PullDependencies,
  options: PullOptions,
  { runs, run, stop, progress }: Running,
): Promise<PullOutcome> {
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, options.signal]);
  const { ehr, capabilities } = await connect(run.siteId, signal);
  const onPage = async (encounters: readonly FoundEncounter[]): Promise<void> => {
    signal.throwIfAborted();
    await onEncounters(options, encounters);
    progress.found += encounters.length;
    options.onProgress?.(progress.found);
  };
  const pulled = await pullFinishedEncounters(ehr, run.window, onPage, capabilities);
  signal.throwIfAborted();
  if (!pulled.complete) throw incompleteList();
  if (pulled.malformed > 0)
    log.warn('encounters that are not FHIR R4', { siteId: run.siteId, count: pulled.malformed });
  const watermark = watermarkAfter(run.window, run.watermark, pulled.serverTime);
  await runs.finish(run, pulled.found, watermark);
  log.info('pull done', { siteId: run.siteId, runId: run.runId, found: pulled.found });
  return { kind: 'done', found: pulled.found, window: run.window, watermark };
}

async function beat(runs: PullRuns, run: StartedRun, found: number, stop: AbortController): Promise<void> {
  try {
    if (!(await runs.heartbeat(run, found))) stop.abort(lostLock(run.runId));
  } catch {
    // The database is away for the moment. Should it stay so, the end of the run fails with a clear error.
  }
}

function incompleteList(): AppError {
  return new AppError('chart-incomplete', {
    publicMessage: 'The EHR said that its list of encounters is not complete. RevRx will pull the same time again.',
  });
}
