import { chartsFromBundle, dateOfService, type ChartGap } from '#chart/index.ts';
import type { CodeLibrary } from '#codes/index.ts';
import { deidentifyChart, restoreEvidence, restoreTokens } from '#deidentify/index.ts';
import { AppError } from '#kernel/index.ts';
import { reviewChart, type Direction, type Evidence, type FindingKind, type NotEvaluated } from '#review/index.ts';

/** A finding as `revrx review` gives it: evidence with offsets into the note's own text. */
export interface BundleFinding {
  readonly kind: FindingKind;
  readonly direction: Direction;
  readonly billed: readonly string[];
  readonly suggested: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
  readonly source: 'rules' | 'model' | 'both';
  readonly rule: { readonly id: string; readonly source: string };
  readonly rationale: string;
}

export interface BundleReview {
  readonly findings: readonly BundleFinding[];
  readonly notEvaluated: readonly NotEvaluated[];
  readonly gaps: readonly ChartGap[];
}

/**
 * The whole way of an encounter in memory: a Bundle's charts, de-identified, reviewed, evidence restored.
 * Throws AppError `input-invalid` for what is no Bundle, `leak-gate-hit` when an identifier was left.
 */
export async function reviewBundle(bundle: unknown, library: CodeLibrary): Promise<BundleReview> {
  const findings: BundleFinding[] = [];
  const notEvaluated = new Map<string, NotEvaluated>();
  const gaps: ChartGap[] = [];
  const charts = await chartsFromBundle(bundle);
  if (charts.length === 0) notEvaluated.set('', NO_ENCOUNTER);
  for (const original of charts) {
    const { chart, map, gate } = await deidentifyChart(original);
    gaps.push(...original.gaps);
    if (!gate.clear) throw leaked(gate.hits);
    const result = reviewChart(chart, library.tablesFor(dateOfService(original)));
    for (const entry of result.notEvaluated) notEvaluated.set(`${entry.rule} ${entry.reason}`, entry);
    for (const finding of result.findings) {
      const evidence = finding.evidence.map(({ document, start, end }) => ({
        document,
        ...restoreEvidence(map, document, start, end),
      }));
      findings.push({ ...finding, rationale: restoreTokens(map, finding.rationale), evidence });
    }
  }
  return { findings, notEvaluated: [...notEvaluated.values()], gaps };
}

const NO_ENCOUNTER: NotEvaluated = {
  rule: 'chart',
  reason: 'There is no encounter with its patient in the Bundle: nothing was reviewed.',
};

function leaked(hits: readonly { kind: string; count: number }[]): AppError {
  const kinds = hits.map(({ kind, count }) => `${kind}: ${count}`).join(', ');
  return new AppError('leak-gate-hit', {
    publicMessage: `An identifier may have been left in the text (${kinds}), so the review was stopped. Nothing was sent anywhere.`,
  });
}
