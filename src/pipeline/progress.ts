import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { settleWithin, type Log } from '#kernel/index.ts';
import { toPgOptions, type ConnectionSettings } from '#persistence/index.ts';
import { parseNotification, type ModelReading } from './model-reading.ts';
import { PROGRESS_CHANNEL } from './progress-channel.ts';

const RECONNECT_MS = 1_000;
const LONGEST_STOP_MS = 5_000;

type MovedListener = (reading: ModelReading | undefined) => void;

/**
 * Tells listeners in this process that a review moved, whichever process moved it. Notifications are hints: one that is
 * lost while reconnecting is made up for by calling every listener after each connect, who then read the state.
 */
export class ProgressListener implements AsyncDisposable {
  readonly #listeners = new Map<string, Set<MovedListener>>();
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;
  #client: pg.Client | undefined;

  constructor(connection: ConnectionSettings, log: Log) {
    this.#done = this.#listen(connection, log);
  }

  /** Calls `listener` whenever the review may have moved, or the model has read on. Returns what ends that. */
  onMoved(reviewId: string, listener: MovedListener): () => void {
    const listeners = this.#listeners.get(reviewId) ?? new Set();
    this.#listeners.set(reviewId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(reviewId);
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    // A server that is gone does not answer the farewell.
    if (this.#client !== undefined) await settleWithin(LONGEST_STOP_MS, this.#client.end());
    await settleWithin(LONGEST_STOP_MS, this.#done);
  }

  async #listen(connection: ConnectionSettings, log: Log): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const client = new pg.Client({ ...toPgOptions(connection, 'revrx-progress'), keepAlive: true });
      const ended = new Promise<void>((resolve) => client.once('end', resolve));
      client.on('error', () => undefined);
      client.on('notification', ({ payload }) => this.#tell(payload ?? ''));
      try {
        await client.connect();
        this.#client = client;
        // Disposed while connecting: nobody else will end this client.
        if (signal.aborted) await client.end();
        else await client.query(`listen ${PROGRESS_CHANNEL}`);
        for (const id of this.#listeners.keys()) this.#call(id);
        await ended;
      } catch {
        if (!signal.aborted) log.warn('progress notifications are interrupted; reconnecting');
        await client.end().catch(() => undefined);
      }
      await delay(RECONNECT_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  #tell(payload: string): void {
    const { ids, reading } = parseNotification(payload);
    for (const id of ids) this.#call(id, reading);
  }

  #call(reviewId: string, reading?: ModelReading): void {
    for (const listener of this.#listeners.get(reviewId) ?? []) listener(reading);
  }
}
