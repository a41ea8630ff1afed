import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { excludingConclusion } from './excluded-by-conclusion.ts';
import { findingOf } from './finding-of.ts';
import { findBetterCode } from './reading/documented-code.ts';
import { isJudgedByName } from './reading/judged.ts';
import { isConclusion } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';
import { supportOf } from './reading/support.ts';

/** A code that leaves open what the record says: side, type, stage, severity, manifestation. */
export const diagnosisSpecificity: Rule = {
  id: 'diagnosis-specificity',
  source: 'ICD-10-CM Official Guidelines, Sections I.B.2 (level of detail) and I.B.18 (unspecified codes)',
  evaluate(context) {
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

/** An exacerbation and an infection of COPD are coded side by side (copd-infection). */
function isBoth(billed: string, better: string): boolean {
  return /^J44\.[01]$/.test(billed) && /^J44\.[01]$/.test(better);
}

function judge(context: RuleContext, code: string): Finding[] {
  if (!isJudgedByName(code)) return [];
  const support = supportOf(context, code);
  if (support.type !== 'supported' && support.type !== 'kin') return [];
  const better = findBetterCode(context, code);
  if (better === undefined || better.conflict || isBoth(code, better.code)) return [];
  // What was concluded instead says more than another word for the sign.
  if (!isConclusion(better.mention) && excludingConclusion(context, code) !== undefined) return [];
  return [
    findingOf(diagnosisSpecificity, context, {
      kind: 'diagnosis-specificity',
      direction: 'under',
      billed: [code],
      suggested: [better.code],
      evidence: [statementOf(better.mention)],
      confidence: better.margin > 0.6 ? 0.9 : 0.8,
      rationale: `The record is more specific than ${code}: it supports ${better.code} (${better.title}).`,
    }),
  ];
}
