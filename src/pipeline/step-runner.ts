import type { JobResult, JobWithMetadata } from 'pg-boss';
import { reactionTo, toAppError, type AppError, type ErrorCode, type Log } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { createCommitter, type CommitDependencies, type Outcome } from './commit-outcomes.ts';
import { GroupCommit } from './group-commit.ts';
import { DEAD_LETTERS, LOOKED_AT_AGAIN, STATE_BEFORE, STEP_RETRY_LIMIT, type StepJob } from './queues.ts';
import type { ParkedReview } from './parked-review.ts';
import { Review } from './review.entity.ts';
import type { Step } from './step.ts';

export interface StepRunnerOptions extends CommitDependencies {
  readonly log: Log;
  readonly steps: readonly Step[];
  /** Batches of one step worked on at once. */
  readonly workers: number;
  /** Called when a review is parked: security alert, see `leak-gate-hit` and `vault-open-failed`. */
  readonly onParked?: (parked: ParkedReview) => void;
}

/** Jobs that one worker takes at a time: enough that a query or a transaction serves many, few enough to be done again. */
const BATCH_SIZE = 16;

/** How often a worker looks although no notification came (they can be lost). */
const POLL_SECONDS = 2;

/** A pause that the other side asks for is kept exactly when it is longer than what the queue's own backoff soon gives. */
const LONG_PAUSE_MS = 2_000;

/** What is wrong with the machines, not with the review: it is not given up, however long that takes. */
const OUTAGES: ReadonlySet<ErrorCode> = new Set(['disk-full', 'database-unavailable']);
/** Between the rounds of attempts during such an outage. */
const OUTAGE_PAUSE_MS = 5 * 60_000;

type Claimed = JobWithMetadata<StepJob>;

/** Works on the step queues until the boss is stopped. */
export async function runSteps(options: StepRunnerOptions): Promise<void> {
  for (const step of options.steps) await runStep(step, options);
  await options.boss.work<StepJob, void>(
    DEAD_LETTERS,
    { batchSize: BATCH_SIZE, pollingIntervalSeconds: POLL_SECONDS },
    async (jobs) => {
      for (const { data } of jobs) await failAbandoned(options, data);
    },
  );
}

async function runStep(step: Step, options: StepRunnerOptions): Promise<void> {
  const committer = new GroupCommit<Outcome>(createCommitter(step.name, options));
  await options.boss.work<StepJob, JobResult[], StepWorkOptions>(
    step.name,
    {
      batchSize: BATCH_SIZE,
      localConcurrency: options.workers,
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: POLL_SECONDS,
      burstWhenBatchFull: true,
      includeMetadata: true,
      perJobResults: true,
    },
    async (jobs: Claimed[]) => {
      const reviews = await loadReviews(options.database, jobs);
      return Promise.all(
        jobs.map((job) => handle(job, { step, committer, review: reviews.get(job.data.reviewId), options })),
      );
    },
  );
}

interface StepWorkOptions {
  batchSize: number;
  localConcurrency: number;
  pollingIntervalSeconds: number;
  notifyPollingIntervalSeconds: number;
  burstWhenBatchFull: boolean;
  includeMetadata: true;
  perJobResults: true;
}

async function loadReviews(database: Database, jobs: readonly Claimed[]): Promise<Map<string, Review>> {
  const byTenant = Map.groupBy(jobs, ({ data }) => data.tenantId);
  const found = await Promise.all(
    [...byTenant].map(([tenantId, own]) =>
      database.inTenant(tenantId, (em) =>
        em.find(Review, { tenantId, id: { $in: own.map(({ data }) => data.reviewId) } }),
      ),
    ),
  );
  return new Map(found.flat().map((review) => [review.id, review]));
}

interface HandleContext {
  readonly step: Step;
  readonly committer: GroupCommit<Outcome>;
  readonly review: Review | undefined;
  readonly options: StepRunnerOptions;
}

async function handle(job: Claimed, context: HandleContext): Promise<JobResult> {
  const { step, committer, review, options } = context;
  // The review is gone, or moved on by an earlier attempt that could not settle its job: nothing left to do.
  if (review === undefined || !isDue(review, step)) return { id: job.id, status: 'completed' };
  const started = performance.now();
  try {
    const result = await step.run(review, job.signal);
    await committer.add({ kind: 'result', job, review, result, elapsedMs: Math.round(performance.now() - started) });
    return { id: job.id, status: 'completed' };
  } catch (error) {
    return handleFailure(job, toAppError(error), context, options.log);
  }
}

/** A finished review is due for the chart step only, and so is one that waits for a batch: its chart is looked at again. */
function isDue({ state }: Review, step: Step): boolean {
  return state === STATE_BEFORE[step.name] || (step.name === 'chart' && LOOKED_AT_AGAIN.has(state));
}

async function handleFailure(job: Claimed, error: AppError, context: HandleContext, log: Log): Promise<JobResult> {
  const { step, committer, review } = context;
  const reaction = reactionTo(error.code).reaction;
  const { tenantId, reviewId } = job.data;
  log.warn('step failed', {
    step: step.name,
    reviewId,
    code: error.code,
    attempt: job.retryCount + 1,
    detail: error.detail,
  });
  const postponement = postponementOf(job, error);
  if (review !== undefined && postponement !== undefined) {
    await committer.add({ kind: 'postponed', job, review, code: error.code, ...postponement });
    return { id: job.id, status: 'completed' };
  }
  if (reaction === 'retry' && job.retryCount < job.retryLimit) {
    return { id: job.id, status: 'failed', output: { code: error.code } };
  }
  if (review !== undefined)
    await committer.add({ kind: reaction === 'park' ? 'parked' : 'failed', job, review, code: error.code });
  const { code, detail } = error;
  if (reaction === 'park') context.options.onParked?.({ tenantId, reviewId, step: step.name, code, detail });
  return { id: job.id, status: 'completed' };
}

/** How long a job waits, and how often it is tried then; undefined where the queue's own backoff does. */
function postponementOf(
  { retryCount, retryLimit }: Claimed,
  { code, retryAfterMs = 0 }: AppError,
): { pauseMs: number; retryLimit: number } | undefined {
  const left = retryLimit - retryCount;
  if (left > 0 && reactionTo(code).reaction === 'retry' && retryAfterMs > LONG_PAUSE_MS) {
    return { pauseMs: retryAfterMs, retryLimit: left - 1 };
  }
  return left <= 0 && OUTAGES.has(code) ? { pauseMs: OUTAGE_PAUSE_MS, retryLimit: STEP_RETRY_LIMIT } : undefined;
}

/** A job whose workers died until its retries were used up never reached `handleFailure`; its review fails here. */
async function failAbandoned(
  { database, clock, log }: StepRunnerOptions,
  { tenantId, reviewId }: StepJob,
): Promise<void> {
  await database.inTenant(tenantId, async (em) => {
    const review = await em.findOne(Review, { tenantId, id: reviewId });
    const step = (Object.keys(STATE_BEFORE) as (keyof typeof STATE_BEFORE)[]).find(
      (name) => STATE_BEFORE[name] === review?.state,
    );
    if (review === null || step === undefined) return;
    Object.assign(review, { state: 'failed', failedStep: step, errorCode: 'internal', updatedAt: clock.now() });
    log.error('review abandoned by its workers', { reviewId, step });
  });
}
