import { chartsFromBundle, dateOfService, type ChartGap } from '#chart/index.ts';
import type { CodeLibrary } from '#codes/index.ts';
import { deidentifyChart, restoreEvidence, restoreTokens } from '#deidentify/index.ts';
import {
  mapMdmEvidence,
  reviewChart,
  type Direction,
  type Evidence,
  type FindingKind,
  type MdmTable,
  type NotEvaluated,
} from '#review/index.ts';

/** The rule id under which it is said that an encounter was stopped. */
export const LEAK_GATE = 'leak-gate';

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
  /** The decision making behind a level of service, where it was read. */
  readonly mdmTable?: MdmTable;
}

export interface BundleReview {
  readonly findings: readonly BundleFinding[];
  readonly notEvaluated: readonly NotEvaluated[];
  readonly gaps: readonly ChartGap[];
}

/**
 * The whole way of an encounter in memory: a Bundle's charts, de-identified, reviewed, evidence restored.
 * An encounter in which an identifier may have been left is not reviewed, which `notEvaluated` says.
 * Throws AppError `input-invalid` for what is no Bundle.
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
    if (!gate.clear) {
      const stopped = stoppedBy(gate.hits, original.encounter.id);
      notEvaluated.set(stopped.reason, stopped);
      continue;
    }
    const result = reviewChart(chart, library.tablesFor(dateOfService(original)));
    for (const entry of result.notEvaluated) notEvaluated.set(`${entry.rule} ${entry.reason}`, entry);
    for (const finding of result.findings) {
      const restore = ({ document, start, end }: Evidence): Evidence => ({
        document,
        ...restoreEvidence(map, document, start, end),
      });
      const { mdmTable, ...said } = finding;
      findings.push({
        ...said,
        rationale: restoreTokens(map, finding.rationale),
        evidence: finding.evidence.map(restore),
        ...(mdmTable === undefined ? {} : { mdmTable: mapMdmEvidence(mdmTable, restore) }),
      });
    }
  }
  return { findings, notEvaluated: [...notEvaluated.values()], gaps };
}

const NO_ENCOUNTER: NotEvaluated = {
  rule: 'chart',
  reason: 'There is no encounter with its patient in the Bundle: nothing was reviewed.',
};

/** The encounter that the gate stopped, and why; the others of the Bundle are reviewed all the same. */
function stoppedBy(hits: readonly { kind: string; count: number }[], encounterId: string | undefined): NotEvaluated {
  const kinds = hits.map(({ kind, count }) => `${kind}: ${count}`).join(', ');
  return {
    rule: LEAK_GATE,
    reason: `Encounter/${encounterId ?? 'without id'}: an identifier may have been left in the text (${kinds}), so its review was stopped. Nothing was sent anywhere.`,
  };
}
