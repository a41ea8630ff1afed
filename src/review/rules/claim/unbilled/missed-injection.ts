import type { Rule, RuleContext } from '../../../rule.ts';
import { isFacility, placeOfService } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { drugNames, listGivenDrugs } from '../reading/drug-dose.ts';
import { findPassages, isBackground, sectionAt, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';

/** Codes that carry the giving of a drug: injection, infusion, chemotherapy, vaccine, and every procedure that may hold a needle. */
const CARRIES_A_DRUG = /^(?:963[6-7]\d|964\d\d|9047\d|9046\d|90480|[1-6]\d{4}|G000[89]|G0010|94640|95\d{3}|M0\d{3})$/;
const INTO_MUSCLE = /\b(?:IM|intramuscular(?:ly)?|SQ|SC|sub-?[qQ]|subcut\w*|deltoid|glute\w*|ventroglute\w*|vastus)\b/;
const INTO_VEIN = /\bIV ?(?:push|P)\b|\bintravenous push\b|\bslow (?:IV )?push\b/i;
const GIVEN_TODAY =
  /\b(?:given|administered|injected|received|gave)\b|\b(?:IM|SQ|SC)\b[^.\n]{0,40}\b(?:today|x ?1|now|here|in (?:the )?(?:office|clinic)|by (?:nurse|RN|LPN|MA|me))\b|\b(?:lot|NDC|exp)\b/i;
const ANOTHER_DAY =
  /\b(?:will|plan(?:ned|s)? (?:to|for)|next|schedul\w+|declin\w+|refus\w+|not given|at home|self-?(?:inject|administ)\w*|last|previous(?:ly)?|yesterday|EMS|ED\b|hospital|if )\b/i;

/** A drug that the office bills and injected, without the code for giving it. */
export const missedInjection: Rule = {
  id: 'missed-injection',
  source: 'CPT guidelines, therapeutic injections; NCCI Policy Manual, chapter XI, B',
  evaluate(context) {
    const { claim } = context.chart;
    const drugs = claim.items.filter((item) => /^J\d{4}$/.test(item.code));
    const [drug] = drugs;
    if (!drug || claim.type === 'institutional' || isFacility(placeOfService(context, drug)))
      return reportAs(missedInjection, []);
    if (claim.items.some((item) => CARRIES_A_DRUG.test(item.code))) return reportAs(missedInjection, []);
    const given = drugs.flatMap((item) => sentencesOn(context, item.code))[0];
    return reportAs(
      missedInjection,
      given
        ? [
            missed(
              given,
              drugs.map((item) => item.code),
            ),
          ]
        : [],
    );
  },
};

/** Sentences that show the drug of a code injected; any injection where the table does not name the drug. */
function sentencesOn(context: RuleContext, code: string): Passage[] {
  const entry = context.tables.hcpcs?.find(code);
  const sentences = entry
    ? listGivenDrugs(context.documents, drugNames(entry.description))
    : findPassages(context.documents, INTO_MUSCLE)
        .filter((passage) => !isBackground(passage) && !isStory(passage))
        .map(sentenceOf);
  return sentences.filter(
    ({ text }) => (INTO_MUSCLE.test(text) || INTO_VEIN.test(text)) && GIVEN_TODAY.test(text) && !ANOTHER_DAY.test(text),
  );
}

function isStory({ document, start }: Passage): boolean {
  return sectionAt(document, start)?.kind === 'history-of-present-illness';
}

function missed(given: Passage, drugs: readonly string[]): Draft {
  const code = INTO_VEIN.test(given.text) && !INTO_MUSCLE.test(given.text) ? '96374' : '96372';
  return {
    kind: 'missed-service',
    direction: 'under',
    billed: [],
    suggested: [code],
    evidence: toEvidenceList([given]),
    confidence: 0.85,
    rationale: `The note documents the injection of a drug that is billed (${drugs.join(', ')}); no code for giving it is on the claim.`,
  };
}
