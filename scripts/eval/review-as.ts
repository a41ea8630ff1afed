import { chartsFromBundle, dateOfService } from '#chart/index.ts';
import type { CodeLibrary } from '#codes/index.ts';
import { checkForLeaks, deidentifyChart, knownRecordOf, restoreEvidence } from '#deidentify/index.ts';
import {
  reviewChart,
  reviewChartWithModel,
  type Finding,
  type ModelReviewer,
  type ReviewResult,
} from '#review/index.ts';
import { toBundle } from './case-bundle.ts';
import type { ReviewCase } from './review-case.ts';

export const REVIEWERS = ['rules', 'model', 'both'] as const;
export type ReviewerName = (typeof REVIEWERS)[number];

export interface EvaluatedReview {
  readonly findings: readonly Finding[];
  readonly model: ReviewResult['model'];
}

interface Setup {
  readonly as: ReviewerName;
  readonly reviewer: ModelReviewer | undefined;
  readonly library: CodeLibrary;
  /** Confidences as the rules state them: to measure the rules by. */
  readonly stated?: boolean;
}

/** Takes a case the whole way of an encounter, in memory: chart, de-identification, review, evidence in the note's own words. */
export async function reviewAs(
  review: ReviewCase,
  { as, reviewer, library, stated = false }: Setup,
): Promise<EvaluatedReview> {
  const [original] = await chartsFromBundle(toBundle(review));
  if (original === undefined) throw new TypeError(`${review.id}: no chart`);
  const { chart, map, gate } = await deidentifyChart(original);
  if (!gate.clear) throw new TypeError(`${review.id}: the leak gate stopped it`);
  const tables = library.tablesFor(dateOfService(original));
  const call = {
    signal: new AbortController().signal,
    gate: (text: string) => checkForLeaks(text, knownRecordOf(original)),
  };
  const result = await (async (): Promise<EvaluatedReview> => {
    if (as === 'rules' || reviewer === undefined)
      return reviewChart(chart, tables, { confidence: stated ? 'stated' : 'calibrated' });
    if (as === 'both') return reviewChartWithModel(chart, tables, { reviewer, ...call });
    const outcome = await reviewer.review(chart, tables, call);
    if (outcome.kind === 'failed')
      return { findings: [], model: { used: false, note: outcome.note, usage: outcome.usage } };
    const { model: name, usage, dropped, findings } = outcome;
    return { findings, model: { used: true, name, usage, dropped } };
  })();
  return {
    model: result.model,
    findings: result.findings.map((finding) => ({
      ...finding,
      evidence: finding.evidence.map(({ document, start, end }) => ({
        document,
        ...restoreEvidence(map, document, start, end),
      })),
    })),
  };
}
