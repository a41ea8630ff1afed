import { restoreEvidence, restoreTokens, type DeidentifiedChart, type PhiMap } from '#deidentify/index.ts';
import { newId } from '#kernel/index.ts';
import { FindingRecord, type FindingContent } from '#review/finding.entity.ts';
import {
  draftQuery,
  findingKeys,
  type Evidence,
  type Finding,
  type MdmContent,
  type MdmTable,
  type QueryContent,
  type Quote,
  type ReviewResult,
} from '#review/index.ts';
import { ReviewOutcome } from '#review/review-outcome.entity.ts';
import type { Artifacts, ReviewRef } from './artifacts.ts';
import type { StepOutput } from './step.ts';

interface OutputContext {
  readonly ref: ReviewRef;
  readonly chart: DeidentifiedChart;
  readonly map: PhiMap;
  readonly artifacts: Artifacts;
  readonly now: Date;
}

/** A review's result as rows: identifiers restored, evidence led back into the chart's own text, words sealed. */
export async function toReviewOutput(result: ReviewResult, context: OutputContext): Promise<StepOutput> {
  const { tenantId, id } = context.ref;
  const records = await toRecords(result.findings, context);
  const { model } = result;
  const sealedNotEvaluated = await context.artifacts.sealNotEvaluated(context.ref, result.notEvaluated);
  return {
    async store(em) {
      // An earlier attempt, or a redrive: this result replaces that one.
      await em.nativeDelete(FindingRecord, { tenantId, reviewId: id });
      if (records.length > 0) await em.insertMany(FindingRecord, records);
      await em.upsert(ReviewOutcome, { id, tenantId, sealedNotEvaluated, model, createdAt: context.now });
    },
  };
}

async function toRecords(findings: readonly Finding[], { ref, chart, map, artifacts, now }: OutputContext) {
  const keys = await artifacts.storedKeys(ref, findingKeys(findings));
  return Promise.all(
    findings.map(async (finding, rank) => {
      const id = newId(now.getTime());
      const key = keys[rank];
      if (key === undefined) throw new RangeError('a finding without its key');
      const sealedContent = await artifacts.sealFinding(
        { tenantId: ref.tenantId, id, reviewId: ref.id },
        toContent(finding, chart, map),
      );
      const { kind, direction, confidence, source } = finding;
      return {
        id,
        tenantId: ref.tenantId,
        reviewId: ref.id,
        key,
        rank,
        kind,
        direction,
        confidence,
        source,
        sealedContent,
        createdAt: now,
      };
    }),
  );
}

function toContent(finding: Finding, chart: DeidentifiedChart, map: PhiMap): FindingContent {
  const { billed, suggested, rule, tableRelease, rationale, evidence, mdmTable } = finding;
  const query = toQueryContent(finding, chart, map);
  return {
    billed,
    suggested,
    rule,
    ...(tableRelease === undefined ? {} : { tableRelease }),
    rationale: restoreTokens(map, rationale),
    evidence: evidence.map((one) => toQuote(one, map)),
    ...(mdmTable === undefined ? {} : { mdm: toMdmContent(mdmTable, map) }),
    ...(query === undefined ? {} : { query }),
  };
}

function toQuote({ document, start, end }: Evidence, map: PhiMap): Quote {
  return { documentId: document, ...restoreEvidence(map, document, start, end) };
}

function toMdmContent({ problems, data, risk, level }: MdmTable, map: PhiMap): MdmContent {
  const columns = [
    ['problems', problems],
    ['data', data],
    ['risk', risk],
  ] as const;
  const elements = columns.map(([element, { lower, upper, facts }]) => ({
    element,
    lower,
    upper,
    facts: facts.map((fact) => ({
      row: fact.row,
      level: fact.level,
      evidence: fact.evidence.map((one) => toQuote(one, map)),
    })),
  }));
  return { elements, level };
}

/** The draft of a query, for a gap in the documentation; undefined for what a linter keeps back. */
function toQueryContent(finding: Finding, chart: DeidentifiedChart, map: PhiMap): QueryContent | undefined {
  const query = draftQuery(finding, chart);
  if (query === undefined) return undefined;
  const { title, type, question, options, indicators } = query;
  return {
    title,
    type,
    question,
    options,
    indicators: indicators.map((one) => ({ ...toQuote(one, map), source: restoreTokens(map, one.source) })),
  };
}
