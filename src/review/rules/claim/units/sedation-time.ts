import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { toEvidenceList } from '../reading/passage.ts';
import { findSedationTime, sedationUnits, type SedationTime } from '../reading/sedation-time.ts';

/** The code of each further quarter of an hour, by the same physician and by another. */
const FURTHER = ['99153', '99157'];

/** Moderate sedation past its first quarter of an hour: the minutes of the intra-service time decide. */
export const sedationTime: Rule = {
  id: 'sedation-time',
  source: 'CPT moderate sedation guidelines (intra-service time); CPT time rule',
  evaluate(context) {
    const items = context.chart.claim.items.filter(({ code }) => FURTHER.includes(code));
    const time = items.length > 0 ? findSedationTime(context) : undefined;
    return reportAs(sedationTime, time ? items.flatMap((item) => judge(context, item, time) ?? []) : []);
  },
};

function judge({ chart }: RuleContext, item: BilledItem, time: SedationTime): Draft | undefined {
  const right = sedationUnits(time.minutes).further;
  const billed = chart.claim.items.filter(({ code }) => code === item.code).reduce((sum, { units }) => sum + units, 0);
  // Less than the first code needs is that code's finding.
  if (right >= billed || time.minutes < 10) return undefined;
  return {
    kind: right === 0 ? 'unsupported-service' : 'units',
    direction: 'over',
    billed: [item.code],
    suggested: right === 0 ? [] : [item.code],
    evidence: toEvidenceList([time.passage]),
    confidence: 0.9,
    rationale: `${time.minutes} minutes of sedation are the first code and ${right} units of ${item.code}; ${billed} were billed.`,
  };
}
