import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { billedInOrder, bills, isInpatientFacility } from './reading/claim.ts';
import { isConclusion, mentionsIn, type RecordMention } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';

const SEPSIS = /^(?:A40|A41|A02\.1|B37\.7)/;
const LOCAL_INFECTION = /^(?:N39\.0|N1[0-2]|N30|J1[2-8]|J69|L0[23]|K57|K8[0-3]|K65|A0[4-9]|M86|I33|N41|N70)/;
const ORGAN_FAILURE = ['N17', 'J96.0', 'J96.9', 'G93.41', 'K72.0', 'D65', 'I51.81', 'R57'];

/** Sepsis that was there on admission goes before the local infection it came from. */
export const sepsisSequence: Rule = {
  id: 'sepsis-sequence',
  source: 'ICD-10-CM Official Guidelines, Section I.C.1.d.4 (sepsis with a localized infection)',
  evaluate(context) {
    const [first, ...others] = billedInOrder(context);
    const sepsis = others.find((code) => SEPSIS.test(code));
    if (!isInpatientFacility(context) || first === undefined || sepsis === undefined || !LOCAL_INFECTION.test(first))
      return { findings: [] };
    const mention = sepsisMentions(context).find(isOnAdmission);
    return { findings: mention === undefined ? [] : [misplaced(context, first, sepsis, mention)] };
  },
};

function misplaced(context: RuleContext, first: string, sepsis: string, mention: RecordMention): Finding {
  return findingOf(sepsisSequence, context, {
    kind: 'sequencing',
    direction: 'neutral',
    billed: [first, sepsis],
    suggested: [sepsis, first],
    evidence: [statementOf(mention)],
    confidence: 0.88,
    rationale: `Sepsis was present on admission with a local infection: ${sepsis} is the principal diagnosis, ${first} follows.`,
  });
}

/** Sepsis with organ failure that the record links to it takes the code of severe sepsis. */
export const severeSepsis: Rule = {
  id: 'severe-sepsis',
  source: 'ICD-10-CM Official Guidelines, Section I.C.1.d.1.b and d.3 (severe sepsis)',
  evaluate(context) {
    if (!context.chart.claim.diagnoses.some(({ code }) => SEPSIS.test(code)) || bills(context, 'R65.2'))
      return { findings: [] };
    const shock = mentionsIn(context).find(
      (one) => one.assertion === 'asserted' && isConclusion(one) && one.codes.includes('R65.21'),
    );
    const linked = mentionsIn(context).find(
      (one) => one.assertion === 'asserted' && isConclusion(one) && isOrganFailureOfSepsis(one),
    );
    const mention = shock ?? linked;
    if (mention === undefined) return { findings: [] };
    const finding = findingOf(severeSepsis, context, {
      kind: 'missed-diagnosis',
      direction: 'under',
      billed: [],
      suggested: [shock === undefined ? 'R65.20' : 'R65.21'],
      evidence: [statementOf(mention)],
      confidence: 0.85,
      rationale:
        'The record links acute organ failure to the sepsis, which is severe sepsis; its code is not on the claim.',
    });
    return { findings: [finding] };
  },
};

function sepsisMentions(context: RuleContext): RecordMention[] {
  return mentionsIn(context).filter(
    ({ assertion, codes }) => assertion === 'asserted' && codes.some((code) => SEPSIS.test(code)),
  );
}

function isOnAdmission({ document, sentence }: RecordMention): boolean {
  const text = document.document.text.slice(sentence.start, sentence.end);
  return (
    /present on admission|\bPOA\b|on (?:arrival|admission|presentation)|admitted (?:with|for)/i.test(text) ||
    document.document.loinc === '34117-2'
  );
}

function isOrganFailureOfSepsis({ codes, document, sentence, end }: RecordMention): boolean {
  if (!codes.some((code) => ORGAN_FAILURE.some((failure) => code.startsWith(failure)))) return false;
  const after = document.document.text.slice(end, sentence.end);
  return (
    /(?:due to|from|secondary to|2\/2|caused by|associated with|in (?:the )?setting of)\s+(?:\w+\s+){0,2}sepsis/i.test(
      after,
    ) ||
    /sepsis[^.;,]{0,60}\b(?:with|w\/)\s+(?:acute )?\w*(?:organ|AKI|kidney|respiratory|encephalopathy)/i.test(
      document.document.text.slice(sentence.start, sentence.end),
    )
  );
}
