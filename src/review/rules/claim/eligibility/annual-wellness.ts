import type { Rule } from '../../../rule.ts';
import { linesOf } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findPassages, runningText, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';

const LATER =
  /\b(?:subsequent (?:annual |medicare )*(?:wellness|AWV)|(?:wellness(?: visit)?|AWV)\s?[,:(-]+ ?subsequent|(?:last|previous|prior) (?:annual |medicare )*(?:wellness(?: visit)?|AWV)|AWV (?:in|last|on|done|\d)|(?:second|third|yearly|annual) AWV)\b/gi;
const FIRST =
  /\b(?:initial|first(?:[- ]ever)?) (?:annual |medicare )*(?:wellness(?: visit)?|AWV)|\b(?:never|not) (?:had|been)[^.\n]{0,25}\b(?:wellness visit|AWV)|\bno (?:prior|previous) (?:wellness visit|AWV)/gi;

/** The first annual wellness visit of a lifetime has one code, every later one another. */
export const annualWellness: Rule = {
  id: 'annual-wellness',
  source: '42 CFR 410.15; Medicare Claims Processing Manual, chapter 18, section 140',
  evaluate(context) {
    // A first visit of another year makes this one a later one.
    const later = findPassages(context.documents, LATER)[0] ?? findPassages(context.documents, FIRST).find(isPast);
    const isLater = later !== undefined && /\bsubsequent/i.test(later.text);
    const first = findPassages(context.documents, FIRST).find(
      (passage) => !isPast(passage) && !(isLater && isBehind(later, passage)) && !isListed(passage, later),
    );
    const drafts: Draft[] = [];
    const report = (billed: string, right: string, direction: 'over' | 'under', passage: typeof later) =>
      drafts.push({
        kind: 'level-of-service',
        direction,
        billed: [billed],
        suggested: [right],
        evidence: toEvidenceList([passage && sentenceOf(passage)]),
        confidence: 0.85,
        rationale: `The note says which annual wellness visit this was: ${right} applies, not ${billed}.`,
      });
    if (later && !first && linesOf(context, ['G0438']).length > 0) report('G0438', 'G0439', 'over', later);
    if (first && !later && linesOf(context, ['G0439']).length > 0) report('G0439', 'G0438', 'under', first);
    return reportAs(annualWellness, drafts);
  },
};

const DATED =
  /^[^.;\n]{0,15}?(?:\b(?:in|on|done|was|from)\b[^.;\n]{0,12})?(?:\b(?:19|20)\d\d\b|\b\d{1,2}[-/]\d{2,4}\b|\[(?:DATE|MONTH|YEAR|DAY))/i;
const AGO = /^[^.;\n]{0,40}\b(?:ago|last year|previously|done|with us|was in)\b/i;
/** Characters at the head of a note within which a date is that of the visit. */
const HEAD = 160;

/** `Subsequent annual wellness visit (initial AWV 04/2024)`: the first one is told of behind the kind of this one. */
function isBehind(later: Passage, first: Passage): boolean {
  return (
    later.document === first.document &&
    sentenceOf(later).start === sentenceOf(first).start &&
    first.start > later.start
  );
}

/** `Initial AWV 05/2021, last AWV 05/2025`: dates of both are dates of the past, also in the note's heading. */
function isListed(first: Passage, later: Passage | undefined): boolean {
  if (!later || later.document !== first.document || sentenceOf(later).start !== sentenceOf(first).start) return false;
  return [first, later].every(({ document, end }) => DATED.test(runningText(document).slice(end, end + 50)));
}

/** `initial AWV 02-2018 with us`, `first wellness visit two years ago`; a date in the note's heading is today's. */
function isPast(passage: Passage): boolean {
  const after = runningText(passage.document).slice(passage.end, passage.end + 50);
  return AGO.test(after) || (passage.start > HEAD && DATED.test(after));
}
