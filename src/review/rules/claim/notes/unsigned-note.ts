import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import { isEmCode } from '../../../em/em-families.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { reportAs } from '../reading/draft.ts';
import { findPassages, sentenceOf, toEvidenceList, type Passage, runningText } from '../reading/passage.ts';

const UNSIGNED =
  /\b(?:status\s*:?\s*)?(?:pended|draft|incomplete|preliminary)\b[^\n]{0,40}\b(?:not (?:yet )?signed|unsigned|pending)\b[^\n]{0,30}|\b(?:note |document |encounter )?(?:is )?(?:not|never) (?:yet )?(?:been )?(?:signed|authenticated|attested)\b[^\n]{0,30}|\bunsigned\b(?: (?:note|draft|document))?|\[?\s?signature (?:line )?(?:is )?(?:blank|missing|pending|needed|required)\s?\]?|\b(?:awaiting|pending|needs?) (?:\w+ )?(?:e-?)?(?:signature|co-?signature|authentication)\b|\bstatus\s*[:=-]\s*(?:pended|draft|preliminary|unsigned|in progress|open|incomplete)\b/gi;
/** About something else than the note: a form, a consent, a parent's paper. */
const OTHER_PAPER = /\b(?:consent|form|POLST|MOLST|POA|AMA|release|waiver|contract|agreement|orders?|report)\b/i;

/** A note that no one has authenticated does not support what was billed from it. */
export const unsignedNote: Rule = {
  id: 'unsigned-note',
  source: 'Medicare Program Integrity Manual, chapter 3, section 3.3.2.4 (signature requirements)',
  evaluate(context) {
    const unsigned = context.documents
      .filter((document) => supportsBilling(context, document))
      .flatMap((document) => {
        const passage = unsignedPassage(document);
        const isPreliminary = document.document.docStatus === 'preliminary';
        return passage || isPreliminary ? [{ passage, isPreliminary }] : [];
      });
    const [first] = unsigned;
    if (!first) return reportAs(unsignedNote, []);
    const billed = billedFrom(context);
    return reportAs(unsignedNote, [
      {
        kind: 'documentation-gap',
        direction: 'neutral',
        billed,
        suggested: [],
        evidence: toEvidenceList(unsigned.map(({ passage }) => passage)),
        confidence: first.isPreliminary && first.passage ? 0.95 : first.isPreliminary ? 0.88 : 0.8,
        rationale: 'The note that supports the service has not been signed by its author.',
      },
    ]);
  },
};

function supportsBilling(context: RuleContext, { document }: AnalysedDocument): boolean {
  const isReport = /\b(?:patholog|radiolog|laborator|nurs|triage)/i.test(document.title);
  return !isReport || context.documents.length === 1;
}

function unsignedPassage(document: AnalysedDocument): Passage | undefined {
  return findPassages([document], UNSIGNED).find((passage) => {
    const text = runningText(document);
    return (
      !OTHER_PAPER.test(text.slice(Math.max(0, passage.start - 30), passage.end + 15)) &&
      !/\b(?:consent|form|copy|directive|vaccine|school|letter|paperwork)\b/i.test(sentenceOf(passage).text)
    );
  });
}

/** The visit that the note supports, else the first line, else (institutional) nothing. */
function billedFrom(context: RuleContext): string[] {
  const { items } = context.chart.claim;
  const visit = items.find((item) => isEmCode(item.code)) ?? items[0];
  return visit ? [visit.code] : context.chart.claim.diagnoses.slice(0, 1).map((diagnosis) => diagnosis.code);
}
