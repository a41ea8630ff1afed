import { newToken, type Clock } from '#kernel/index.ts';
import { FhirError } from '../fhir/fhir-error.ts';
import type { Query } from './query.ts';

/** The answer to a search, fixed when it was asked: later writes do not shift its pages. */
export interface ResultSet {
  readonly query: Query;
  readonly ids: readonly string[];
  /** The URL that was asked, for the `self` link. */
  readonly self: string;
  /** Only who asked may go on (Access.owner). */
  readonly owner: string;
}

interface Page {
  readonly results: ResultSet;
  readonly offset: number;
  readonly expiresAt: number;
}

/** The `next` links: opaque, good for a while, then gone (410). */
export class ResultPages {
  readonly #pages = new Map<string, Page>();
  readonly #clock: Clock;
  readonly #lifetimeSeconds: () => number;

  constructor(clock: Clock, lifetimeSeconds: () => number) {
    this.#clock = clock;
    this.#lifetimeSeconds = lifetimeSeconds;
  }

  /** An opaque name for the page that starts at `offset`. */
  keep(results: ResultSet, offset: number): string {
    this.#forgetExpired();
    const name = newToken();
    this.#pages.set(name, { results, offset, expiresAt: this.#now() + this.#lifetimeSeconds() * 1000 });
    return name;
  }

  /** @throws FhirError 410 when the page has expired or never was, or is somebody else's. */
  get(name: string, owner: string): Page {
    const page = this.#pages.get(name);
    if (page === undefined || page.expiresAt <= this.#now() || page.results.owner !== owner) {
      throw new FhirError(410, 'expired', 'this page of results has expired: ask the search again from its start');
    }
    return page;
  }

  expireAll(): void {
    this.#pages.clear();
  }

  #now(): number {
    return this.#clock.now().getTime();
  }

  /** Pages are kept in the order of their expiry, near enough: the oldest stand first. */
  #forgetExpired(): void {
    for (const [name, { expiresAt }] of this.#pages) {
      if (expiresAt > this.#now()) return;
      this.#pages.delete(name);
    }
  }
}
