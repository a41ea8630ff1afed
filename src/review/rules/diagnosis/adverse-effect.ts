import { evidenceAt, findPhrases, type Sentence } from '../../language/index.ts';
import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { bills } from './reading/claim.ts';
import { isKin } from './reading/code-relation.ts';
import { DRUG_CLASSES, type DrugClass } from './reading/drug-classes.ts';
import { mentionsIn } from './reading/record.ts';

/** Words that call what happened the effect of a drug that was taken as it should be. */
const EFFECT = '(?:adverse (?:drug )?(?:effect|reaction)|side[- ]effect|adverse event)s?';
const CORRECTLY =
  '(?:taken|given|used) (?:as|exactly as) (?:prescribed|directed|ordered)|properly (?:taken|administered)|taken correctly|correctly taken';
const HINT = new RegExp(`\\b(?:${EFFECT}|${CORRECTLY})|[- ]induced\\b`, 'i');
const CONCLUDED = /assessment|diagnosis|hospital-course|plan/;

/** What a drug did although it was taken correctly: the effect's code, then T36-T50 with "adverse effect". */
export const adverseEffect: Rule = {
  id: 'adverse-effect',
  source:
    'ICD-10-CM Official Guidelines, Section I.C.19.e.5.a (adverse effect: T36-T50 with 5 as 5th or 6th character)',
  evaluate(context) {
    if (bills(context, 'T36', 'T37', 'T38', 'T39', 'T4', 'T50')) return { findings: [] };
    if (!context.documents.some(({ document }) => HINT.test(document.text))) return { findings: [] };
    return { findings: DRUG_CLASSES.flatMap((drug) => judge(context, drug)).slice(0, 1) };
  },
};

function judge(context: RuleContext, { stem, names }: DrugClass): Finding[] {
  const code = `${stem}5A`;
  if (context.tables.icd10cm.find(code)?.billable !== true) return [];
  const pattern = new RegExp(
    `\\b(?:${EFFECT} (?:of|to|from) (?:\\w+ ){0,2}(?:${names})|(?:${names})[^.;\\n]{0,30}\\b(?:${EFFECT}|${CORRECTLY})|(?:${names})[- ]induced)\\b`,
    'gi',
  );
  for (const document of context.documents) {
    const match = findPhrases(document, pattern).find(
      ({ assertion, sentence, text, start, end }) =>
        assertion === 'asserted' &&
        sentence !== undefined &&
        CONCLUDED.test(sentence.section.kind) &&
        !isAlone(document.document.text, start, end) &&
        (!/[- ]induced$/i.test(text) || isBilledIn(context, sentence)),
    );
    if (match === undefined) continue;
    return [
      findingOf(adverseEffect, context, {
        kind: 'missed-diagnosis',
        direction: 'under',
        billed: [],
        suggested: [code],
        evidence: [evidenceAt(document, match)],
        confidence: 0.8,
        rationale: `The record calls it an effect of a drug taken correctly; ${code} names the drug and is not on the claim.`,
      }),
    ];
  }
  return [];
}

/** `…; gabapentin side effect. …`: what the effect was is not said. */
function isAlone(text: string, start: number, end: number): boolean {
  return /(?:[;.,\n]|\s-)\s*$/.test(text.slice(0, start)) && /^s?\s*[;.,\n]/.test(text.slice(end));
}

/** The effect itself is coded first; until it is, its own finding says what is missing. */
function isBilledIn(context: RuleContext, sentence: Sentence): boolean {
  return mentionsIn(context).some(
    (mention) =>
      mention.sentence === sentence && context.chart.claim.diagnoses.some(({ code }) => isKin(mention.codes, code)),
  );
}
