import type { Finding } from '../finding.ts';
import { expectedPrecision } from './expected-precision.ts';
import { MEASURED_PRECISION } from './measured-precision.ts';

/** No rule is taken for infallible, and none for worthless, by cases alone. */
const LEAST = 0.05;
const MOST = 0.97;

/**
 * A finding with the confidence that cases bear out: what its rule states, moved by as much as the rule's measured precision is away from
 * what it states on average. The cases weigh as many as they are. A rule without cases keeps what it states.
 */
export function calibrate(finding: Finding): Finding {
  const measured = MEASURED_PRECISION.rules[finding.rule.id];
  if (measured === undefined) return finding;
  const moved = finding.confidence + expectedPrecision(measured) - measured.stated;
  return {
    ...finding,
    confidence: Math.round(Math.min(Math.max(moved, LEAST), Math.max(MOST, finding.confidence)) * 1000) / 1000,
  };
}
