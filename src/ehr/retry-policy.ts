/** When and how long to wait before a request is sent again. All times in milliseconds. */
export interface RetryPolicy {
  /** Requests in all, the first among them. */
  readonly maxAttempts: number;
  /** Upper bound of the first pause; it doubles with each attempt. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** All pauses of one request together. An EHR that asks for a longer one gets it through the queue. */
  readonly budgetMs: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = {
  maxAttempts: 5,
  firstDelayMs: 250,
  maxDelayMs: 8_000,
  budgetMs: 30_000,
};

/** A pause asked for is honoured up to an hour: what lies beyond is a mistake of the server. */
export const MAX_RETRY_AFTER_MS = 3_600_000;

const TRANSIENT: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

export function isTransient(status: number): boolean {
  return TRANSIENT.has(status);
}

export interface FailedAttempt {
  /** 1 for the first request. */
  readonly attempt: number;
  /** Pauses of this request so far. */
  readonly waitedMs: number;
  readonly retryAfterMs: number | undefined;
}

/**
 * The pause before the next attempt, with full jitter; undefined to give up. A pause that the EHR asks for is kept at
 * least, and one that does not fit into the budget is left to the queue.
 *
 * @param random from 0 (inclusive) to 1
 */
export function pauseBefore(failed: FailedAttempt, policy: RetryPolicy, random: number): number | undefined {
  if (failed.attempt >= policy.maxAttempts) return undefined;
  const bound = Math.min(policy.firstDelayMs * 2 ** (failed.attempt - 1), policy.maxDelayMs);
  const pause = Math.ceil((failed.retryAfterMs ?? 0) + random * bound);
  return failed.waitedMs + pause > policy.budgetMs ? undefined : pause;
}

/**
 * `Retry-After` (RFC 9110, 10.2.3) in milliseconds from now: seconds or an HTTP date, bounded to an hour; a time in the past is
 * none to wait for; undefined for what is neither.
 */
export function parseRetryAfter(value: string | null, now: Date): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, MAX_RETRY_AFTER_MS);
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : Math.min(Math.max(time - now.getTime(), 0), MAX_RETRY_AFTER_MS);
}
