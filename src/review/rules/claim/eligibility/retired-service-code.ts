import type { Rule } from '../../../rule.ts';
import { reportAs, type Draft } from '../reading/draft.ts';

/** Codes that left the code set before 2025, with what took their place where one code did. */
const RETIRED: Readonly<Record<string, readonly string[]>> = {
  '99201': ['99202'],
  '99217': ['99238'],
  '99218': ['99221'],
  '99219': ['99222'],
  '99220': ['99223'],
  '99224': ['99231'],
  '99225': ['99232'],
  '99226': ['99233'],
  '99241': ['99242'],
  '99251': ['99252'],
  '99318': [],
  '99343': ['99344'],
  '99354': ['99417'],
  '99355': ['99417'],
  '99356': ['99418'],
  '99357': ['99418'],
  '99441': [],
  '99442': [],
  '99443': [],
  '11100': ['11102'],
  '11101': ['11103'],
};

/** A service code that is no longer in the code set; the HCPCS table's own end dates go first. */
export const retiredServiceCode: Rule = {
  id: 'retired-service-code',
  source: 'CPT E/M revisions 2021, 2023 and 2025 (deleted codes); HCPCS Level II termination dates',
  evaluate(context) {
    const drafts = context.chart.claim.items.flatMap((item): Draft[] => {
      const terminated = context.tables.hcpcs?.find(item.code)?.terminated === true;
      const successors = RETIRED[item.code];
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
