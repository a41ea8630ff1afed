import type { Clock } from '#kernel/index.ts';

interface Entry<T> {
  readonly until: number;
  readonly outcome: { readonly value: T } | { readonly error: unknown };
}

export interface ExpiringCacheOptions<T> {
  readonly clock: Clock;
  readonly maxEntries: number;
  /** How long a value is good, milliseconds. */
  readonly ttlMs: (value: T) => number;
  /** How long a failure is remembered, so that a struggling EHR is not asked by every click. */
  readonly failureTtlMs: number;
}

/** Loads a value once for all who ask at the same time, keeps it for a while and failures for a short while; bounded. */
export class ExpiringCache<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #loading = new Map<string, Promise<T>>();
  readonly #options: ExpiringCacheOptions<T>;

  constructor(options: ExpiringCacheOptions<T>) {
    this.#options = options;
  }

  async get(key: string, load: () => Promise<T>): Promise<T> {
    const entry = this.#entries.get(key);
    if (entry !== undefined && entry.until > this.#now()) {
      if ('error' in entry.outcome) throw entry.outcome.error;
      return entry.outcome.value;
    }
    const underWay = this.#loading.get(key);
    if (underWay !== undefined) return underWay;
    const loading = this.#load(key, load).finally(() => this.#loading.delete(key));
    this.#loading.set(key, loading);
    return loading;
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }

  async #load(key: string, load: () => Promise<T>): Promise<T> {
    try {
      const value = await load();
      this.#keep(key, { until: this.#now() + this.#options.ttlMs(value), outcome: { value } });
      return value;
    } catch (error) {
      this.#keep(key, { until: this.#now() + this.#options.failureTtlMs, outcome: { error } });
      throw error;
    }
  }

  #keep(key: string, entry: Entry<T>): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#options.maxEntries && oldest !== undefined) this.#entries.delete(oldest);
  }

  #now(): number {
    return this.#options.clock.now().getTime();
  }
}
