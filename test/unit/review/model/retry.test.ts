import { describe, expect, it } from '@jest/globals';
import { LONGEST_PAUSE_MS, parseRetryAfter, pauseBefore } from '#review/model/retry.ts';

const NOW = new Date('2026-04-14T10:00:00Z');
const asked = (headers: Record<string, string>) => parseRetryAfter(new Headers(headers), NOW);

describe('the pause that a server asks for', () => {
  it.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'Tue, 14 Apr 2026 10:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Tue, 14 Apr 2026 09:00:00 GMT' }, 0],
    [{ 'retry-after-ms': '1500', 'retry-after': '7' }, 1500],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-5' }, undefined],
    [{}, undefined],
  ])('is read from %j', (headers, ms) => expect(asked(headers)).toBe(ms));

  it('is kept up to a bound, and beyond it not waited for', () => {
    expect(pauseBefore(0, LONGEST_PAUSE_MS)).toBe(LONGEST_PAUSE_MS);
    expect(pauseBefore(0, LONGEST_PAUSE_MS + 1)).toBeUndefined();
  });

  it('grows by itself where none is asked for, within a bound', () => {
    const pauses = [0, 1, 2, 3, 10].map((attempt) => pauseBefore(attempt, undefined, () => 0));
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000]);
  });
});
