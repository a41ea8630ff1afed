import type { Rule } from '../../../rule.ts';
import { hasModifier } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findPassages, isBackground, sectionAt, sentenceOf, toEvidenceList } from '../reading/passage.ts';

const STOPPED =
  /\b(?:procedure|colonoscopy|endoscopy|examination|operation|surgery|case)\b[^.;\n]{0,40}\b(?:was |had to be )?(?:aborted|terminated|discontinued|abandoned|stopped early|halted)\b|\b(?:aborted|terminated|discontinued|abandoned) (?:the )?(?:procedure|colonoscopy|endoscopy|operation|case)\b|\bincomplete (?:colonoscopy|examination|procedure)\b|\b(?:could not|unable to|not able to|failed to) (?:be )?(?:advance\w*|reach\w*|pass\w*|intubat\w*)\b[^.;\n]{0,50}\b(?:cecum|splenic|hepatic|transverse|sigmoid|descending|beyond|past)\b|\b(?:cecum|terminal ileum) (?:was )?not reached\b/gi;
/** Procedures that one stops: operations and endoscopies, not injections or tests. */
const OPERATIVE = /^(?:4[3-6]\d{3}|31[2-6]\d\d|52\d{3}|[1-6]\d{4})$/;

/** A procedure that was stopped for the patient's sake takes modifier 53 (or 52 where it was only less). */
export const reducedService: Rule = {
  id: 'reduced-service',
  source:
    'CPT appendix A (52, 53); Medicare Claims Processing Manual, chapter 12, section 30.1 (incomplete colonoscopy)',
  evaluate(context) {
    const stopped = findPassages(context.documents, STOPPED).find(
      (passage) =>
        !isBackground(passage) &&
        sectionAt(passage.document, passage.start)?.kind !== 'history-of-present-illness' &&
        !/\b(?:last|prior|previous\w*|history|ago|in (?:19|20)\d\d|risk)\b/i.test(sentenceOf(passage).text),
    );
    const [item, ...more] = context.chart.claim.items.filter(({ code }) => OPERATIVE.test(code));
    if (!stopped || !item || more.length > 0 || hasModifier(item, '52', '53', '73', '74'))
      return reportAs(reducedService, []);
    const draft: Draft = {
      kind: 'modifier',
      direction: 'over',
      billed: [item.code],
      suggested: [`${item.code}-53`],
      evidence: toEvidenceList([sentenceOf(stopped)]),
      confidence: 0.78,
      rationale: `The note says that the procedure was stopped before its end; ${item.code} was billed whole.`,
    };
    return reportAs(reducedService, [draft]);
  },
};
