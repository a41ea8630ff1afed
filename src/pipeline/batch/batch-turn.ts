import { toAppError } from '#kernel/index.ts';
import type { BatchReplies, BatchState, BatchStore } from '#review/index.ts';
import { Review } from '../review.entity.ts';
import { leaveBatch } from './settle-waiting.ts';
import { submitWaiting } from './submit-waiting.ts';
import { takeUp } from './take-up.ts';
import type { BatchTurn, BatchTurnOptions } from './turn.ts';
import { countWaiting } from './waiting-reviews.ts';

/** A batch is to be answered within 24 hours; what is not there then is not waited for. */
const LONGEST_WAIT_MS = 26 * 60 * 60_000;

/**
 * Looks at the batches of a tenant: takes up what is answered, sends the rest of what ended the ordinary way, and submits what waits.
 * May die at any point and be done again: the server's batches are known by our keys, and a review is settled once.
 * @returns whether there is something to look for again
 */
export async function takeBatchTurn(
  options: BatchTurnOptions,
  tenantId: string,
  signal: AbortSignal,
): Promise<'more' | 'done'> {
  const store = options.createStore(tenantId);
  if (options.createReviewer === undefined) return leaveEverything(options, tenantId, store);
  const turn: BatchTurn = { tenantId, store, reviewer: options.createReviewer(store), options, signal };
  for (const state of await store.list()) await lookAt(turn, state);
  await submitWaiting(turn);
  const isOver = (await store.list()).length === 0 && (await countWaiting(options.database, tenantId)) === 0;
  return isOver ? 'done' : 'more';
}

async function lookAt(turn: BatchTurn, state: BatchState): Promise<void> {
  const { options, reviewer } = turn;
  turn.signal.throwIfAborted();
  try {
    const progress = await reviewer.poll(state);
    if (progress.kind === 'lost') return await leaveAll(turn, progress.reviewIds);
    if (progress.kind === 'finished') {
      await leaveAll(turn, progress.unanswered);
      if (await takeUpAll(turn, progress.replies)) return await reviewer.forget(state);
    }
  } catch (error) {
    turn.signal.throwIfAborted();
    const { code, detail } = toAppError(error);
    options.log.warn('a batch could not be looked at', { tenantId: turn.tenantId, batch: state.key, code, detail });
  }
  await giveUpIfLate(turn, state);
}

async function giveUpIfLate(turn: BatchTurn, state: BatchState): Promise<void> {
  const age = turn.options.clock.now().getTime() - Date.parse(state.submittedAt);
  if (age < LONGEST_WAIT_MS) return;
  turn.options.log.warn('a batch is given up', { tenantId: turn.tenantId, batch: state.key });
  await leaveAll(
    turn,
    state.reviews.map(({ reviewId }) => reviewId),
  );
  await turn.reviewer.forget(state).catch(() => turn.store.delete(state.key));
}

/** False when something stood in the way of a review: it is tried again at the next look, and does not keep the others. */
async function takeUpAll(turn: BatchTurn, answered: ReadonlyMap<string, BatchReplies>): Promise<boolean> {
  let complete = true;
  for (const [reviewId, replies] of answered) {
    turn.signal.throwIfAborted();
    try {
      await takeUp(turn, reviewId, replies);
    } catch (error) {
      const { code, detail } = toAppError(error);
      turn.options.log.warn('the answers on a chart could not be taken up', { reviewId, code, detail });
      complete = false;
    }
  }
  return complete;
}

/** What a batch did not answer goes the ordinary way, which says so. */
async function leaveAll({ tenantId, options }: BatchTurn, reviewIds: readonly string[]): Promise<void> {
  for (const id of reviewIds) await leaveBatch(options, { tenantId, id }, 'unanswered');
}

/** The model was taken away: what waits for it goes the ordinary way, by rules alone. */
async function leaveEverything(options: BatchTurnOptions, tenantId: string, store: BatchStore): Promise<'done'> {
  const waiting = await options.database.inTenant(tenantId, (em) =>
    em.find(Review, { tenantId, state: 'waiting-for-model' }, { fields: ['id'] }),
  );
  for (const { id } of waiting) await leaveBatch(options, { tenantId, id }, 'unanswered');
  for (const { key } of await store.list()) await store.delete(key);
  return 'done';
}
