import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppError, newId } from '#kernel/index.ts';
import {
  listStopped,
  listWaiting,
  redrive,
  requestReview,
  Review,
  runSteps,
  STEP_NAMES,
  type Step,
  type StepResult,
  type WaitingReview,
} from '#pipeline/index.ts';
import { createTestPipeline, type TestPipeline } from '#test/support/pipeline.ts';

type Behaviour = (step: string, review: Readonly<Review>) => StepResult | Promise<StepResult>;

const tenantId = newId();
const siteId = newId();
const done: StepResult = { kind: 'done', output: { store: async () => undefined } };

let pipeline: TestPipeline;
/** What the steps do with an encounter; the steps are real to the pipeline, their work is this test's. */
const behaviours = new Map<string, Behaviour>();
const runs: { step: string; encounterId: string }[] = [];

beforeAll(async () => {
  pipeline = await createTestPipeline();
  const steps: Step[] = STEP_NAMES.map((name) => ({
    name,
    run: async (review) => {
      runs.push({ step: name, encounterId: review.encounterId });
      return (await behaviours.get(review.encounterId)?.(name, review)) ?? done;
    },
  }));
  await runSteps({ ...pipeline, steps, workers: 2 });
});
afterAll(async () => {
  await pipeline[Symbol.asyncDispose]();
});

function request(encounterId: string) {
  return requestReview(pipeline, { tenantId, siteId, encounterId, requestedBy: 'command' });
}

function reviewsOf(encounterId: string): Promise<Review[]> {
  return pipeline.database.inTenant(tenantId, (em) =>
    em.find(Review, { tenantId, encounterId }, { orderBy: { createdAt: 'asc' } }),
  );
}

/** Asks the database again until the encounter's newest review is in the state. */
async function until(encounterId: string, state: string): Promise<Review> {
  for (;;) {
    const newest = (await reviewsOf(encounterId)).at(-1);
    if (newest?.state === state) return newest;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function untilWaiting(reviewId: string): Promise<WaitingReview> {
  for (;;) {
    const found = (await listWaiting(pipeline.database, tenantId)).find((review) => review.reviewId === reviewId);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the pipeline', () => {
  it('takes a review through all steps in order, and records how long each took', async () => {
    await request('e-plain');
    const review = await until('e-plain', 'published');
    expect(runs.filter(({ encounterId }) => encounterId === 'e-plain').map(({ step }) => step)).toEqual([
      ...STEP_NAMES,
    ]);
    expect(Object.keys(review.timings).toSorted()).toEqual([...STEP_NAMES].toSorted());
  });

  it('makes one review when the same encounter is asked for many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => request('e-many')));
    expect(new Set(answers.map(({ reviewId }) => reviewId)).size).toBe(1);
    await until('e-many', 'published');
    expect(await reviewsOf('e-many')).toHaveLength(1);
    expect(runs.filter(({ encounterId, step }) => encounterId === 'e-many' && step === 'writeback')).toHaveLength(1);
  });

  it('tries a step again after a passing failure', async () => {
    let attempts = 0;
    behaviours.set('e-flaky', (step) => {
      if (step !== 'chart' || (attempts += 1) > 1) return done;
      throw new AppError('ehr-timeout', { publicMessage: 'The EHR did not answer in time.' });
    });
    await request('e-flaky');
    await until('e-flaky', 'published');
    expect(attempts).toBe(2);
  });

  it('holds a review whose leak gate hit, and goes on when an administrator sends it again', async () => {
    let blocked = true;
    behaviours.set('e-leak', (step) => {
      if (step !== 'deidentify' || !blocked) return done;
      throw new AppError('leak-gate-hit', { publicMessage: 'An identifier was left.' });
    });
    await request('e-leak');
    const parked = await until('e-leak', 'parked');
    expect(parked).toMatchObject({ failedStep: 'deidentify', errorCode: 'leak-gate-hit' });
    expect(await listStopped(pipeline.database, tenantId)).toEqual([
      expect.objectContaining({ reviewId: parked.id, code: 'leak-gate-hit' }),
    ]);
    blocked = false;
    expect(await redrive(pipeline, { tenantId, code: 'leak-gate-hit', actor: 'cli:somebody' })).toBe(1);
    await until('e-leak', 'published');
  });

  it('fails a review at once when no retry can help, and takes it up again when asked for', async () => {
    let broken = true;
    behaviours.set('e-refused', (step) => {
      if (step !== 'chart' || !broken) return done;
      throw new AppError('ehr-forbidden', { publicMessage: 'The EHR refuses the chart.' });
    });
    await request('e-refused');
    expect(await until('e-refused', 'failed')).toMatchObject({ errorCode: 'ehr-forbidden', failedStep: 'chart' });
    broken = false;
    await request('e-refused');
    await until('e-refused', 'published');
  });

  it('starts a new version when the chart of a published review has changed, and keeps the old one as superseded', async () => {
    const nextId = newId();
    behaviours.set('e-changed', (step, { state }) =>
      step === 'chart' && state === 'published'
        ? { kind: 'new-version', reviewId: nextId, output: { store: async () => undefined } }
        : done,
    );
    const first = await request('e-changed');
    await until('e-changed', 'published');
    await request('e-changed');
    for (;;) {
      const reviews = await reviewsOf('e-changed');
      if (reviews.find(({ id }) => id === nextId)?.state === 'published') break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await reviewsOf('e-changed')).find(({ id }) => id === first.reviewId)?.state).toBe('superseded');
  });

  it('leaves a published review alone when its chart has not changed', async () => {
    behaviours.set('e-same', (step, { state }) =>
      step === 'chart' && state === 'published' ? { kind: 'unchanged' } : done,
    );
    await request('e-same');
    const published = await until('e-same', 'published');
    await request('e-same');
    for (;;) {
      const [review] = await reviewsOf('e-same');
      if (review?.checkedAt?.getTime() !== published.checkedAt?.getTime()) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(runs.filter(({ encounterId, step }) => encounterId === 'e-same' && step === 'writeback')).toHaveLength(1);
  });

  it('does not give up on a full disk: a job whose attempts are used up gets new ones, later', async () => {
    behaviours.set('e-full', (step) => {
      if (step !== 'chart') return done;
      throw new AppError('disk-full', { publicMessage: 'The disk of the database is full.' });
    });
    const { reviewId } = await request('e-full');
    // After the first attempt: the next is the last.
    for (let last = false; !last;) {
      const { rows } = await pipeline.boss
        .getDb()
        .executeSql(
          `update revrx_queue.job set retry_limit = 1 where state = 'retry' and data->>'reviewId' = $1 returning id`,
          [reviewId],
        );
      last = rows.length > 0;
    }
    const waiting = await untilWaiting(reviewId);
    expect(waiting).toMatchObject({ state: 'requested', step: 'chart', code: 'disk-full' });
    const { rows } = await pipeline.boss
      .getDb()
      .executeSql(
        `select retry_limit, start_after from revrx_queue.job where state = 'created' and data->>'reviewId' = $1`,
        [reviewId],
      );
    expect(rows).toEqual([{ retry_limit: 6, start_after: waiting.until }]);
  });

  it('carries ids only in its jobs', async () => {
    const { rows } = await pipeline.boss
      .getDb()
      .executeSql('select distinct jsonb_object_keys(data::jsonb) as key from revrx_queue.job');
    expect(rows.map(({ key }) => String(key)).toSorted()).toEqual(['reviewId', 'tenantId']);
  });
});
