import type { BilledItem } from '#deidentify/index.ts';
import type { Evidence } from '../finding.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { reportAs, type Draft } from '../rules/claim/reading/draft.ts';
import { findEncounterTime } from '../rules/claim/reading/encounter-time.ts';
import { assessMdm } from './assess-mdm.ts';
import { codeForLevel, codeForMinutes, findEmFamily, rankIn, type EmFamily } from './em-families.ts';
import { levelRank, toMdmTable, type MdmAssessment, type MdmElement } from './mdm-table.ts';
import { isOtherFamily } from './family-in-place.ts';

/**
 * A levelled visit against its decision making. Over: at most a lower level can be read out of the note, and no time carries the billed
 * one. Under: at least a higher level is proven. Said only when the elements leave no room between.
 */
export const emByMdm: Rule = {
  id: 'em-by-mdm',
  source: 'CPT E/M guidelines 2023, Levels of Medical Decision Making (two of three elements)',
  evaluate(context) {
    const visits = context.chart.claim.items.filter((item) => findEmFamily(item.code));
    const [item] = visits;
    const family = item && findEmFamily(item.code);
    if (!item || !family || visits.length > 1 || isOtherFamily(context, item)) return reportAs(emByMdm, []);
    const draft = judge(context, item, family);
    return reportAs(emByMdm, draft ? [draft] : []);
  },
};

function judge(context: RuleContext, item: BilledItem, family: EmFamily): Draft | undefined {
  const mdm = assessMdm(context);
  const billed = rankIn(family, item.code);
  const time = findEncounterTime(context.documents);
  const byTime = time && codeForMinutes(family, time.minutes);
  const timeRank = byTime ? rankIn(family, byTime.code) : -1;
  const most = codeForLevel(family, mdm.level.upper);
  const least = codeForLevel(family, mdm.level.lower);
  if (!most || !least || !mdm.certain) return undefined;
  const right = Math.max(rankIn(family, most.code), timeRank);
  const code = family.codes[right];
  if (!code || right === billed || timeRank > billed) return undefined;
  const over = right < billed;
  // A self-limited problem alone: coders differ by one rung, which is no finding.
  if (mdm.problems.upper === 'straightforward' && billed - right === 1) return undefined;
  return {
    kind: 'level-of-service',
    direction: over ? 'over' : 'under',
    billed: [item.code],
    suggested: [code.code],
    evidence: decidingEvidence(mdm),
    confidence: 0.65,
    mdmTable: toMdmTable(mdm),
    rationale: `Problems ${span(mdm.problems)}, data ${span(mdm.data)}, risk ${span(mdm.risk)}: two of three make ${mdm.level.upper} decision making, ${code.code}; ${item.code} was billed.`,
  };
}

function span(element: MdmElement): string {
  return element.lower === element.upper ? element.lower : `${element.lower} to ${element.upper}`;
}

/** The words behind the two elements that decide. */
function decidingEvidence(mdm: MdmAssessment): Evidence[] {
  const facts = [mdm.problems, mdm.risk, mdm.data].flatMap((element) =>
    element.facts.filter((fact) => levelRank(fact.level) === levelRank(element.lower)).slice(0, 1),
  );
  return facts.flatMap((fact) => fact.evidence.slice(0, 1)).slice(0, 2);
}
