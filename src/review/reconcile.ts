import type { Finding, FindingKind } from './finding.ts';

/**
 * Which kind of finding gives the cause when several are about one billed diagnosis: an invalid code cannot be
 * unsupported too, and a code that an Excludes1 note removes needs no better one.
 */
const CAUSES: readonly FindingKind[] = [
  'invalid-code',
  'demographic-conflict',
  'excludes1-conflict',
  'unsupported-diagnosis',
  'wrong-diagnosis',
  'diagnosis-specificity',
];

/** One cause is reported once. Of equal findings the most certain stays; of several on one diagnosis, the cause. */
export function reconcile(findings: readonly Finding[]): Finding[] {
  const distinct = mostCertainOfEach(findings);
  const kept = distinct.filter((finding) => !distinct.some((other) => explains(other, finding)));
  return kept.filter((finding) => !isAlreadySuggested(finding, kept) && !isToldBetter(finding, kept));
}

function mostCertainOfEach(findings: readonly Finding[]): Finding[] {
  const byCause = new Map<string, Finding>();
  for (const finding of findings) {
    const key = [finding.kind, sorted(finding.billed), sorted(finding.suggested)].join('|');
    const known = byCause.get(key);
    if (known === undefined || known.confidence < finding.confidence) byCause.set(key, finding);
  }
  return [...byCause.values()];
}

function sorted(codes: readonly string[]): string {
  return codes.toSorted().join('+');
}

function explains(other: Finding, finding: Finding): boolean {
  if (other === finding) return false;
  if (other.kind === 'excludes1-conflict' && finding.kind === 'sequencing')
    return finding.billed.some((code) => removedBy(other).includes(code));
  const [rank, otherRank] = [CAUSES.indexOf(finding.kind), CAUSES.indexOf(other.kind)];
  if (rank === -1 || otherRank === -1) return false;
  const removed = removedBy(other);
  if (!finding.billed.some((code) => removed.includes(code)) || finding.kind === 'excludes1-conflict') return false;
  return (
    otherRank < rank ||
    (otherRank === rank &&
      (other.confidence > finding.confidence ||
        (other.confidence === finding.confidence && other.rule.id < finding.rule.id)))
  );
}

/** The billed codes that would go if the finding is right. */
function removedBy({ kind, billed, suggested }: Finding): readonly string[] {
  if (kind !== 'excludes1-conflict') return billed;
  // What stays may stay in more detail than it was billed.
  const stays = (code: string): boolean =>
    suggested.includes(code) || suggested.some((one) => one.slice(0, 3) === code.slice(0, 3));
  return billed.filter((code) => !stays(code));
}

/** A service that is not supported, where another finding says which one is. */
function isToldBetter(finding: Finding, all: readonly Finding[]): boolean {
  if (finding.kind !== 'unsupported-service' || finding.suggested.length > 0) return false;
  return all.some(
    (other) =>
      other.kind === 'unsupported-service' &&
      other.suggested.length > 0 &&
      sorted(other.billed) === sorted(finding.billed),
  );
}

/** A missed diagnosis that another finding already suggests in place of a billed one. */
function isAlreadySuggested(finding: Finding, all: readonly Finding[]): boolean {
  if (finding.kind !== 'missed-diagnosis') return false;
  return all.some(
    (other) =>
      other !== finding &&
      other.kind !== 'missed-diagnosis' &&
      finding.suggested.every((code) => other.suggested.includes(code)),
  );
}
