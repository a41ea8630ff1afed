import type { Rule } from '../rule.ts';
import { reportAs, type Draft } from '../rules/claim/reading/draft.ts';
import { findPatientStatus } from './patient-status.ts';
import { isPreventiveVisit, preventiveCode } from './preventive-visits.ts';

/** A preventive visit billed from the band of another age. A wrong family (new, established) is reported by `new-or-established`. */
export const preventiveAge: Rule = {
  id: 'preventive-age',
  source: 'CPT E/M guidelines, preventive medicine services, age bands',
  evaluate(context) {
    const { ageYears } = context.chart.patient;
    const status = findPatientStatus(context);
    if (ageYears === undefined) return reportAs(preventiveAge, []);
    const drafts = context.chart.claim.items.flatMap((item): Draft[] => {
      if (!isPreventiveVisit(item.code)) return [];
      const billedNew = item.code.startsWith('9938');
      const suggested = preventiveCode(billedNew, ageYears, item.code);
      if (suggested === item.code || (status && status.isNew !== billedNew)) return [];
      return [
        {
          kind: 'level-of-service',
          direction: suggested > item.code ? 'under' : 'over',
          billed: [item.code],
          suggested: [suggested],
          evidence: [],
          confidence: 0.85,
          rationale: `The preventive visit ${item.code} is of another age band; at ${ageYears} years it is ${suggested}.`,
        },
      ];
    });
    return reportAs(preventiveAge, drafts);
  },
};
