import { isEmCode } from '../../../em/em-families.ts';
import type { Rule } from '../../../rule.ts';
import { hasModifier, isFacility, placeOfService } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findPassages, isBackground, sentenceOf, toEvidenceList } from '../reading/passage.ts';

const SHARED =
  /\bsplit[- ]?(?:\/|or |and )?[- ]?shared (?:visit|service|encounter|e\/?m)\b|\bshared[- ](?:visit|service|encounter) (?:with|between)\b|\b(?:substantive portion|more than half of the (?:total )?time)\b[^.\n]{0,80}\b(?:NP|PA|PA-C|APP|APRN|nurse practitioner|physician assistant|advanced practice)\b|\b(?:NP|PA|PA-C|APP|APRN|nurse practitioner|physician assistant|advanced practice)\b[^.\n]{0,80}\bsubstantive portion\b/gi;
const NOT_SHARED = /\bnot (?:a )?(?:split|shared)\b/i;

/** A visit that physician and practitioner of one group shared in a facility takes FS; in an office it cannot be shared. */
export const sharedVisit: Rule = {
  id: 'shared-visit',
  source:
    '42 CFR 415.140; Medicare Claims Processing Manual, chapter 12, section 30.6.18 (split or shared visits, modifier FS)',
  evaluate(context) {
    const said = findPassages(context.documents, SHARED).find(
      (passage) => !isBackground(passage) && !NOT_SHARED.test(sentenceOf(passage).text),
    );
    const drafts = context.chart.claim.items.flatMap((item): Draft[] => {
      if (!isEmCode(item.code)) return [];
      const facility = isFacility(placeOfService(context, item)) || /^99(?:22|23|28|291)/.test(item.code);
      const marked = hasModifier(item, 'FS');
      const wrong = marked && !facility ? item.code : said && facility && !marked ? `${item.code}-FS` : undefined;
      if (wrong === undefined) return [];
      return [
        {
          kind: 'modifier',
          direction: 'neutral',
          billed: [item.code],
          suggested: [wrong],
          evidence: toEvidenceList([said && sentenceOf(said)]),
          confidence: 0.82,
          rationale: marked
            ? 'A visit in an office cannot be split or shared; modifier FS does not apply.'
            : 'The note says that physician and practitioner shared the visit; the line lacks modifier FS.',
        },
      ];
    });
    return reportAs(sharedVisit, drafts);
  },
};
