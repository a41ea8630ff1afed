import type { EntityManager } from '@mikro-orm/postgresql';
import type { Chart } from '#chart/index.ts';
import type { EhrCapabilities } from '#ehr/index.ts';
import { newId, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { Disposition } from '#review/disposition.entity.ts';
import { FindingRecord } from '#review/finding.entity.ts';
import { ClinicianQuery } from '#review/queries/clinician-query.entity.ts';
import { ReviewOutcome } from '#review/review-outcome.entity.ts';
import {
  publish,
  type PublicationInput,
  type PublishableQuery,
  type PublishableFinding,
  type PublishedDecision,
  type PublishedResource,
  type PublishingEhr,
} from '#writeback/index.ts';
import { Publication } from '#writeback/publication.entity.ts';
import type { Artifacts } from '../artifacts.ts';
import type { Review } from '../review.entity.ts';
import type { Step } from '../step.ts';

interface WritebackStepOptions {
  /** The site's EHR with a token of its own. */
  readonly connect: (
    review: Readonly<Review>,
    signal: AbortSignal,
  ) => Promise<{ ehr: PublishingEhr; capabilities: EhrCapabilities }>;
  readonly database: Database;
  readonly artifacts: Artifacts;
  readonly clock: Clock;
  readonly softwareVersion: string;
}

/** reviewed → published: makes the EHR say what the review says, and remembers what stands there. */
export function createWritebackStep(options: WritebackStepOptions): Step {
  return {
    name: 'writeback',
    async run(review, signal) {
      const [chart, rows, { ehr, capabilities }] = await Promise.all([
        options.artifacts.openChart(review),
        loadRows(options.database, review),
        options.connect(review, signal),
      ]);
      const input = await toInput({ review, chart, rows, options });
      const published = await publish(ehr, capabilities, { input, memory: rows.publications.map(toMemory) });
      return {
        kind: 'done',
        output: { store: (em) => storePublications(em, { review, published, now: options.clock.now() }) },
      };
    },
  };
}

interface Rows {
  readonly findings: readonly FindingRecord[];
  readonly outcome: ReviewOutcome | null;
  readonly dispositions: readonly Disposition[];
  readonly queries: readonly ClinicianQuery[];
  readonly publications: readonly Publication[];
}

async function loadRows(database: Database, { tenantId, id, siteId, encounterId }: Readonly<Review>): Promise<Rows> {
  return database.inTenant(tenantId, async (em) => {
    const ofEncounter = { tenantId, siteId, encounterId };
    const findings = await em.find(FindingRecord, { tenantId, reviewId: id }, { orderBy: { rank: 'asc' } });
    const outcome = await em.findOne(ReviewOutcome, { tenantId, id });
    const dispositions = await em.find(Disposition, ofEncounter);
    const queries = await em.find(ClinicianQuery, ofEncounter, { orderBy: { id: 'asc' } });
    const publications = await em.find(Publication, ofEncounter);
    return { findings, outcome, dispositions, queries, publications };
  });
}

interface InputParts {
  readonly review: Readonly<Review>;
  readonly chart: Chart;
  readonly rows: Rows;
  readonly options: WritebackStepOptions;
}

async function toInput({ review, chart, rows, options }: InputParts): Promise<PublicationInput> {
  const decisions = new Map(rows.dispositions.map((disposition) => [disposition.findingKey, disposition]));
  const findings = await Promise.all(
    rows.findings.map((finding) => toPublishable(finding, decisions.get(finding.key), options.artifacts)),
  );
  return {
    tenantId: review.tenantId,
    siteId: review.siteId,
    encounterId: review.encounterId,
    patientId: chart.patient.id ?? '',
    claimIds: chart.claims.flatMap(({ id }) => (id === undefined ? [] : [id])),
    documents: chart.documents.map(({ id, title }) => ({ id, title })),
    findings,
    queries: await Promise.all(rows.queries.map((query) => toPublishableQuery(query, { chart, rows, options }))),
    notEvaluated: await options.artifacts.openNotEvaluated(rows.outcome),
    modelName: rows.outcome?.model.used === true ? (rows.outcome.model.name ?? 'unnamed') : undefined,
    softwareVersion: options.softwareVersion,
    reviewedAt: rows.outcome?.createdAt ?? options.clock.now(),
  };
}

async function toPublishable(
  record: FindingRecord,
  disposition: Disposition | undefined,
  artifacts: Artifacts,
): Promise<PublishableFinding> {
  const content = await artifacts.openFinding(record, record.sealedContent);
  const { billed, suggested, rule, rationale, evidence, mdm } = content;
  const { key, kind, direction, confidence, source } = record;
  const said = { rationale, evidence, ...(mdm === undefined ? {} : { mdm }) };
  const finding = { key, kind, direction, billed, suggested, confidence, source, rule, ...said };
  if (disposition === undefined) return finding;
  return { ...finding, decision: await toDecision(disposition, artifacts) };
}

async function toDecision(disposition: Disposition, artifacts: Artifacts): Promise<PublishedDecision> {
  const { by, note } = await artifacts.openNote(disposition, disposition.sealedNote);
  return {
    decision: disposition.decision,
    reason: disposition.reason ?? undefined,
    note,
    by,
    at: disposition.decidedAt,
  };
}

async function toPublishableQuery(
  query: ClinicianQuery,
  { chart, rows, options }: Omit<InputParts, 'review'>,
): Promise<PublishableQuery> {
  const { artifacts } = options;
  const { by, options: choices, title, question, indicators } = await artifacts.openQuery(query, query.sealedQuery);
  const [about] = indicators;
  const author = chart.documents
    .find(({ id }) => id === about?.documentId)
    ?.reference.author?.map(({ reference }) => /(?:^|\/)(Practitioner(?:Role)?\/[^/]+)$/.exec(reference ?? '')?.[1])
    .find((reference) => reference !== undefined);
  const asked = {
    key: query.findingKey,
    holds: rows.findings.some(({ key }) => key === query.findingKey),
    title,
    question,
    indicators,
    options: choices.map(({ text }) => text),
    owner: author,
    by,
    at: query.sentAt,
  };
  if (query.sealedAnswer === null || query.sealedAnswer === undefined) return asked;
  const answer = await artifacts.openAnswer(query, query.sealedAnswer);
  const option = answer.option === undefined ? undefined : choices[answer.option]?.text;
  return { ...asked, answer: { option, words: answer.words, by: answer.by, at: query.answeredAt ?? query.sentAt } };
}

function toMemory({ resourceType, key, resourceId, versionId, contentHash, state }: Publication): PublishedResource {
  return { resourceType, key, resourceId, versionId: versionId ?? undefined, contentHash, state };
}

async function storePublications(
  em: EntityManager,
  { review, published, now }: { review: Readonly<Review>; published: readonly PublishedResource[]; now: Date },
): Promise<void> {
  const { tenantId, siteId, encounterId } = review;
  if (published.length === 0) return;
  await em.upsertMany(
    Publication,
    published.map(({ versionId, ...resource }) => ({
      id: newId(now.getTime()),
      tenantId,
      siteId,
      encounterId,
      reviewId: review.id,
      ...resource,
      versionId: versionId ?? null,
      writtenAt: now,
    })),
    { onConflictFields: ['tenantId', 'siteId', 'encounterId', 'resourceType', 'key'], onConflictExcludeFields: ['id'] },
  );
}
