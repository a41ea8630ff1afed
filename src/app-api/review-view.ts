import { dateOfService, type Chart } from '#chart/index.ts';
import type { CodeLibrary, CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import type { ReviewView } from '#http/contract.ts';
import { AppError } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { Artifacts, Review } from '#pipeline/index.ts';
import { Disposition } from '#review/disposition.entity.ts';
import { FindingRecord } from '#review/finding.entity.ts';
import { ClinicianQuery } from '#review/queries/clinician-query.entity.ts';
import { ReviewOutcome } from '#review/review-outcome.entity.ts';
import { toProgress } from './current-review.ts';
import { toFindingView } from './finding-view.ts';

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
      toFindingView(record, {
        artifacts,
        tables,
        decided: rows.dispositions.get(record.key),
        asked: rows.queries.get(record.key),
      }),
    ),
  );
  return {
    progress: toProgress(review),
    claim: toClaimView(deidentified, tables),
    documents: chart.documents.map(toDocumentView),
    findings,
    notEvaluated: [...(await artifacts.openNotEvaluated(rows.outcome))],
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
  /** By finding key. */
  readonly queries: ReadonlyMap<string, ClinicianQuery>;
}

async function loadRows(database: Database, { tenantId, id, siteId, encounterId }: Review): Promise<Rows> {
  return database.inTenant(tenantId, async (em) => {
    const findings = await em.find(FindingRecord, { tenantId, reviewId: id }, { orderBy: { rank: 'asc' } });
    const outcome = await em.findOne(ReviewOutcome, { tenantId, id });
    const dispositions = await em.find(Disposition, { tenantId, siteId, encounterId });
    const queries = await em.find(ClinicianQuery, { tenantId, siteId, encounterId });
    return { findings, outcome, dispositions: byKey(dispositions), queries: byKey(queries) };
  });
}

function byKey<Row extends { readonly findingKey: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.findingKey, row]));
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
