import { describe, expect, it } from '@jest/globals';
import { createDailyBudgets } from '#review/index.ts';

const SITE = { tenantId: 'tenant', siteId: 'site' };

/** A day's records, and a clock that a test moves. */
function books(tokensPerDay: number) {
  const state = { now: new Date('2026-04-14T10:00:00Z'), recorded: 0, since: [] as Date[] };
  const budgets = createDailyBudgets({
    tokensPerDay,
    clock: { now: () => state.now },
    spentSince: async (_site, since) => {
      state.since.push(since);
      return state.recorded;
    },
  });
  return { state, budget: budgets(SITE), other: budgets({ ...SITE, siteId: 'other' }) };
}

describe('a budget a day', () => {
  it('counts what requests under way may use, until they say what they used', async () => {
    const { budget } = books(1000);
    expect(await budget.reserve(600)).toBe(true);
    expect(await budget.reserve(600)).toBe(false);
    await budget.record({ reserved: 600, used: 100 });
    expect(await budget.reserve(600)).toBe(true);
    await budget.record({ reserved: 600, used: 600 });
    expect(await budget.reserve(600)).toBe(false);
  });

  it('holds over restarts and for all processes, by what reviews recorded since midnight', async () => {
    const { state, budget } = books(1000);
    state.recorded = 900;
    expect(await budget.reserve(200)).toBe(false);
    expect(state.since).toEqual([new Date('2026-04-14T00:00:00Z')]);
  });

  it('begins anew at midnight UTC', async () => {
    const { state, budget } = books(1000);
    state.recorded = 1000;
    expect(await budget.reserve(1)).toBe(false);
    state.now = new Date('2026-04-15T00:00:01Z');
    state.recorded = 0;
    expect(await budget.reserve(1)).toBe(true);
    expect(state.since.at(-1)).toEqual(new Date('2026-04-15T00:00:00Z'));
  });

  it('is of one site', async () => {
    const { budget, other } = books(1000);
    await budget.reserve(900);
    expect(await other.reserve(900)).toBe(true);
  });
});
