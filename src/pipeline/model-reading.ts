import type { Database } from '#persistence/index.ts';
import { PROGRESS_CHANNEL } from './progress-channel.ts';

/** How far a language model is with a chart: numbers only. */
export interface ModelReading {
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  /** Characters of its answer on this part so far. */
  readonly characters: number;
}

/** A hint more often helps nobody. */
const EVERY_MS = 1_000;

/**
 * Tells whoever follows the review how far the model is, at most once a second, and with each part. A hint that is lost is made up for by
 * the next one, so that failing to give it fails nothing.
 */
export function announceReading(database: Database, reviewId: string): (reading: ModelReading) => void {
  let last = { at: -EVERY_MS, part: 0 };
  return ({ part, parts, characters }) => {
    const now = performance.now();
    if (part === last.part && now - last.at < EVERY_MS) return;
    last = { at: now, part };
    const payload = `${reviewId} ${part}/${parts} ${characters}`;
    database
      .withoutTenant((em) => em.execute('select pg_notify(?, ?)', [PROGRESS_CHANNEL, payload]))
      .catch(() => undefined);
  };
}

/** What a notification says: reviews that moved, or how far the model is with one. */
export function parseNotification(payload: string): {
  readonly ids: readonly string[];
  readonly reading?: ModelReading;
} {
  const found = /^(\S+) (\d+)\/(\d+) (\d+)$/.exec(payload);
  if (found === null) return { ids: payload.split(',') };
  const [, id = '', part, parts, characters] = found;
  return { ids: [id], reading: { part: Number(part), parts: Number(parts), characters: Number(characters) } };
}
