import type { Request, RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#kernel/index.ts';

export interface RateLimit {
  /** Requests in a minute for one key, in one process. */
  readonly perMinute: number;
  readonly keyOf: (request: Request) => string;
}

/** A hospital comes from one address: launches are counted by address generously, and by session tightly. */
export const addressOf = (request: Request): string => request.ip ?? 'unknown';

/** Refuses a key that asks too often, with Retry-After. Throws AppError `too-many-requests`. */
export function rateLimit({ perMinute, keyOf }: RateLimit): RequestHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (request, response, next) => {
    try {
      await limiter.consume(keyOf(request));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.ceil(error.msBeforeNext / 1000);
      response.set('retry-after', String(seconds));
      throw new AppError('too-many-requests', {
        publicMessage: `Too many requests. Try again in ${seconds} seconds.`,
        retryAfterMs: error.msBeforeNext,
      });
    }
    next();
  };
}
