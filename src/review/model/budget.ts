import type { Clock } from '#kernel/index.ts';
import type { ModelUsage } from '../finding.ts';

/** What a site may spend on the model. Asked before every request, told after every one. */
export interface ModelBudget {
  /** Whether so many tokens may still be spent. Until `record`, they count as spent. */
  reserve(tokens: number): Promise<boolean>;
  /** What a request that was reserved for really used; 0 tokens when it failed. */
  record(usage: { readonly reserved: number; readonly used: number }): Promise<void>;
}

export const UNLIMITED: ModelBudget = { reserve: async () => true, record: async () => undefined };

export function tokensOf(usage: Pick<ModelUsage, 'inputTokens' | 'outputTokens'>): number {
  return usage.inputTokens + usage.outputTokens;
}

export interface Spender {
  readonly tenantId: string;
  readonly siteId: string;
}

interface DailyBudgetOptions {
  /** Input and output tokens together, from midnight to midnight UTC. */
  readonly tokensPerDay: number;
  readonly clock: Clock;
  /** What all processes recorded for a site since then. Asked at most once a minute and site. */
  readonly spentSince: (spender: Spender, since: Date) => Promise<number>;
}

interface Account {
  readonly lookedAt: number;
  readonly recorded: number;
  /** Spent by this process since it looked, and reserved by requests under way. */
  own: number;
}

const LOOK_AGAIN_MS = 60_000;

/**
 * A budget a day for each site, kept by what the reviews recorded, so that it holds for all processes and over restarts. Between two
 * looks at the records each process counts its own: a day may be overspent by what the others use in a minute.
 */
export function createDailyBudgets({ tokensPerDay, clock, spentSince }: DailyBudgetOptions) {
  const accounts = new Map<string, Account>();
  const underWay = new Map<string, number>();
  const look = async (key: string, spender: Spender): Promise<Account> => {
    const now = clock.now();
    const known = accounts.get(key);
    const midnight = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
    const isCurrent = known && known.lookedAt >= midnight.getTime() && now.getTime() - known.lookedAt < LOOK_AGAIN_MS;
    if (isCurrent) return known;
    const recorded = await spentSince(spender, midnight);
    const account = { lookedAt: now.getTime(), recorded, own: 0 };
    accounts.set(key, account);
    return account;
  };
  const hold = (key: string, tokens: number) => underWay.set(key, (underWay.get(key) ?? 0) + tokens);
  return (spender: Spender): ModelBudget => {
    const key = `${spender.tenantId}/${spender.siteId}`;
    return {
      async reserve(tokens) {
        const { recorded, own } = await look(key, spender);
        if (recorded + own + (underWay.get(key) ?? 0) + tokens > tokensPerDay) return false;
        hold(key, tokens);
        return true;
      },
      async record({ reserved, used }) {
        hold(key, -reserved);
        const account = accounts.get(key);
        if (account !== undefined) account.own += used;
      },
    };
  };
}
