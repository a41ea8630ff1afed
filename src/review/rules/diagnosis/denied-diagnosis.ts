import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { statementOf } from './reading/statement.ts';
import { supportOf } from './reading/support.ts';
import { uncodedConclusions } from './reading/uncoded.ts';
import { isJudgedByName } from './reading/judged.ts';

/** A diagnosis that the record denies or rules out is not coded. */
export const deniedDiagnosis: Rule = {
  id: 'denied-diagnosis',
  source: 'ICD-10-CM Official Guidelines, Sections II.H and IV.H (a condition ruled out is not coded)',
  evaluate(context) {
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

function judge(context: RuleContext, code: string): Finding[] {
  if (!isJudgedByName(code)) return [];
  const support = supportOf(context, code);
  if (support.type !== 'negated' && support.type !== 'other-person') return [];
  const [first] = support.mentions;
  if (first === undefined) return [];
  const instead = uncodedConclusions(context)[0];
  return [
    findingOf(deniedDiagnosis, context, {
      kind: 'unsupported-diagnosis',
      direction: 'over',
      billed: [code],
      suggested: instead === undefined ? [] : [instead.code],
      evidence: [statementOf(first)],
      confidence: 0.92,
      rationale:
        support.type === 'negated'
          ? `The record says that the condition of ${code} is not present.`
          : `The record names the condition of ${code} in another person, not in the patient.`,
    }),
  ];
}
