import { dateOfService } from '#chart/index.ts';
import type { CodeLibrary, CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import type { AmountsView } from '#http/contract.ts';
import type { Database } from '#persistence/index.ts';
import type { Artifacts, Review } from '#pipeline/index.ts';
import { Disposition } from '#review/disposition.entity.ts';
import { FindingRecord } from '#review/finding.entity.ts';
import { allowedDifference, riskChange, type FindingKind, type RiskCategory } from '#review/index.ts';
import type { Site } from '#sites/index.ts';

export interface AmountsDependencies {
  readonly database: Database;
  readonly artifacts: Artifacts;
  readonly codes: CodeLibrary;
}

interface OpenFinding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly billed: readonly string[];
  readonly suggested: readonly string[];
  readonly rejected: boolean;
}

/**
 * What the findings of a review come to in allowed amounts, both signs and the net, and in risk categories; in the order of the
 * findings. For people of the revenue cycle only: the caller has asked who they are. A finding that a person rejected is shown and not added.
 */
export async function getAmounts(
  { database, artifacts, codes }: AmountsDependencies,
  review: Review,
  { feeLocality }: Pick<Site, 'feeLocality'>,
): Promise<AmountsView> {
  const [chart, { chart: deidentified }, findings] = await Promise.all([
    artifacts.openChart(review),
    artifacts.openDeidentified(review),
    openFindings(database, artifacts, review),
  ]);
  const { fees, hcc } = codes.tablesFor(
    dateOfService(chart),
    feeLocality === undefined ? {} : { locality: feeLocality },
  );
  return { fees: toFees(findings, deidentified.claim, fees), risk: toRisk(findings, deidentified.claim, hcc) };
}

function toFees(
  all: readonly OpenFinding[],
  claim: DeidentifiedChart['claim'],
  fees: CodeTables['fees'],
): AmountsView['fees'] {
  if (fees === undefined) return { loaded: false, reason: 'The physician fee schedule is not loaded.' };
  const findings = all.map((finding) => {
    const difference = allowedDifference(finding, claim, fees);
    const own = { findingId: finding.id, rejected: finding.rejected };
    if (difference.kind === 'not-priced') return { ...own, reason: difference.reason };
    const { billedCents, suggestedCents } = difference;
    return { ...own, billedCents, suggestedCents, differenceCents: suggestedCents - billedCents };
  });
  const counted = findings.flatMap((finding) =>
    finding.rejected || !('differenceCents' in finding) ? [] : [finding.differenceCents],
  );
  const overCents = sum(counted.filter((cents) => cents < 0));
  const underCents = sum(counted.filter((cents) => cents > 0));
  const { label, stale } = fees.release;
  return { loaded: true, tables: label, stale, findings, overCents, underCents, netCents: overCents + underCents };
}

function toRisk(
  all: readonly OpenFinding[],
  claim: DeidentifiedChart['claim'],
  hcc: CodeTables['hcc'],
): AmountsView['risk'] {
  if (hcc === undefined) return { loaded: false, reason: 'The table of risk categories (CMS-HCC) is not loaded.' };
  const findings = all.flatMap((finding) => {
    const { adds, removes } = riskChange(finding, claim, hcc);
    const nothing = adds.length === 0 && removes.length === 0;
    return nothing ? [] : [{ findingId: finding.id, adds: adds.map(toCategory), removes: removes.map(toCategory) }];
  });
  return { loaded: true, tables: hcc.release.label, findings };
}

function toCategory({ category, label }: RiskCategory) {
  return { category, ...(label === undefined ? {} : { label }) };
}

async function openFindings(database: Database, artifacts: Artifacts, review: Review): Promise<OpenFinding[]> {
  const { tenantId, id, siteId, encounterId } = review;
  const { records, rejected } = await database.inTenant(tenantId, async (em) => ({
    records: await em.find(FindingRecord, { tenantId, reviewId: id }, { orderBy: { rank: 'asc' } }),
    rejected: await em.find(Disposition, { tenantId, siteId, encounterId, decision: 'rejected' }),
  }));
  const rejectedKeys = new Set(rejected.map(({ findingKey }) => findingKey));
  return Promise.all(
    records.map(async (record) => {
      const { billed, suggested } = await artifacts.openFinding(record, record.sealedContent);
      return { id: record.id, kind: record.kind, billed, suggested, rejected: rejectedKeys.has(record.key) };
    }),
  );
}

function sum(cents: readonly number[]): number {
  return cents.reduce((total, each) => total + each, 0);
}
