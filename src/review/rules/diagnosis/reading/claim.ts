import type { RuleContext } from '../../../rule.ts';

/** Whether a billed diagnosis begins with one of the prefixes. */
export function bills(context: RuleContext, ...prefixes: readonly string[]): boolean {
  return context.chart.claim.diagnoses.some(({ code }) => prefixes.some((prefix) => code.startsWith(prefix)));
}

/** The billed diagnoses in the order of the claim. */
export function billedInOrder({ chart }: RuleContext): readonly string[] {
  return chart.claim.diagnoses.toSorted((a, b) => a.sequence - b.sequence).map(({ code }) => code);
}

/** A hospital's own claim for an inpatient stay: uncertain diagnoses and principal diagnosis follow sections II and III. */
export function isInpatientFacility({ chart }: RuleContext): boolean {
  return chart.setting === 'inpatient' && chart.claim.type !== 'professional';
}
