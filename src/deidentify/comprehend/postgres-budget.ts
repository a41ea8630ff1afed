import type { Database } from '#persistence/index.ts';
import type { RateBudget, RateLimits } from './rate-budget.ts';

const NAME = 'comprehend-medical';

/**
 * The budget that all processes on one database share: one statement takes requests and characters and answers how long to
 * wait. Both buckets hold one second; the server's clock counts, so that clocks of processes need not agree.
 */
export function createSharedBudget(database: Database, limits: RateLimits): RateBudget {
  return {
    async take(requests, characters) {
      const requestMs = (requests * 1_000) / limits.requestsPerSecond;
      const characterMs = (characters * 1_000) / limits.charactersPerSecond;
      const [row] = await database.withoutTenant((em) =>
        em.execute<{ wait: number }[]>(
          `insert into rate_budget as budget (name, requests_free_at, characters_free_at)
           values (?, clock_timestamp() - interval '1 second' + ? * interval '1 millisecond',
                      clock_timestamp() - interval '1 second' + ? * interval '1 millisecond')
           on conflict (name) do update set
             requests_free_at = greatest(budget.requests_free_at, clock_timestamp() - interval '1 second') + ? * interval '1 millisecond',
             characters_free_at = greatest(budget.characters_free_at, clock_timestamp() - interval '1 second') + ? * interval '1 millisecond'
           returning greatest(0, extract(epoch from greatest(requests_free_at, characters_free_at) - clock_timestamp()) * 1000)::float8 as wait`,
          [NAME, requestMs, characterMs, requestMs, characterMs],
        ),
      );
      return row?.wait ?? 0;
    },
  };
}
