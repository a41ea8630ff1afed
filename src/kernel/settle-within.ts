import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits for some work, but no longer than so many milliseconds, and not for whether it succeeds: for shutting down, where
 * what hangs must not hold up the rest.
 */
export async function settleWithin(ms: number, work: Promise<unknown>): Promise<void> {
  const limit = new AbortController();
  const settled = work.then(
    () => limit.abort(),
    () => limit.abort(),
  );
  await Promise.race([settled, delay(ms, undefined, { signal: limit.signal }).catch(() => undefined)]);
}
