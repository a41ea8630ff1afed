import { setTimeout as delay } from 'node:timers/promises';
import { toAppError, type Log } from '#kernel/index.ts';

export interface RecurringOptions {
  /** For log lines. */
  readonly name: string;
  /** Does the work once; gives the milliseconds until the next time. */
  readonly turn: (signal: AbortSignal) => Promise<number>;
  /** Milliseconds until the next time after a failure. */
  readonly afterFailureMs: number;
  readonly log: Log;
}

/** Does something now and again and again, one turn after the other, until disposed. A failure is logged, no more. */
export function startRecurring({ name, turn, afterFailureMs, log }: RecurringOptions): AsyncDisposable {
  const stop = new AbortController();
  const { signal } = stop;
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const pauseMs = await turn(signal).catch((error: unknown) => {
        log.warn(`${name} failed`, { code: toAppError(error).code });
        return afterFailureMs;
      });
      await delay(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const done = run();
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await done;
    },
  };
}
