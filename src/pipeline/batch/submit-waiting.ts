import { AppError } from '#kernel/index.ts';
import type { BatchedChart, BatchState } from '#review/index.ts';
import { Review } from '../review.entity.ts';
import { affordableTokens } from './batch-budget.ts';
import type { BatchTurn } from './turn.ts';
import { leaveBatch } from './settle-waiting.ts';
import { findWaiting, openWaiting, stopOrThrow } from './waiting-reviews.ts';

/** Charts held in memory for one batch. */
const BATCH_SIZE = 500;

/** Submits what waits and is in no batch. A server that is out of reach is asked again at the next look. */
export async function submitWaiting(turn: BatchTurn): Promise<void> {
  const seen = new Set((await turn.store.list()).flatMap(({ reviews }) => reviews.map(({ reviewId }) => reviewId)));
  for (;;) {
    turn.signal.throwIfAborted();
    const reviews = await findWaiting(turn, seen, BATCH_SIZE);
    if (reviews.length === 0) return;
    const left = await submitSome(turn, reviews);
    if (left === 'unreachable') return;
    for (const { id } of reviews) if (!left.has(id)) seen.add(id);
  }
}

/** Submits one batch; returns what had no room in it. */
async function submitSome(turn: BatchTurn, reviews: readonly Review[]): Promise<ReadonlySet<string> | 'unreachable'> {
  const { options, reviewer, tenantId } = turn;
  const charts = await openAll(turn, reviews);
  const affords = await budgetFor(turn, reviews);
  try {
    const { tooLong, overBudget, leaking, left } = await reviewer.submit(charts, affords);
    for (const id of tooLong) await leaveBatch(options, { tenantId, id }, 'too-long');
    for (const id of overBudget) await leaveBatch(options, { tenantId, id }, 'over-budget');
    for (const id of leaking) await stopOrThrow(turn, id, leaked());
    return new Set(left);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'model-unavailable') throw error;
    options.log.warn('a batch could not be submitted', { tenantId, code: error.code, detail: error.detail });
    return 'unreachable';
  }
}

async function openAll(turn: BatchTurn, reviews: readonly Review[]): Promise<BatchedChart[]> {
  const charts: BatchedChart[] = [];
  for (const { id } of reviews) {
    try {
      charts.push(await openWaiting(turn, id));
    } catch (error) {
      await stopOrThrow(turn, id, error);
    }
  }
  return charts;
}

async function budgetFor({ options, store, tenantId }: BatchTurn, reviews: readonly Review[]) {
  const states = await store.list();
  const siteOf = await sitesOf({ options, tenantId }, states);
  return affordableTokens(reviews, { states, siteOf: (id) => siteOf.get(id) }, (siteId) =>
    options.roomOf(tenantId, siteId),
  );
}

async function sitesOf(
  { options, tenantId }: Pick<BatchTurn, 'options' | 'tenantId'>,
  states: readonly BatchState[],
): Promise<Map<string, string>> {
  const ids = states.flatMap(({ reviews }) => reviews.map(({ reviewId }) => reviewId));
  const rows = await options.database.inTenant(tenantId, (em) =>
    em.find(Review, { tenantId, id: { $in: ids } }, { fields: ['id', 'siteId'] }),
  );
  return new Map(rows.map(({ id, siteId }) => [id, siteId]));
}

function leaked(): AppError {
  return new AppError('leak-gate-hit', {
    publicMessage:
      'An identifier may have been left in the text for the model, so the review was stopped. Nothing was sent.',
    detail: 'in a batch',
  });
}
