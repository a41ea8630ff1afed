import type { Database } from '#persistence/index.ts';

interface Spender {
  readonly tenantId: string;
  readonly siteId: string;
  readonly since: Date;
}

/** Tokens that the model used for a site's reviews since then, by what the reviews recorded. */
export async function spentModelTokens(database: Database, { tenantId, siteId, since }: Spender): Promise<number> {
  return database.inTenant(tenantId, async (em) => {
    const rows = await em.execute<{ tokens: string | null }[]>(
      `select sum((o.model #>> '{usage,inputTokens}')::bigint + (o.model #>> '{usage,outputTokens}')::bigint) as tokens
         from review_outcome o join review r on r.tenant_id = o.tenant_id and r.id = o.id
        where o.tenant_id = ? and r.site_id = ? and o.created_at >= ?`,
      [tenantId, siteId, since],
    );
    return Number(rows[0]?.tokens ?? 0);
  });
}
