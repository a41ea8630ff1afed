import type { Rule } from '../../../rule.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findRetired } from '../services/retired-codes.ts';

/** A service code that is no longer in the code set; the HCPCS table's own end dates go first. */
export const retiredServiceCode: Rule = {
  id: 'retired-service-code',
  source: 'CPT annual changes 2019 to 2025 (deleted codes); HCPCS Level II termination dates',
  evaluate(context) {
    const drafts = context.chart.claim.items.flatMap((item): Draft[] => {
      const terminated = context.tables.hcpcs?.find(item.code)?.terminated === true;
      const successors = findRetired(item.code, context.tables.year);
      if (!terminated && !successors) return [];
      return [
        {
          kind: 'invalid-code',
          direction: 'neutral',
          billed: [item.code],
          suggested: [...(successors ?? [])],
          evidence: [],
          confidence: 0.9,
          rationale: `${item.code} is no longer a code on the date of service.`,
        },
      ];
    });
    return reportAs(retiredServiceCode, drafts);
  },
};
