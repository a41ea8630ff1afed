import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { familyHistoryOf } from './reading/history-codes.ts';
import { isJudgedByName } from './reading/judged.ts';
import { statementOf } from './reading/statement.ts';
import { supportOf } from './reading/support.ts';

/** A relative's disease is family history (Z80-Z84), not the patient's. */
export const familyDiagnosis: Rule = {
  id: 'family-diagnosis',
  source: 'ICD-10-CM Official Guidelines, Section I.C.21.c.4 (history of)',
  evaluate(context) {
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

function judge(context: RuleContext, code: string): Finding[] {
  if (!isJudgedByName(code)) return [];
  const support = supportOf(context, code);
  if (support.type !== 'family') return [];
  const mention = support.mentions.at(-1);
  if (mention === undefined) return [];
  const history = familyHistoryOf(code);
  const isNew = history !== undefined && !context.chart.claim.diagnoses.some((one) => one.code === history);
  return [
    findingOf(familyDiagnosis, context, {
      kind: 'unsupported-diagnosis',
      direction: 'over',
      billed: [code],
      suggested: isNew ? [history] : [],
      evidence: [statementOf(mention)],
      confidence: 0.9,
      rationale: `The record names the condition of ${code} in a relative, not in the patient.`,
    }),
  ];
}
