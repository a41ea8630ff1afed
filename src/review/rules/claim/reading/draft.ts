import type { Finding, NotEvaluated } from '../../../finding.ts';
import type { RuleOutcome } from '../../../rule.ts';

/** What a rule says about one thing; `reportAs` adds who says it. */
export type Draft = Omit<Finding, 'source' | 'rule'>;

/** Findings of a rule, with its id and published source on each. */
export function reportAs(
  rule: { readonly id: string; readonly source: string },
  drafts: readonly Draft[],
  notEvaluated: readonly NotEvaluated[] = [],
): RuleOutcome {
  const findings = drafts.map((draft) => ({
    ...draft,
    source: 'rules' as const,
    rule: { id: rule.id, source: rule.source },
  }));
  return { findings, notEvaluated };
}

/** The outcome of a rule whose table is missing: never silently passed. */
export function tableNotLoaded(rule: { readonly id: string }, table: string): RuleOutcome {
  return { findings: [], notEvaluated: [{ rule: rule.id, reason: `${table}: table not loaded` }] };
}
