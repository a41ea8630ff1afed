import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { isJudgedByName } from './reading/judged.ts';
import { sitedPain } from './reading/pain-site.ts';
import { statementOf } from './reading/statement.ts';
import { supportOf } from './reading/support.ts';
import { uncodedConclusions } from './reading/uncoded.ts';

/**
 * Outside inpatient facility coding, a probable or suspected diagnosis is not coded; the sign or symptom is. A
 * hospital codes one that is still uncertain at discharge as if it existed.
 */
export const uncertainDiagnosis: Rule = {
  id: 'uncertain-diagnosis',
  source: 'ICD-10-CM Official Guidelines, Section IV.H; inpatient exception: Sections II.H and III.C',
  evaluate(context) {
    if (isInpatientFacility(context)) return { findings: [] };
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

/** Until its pathology is known, a lesion of the skin is one of unspecified behavior. */
const SKIN_CANCER = /^(?:C4[34]|D0[34])/;

function isInpatientFacility({ chart }: RuleContext): boolean {
  return chart.setting === 'inpatient' && chart.claim.type !== 'professional';
}

function judge(context: RuleContext, code: string): Finding[] {
  if (!isJudgedByName(code)) return [];
  const support = supportOf(context, code);
  if (support.type !== 'uncertain') return [];
  const { mentions } = support;
  const last = mentions.at(-1);
  if (last === undefined) return [];
  const instead = uncodedConclusions(context);
  const pain = sitedPain(context, mentions);
  const symptom =
    pain ??
    instead.find((one) => one.mention.sentence === last.sentence) ??
    instead.find((one) => /^[R]/.test(one.code)) ??
    instead[0];
  return [
    findingOf(uncertainDiagnosis, context, {
      kind: 'unsupported-diagnosis',
      direction: 'over',
      billed: [code],
      suggested: SKIN_CANCER.test(code) ? ['D49.2'] : symptom === undefined ? [] : [symptom.code],
      evidence: [statementOf(last)],
      confidence: 0.88,
      rationale: `The record only suspects the condition of ${code}; outside an inpatient stay the sign, symptom or reason for the visit is coded.`,
    }),
  ];
}
