import type { NotEvaluated } from '#review/index.ts';
import type { BundleFinding, BundleReview } from './review-bundle.ts';

/** What `revrx review --json` prints and `--out` writes; programs rely on these keys. */
export interface ReviewJson {
  readonly findings: readonly BundleFinding[];
  readonly notEvaluated: readonly NotEvaluated[];
}

/** The rule id under which it is said what of the chart could not be read. */
const CHART = 'chart';

/** What could not be read was not evaluated either, and is said in the same list. */
export function toReviewJson({ findings, notEvaluated, gaps }: BundleReview): ReviewJson {
  const unread = gaps.map(({ reference, message }) => ({ rule: CHART, reason: `${reference}: ${message}` }));
  return { findings: findings.map(toFindingJson), notEvaluated: [...unread, ...notEvaluated] };
}

function toFindingJson(finding: BundleFinding): BundleFinding {
  const { kind, direction, billed, suggested, evidence, confidence, source, rule, rationale } = finding;
  return {
    kind,
    direction,
    billed,
    suggested,
    evidence: evidence.map(({ document, start, end, quote }) => ({ document, start, end, quote })),
    confidence,
    source,
    rule: { id: rule.id, source: rule.source },
    rationale,
  };
}
