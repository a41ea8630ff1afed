/**
 * A share of what the account may ask of Comprehend Medical per second. The processes of an installation share one; how is the
 * implementation's business.
 */
export interface RateBudget {
  /** Takes requests and characters now and says how long to wait before using them, in milliseconds. */
  take(requests: number, characters: number): Promise<number>;
}

export interface RateLimits {
  /** AWS: 40 or 100 by region. */
  readonly requestsPerSecond: number;
  /** AWS: 40,000 characters a second, which binds first. */
  readonly charactersPerSecond: number;
}

/** A budget for one process: two buckets that fill with time, each holding one second. `now` in milliseconds. */
export function createProcessBudget(limits: RateLimits, now: () => number = () => performance.now()): RateBudget {
  let requestsFreeAt = now() - 1000;
  let charactersFreeAt = now() - 1000;
  return {
    take: (requests, characters) => {
      const at = now();
      requestsFreeAt = Math.max(requestsFreeAt, at - 1000) + (requests * 1000) / limits.requestsPerSecond;
      charactersFreeAt = Math.max(charactersFreeAt, at - 1000) + (characters * 1000) / limits.charactersPerSecond;
      return Promise.resolve(Math.max(0, requestsFreeAt - at, charactersFreeAt - at));
    },
  };
}
