import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '#kernel/index.ts';
import { toPgOptions, type ConnectionSettings } from '#persistence/index.ts';

/** The Postgres channel on which reviews say that they moved. Payload: review ids only, comma between them. */
export const PROGRESS_CHANNEL = 'revrx_progress';

const RECONNECT_MS = 1_000;

/**
 * Tells listeners in this process that a review moved, whichever process moved it. Notifications are hints: one that is
 * lost while reconnecting is made up for by calling every listener after each connect, who then read the state.
 */
export class ProgressListener implements AsyncDisposable {
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;
  #client: pg.Client | undefined;

  constructor(connection: ConnectionSettings, log: Log) {
    this.#done = this.#listen(connection, log);
  }

  /** Calls `listener` whenever the review may have moved. Returns what ends that. */
  onMoved(reviewId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(reviewId) ?? new Set();
    this.#listeners.set(reviewId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(reviewId);
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#client?.end().catch(() => undefined);
    await this.#done;
  }

  async #listen(connection: ConnectionSettings, log: Log): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const client = new pg.Client({ ...toPgOptions(connection, 'revrx-progress'), keepAlive: true });
      const ended = new Promise<void>((resolve) => client.once('end', resolve));
      client.on('error', () => undefined);
      client.on('notification', ({ payload }) => payload?.split(',').forEach((id) => this.#call(id)));
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

  #call(reviewId: string): void {
    for (const listener of this.#listeners.get(reviewId) ?? []) listener();
  }
}
