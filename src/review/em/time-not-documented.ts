import type { Rule } from '../rule.ts';
import { reportAs } from '../rules/claim/reading/draft.ts';
import { listMinutes } from '../rules/claim/reading/minutes.ts';
import { findPassages, isBackground, sentenceOf, toEvidenceList } from '../rules/claim/reading/passage.ts';
import { findEmFamily } from './em-families.ts';

const CHOSEN_BY_TIME =
  /\b(?:level|code[ds]?|coding|billed?|billing|selected|chosen|e\/?m|visit)\b[^.\n]{0,40}\b(?:by|on|using|based on)\b (?:the )?(?:total )?time\b[^.\n]*|\btime[- ]based (?:billing|coding|visit|e\/?m)\b[^.\n]*/gi;

/** The note says that time chose the level and gives no minutes. */
export const timeNotDocumented: Rule = {
  id: 'time-not-documented',
  source: 'CPT E/M guidelines 2023, Guidelines for Selecting Level of Service Based on Time',
  evaluate(context) {
    const visit = context.chart.claim.items.find((item) =>
      findEmFamily(item.code)?.codes.some((row) => row.minutes !== undefined),
    );
    const chosen = findPassages(context.documents, CHOSEN_BY_TIME).find(
      (passage) => !isBackground(passage) && !/\bnot\b|\bMDM\b/i.test(sentenceOf(passage).text),
    );
    if (!visit || !chosen || listMinutes(context.documents).length > 0) return reportAs(timeNotDocumented, []);
    return reportAs(timeNotDocumented, [
      {
        kind: 'documentation-gap',
        direction: 'neutral',
        billed: [visit.code],
        suggested: [],
        evidence: toEvidenceList([sentenceOf(chosen)]),
        confidence: 0.88,
        rationale: `The note says that time chose the level of ${visit.code} and gives no minutes.`,
      },
    ]);
  },
};
