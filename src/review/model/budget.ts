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

interface DailyBudgetOptions {
  /** Input and output tokens together, from midnight to midnight UTC. */
  readonly tokensPerDay: number;
  readonly clock: Clock;
  /** What was spent since the start of the day before this process began, by others too. Asked once a day and key. */
  readonly spentBefore?: (key: string, dayStart: Date) => Promise<number>;
}

/** A budget a day for each key (a site). Held in this process: `spentBefore` brings in what others and earlier runs spent. */
export function createDailyBudgets({
  tokensPerDay,
  clock,
  spentBefore,
}: DailyBudgetOptions): (key: string) => ModelBudget {
  const days = new Map<string, { readonly day: string; readonly spent: Promise<{ tokens: number }> }>();
  const today = (key: string): Promise<{ tokens: number }> => {
    const day = clock.now().toISOString().slice(0, 10);
    const known = days.get(key);
    if (known?.day === day) return known.spent;
    const spent = (spentBefore?.(key, new Date(`${day}T00:00:00Z`)) ?? Promise.resolve(0)).then((tokens) => ({
      tokens,
    }));
    // A failed look at the past is asked for again.
    spent.catch(() => days.delete(key));
    days.set(key, { day, spent });
    return spent;
  };
  return (key) => ({
    async reserve(tokens) {
      const spent = await today(key);
      if (spent.tokens + tokens > tokensPerDay) return false;
      spent.tokens += tokens;
      return true;
    },
    async record({ reserved, used }) {
      const spent = await today(key);
      spent.tokens = Math.max(0, spent.tokens + used - reserved);
    },
  });
}
