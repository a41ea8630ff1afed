import type { JWK } from 'jose';
import { z } from 'zod';
import type { Clock } from '#kernel/index.ts';

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

const FETCH_TIMEOUT_MS = 2500;
/** How long a key set is kept when its Cache-Control says nothing. */
const DEFAULT_AGE_SECONDS = 60;

interface Kept {
  readonly keys: readonly JWK[];
  readonly freshUntil: number;
}

/**
 * Key sets of clients that publish them at a URL, kept as long as their Cache-Control allows. Not oidc-provider's own
 * fetching, which refuses loopback addresses: here that is where clients live.
 */
export class ClientKeys {
  readonly #kept = new Map<string, Kept>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The keys at the URL; when it gives none, those it gave last. */
  async get(url: string): Promise<readonly JWK[]> {
    const kept = this.#kept.get(url);
    const now = this.#clock.now().getTime();
    if (kept !== undefined && kept.freshUntil > now) return kept.keys;
    const fetched = await fetchKeys(url, now).catch(() => undefined);
    if (fetched === undefined) return kept?.keys ?? [];
    this.#kept.set(url, fetched);
    return fetched.keys;
  }
}

async function fetchKeys(url: string, now: number): Promise<Kept | undefined> {
  const signal = AbortSignal.timeout(FETCH_TIMEOUT_MS);
  const response = await fetch(url, { headers: { Accept: 'application/json' }, redirect: 'error', signal });
  const parsed = response.ok ? keySetSchema.safeParse(await response.json()) : undefined;
  if (parsed?.success !== true) return undefined;
  const age = /max-age=(\d+)/.exec(response.headers.get('Cache-Control') ?? '')?.[1];
  return { keys: parsed.data.keys, freshUntil: now + Number(age ?? DEFAULT_AGE_SECONDS) * 1000 };
}
