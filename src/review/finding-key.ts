import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';

/**
 * Names findings across reviews of the same encounter: the same rule saying the same about the same codes keeps its key,
 * so that a repeated review updates and retracts instead of duplicating. Evidence is left out on purpose: an addendum
 * moves it. The n-th finding that would get the same key gets its number into it.
 */
export function findingKeys(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ kind, rule, billed, suggested }) => {
    const identity = JSON.stringify([kind, rule.id, billed.toSorted(), suggested.toSorted()]);
    const nth = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, nth);
    return createHash('sha256').update(`${identity}#${nth}`).digest('hex').slice(0, 32);
  });
}
