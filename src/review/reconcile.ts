import type { Finding } from './finding.ts';

/** One cause is reported once: of equal findings, the most certain. */
export function reconcile(findings: readonly Finding[]): Finding[] {
  const byCause = new Map<string, Finding>();
  for (const finding of findings) {
    const key = [finding.kind, [...finding.billed].sort().join('+'), [...finding.suggested].sort().join('+')].join('|');
    const known = byCause.get(key);
    if (known === undefined || known.confidence < finding.confidence) byCause.set(key, finding);
  }
  return [...byCause.values()];
}
