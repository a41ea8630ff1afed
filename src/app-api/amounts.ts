import { dateOfService } from '#chart/index.ts';
import type { CodeLibrary } from '#codes/index.ts';
import type { AmountsView } from '#http/contract.ts';
import type { Database } from '#persistence/index.ts';
import type { Artifacts, Review } from '#pipeline/index.ts';
import { Disposition } from '#review/disposition.entity.ts';
import { FindingRecord } from '#review/finding.entity.ts';
import { allowedDifference } from '#review/index.ts';
import type { Site } from '#sites/index.ts';

export interface AmountsDependencies {
  readonly database: Database;
  readonly artifacts: Artifacts;
  readonly codes: CodeLibrary;
}

/**
 * What the findings of a review come to in allowed amounts, both signs and the net, in the order of the findings. For people of the
 * revenue cycle only: the caller has asked who they are. A finding that a person rejected is shown and not added.
 */
export async function getAmounts(
  { database, artifacts, codes }: AmountsDependencies,
  review: Review,
  { feeLocality }: Pick<Site, 'feeLocality'>,
): Promise<AmountsView> {
  const [chart, { chart: deidentified }] = await Promise.all([
    artifacts.openChart(review),
    artifacts.openDeidentified(review),
  ]);
  const { fees } = codes.tablesFor(dateOfService(chart), feeLocality === undefined ? {} : { locality: feeLocality });
  if (fees === undefined)
    return { loaded: false, reason: 'The physician fee schedule is not loaded ("revrx codes import rvu").' };
  const { records, rejected } = await loadRows(database, review);
  const findings = await Promise.all(
    records.map(async (record) => {
      const { billed, suggested } = await artifacts.openFinding(record, record.sealedContent);
      const difference = allowedDifference({ kind: record.kind, billed, suggested }, deidentified.claim, fees);
      return { findingId: record.id, ...toAmount(difference), rejected: rejected.has(record.key) };
    }),
  );
  const counted = findings.flatMap(({ rejected: out, differenceCents }) =>
    out || differenceCents === undefined ? [] : [differenceCents],
  );
  const overCents = sum(counted.filter((cents) => cents < 0));
  const underCents = sum(counted.filter((cents) => cents > 0));
  const { label, stale } = fees.release;
  return { loaded: true, tables: label, stale, findings, overCents, underCents, netCents: overCents + underCents };
}

type Amount = Omit<Extract<AmountsView, { loaded: true }>['findings'][number], 'findingId' | 'rejected'>;

function toAmount(difference: ReturnType<typeof allowedDifference>): Amount {
  if (difference.kind === 'not-priced') return { reason: difference.reason };
  const { billedCents, suggestedCents } = difference;
  return { billedCents, suggestedCents, differenceCents: suggestedCents - billedCents };
}

async function loadRows(
  database: Database,
  { tenantId, id, siteId, encounterId }: Review,
): Promise<{ readonly records: readonly FindingRecord[]; readonly rejected: ReadonlySet<string> }> {
  return database.inTenant(tenantId, async (em) => {
    const records = await em.find(FindingRecord, { tenantId, reviewId: id }, { orderBy: { rank: 'asc' } });
    const dispositions = await em.find(Disposition, { tenantId, siteId, encounterId, decision: 'rejected' });
    return { records, rejected: new Set(dispositions.map(({ findingKey }) => findingKey)) };
  });
}

function sum(cents: readonly number[]): number {
  return cents.reduce((total, each) => total + each, 0);
}
