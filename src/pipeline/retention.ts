import type { EntityManager } from '@mikro-orm/postgresql';
import { recordAuditEvents, SCHEDULE, type NewAuditEvent } from '#audit/index.ts';
import type { Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { shredKeys } from '#vault/index.ts';
import { eraseReviews, type ReviewHoldings } from './erase-reviews.ts';

export interface RetentionOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly tenantId: string;
  readonly siteId: string;
  /** Days since the chart was read. */
  readonly retentionDays: number;
  readonly signal?: AbortSignal;
}

/** Reviews removed in one transaction: what a kill can undo, and the next run does again. */
const BATCH = 25;
const DAY_MS = 24 * 60 * 60_000;

const NOTHING: ReviewHoldings = { reviews: 0, charts: 0, findings: 0, decisions: 0 };

/**
 * Removes charts, de-identified charts, maps, findings and decisions of the reviews of a site whose charts are older than it
 * keeps them: their keys are shredded, the rows deleted, and an audit event says how many. Reviews that are held or under way
 * are no exception. A new review of the same encounter begins from nothing. Safe in several processes at once.
 */
export async function removeExpiredCharts(options: RetentionOptions): Promise<ReviewHoldings> {
  let total = NOTHING;
  for (;;) {
    if (options.signal?.aborted === true) return total;
    const removed = await options.database.inTenant(options.tenantId, (em) => removeBatch(em, options));
    total = sum(total, removed);
    if (removed.reviews === 0) return total;
  }
}

async function removeBatch(
  em: EntityManager,
  { clock, tenantId, siteId, retentionDays }: RetentionOptions,
): Promise<ReviewHoldings> {
  const at = clock.now();
  const before = new Date(at.getTime() - retentionDays * DAY_MS);
  // Reviews that a step is about to move on are left to the next run.
  const due = await em.execute<{ id: string }[]>(
    `select r.id from review r join chart_version c on c.tenant_id = r.tenant_id and c.id = r.id
     where r.tenant_id = ? and r.site_id = ? and c.created_at < ?
     order by c.created_at limit ? for update of r skip locked`,
    [tenantId, siteId, before, BATCH],
  );
  let removed = NOTHING;
  const events: NewAuditEvent[] = [];
  const common = { tenantId, at, actor: SCHEDULE, action: 'charts.retention-removed' } as const;
  for (const { id: reviewId } of due) {
    const keys = await shredKeys(em, { tenantId, reviewId, at });
    const { charts, findings, decisions, reviews } = await eraseReviews(em, { tenantId, reviewId, at });
    removed = sum(removed, { charts, findings, decisions, reviews });
    events.push({
      ...common,
      subject: { type: 'review', id: reviewId },
      details: { keys, charts, findings, decisions },
    });
  }
  if (removed.reviews > 0) {
    events.push({ ...common, subject: { type: 'site', id: siteId }, details: { ...removed, retentionDays } });
  }
  await recordAuditEvents(em, events);
  return removed;
}

function sum(a: ReviewHoldings, b: ReviewHoldings): ReviewHoldings {
  return {
    reviews: a.reviews + b.reviews,
    charts: a.charts + b.charts,
    findings: a.findings + b.findings,
    decisions: a.decisions + b.decisions,
  };
}
