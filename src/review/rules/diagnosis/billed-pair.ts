import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { codeForBoth } from './reading/code-for-both.ts';
import { namingEvidence } from './reading/naming-evidence.ts';
import { supportOf } from './reading/support.ts';

/** Two billed codes for what one combination code says. */
export const billedPair: Rule = {
  id: 'billed-pair',
  source: 'ICD-10-CM Official Guidelines, Section I.B.9 (combination codes)',
  evaluate(context) {
    const codes = context.chart.claim.diagnoses.map(({ code }) => code);
    return {
      findings: codes.flatMap((one) => codes.flatMap((other) => (one === other ? [] : judge(context, one, other)))),
    };
  },
};

function judge(context: RuleContext, one: string, other: string): Finding[] {
  const code = codeForBoth(context, one, other);
  if (code === undefined) return [];
  // The infection keeps its own code beside J44.0, and the symptom its own beside N40.1.
  const keepsOther = code === 'J44.0' || code === 'N40.1';
  return [
    findingOf(billedPair, context, {
      kind: 'diagnosis-specificity',
      direction: keepsOther ? 'under' : 'neutral',
      billed: keepsOther ? [one] : [one, other],
      suggested: [code],
      evidence: namingEvidence(context, [code, one, other]),
      confidence: 0.85,
      rationale: `${code} (${context.tables.icd10cm.find(code)?.title ?? ''}) says both conditions in one code.`,
    }),
  ];
}

/** An exacerbation of COPD with a lower respiratory infection takes both J44.1 and J44.0. */
export const copdInfection: Rule = {
  id: 'copd-infection',
  source: 'ICD-10-CM, J44.0 and J44.1 (Excludes2); Official Guidelines, Section I.C.10.a',
  evaluate(context) {
    const codes = context.chart.claim.diagnoses.map(({ code }) => code);
    const infection = codes.find(
      (code) => /^(?:J1[2-8]|J2[0-2])/.test(code) && supportOf(context, code).type === 'supported',
    );
    if (infection === undefined || !codes.includes('J44.1') || codes.includes('J44.0')) return { findings: [] };
    const finding = findingOf(copdInfection, context, {
      kind: 'missed-diagnosis',
      direction: 'under',
      billed: [],
      suggested: ['J44.0'],
      evidence: namingEvidence(context, ['J44.0', infection]),
      confidence: 0.82,
      rationale: `COPD with a lower respiratory infection (${infection}) takes J44.0 beside the exacerbation.`,
    });
    return { findings: [finding] };
  },
};
