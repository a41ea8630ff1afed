import type { Rule } from '../rule.ts';
import { reportAs } from '../rules/claim/reading/draft.ts';
import { findPassages, isBackground, sentenceOf, toEvidenceList } from '../rules/claim/reading/passage.ts';

const NOT_SEEN =
  /\b(?:(?:provider|physician|doctor|MD|clinician)\b[^.\n]{0,20}\b(?:not seen|did not see|was not (?:seen|present))|not seen by (?:a |the )?(?:provider|physician|doctor|MD|clinician)|(?:nurse|RN|MA)[- ]only visit|nurse visit\b(?! next)|seen by (?:RN|nurse|MA) only)\b[^.\n]*/gi;

/** A visit that only staff held is the one code that needs no clinician's decision. */
export const nurseVisit: Rule = {
  id: 'nurse-visit',
  source: 'CPT E/M guidelines 2023, 99211; Medicare Benefit Policy Manual, chapter 15, section 60',
  evaluate(context) {
    const visit = context.chart.claim.items.find((item) => /^9921[2-5]$/.test(item.code));
    const found = findPassages(context.documents, NOT_SEEN).find(
      (passage) =>
        !isBackground(passage) &&
        !/\b(?:schedule|return|next|follow[- ]?up|will|RTC|in \d)\b/i.test(sentenceOf(passage).text),
    );
    if (!visit || !found) return reportAs(nurseVisit, []);
    return reportAs(nurseVisit, [
      {
        kind: 'level-of-service',
        direction: 'over',
        billed: [visit.code],
        suggested: ['99211'],
        evidence: toEvidenceList([sentenceOf(found)]),
        confidence: 0.82,
        rationale: `The note is of a visit held by staff alone; ${visit.code} needs the clinician's own decision.`,
      },
    ]);
  },
};
