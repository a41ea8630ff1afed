import { dateOfService } from '#chart/index.ts';
import type { CodeTables } from '#codes/index.ts';
import {
  checkForLeaks,
  knownRecordOf,
  restoreEvidence,
  restoreTokens,
  type DeidentifiedChart,
  type GateResult,
  type PhiMap,
} from '#deidentify/index.ts';
import { newId, type Clock } from '#kernel/index.ts';
import { FindingRecord, type FindingContent } from '#review/finding.entity.ts';
import { findingKeys, type Finding, type ReviewResult } from '#review/index.ts';
import { ReviewOutcome } from '#review/review-outcome.entity.ts';
import type { Artifacts, ReviewRef } from '../artifacts.ts';
import type { Step } from '../step.ts';

/** What a review is told beside the chart. */
export interface ReviewContext {
  readonly tenantId: string;
  readonly siteId: string;
  /** Aborted when the step is to stop. */
  readonly signal: AbortSignal;
  /** Whether a text of this review may leave: knows the chart's identifiers, and gives none away. */
  readonly gate: (text: string) => GateResult;
}

interface ReviewStepOptions {
  readonly review: (
    chart: DeidentifiedChart,
    tables: CodeTables,
    context: ReviewContext,
  ) => ReviewResult | Promise<ReviewResult>;
  /** The tables in force on a date of service (YYYY-MM-DD). */
  readonly tablesFor: (date: string) => CodeTables;
  readonly artifacts: Artifacts;
  readonly clock: Clock;
}

/** deidentified → reviewed: rules and model on the de-identified chart; evidence leads back into the chart's own text. */
export function createReviewStep({ review, tablesFor, artifacts, clock }: ReviewStepOptions): Step {
  return {
    name: 'review',
    async run({ tenantId, id, siteId }, signal) {
      const ref = { tenantId, id };
      const [original, { chart, map }] = await Promise.all([artifacts.openChart(ref), artifacts.openDeidentified(ref)]);
      const gate = (text: string) => checkForLeaks(text, knownRecordOf(original));
      const tables = tablesFor(dateOfService(original));
      const result = await review(chart, tables, { tenantId, siteId, signal, gate });
      const now = clock.now();
      const records = await toRecords(result.findings, { ref, map, artifacts, now });
      return {
        kind: 'done',
        output: {
          async store(em) {
            // An earlier attempt, or a redrive: this result replaces that one.
            await em.nativeDelete(FindingRecord, { tenantId, reviewId: id });
            if (records.length > 0) await em.insertMany(FindingRecord, records);
            const { notEvaluated, model } = result;
            await em.upsert(ReviewOutcome, { id, tenantId, notEvaluated, model, createdAt: now });
          },
        },
      };
    },
  };
}

interface RecordContext {
  readonly ref: ReviewRef;
  readonly map: PhiMap;
  readonly artifacts: Artifacts;
  readonly now: Date;
}

async function toRecords(findings: readonly Finding[], { ref, map, artifacts, now }: RecordContext) {
  const keys = findingKeys(findings);
  return Promise.all(
    findings.map(async (finding, rank) => {
      const id = newId(now.getTime());
      const key = keys[rank];
      if (key === undefined) throw new RangeError('a finding without its key');
      const sealedContent = await artifacts.sealFinding(
        { tenantId: ref.tenantId, id, reviewId: ref.id },
        toContent(finding, map),
      );
      const { kind, direction, confidence, source, rule, tableRelease } = finding;
      return {
        id,
        tenantId: ref.tenantId,
        reviewId: ref.id,
        key,
        rank,
        kind,
        direction,
        billed: [...finding.billed],
        suggested: [...finding.suggested],
        confidence,
        source,
        ruleId: rule.id,
        ruleSource: rule.source,
        tableRelease: tableRelease ?? null,
        sealedContent,
        createdAt: now,
      };
    }),
  );
}

function toContent({ rationale, evidence }: Finding, map: PhiMap): FindingContent {
  return {
    rationale: restoreTokens(map, rationale),
    evidence: evidence.map(({ document, start, end }) => ({
      documentId: document,
      ...restoreEvidence(map, document, start, end),
    })),
  };
}
