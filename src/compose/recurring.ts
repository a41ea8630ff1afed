import { setTimeout as delay } from 'node:timers/promises';
import { settleWithin, toAppError, type Log } from '#kernel/index.ts';

export interface RecurringOptions {
  /** For log lines. */
  readonly name: string;
  /** Does the work once; gives the milliseconds until the next time. */
  readonly turn: (signal: AbortSignal) => Promise<number>;
  /** Milliseconds until the next time after a failure. */
  readonly afterFailureMs: number;
  /** Milliseconds until the first time. Default: at once. */
  readonly firstAfterMs?: number;
  readonly log: Log;
}

/** A turn that does not end when it is told to is left behind. */
const LONGEST_STOP_MS = 10_000;

/** Does something again and again, one turn after the other, until disposed. A failure is logged, no more. */
export function startRecurring({
  name,
  turn,
  afterFailureMs,
  firstAfterMs = 0,
  log,
}: RecurringOptions): AsyncDisposable {
  const stop = new AbortController();
  const { signal } = stop;
  const pause = (ms: number): Promise<void> => delay(ms, undefined, { signal, ref: false }).catch(() => undefined);
  const run = async (): Promise<void> => {
    if (firstAfterMs > 0) await pause(firstAfterMs);
    while (!signal.aborted) {
      const pauseMs = await turn(signal).catch((error: unknown) => {
        log.warn(`${name} failed`, { code: toAppError(error).code });
        return afterFailureMs;
      });
      await pause(pauseMs);
    }
  };
  const done = run();
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await settleWithin(LONGEST_STOP_MS, done);
    },
  };
}
