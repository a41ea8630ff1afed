import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import type { Rule } from '../../../rule.ts';
import { isEmCode } from '../../../em/em-families.ts';
import { reportAs } from '../reading/draft.ts';
import { toEvidenceList, toPassage, type Passage } from '../reading/passage.ts';

/** Share of a note's sentences that stand word for word in an earlier one, from which it counts as its copy. */
const COPY_SHARE = 0.9;
const LEAST_SENTENCES = 8;

/** A note of one day that repeats the note of another nearly word for word, exam and plan included. */
export const clonedNote: Rule = {
  id: 'cloned-note',
  source: 'Medicare Program Integrity Manual, chapter 3, section 3.3.2.5 (amendments and copied documentation)',
  evaluate(context) {
    const visit = context.chart.claim.items.find((item) => isEmCode(item.code));
    const copy = context.documents.flatMap((later) =>
      context.documents.flatMap((earlier) => copyOf(later, earlier) ?? []),
    )[0];
    if (!visit || !copy) return reportAs(clonedNote, []);
    return reportAs(clonedNote, [
      {
        kind: 'documentation-gap',
        direction: 'neutral',
        billed: [visit.code],
        suggested: [],
        evidence: toEvidenceList([copy]),
        confidence: 0.6,
        rationale:
          'The note repeats that of another day nearly word for word; what was done on this day cannot be told from it.',
      },
    ]);
  },
};

/** A copied sentence of the later note when nearly all of it stands in the earlier; undefined otherwise. */
function copyOf(later: AnalysedDocument, earlier: AnalysedDocument): Passage | undefined {
  const [day, before] = [later.document.day, earlier.document.day];
  if (later === earlier || day === undefined || before === undefined || before >= day) return undefined;
  const known = new Set(sentencesOf(earlier).map((passage) => plain(passage.text)));
  const own = sentencesOf(later);
  const copied = own.filter((passage) => known.has(plain(passage.text)));
  if (own.length < LEAST_SENTENCES || copied.length / own.length < COPY_SHARE) return undefined;
  return copied.toSorted((a, b) => b.text.length - a.text.length)[0];
}

function sentencesOf(document: AnalysedDocument): Passage[] {
  return document.sentences
    .map((sentence) => toPassage(document, sentence.start, sentence.end))
    .filter((passage) => plain(passage.text).length >= 20);
}

/** Without days, figures of the day's header and spacing. */
function plain(text: string): string {
  return text
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
