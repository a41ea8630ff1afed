import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { reportAs, type Draft } from '../rules/claim/reading/draft.ts';
import { findEncounterTime } from '../rules/claim/reading/encounter-time.ts';
import { toEvidenceList } from '../rules/claim/reading/passage.ts';
import { assessMdm } from './assess-mdm.ts';
import { codeForLevel, codeForMinutes, findEmFamily, rankIn, type EmFamily } from './em-families.ts';
import { isOtherFamily } from './family-in-place.ts';
import { toMdmTable } from './mdm-table.ts';

/**
 * A levelled visit against the billing clinician's total minutes on the date. More minutes than the billed code needs always carry the
 * higher code; fewer only speak against it when time chose the level, or decision making is bounded below it too. Never in the ED.
 */
export const emByTime: Rule = {
  id: 'em-by-time',
  source: 'CPT E/M guidelines 2023, Guidelines for Selecting Level of Service Based on Time',
  evaluate(context) {
    const visits = context.chart.claim.items.filter((item) => findEmFamily(item.code));
    const [item] = visits;
    const family = item && findEmFamily(item.code);
    if (!item || !family || visits.length > 1 || isOtherFamily(context, item)) return reportAs(emByTime, []);
    const draft = draftFor(context, item, family);
    return reportAs(emByTime, draft ? [draft] : []);
  },
};

function draftFor(context: RuleContext, item: BilledItem, family: EmFamily): Draft | undefined {
  const time = findEncounterTime(context.documents);
  if (!time) return undefined;
  const billed = rankIn(family, item.code);
  const byTime = codeForMinutes(family, time.minutes);
  const timeRank = byTime ? rankIn(family, byTime.code) : -1;
  const evidence = toEvidenceList([time.passage]);
  if (byTime && timeRank > billed) {
    return {
      kind: 'level-of-service',
      direction: 'under',
      billed: [item.code],
      suggested: [byTime.code],
      evidence,
      confidence: 0.92,
      mdmTable: toMdmTable(assessMdm(context)),
      rationale: `The ${time.minutes} minutes documented for the date meet ${byTime.code} (${byTime.minutes} minutes); ${item.code} was billed.`,
    };
  }
  const supported = supportedRank(context, family, timeRank, time.choosesLevel);
  const code = supported === undefined ? undefined : family.codes[supported];
  if (supported === undefined || !code || supported >= billed || time.minutes < 5) return undefined;
  return {
    kind: 'level-of-service',
    direction: 'over',
    billed: [item.code],
    suggested: [code.code],
    evidence,
    confidence: time.choosesLevel ? 0.88 : 0.75,
    mdmTable: toMdmTable(assessMdm(context)),
    rationale: `The ${time.minutes} minutes documented do not reach ${item.code}, and the decision making documented does not carry it; ${code.code} is supported.`,
  };
}

/** The highest rank that time or decision making can support; undefined when decision making is not bounded. */
function supportedRank(
  context: RuleContext,
  family: EmFamily,
  timeRank: number,
  timeChooses: boolean,
): number | undefined {
  const mdm = assessMdm(context);
  const byMdm = codeForLevel(family, mdm.level.upper);
  if (mdm.certain && byMdm) return Math.max(timeRank, rankIn(family, byMdm.code));
  return timeChooses ? Math.max(timeRank, 0) : undefined;
}
