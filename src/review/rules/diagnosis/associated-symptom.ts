import { namesCode, type InstructionNote } from '#codes/index.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { bills } from './reading/claim.ts';
import { isConclusion, mentionsIn } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';

/** Codes whose note asks for the associated symptoms beside them, and the prefix that shows the disease on the claim. */
const DISEASES = [{ code: 'N40.1', billed: 'N40' }] as const;

/** A symptom that a note asks for beside its disease: nocturia beside an enlarged prostate with urinary symptoms. */
export const associatedSymptom: Rule = {
  id: 'associated-symptom',
  source: 'ICD-10-CM, use additional code for associated symptoms, when specified (N40.1)',
  evaluate(context) {
    return { findings: DISEASES.flatMap((disease) => judge(context, disease)) };
  },
};

function judge(context: RuleContext, { code, billed }: (typeof DISEASES)[number]) {
  const notes = context.tables.icd10cm.useAdditional(code).filter(({ text }) => /symptom/i.test(text));
  if (notes.length === 0 || !bills(context, billed) || !isConcluded(context, code)) return [];
  if (context.chart.claim.diagnoses.some((one) => names(notes, one.code))) return [];
  const mention = mentionsIn(context).find(
    (one) => one.assertion === 'asserted' && isConclusion(one) && one.codes.some((named) => names(notes, named)),
  );
  const symptom = mention?.codes.find((named) => names(notes, named));
  if (mention === undefined || symptom === undefined) return [];
  if (context.tables.icd10cm.find(symptom)?.billable !== true) return [];
  return [
    findingOf(associatedSymptom, context, {
      kind: 'missed-diagnosis',
      direction: 'under',
      billed: [],
      suggested: [symptom],
      evidence: [statementOf(mention)],
      confidence: 0.8,
      rationale: `A note at ${code} asks for the associated symptom that the record specifies (${symptom}).`,
    }),
  ];
}

function isConcluded(context: RuleContext, code: string): boolean {
  return (
    bills(context, code) ||
    mentionsIn(context).some((one) => one.assertion === 'asserted' && isConclusion(one) && one.codes.includes(code))
  );
}

function names(notes: readonly InstructionNote[], code: string): boolean {
  return notes.some((note) => namesCode(note, code));
}
