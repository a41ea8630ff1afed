import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { reportAs, type Draft } from '../rules/claim/reading/draft.ts';
import { assessMdm } from './assess-mdm.ts';
import { codeForLevel, rankIn, type EmFamily, type MdmLevel } from './em-families.ts';
import { codeByLevelOrTime, decidingEvidence, explainLevel, findLevelledVisit, rankOfTime } from './level-of-visit.ts';
import { toMdmTable, type LevelBounds } from './mdm-table.ts';
import { timeNotDocumented } from './time-not-documented.ts';

/**
 * A levelled visit against its decision making. Over: at most a lower level can be read out of the note, and no time carries the billed
 * one. Under: at least a higher level is proven. Said only when the elements leave no room between.
 */
export const emByMdm: Rule = {
  id: 'em-by-mdm',
  source: 'CPT E/M guidelines 2023, Levels of Medical Decision Making (two of three elements)',
  evaluate(context) {
    const visit = findLevelledVisit(context);
    // Time that chose the level and is not there is the one cause.
    const isTimed = timeNotDocumented.evaluate(context).findings.length > 0;
    const draft = visit && !isTimed && judge(context, visit.item, visit.family);
    return reportAs(emByMdm, draft ? [draft] : []);
  },
};

function judge(context: RuleContext, item: BilledItem, family: EmFamily): Draft | undefined {
  const mdm = assessMdm(context);
  const billed = rankIn(family, item.code);
  const level = levelAgainst(mdm.level, family, billed);
  const code = level && codeByLevelOrTime(context, family, level);
  if (!level || code === undefined || code === item.code || rankOfTime(context, family) > billed) return undefined;
  const right = rankIn(family, code);
  // A self-limited problem alone: coders differ by one rung, which is no finding.
  if (mdm.problems.upper === 'straightforward' && billed - right === 1) return undefined;
  return {
    kind: 'level-of-service',
    direction: right < billed ? 'over' : 'under',
    billed: [item.code],
    suggested: [code],
    evidence: decidingEvidence(mdm),
    confidence: mdm.certain ? 0.65 : 0.6,
    mdmTable: toMdmTable(mdm),
    rationale: explainLevel(mdm, { level, right: code, billed: item.code }),
  };
}

/** The proven level where that is above the billed code, the highest possible where that is below it; undefined between. */
function levelAgainst({ lower, upper }: LevelBounds, family: EmFamily, billed: number): MdmLevel | undefined {
  const [least, most] = [codeForLevel(family, lower), codeForLevel(family, upper)];
  if (least && rankIn(family, least.code) > billed) return lower;
  if (!most || rankIn(family, most.code) >= billed) return undefined;
  // A note of few words proves little and bounds little: below the billed code by one rung, with something proven, or not at all.
  return lower === upper || (lower !== 'straightforward' && billed - rankIn(family, most.code) === 1)
    ? upper
    : undefined;
}
