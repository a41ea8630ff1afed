import { isEmCode } from '../../../em/em-families.ts';
import type { Rule } from '../../../rule.ts';
import { hasModifier } from '../reading/claim-lines.ts';
import { reportAs } from '../reading/draft.ts';
import { findPassages, isBackground, lineAt, toEvidenceList } from '../reading/passage.ts';

const TRAINEE =
  /\b(?:PGY[- ]?[1-9]|(?:resident|intern|fellow) physician\b|(?:MD|DO),? (?:resident|intern|fellow)\b|(?:internal medicine|family medicine|surgery|surgical|emergency medicine|pediatric|psychiatry|medicine|neurology|ortho\w*) resident|resident (?:note|MD|DO|physician)|medical student|MS-?[34]\b)/gi;
const ATTESTED =
  /\b(?:attending|teaching physician|supervising|faculty|staff|preceptor)\b[^\n]{0,80}\b(?:saw|seen|examined|evaluated|present|participated|performed|agree)|\bI (?:personally |have |also )*(?:saw|seen|examined|evaluated|interviewed|was (?:physically )?present|participated|performed)\b[^\n]{0,120}/i;

/** A trainee's note supports a teaching physician's bill only with the teacher's own words on presence or participation. */
export const teachingAttestation: Rule = {
  id: 'teaching-attestation',
  source: '42 CFR 415.172; Medicare Claims Processing Manual, chapter 12, section 100',
  evaluate(context) {
    const visit = context.chart.claim.items.find((item) => isEmCode(item.code)) ?? context.chart.claim.items[0];
    const trainee = findPassages(context.documents, TRAINEE)
      .filter((passage) => !isBackground(passage))
      .find((passage) => isAuthor(lineAt(passage.document, passage.start).text));
    const attested = context.documents.some(({ document }) => ATTESTED.test(document.text));
    const isException = visit !== undefined && hasModifier(visit, 'GE');
    if (!visit || !trainee || attested || isException) return reportAs(teachingAttestation, []);
    return reportAs(teachingAttestation, [
      {
        kind: 'documentation-gap',
        direction: 'neutral',
        billed: [visit.code],
        suggested: [],
        evidence: toEvidenceList([lineAt(trainee.document, trainee.start)]),
        confidence: 0.85,
        rationale:
          'The note is by a trainee and holds no statement of the teaching physician on presence or participation.',
      },
    ]);
  },
};

/** A signature or an author line, not a sentence on what a resident did. */
function isAuthor(line: string): boolean {
  return line.length < 120 || /\b(?:signed|author|dictated|by:)\b/i.test(line);
}
