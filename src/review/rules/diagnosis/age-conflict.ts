import type { Finding, NotEvaluated } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { examinationFor } from './reading/examination.ts';

/** Age bands of the Medicare Code Editor, in whole years, inclusive. */
const BANDS = [
  { list: 'newborn', from: 0, to: 0, words: 'newborns' },
  { list: 'pediatric', from: 0, to: 17, words: 'patients under 18' },
  { list: 'maternity', from: 9, to: 64, words: 'patients of 9 to 64' },
  { list: 'adult', from: 15, to: 124, words: 'adults' },
] as const;

/** A code that the Medicare Code Editor keeps for an age the patient does not have. */
export const ageConflict: Rule = {
  id: 'age-conflict',
  source: 'Medicare Code Editor, age conflict',
  evaluate(context) {
    const age = context.chart.patient.ageYears;
    if (context.tables.mce === undefined) return { findings: [], notEvaluated: [notLoaded(ageConflict.id)] };
    if (age === undefined)
      return { findings: [], notEvaluated: [{ rule: ageConflict.id, reason: 'Age of the patient is not known' }] };
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code, age)) };
  },
};

export function notLoaded(rule: string): NotEvaluated {
  return { rule, reason: 'Medicare Code Editor lists: table not loaded' };
}

function judge(context: RuleContext, code: string, age: number): Finding[] {
  const band = BANDS.find(
    ({ list, from, to }) => (age < from || age > to) && context.tables.mce?.has(list, code) === true,
  );
  if (band === undefined) return [];
  const examination = examinationFor(context, code);
  return [
    findingOf(ageConflict, context, {
      kind: 'demographic-conflict',
      direction: 'neutral',
      billed: [code],
      suggested: examination === undefined ? [] : [examination.code],
      evidence: examination?.evidence ?? [],
      confidence: 0.92,
      rationale: `${code} is for ${band.words}; the patient was ${age === 90 ? '90 or over' : age} on the day of service.`,
    }),
  ];
}
