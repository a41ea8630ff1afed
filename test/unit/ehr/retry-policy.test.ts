import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_RETRY_POLICY, MAX_RETRY_AFTER_MS, parseRetryAfter, pauseBefore } from '#ehr/retry-policy.ts';

const NOW = new Date('2026-05-04T12:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['2', 2_000],
    ['0', 0],
    ['Mon, 04 May 2026 12:00:30 GMT', 30_000],
    ['Mon, 04 May 2026 11:00:00 GMT', 0],
    ['999999999', MAX_RETRY_AFTER_MS],
    ['Wed, 21 Oct 2037 07:28:00 GMT', MAX_RETRY_AFTER_MS],
  ])('%s is %i milliseconds', (value, expected) => {
    expect(parseRetryAfter(value, NOW)).toBe(expected);
  });

  it.each([['soon'], ['-5'], ['1.5'], ['2026'.repeat(3) + 'x'], [''], [null]])('%s is none', (value) => {
    expect(parseRetryAfter(value, NOW)).toBeUndefined();
  });

  it('is never negative nor longer than an hour, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.nat().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (value) => {
          const pause = parseRetryAfter(value, NOW) ?? 0;
          expect(pause >= 0 && pause <= MAX_RETRY_AFTER_MS).toBe(true);
        },
      ),
    );
  });
});

describe('the pause before another attempt', () => {
  it('doubles its bound up to the longest, and is anywhere below it', () => {
    const bounds = [1, 2, 3].map((attempt) =>
      pauseBefore({ attempt, waitedMs: 0, retryAfterMs: undefined }, DEFAULT_RETRY_POLICY, 1),
    );
    expect(bounds).toEqual([250, 500, 1_000]);
    expect(pauseBefore({ attempt: 1, waitedMs: 0, retryAfterMs: undefined }, DEFAULT_RETRY_POLICY, 0)).toBe(0);
  });

  it('is at least what the EHR asks for', () => {
    expect(pauseBefore({ attempt: 1, waitedMs: 0, retryAfterMs: 5_000 }, DEFAULT_RETRY_POLICY, 0.5)).toBe(5_125);
  });

  it('is none after the last attempt, or beyond the budget', () => {
    expect(pauseBefore({ attempt: 5, waitedMs: 0, retryAfterMs: undefined }, DEFAULT_RETRY_POLICY, 0)).toBeUndefined();
    expect(pauseBefore({ attempt: 1, waitedMs: 0, retryAfterMs: 60_000 }, DEFAULT_RETRY_POLICY, 0)).toBeUndefined();
    expect(
      pauseBefore({ attempt: 3, waitedMs: 29_999, retryAfterMs: undefined }, DEFAULT_RETRY_POLICY, 1),
    ).toBeUndefined();
  });
});
