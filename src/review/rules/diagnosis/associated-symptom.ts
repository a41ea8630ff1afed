import { namesCode, type InstructionNote } from '#codes/index.ts';
import { evidenceAt, findPhrases } from '../../language/index.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { bills } from './reading/claim.ts';
import { isConclusion, mentionsIn } from './reading/record.ts';

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
  if (notes.length === 0 || !isConcluded(context, code)) return [];
  if (context.chart.claim.diagnoses.some((one) => names(notes, one.code) && !one.code.endsWith('9'))) return [];
  const found = firstSymptom(context, billed);
  if (found === undefined || !notes.some((note) => namesCode(note, found.code))) return [];
  const { code: symptom, evidence } = found;
  if (context.tables.icd10cm.find(symptom)?.billable !== true) return [];
  // The open code of the same symptom that was billed is the one to be said in detail.
  const open = context.chart.claim.diagnoses.find((one) => one.code === `${symptom.slice(0, -1)}9`)?.code;
  return [
    findingOf(associatedSymptom, context, {
      kind: open === undefined ? 'missed-diagnosis' : 'diagnosis-specificity',
      direction: 'under',
      billed: open === undefined ? [] : [open],
      suggested: [symptom],
      evidence: [evidence],
      confidence: 0.8,
      rationale: `A note at ${code} asks for the associated symptom that the record specifies (${symptom}).`,
    }),
  ];
}

/** Urinary symptoms as they are written beside an enlarged prostate: `BPH with urgency`. */
const SYMPTOMS: readonly (readonly [string, RegExp])[] = [
  ['R35.1', /\bnocturia\b/gi],
  ['R39.12', /\b(?:weak|slow|poor|decreased)(?: urinary)? stream\b/gi],
  ['R39.15', /\burgency\b/gi],
  ['R35.0', /\b(?:urinary )?frequency\b/gi],
  ['R39.11', /\bhesitancy\b/gi],
  ['R33.8', /\b(?:urinary )?retention\b/gi],
  ['R39.14', /\bincomplete (?:bladder )?emptying\b/gi],
  ['R39.16', /\bstraining\b/gi],
];

function firstSymptom(context: RuleContext, disease: string) {
  const sentences = new Set(
    mentionsIn(context)
      .filter((one) => isConclusion(one) && one.codes.some((code) => code.startsWith(disease)))
      .map(({ sentence }) => sentence),
  );
  return context.documents
    .flatMap((document) =>
      SYMPTOMS.flatMap(([code, pattern]) =>
        findPhrases(document, pattern)
          .filter(({ assertion, sentence }) => assertion === 'asserted' && sentence && sentences.has(sentence))
          .map((match) => ({ code, start: match.start, evidence: evidenceAt(document, match) })),
      ),
    )
    .toSorted((one, other) => one.start - other.start)[0];
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
