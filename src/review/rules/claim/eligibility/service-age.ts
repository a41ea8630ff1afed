import type { Rule } from '../../../rule.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findPassages, sentenceOf, toEvidenceList } from '../reading/passage.ts';
import { AGE_BANDS } from '../services/age-bands.ts';

const AGE_SAID =
  /\b\d{1,2}[- ]?(?:year|yr|y)s?[- ]?(?:old|o|\/o)?\b|\b\d{1,2} ?(?:yo|y\/o|yrs?)\b|\b\d{1,2} ?[FM]\b|\bage[d:]?\s*\d{1,2}\b/gi;

/** A service billed from the code of another age. */
export const serviceAge: Rule = {
  id: 'service-age',
  source: 'CPT codes by age (tonsils, sedation, central lines, vaccines)',
  evaluate(context) {
    const { ageYears } = context.chart.patient;
    if (ageYears === undefined) return reportAs(serviceAge, []);
    const [said] = findPassages(context.documents, AGE_SAID);
    const drafts = context.chart.claim.items.flatMap((item): Draft[] => {
      const group = AGE_BANDS.find(({ bands }) => bands.some(({ code }) => code === item.code));
      const own = group?.bands.find(({ code }) => code === item.code);
      if (!group || !own || (ageYears >= own.from && ageYears <= own.to)) return [];
      const right = group.bands.find(({ from, to }) => ageYears >= from && ageYears <= to)?.code;
      const over = own.from > ageYears;
      return [
        {
          // An older patient's code for a child is not what was done; a vaccine of another age is a conflict with the person.
          kind: item.code.startsWith('90') ? 'demographic-conflict' : 'unsupported-service',
          direction: item.code.startsWith('90') ? 'neutral' : 'over',
          billed: [item.code],
          suggested: right === undefined ? [] : [right],
          evidence: toEvidenceList([said && sentenceOf(said)]),
          confidence: over ? 0.85 : 0.8,
          rationale: `${item.code} (${group.name}) is of another age than ${ageYears} years${right === undefined ? '' : `, at which it is ${right}`}.`,
        },
      ];
    });
    return reportAs(serviceAge, drafts);
  },
};
