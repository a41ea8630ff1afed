import type { Rule } from '../../../rule.ts';
import { inRanges } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';

/** Number ranges of services on organs of one sex: female genital system and maternity, male genital system, their tests. */
const FEMALE: readonly (readonly [number, number])[] = [
  [56405, 59899],
  [76801, 76828],
  [88141, 88175],
];
const FEMALE_HCPCS = ['G0101', 'G0123', 'G0144', 'G0145', 'Q0091', 'P3000'];
const MALE: readonly (readonly [number, number])[] = [
  [54000, 55899],
  [84152, 84154],
];
const MALE_HCPCS = ['G0102', 'G0103'];

/** A service on organs that the recorded sex does not have. Soft: modifier KX, or a sex recorded otherwise, explains it. */
export const serviceSex: Rule = {
  id: 'service-sex',
  source: 'Medicare Claims Processing Manual, chapter 32, section 240 (gender-specific services, modifier KX)',
  evaluate(context) {
    const { sex } = context.chart.patient;
    const drafts = context.chart.claim.items.flatMap((item): Draft[] => {
      const female = inRanges(item.code, FEMALE) || FEMALE_HCPCS.includes(item.code);
      const male = inRanges(item.code, MALE) || MALE_HCPCS.includes(item.code);
      const conflicts = (female && sex === 'male') || (male && sex === 'female');
      if (!conflicts || item.modifiers.includes('KX')) return [];
      return [
        {
          kind: 'demographic-conflict',
          direction: 'neutral',
          billed: [item.code],
          suggested: [],
          evidence: [],
          confidence: 0.8,
          rationale: `${item.code} is a service for the ${female ? 'female' : 'male'} sex and the patient is recorded as ${sex}.`,
        },
      ];
    });
    return reportAs(serviceSex, drafts);
  },
};
