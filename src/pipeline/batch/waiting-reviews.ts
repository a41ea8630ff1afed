import { dateOfService } from '#chart/index.ts';
import { checkForLeaks, knownRecordOf, type PhiMap } from '#deidentify/index.ts';
import { reactionTo, toAppError } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { BatchedChart } from '#review/index.ts';
import { Review } from '../review.entity.ts';
import type { BatchTurn } from './turn.ts';
import { stopWaiting } from './settle-waiting.ts';

const WAITING = { state: 'waiting-for-model' } as const;

/** How many reviews of a tenant wait for the model. */
export function countWaiting(database: Database, tenantId: string): Promise<number> {
  return database.inTenant(tenantId, (em) => em.count(Review, { tenantId, ...WAITING }));
}

/** Reviews that wait, the oldest first, but for those that are in a batch or were seen to already. */
export function findWaiting(
  { options, tenantId }: BatchTurn,
  except: ReadonlySet<string>,
  limit: number,
): Promise<Review[]> {
  return options.database.inTenant(tenantId, (em) =>
    em.find(Review, { tenantId, ...WAITING, id: { $nin: [...except] } }, { orderBy: { id: 'asc' }, limit }),
  );
}

/** A waiting review's chart as the model is asked about it, and the map that restores what comes of it. */
export async function openWaiting(
  { options, tenantId }: BatchTurn,
  reviewId: string,
): Promise<BatchedChart & { readonly map: PhiMap }> {
  const ref = { tenantId, id: reviewId };
  const [original, { chart, map }] = await Promise.all([
    options.artifacts.openChart(ref),
    options.artifacts.openDeidentified(ref),
  ]);
  const gate = (text: string) => checkForLeaks(text, knownRecordOf(original));
  return { reviewId, chart, map, gate, tables: options.tablesFor(dateOfService(original)) };
}

/** One review that cannot be worked on stops, and the others go on. What may pass (the database is away) is thrown: the look is repeated. */
export async function stopOrThrow({ options, tenantId }: BatchTurn, reviewId: string, error: unknown): Promise<void> {
  const { code, detail } = toAppError(error);
  const { reaction } = reactionTo(code);
  if (reaction === 'retry') throw error;
  const state = reaction === 'park' ? 'parked' : 'failed';
  options.log.warn('a review that waited for the model stopped', { reviewId, code, detail });
  const stopped = await stopWaiting(options, { tenantId, id: reviewId }, { state, code });
  if (stopped && state === 'parked') options.onParked?.({ tenantId, reviewId, step: 'review', code });
}
