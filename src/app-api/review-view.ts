import { dateOfService, type Chart } from '#chart/index.ts';
import type { CodeLibrary, CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import type { FindingView, ReviewView } from '#http/contract.ts';
import { AppError } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { Artifacts, Review } from '#pipeline/index.ts';
import { Disposition } from '#review/disposition.entity.ts';
import { FindingRecord } from '#review/finding.entity.ts';
import { ReviewOutcome } from '#review/review-outcome.entity.ts';
import { toProgress } from './current-review.ts';

export interface ViewDependencies {
  readonly database: Database;
  readonly artifacts: Artifacts;
  readonly codes: CodeLibrary;
}

/** Everything that the app shows of a review: identifiers restored, for the person whose launch it is. */
export async function getReviewView(deps: ViewDependencies, review: Review): Promise<ReviewView> {
  const { database, artifacts, codes } = deps;
  const [chart, { chart: deidentified }, rows] = await Promise.all([
    artifacts.openChart(review),
    artifacts.openDeidentified(review),
    loadRows(database, review),
  ]);
  const tables = codes.tablesFor(dateOfService(chart));
  const findings = await Promise.all(
    rows.findings.map((record) =>
      toFindingView(record, { artifacts, tables, decided: rows.dispositions.get(record.key) }),
    ),
  );
  return {
    progress: toProgress(review),
    claim: toClaimView(deidentified, tables),
    documents: chart.documents.map(toDocumentView),
    findings,
    notEvaluated: [...(rows.outcome?.notEvaluated ?? [])],
    gaps: chart.gaps.map(({ reference, message }) => ({ reference, message })),
    model: toModelView(rows.outcome),
    published: review.state === 'published',
  };
}

/** Whether a model took part: not what it cost, which is for operators. */
function toModelView(outcome: ReviewOutcome | null): ReviewView['model'] {
  const { used, name, note } = outcome?.model ?? { used: false };
  return { used, ...(name === undefined ? {} : { name }), ...(note === undefined ? {} : { note }) };
}

interface Rows {
  readonly findings: readonly FindingRecord[];
  readonly outcome: ReviewOutcome | null;
  /** By finding key. */
  readonly dispositions: ReadonlyMap<string, Disposition>;
}

async function loadRows(database: Database, { tenantId, id, siteId, encounterId }: Review): Promise<Rows> {
  return database.inTenant(tenantId, async (em) => {
    const findings = await em.find(FindingRecord, { tenantId, reviewId: id }, { orderBy: { rank: 'asc' } });
    const outcome = await em.findOne(ReviewOutcome, { tenantId, id });
    const dispositions = await em.find(Disposition, { tenantId, siteId, encounterId });
    return { findings, outcome, dispositions: new Map(dispositions.map((each) => [each.findingKey, each])) };
  });
}

interface FindingContext {
  readonly artifacts: Artifacts;
  readonly tables: CodeTables;
  readonly decided: Disposition | undefined;
}

/** A finding as the app shows it. */
export async function toFindingView(
  record: FindingRecord,
  { artifacts, tables, decided }: FindingContext,
): Promise<FindingView> {
  const { rationale, evidence } = await artifacts.openFinding(record, record.sealedContent);
  const { id, kind, direction, billed, suggested, confidence, source, ruleId, ruleSource, tableRelease } = record;
  return {
    id,
    kind,
    direction,
    billed,
    suggested,
    titles: titlesOf([...billed, ...suggested], tables),
    confidence,
    source,
    rule: { id: ruleId, source: ruleSource },
    rationale,
    evidence: [...evidence],
    ...(tableRelease === null || tableRelease === undefined ? {} : { tableRelease }),
    ...(decided === undefined ? {} : { disposition: await toDispositionView(decided, artifacts) }),
  };
}

async function toDispositionView(
  decided: Disposition,
  artifacts: Artifacts,
): Promise<NonNullable<FindingView['disposition']>> {
  const { by, note } = await artifacts.openNote(decided, decided.sealedNote);
  return {
    decision: decided.decision,
    by,
    at: decided.decidedAt.toISOString(),
    ...(decided.reason === null || decided.reason === undefined ? {} : { reason: decided.reason }),
    ...(note === undefined ? {} : { note }),
  };
}

/** ICD-10-CM and HCPCS Level II titles. CPT has none: its descriptors are the AMA's. */
function titlesOf(codes: readonly string[], { icd10cm, hcpcs }: CodeTables): Record<string, string> {
  const entries = codes.flatMap((code) => {
    const title = icd10cm.find(code)?.title ?? hcpcs?.find(code.split('-')[0] ?? code)?.description;
    return title === undefined ? [] : [[code, title] as const];
  });
  return Object.fromEntries(entries);
}

function toClaimView({ claim }: DeidentifiedChart, { icd10cm }: CodeTables): ReviewView['claim'] {
  return {
    diagnoses: claim.diagnoses.map(({ sequence, code }) => {
      const title = icd10cm.find(code)?.title;
      return { sequence, code, ...(title === undefined ? {} : { title }) };
    }),
    items: claim.items.map(({ sequence, code, modifiers, units, diagnosisSequence }) => ({
      sequence,
      code,
      modifiers: [...modifiers],
      units,
      diagnosisSequence: [...diagnosisSequence],
    })),
  };
}

function toDocumentView({
  id,
  title,
  date,
  reference,
  text,
}: Chart['documents'][number]): ReviewView['documents'][number] {
  const status = reference.docStatus;
  return { id, title, text, ...(date === undefined ? {} : { date }), ...(status === undefined ? {} : { status }) };
}

/** The finding of this review, or AppError `not-found`: an id of another review is as good as none. */
export async function getFinding(database: Database, review: Review, findingId: string): Promise<FindingRecord> {
  const { tenantId } = review;
  const record = await database.inTenant(tenantId, (em) =>
    em.findOne(FindingRecord, { tenantId, id: findingId, reviewId: review.id }),
  );
  if (record !== null) return record;
  throw new AppError('not-found', {
    publicMessage: 'This finding is no longer part of the review: the chart has changed. Reload the page.',
  });
}
