import { describe, expect, it } from '@jest/globals';
import { affordableTokens } from '#pipeline/batch/batch-budget.ts';

const review = (id: string, siteId: string) => ({ id, siteId });
const batch = (reviewId: string, tokens: number) => ({
  key: 'k',
  batchId: 'b',
  submittedAt: '2026-05-04T00:00:00Z',
  reviews: [{ reviewId, parts: 1, tokens }],
});

describe('the budget of a batch', () => {
  it('is the site’s, without what is under way for that site', async () => {
    const sites: Record<string, string> = { old: 'a', other: 'b' };
    const affords = await affordableTokens(
      [review('one', 'a'), review('two', 'a'), review('three', 'b')],
      { states: [batch('old', 400), batch('other', 10_000)], siteOf: (id) => sites[id] },
      async (siteId) => (siteId === 'a' ? 1_000 : undefined),
    );
    expect(affords('one', 500)).toBe(true);
    // 400 under way, 500 allowed: 100 are left.
    expect(affords('two', 200)).toBe(false);
    expect(affords('two', 100)).toBe(true);
    expect(affords('three', 1_000_000)).toBe(true);
  });

  it('refuses everything when nothing is left', async () => {
    const affords = await affordableTokens(
      [review('one', 'a')],
      { states: [], siteOf: () => undefined },
      async () => -5,
    );
    expect(affords('one', 0)).toBe(false);
  });
});
