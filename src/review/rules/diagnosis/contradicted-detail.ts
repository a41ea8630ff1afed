import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { findBetterCode, type BetterCode } from './reading/documented-code.ts';
import { isJudgedByName } from './reading/judged.ts';
import { statementOf } from './reading/statement.ts';
import { supportOf } from './reading/support.ts';

/** A code whose side, type or stage is another than the record's. */
export const contradictedDetail: Rule = {
  id: 'contradicted-detail',
  source: 'ICD-10-CM Official Guidelines, Sections I.B.2 (level of detail) and I.B.13 (laterality)',
  evaluate(context) {
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

/** Symptoms have several names and near synonyms: only the other kind of the very symptom contradicts. */
function isSameSymptom(code: string, { code: better, mention }: BetterCode): boolean {
  return code.slice(0, 5) === better.slice(0, 5) && mention.codes.includes(better);
}

function judge(context: RuleContext, code: string): Finding[] {
  if (!isJudgedByName(code)) return [];
  const support = supportOf(context, code);
  if (support.type !== 'supported' && support.type !== 'kin') return [];
  const better = findBetterCode(context, code);
  if (better === undefined || !better.conflict || (code.startsWith('R') && !isSameSymptom(code, better))) return [];
  return [
    findingOf(contradictedDetail, context, {
      kind: 'wrong-diagnosis',
      direction: better.overstated ? 'over' : 'neutral',
      billed: [code],
      suggested: [better.code],
      evidence: [statementOf(better.mention)],
      confidence: better.margin > 0.6 ? 0.88 : 0.78,
      rationale: `The record does not say what ${code} says; it supports ${better.code} (${better.title}).`,
    }),
  ];
}
