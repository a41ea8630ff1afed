import type { BilledItem } from '#deidentify/index.ts';
import type { Evidence } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { findEncounterTime } from '../rules/claim/reading/encounter-time.ts';
import { codeForLevel, codeForMinutes, findEmFamily, rankIn, type EmFamily, type MdmLevel } from './em-families.ts';
import { isOtherFamily } from './family-in-place.ts';
import type { MdmAssessment, MdmElement } from './mdm-table.ts';

/** The one levelled visit of a claim, with its family; undefined when there is none, several, or one of another family. */
export function findLevelledVisit(
  context: RuleContext,
): { readonly item: BilledItem; readonly family: EmFamily } | undefined {
  const visits = context.chart.claim.items.filter(({ code }) => findEmFamily(code) !== undefined);
  const [item] = visits;
  const family = item && findEmFamily(item.code);
  if (!item || !family || visits.length > 1 || isOtherFamily(context, item)) return undefined;
  return { item, family };
}

/** Rank in the family that the documented time carries; -1 where there is none. */
export function rankOfTime({ documents }: RuleContext, family: EmFamily): number {
  const time = findEncounterTime(documents);
  const byTime = time && codeForMinutes(family, time.minutes);
  return byTime ? rankIn(family, byTime.code) : -1;
}

/** The code of a level of decision making, or of the documented time where that is higher and so carries it. */
export function codeByLevelOrTime(context: RuleContext, family: EmFamily, level: MdmLevel): string | undefined {
  const byLevel = codeForLevel(family, level);
  const rank = Math.max(byLevel ? rankIn(family, byLevel.code) : -1, rankOfTime(context, family));
  return family.codes[rank]?.code;
}

/** The words behind the two elements that decide. */
export function decidingEvidence({ problems, risk, data }: MdmAssessment): Evidence[] {
  const facts = [problems, risk, data].flatMap((element) =>
    element.facts.filter(({ level }) => level === element.lower).slice(0, 1),
  );
  return facts.flatMap(({ evidence }) => evidence.slice(0, 1)).slice(0, 2);
}

/** Why the level is what it is. `right` is the code that it makes, `level` the level that was taken. */
export function explainLevel(
  { problems, data, risk }: MdmAssessment,
  { level, right, billed }: { level: MdmLevel; right: string; billed: string },
): string {
  return `Problems ${span(problems)}, data ${span(data)}, risk ${span(risk)}: two of three make ${level} decision making, ${right}; ${billed} was billed.`;
}

function span({ lower, upper }: MdmElement): string {
  return lower === upper ? lower : `${lower} to ${upper}`;
}
