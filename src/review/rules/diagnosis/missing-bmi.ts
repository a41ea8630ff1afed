import type { Rule, RuleContext } from '../../rule.ts';
import { evidenceAt, findPhrases } from '../../language/index.ts';
import { findingOf } from './finding-of.ts';
import { isConclusion, mentionsIn } from './reading/record.ts';

const BMI = /\bBMI(?: (?:is|of|was|=|at))?[:=\s]+(\d{2}(?:\.\d+)?)(?!\s*(?:%|th|percentile))/gi;
const WEIGHT_DIAGNOSIS = /^(?:E66|E4[0-6]|R63\.6|F50)/;
/** An eating disorder alone makes no index reportable that is neither low nor high. */
const EATING_DISORDER = /^F50/;
const UNREMARKABLE = /^Z68\.2[0-4]$/;
const ADULT_YEARS = 20;

/** A body mass index that goes with a documented weight diagnosis is coded beside it. */
export const missingBmi: Rule = {
  id: 'missing-bmi',
  source:
    'ICD-10-CM Official Guidelines, Section I.B.14 and I.C.21.c.3 (BMI, with an associated diagnosis by the provider)',
  evaluate(context) {
    const billed = context.chart.claim.diagnoses.map(({ code }) => code).find((code) => code.startsWith('Z68'));
    const stated = new Set(
      context.documents.flatMap((document) =>
        findPhrases(document, BMI).map(({ groups }) => bmiCode(Number(groups[0]))),
      ),
    );
    if (billed !== undefined && stated.has(billed)) return { findings: [] };
    if ((context.chart.patient.ageYears ?? 0) < ADULT_YEARS || !hasWeightDiagnosis(context)) return { findings: [] };
    for (const document of context.documents) {
      const match = findPhrases(document, BMI).at(-1);
      const code = bmiCode(Number(match?.groups[0] ?? Number.NaN));
      if (match === undefined || code === undefined || context.tables.icd10cm.find(code) === undefined) continue;
      if (UNREMARKABLE.test(code) && !hasWeightDiagnosis(context, EATING_DISORDER)) continue;
      const finding = findingOf(missingBmi, context, {
        kind: billed === undefined ? 'missed-diagnosis' : 'wrong-diagnosis',
        direction: billed === undefined ? 'under' : 'neutral',
        billed: billed === undefined ? [] : [billed],
        suggested: [code],
        evidence: [evidenceAt(document, match)],
        confidence: 0.88,
        rationale: `The weight diagnosis is documented with a body mass index; ${code} reports it.`,
      });
      return { findings: [finding] };
    }
    return { findings: [] };
  },
};

function hasWeightDiagnosis(context: RuleContext, except?: RegExp): boolean {
  return mentionsIn(context).some(
    (mention) =>
      mention.assertion === 'asserted' &&
      isConclusion(mention) &&
      mention.codes.some((code) => WEIGHT_DIAGNOSIS.test(code) && except?.test(code) !== true),
  );
}

/** The adult code of an index: Z68.1 up to 19.9, Z68.20-Z68.39 by whole numbers, then by tens. */
export function bmiCode(bmi: number): string | undefined {
  if (!(bmi >= 10 && bmi < 100)) return undefined;
  if (bmi < 20) return 'Z68.1';
  if (bmi < 40) return `Z68.${Math.floor(bmi)}`;
  if (bmi < 45) return 'Z68.41';
  if (bmi < 50) return 'Z68.42';
  if (bmi < 60) return 'Z68.43';
  return bmi < 70 ? 'Z68.44' : 'Z68.45';
}
