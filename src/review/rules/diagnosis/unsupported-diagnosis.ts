import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { isOfOtherIntent } from './drug-intent.ts';
import { excludingConclusion } from './excluded-by-conclusion.ts';
import { findingOf } from './finding-of.ts';
import { absenceOf } from './reading/absence.ts';
import { isJudgedByName } from './reading/judged.ts';
import { diagnosisBehind } from './symptom-of-diagnosis.ts';
import { supportOf } from './reading/support.ts';
import { isScaleScore } from './scale-score.ts';

/** A billed diagnosis that the notes never name: not by title, synonym, abbreviation, drug, result or device. */
export const unsupportedDiagnosis: Rule = {
  id: 'unsupported-diagnosis',
  source: 'ICD-10-CM Official Guidelines, Section IV.J (code all documented conditions that coexist)',
  evaluate(context) {
    const findings =
      context.chart.documents.length === 0
        ? []
        : context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code));
    return { findings };
  },
};

function judge(context: RuleContext, code: string): Finding[] {
  if (!isJudgedByName(code) || context.tables.icd10cm.find(code) === undefined) return [];
  if (supportOf(context, code).type !== 'unnamed') return [];
  // What was billed too vaguely is not made up.
  if (diagnosisBehind(context, code) !== undefined || excludingConclusion(context, code) !== undefined) return [];
  if (isScaleScore(code) || isOfOtherIntent(context, code)) return [];
  const absence = absenceOf(context, code);
  if (absence === undefined) return [];
  return [
    findingOf(unsupportedDiagnosis, context, {
      kind: 'unsupported-diagnosis',
      direction: 'over',
      billed: [code],
      suggested: [],
      confidence: absence.confidence,
      rationale: `Nothing in the notes names the condition of ${code} (${absence.title}), by any name, drug or result.`,
    }),
  ];
}
