import type { Rule } from '../../../rule.ts';
import { listBundledCodes } from '../pairs/bundled-lines.ts';
import { hasModifier } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findPassages, isBackground, sentenceOf, toEvidenceList } from '../reading/passage.ts';

/** Colonoscopies that treat or sample. */
const THERAPEUTIC = /^453(?:8[0-68-9]|9[0138])$/;
const SCREENING = /^Z12\.1[12]$/;
const SAID = /\bscreening\b[^.;\n]{0,40}|\b(?:colorectal|colon) cancer screen\w*/gi;
/** What a screening is not: symptoms, a positive test, or the follow-up of earlier polyps. */
const FOR_CAUSE =
  /\b(?:surveillance|diagnostic|positive (?:FIT|cologuard|stool)|bleeding|anemia|diarrhea|iron deficiency)\b/i;
/** Medicare has its own modifier for it. */
const MEDICARE_AGE = 65;

/** A screening that became a removal stays a screening: modifier 33, for Medicare PT, says so. */
export const screeningColonoscopy: Rule = {
  id: 'screening-colonoscopy',
  source: 'Medicare Claims Processing Manual, chapter 18, section 60 (modifier PT); CPT appendix A (modifier 33)',
  evaluate(context) {
    const { diagnoses, items, type } = context.chart.claim;
    const said = findPassages(context.documents, SAID).find(
      (passage) => !isBackground(passage) && !FOR_CAUSE.test(sentenceOf(passage).text),
    );
    if (type === 'institutional' || !said || !diagnoses.some(({ code }) => SCREENING.test(code)))
      return reportAs(screeningColonoscopy, []);
    const bundled = listBundledCodes(context);
    const { ageYears } = context.chart.patient;
    const right = ageYears !== undefined && ageYears >= MEDICARE_AGE ? 'PT' : '33';
    return reportAs(
      screeningColonoscopy,
      items
        .filter((item) => THERAPEUTIC.test(item.code) && !bundled.has(item.code) && !hasModifier(item, '33', 'PT'))
        .map((item): Draft => ({
          kind: 'modifier',
          direction: 'under',
          billed: [item.code],
          suggested: [`${item.code}-${right}`],
          evidence: toEvidenceList([sentenceOf(said)]),
          confidence: 0.75,
          rationale: `The colonoscopy began as a screening; ${item.code} takes modifier ${right}, and the line has none that says so.`,
        })),
    );
  },
};
