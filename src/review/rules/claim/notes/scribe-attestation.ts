import { isEmCode } from '../../../em/em-families.ts';
import type { Rule } from '../../../rule.ts';
import { reportAs } from '../reading/draft.ts';
import { findPassages, isBackground, runningText, sentenceOf, toEvidenceList } from '../reading/passage.ts';

const SCRIBED =
  /\b(?:scribed? by|acting as (?:a |the )?scribe|(?:documented|entered|recorded|written|transcribed) by [^.\n]{0,40}\bscribe\b|scribe (?:for|on behalf of)|medical scribe|scribe:)/gi;
const ATTESTED =
  /\bI\b[^.\n]{0,60}\b(?:personally|have|attest\w*|agree\w*|confirm\w*|review\w*)\b[^.\n]{0,160}\b(?:scribe\w*|accura\w+|documentation|note|record\w*|complete\w*|reflects)\b|\b(?:reviewed and (?:agree|confirmed|verified|edited)|accurately reflects|attestation)\b[^.\n]*/i;

/** A note that a scribe wrote, without the clinician's word that it tells what was done. */
export const scribeAttestation: Rule = {
  id: 'scribe-attestation',
  source:
    'Medicare Program Integrity Manual, chapter 3, section 3.3.2.4 (signature of the billing clinician on a scribed note)',
  evaluate(context) {
    const visit = context.chart.claim.items.find((item) => isEmCode(item.code));
    const scribed = findPassages(context.documents, SCRIBED).find((passage) => !isBackground(passage));
    const attested = context.documents.some((document) => ATTESTED.test(runningText(document)));
    const signed = context.documents.some((document) =>
      /\b(?:e-?signed|electronically signed|signed|authenticated)\b[^\n]{0,60}\b(?:MD|DO|NP|PA|APRN)\b|\b(?:MD|DO|NP|PA-?C|APRN)\b[^\n]{0,40}\b(?:e-?signed|signed)\b/i.test(
        runningText(document),
      ),
    );
    if (!visit || !scribed || attested || signed) return reportAs(scribeAttestation, []);
    return reportAs(scribeAttestation, [
      {
        kind: 'documentation-gap',
        direction: 'neutral',
        billed: [visit.code],
        suggested: [],
        evidence: toEvidenceList([sentenceOf(scribed)]),
        confidence: 0.75,
        rationale: 'A scribe wrote the note, and the clinician has neither signed it nor said that it is right.',
      },
    ]);
  },
};
