import { restoreEvidence, restoreTokens, type PhiMap } from '#deidentify/index.ts';
import { newId } from '#kernel/index.ts';
import { FindingRecord, type FindingContent } from '#review/finding.entity.ts';
import { findingKeys, type Finding, type ReviewResult } from '#review/index.ts';
import { ReviewOutcome } from '#review/review-outcome.entity.ts';
import type { Artifacts, ReviewRef } from './artifacts.ts';
import type { StepOutput } from './step.ts';

interface OutputContext {
  readonly ref: ReviewRef;
  readonly map: PhiMap;
  readonly artifacts: Artifacts;
  readonly now: Date;
}

/** A review's result as rows: identifiers restored, evidence led back into the chart's own text, words sealed. */
export async function toReviewOutput(result: ReviewResult, context: OutputContext): Promise<StepOutput> {
  const { tenantId, id } = context.ref;
  const records = await toRecords(result.findings, context);
  const { notEvaluated, model } = result;
  return {
    async store(em) {
      // An earlier attempt, or a redrive: this result replaces that one.
      await em.nativeDelete(FindingRecord, { tenantId, reviewId: id });
      if (records.length > 0) await em.insertMany(FindingRecord, records);
      await em.upsert(ReviewOutcome, { id, tenantId, notEvaluated, model, createdAt: context.now });
    },
  };
}

async function toRecords(findings: readonly Finding[], { ref, map, artifacts, now }: OutputContext) {
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
