import type { BatchReplies } from '#review/index.ts';
import { joinModel, reviewChart } from '#review/index.ts';
import { Review } from '../review.entity.ts';
import { toReviewOutput } from '../review-output.ts';
import type { BatchTurn } from './turn.ts';
import { leaveBatch, settleReviewed } from './settle-waiting.ts';
import { openWaiting, stopOrThrow } from './waiting-reviews.ts';

/**
 * Takes up the answers on one chart: rules and answers together make the review. Answers to a review that waits no more (superseded,
 * taken out, answered before) are dropped; answers to other words than are asked today (tables or prompt changed) are not used.
 */
export async function takeUp(turn: BatchTurn, reviewId: string, replies: BatchReplies): Promise<void> {
  const { options, tenantId, signal } = turn;
  signal.throwIfAborted();
  const ref = { tenantId, id: reviewId };
  const waits = await options.database.inTenant(tenantId, (em) =>
    em.count(Review, { ...ref, state: 'waiting-for-model' }),
  );
  if (waits === 0) return;
  const started = performance.now();
  try {
    const waiting = await openWaiting(turn, reviewId);
    const outcome = turn.reviewer.read(waiting, replies);
    if (outcome === undefined) {
      await leaveBatch(options, ref, 'unanswered');
      return;
    }
    const result = joinModel(reviewChart(waiting.chart, waiting.tables), outcome);
    const { artifacts, clock } = options;
    const output = await toReviewOutput(result, {
      ref,
      chart: waiting.chart,
      map: waiting.map,
      artifacts,
      now: clock.now(),
    });
    await settleReviewed(options, ref, { output, elapsedMs: Math.round(performance.now() - started) });
  } catch (error) {
    await stopOrThrow(turn, reviewId, error);
  }
}
