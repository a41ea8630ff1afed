import { setTimeout as delay } from 'node:timers/promises';

/** Longest pause that is waited for. A server that asks for more is given up on: rules alone finish the review. */
export const LONGEST_PAUSE_MS = 60_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_BACKOFF_MS = 8_000;

export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export const realSleep: Sleep = async (ms, signal) => {
  await delay(ms, undefined, { signal });
};

/** The pause that a server asks for, in milliseconds; `retry-after` in seconds or as an HTTP date (RFC 9110, 10.2.3). */
export function parseRetryAfter(headers: Headers | undefined, now: Date): number | undefined {
  const inMs = headers?.get('retry-after-ms')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(inMs)) return Number(inMs);
  const value = headers?.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000;
  // `Date.parse` takes far more than dates: -5 would be a year.
  const at = value.endsWith('GMT') ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}

/** The pause before another try, or undefined when it is not worth waiting: asked for a longer one than `LONGEST_PAUSE_MS`. */
export function pauseBefore(
  attempt: number,
  retryAfterMs: number | undefined,
  random: () => number = Math.random,
): number | undefined {
  if (retryAfterMs !== undefined) return retryAfterMs <= LONGEST_PAUSE_MS ? retryAfterMs : undefined;
  const backoff = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_BACKOFF_MS);
  return Math.round(backoff * (1 - random() * 0.25));
}
