import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';

type Draft = Omit<Finding, 'source' | 'rule' | 'evidence'> & Partial<Pick<Finding, 'evidence'>>;

/** A finding of a diagnosis rule, with the rule's reference and the release of the code table. */
export function findingOf(rule: Pick<Rule, 'id' | 'source'>, context: RuleContext, draft: Draft): Finding {
  return {
    evidence: [],
    ...draft,
    source: 'rules',
    rule: { id: rule.id, source: rule.source },
    tableRelease: context.tables.icd10cm.release.label,
  };
}
