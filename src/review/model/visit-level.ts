import { codeForLevel, codeForMinutes, findEmFamily, rankIn, type EmFamily } from '../em/em-families.ts';
import { isOtherFamily } from '../em/family-in-place.ts';
import { assessMdm } from '../em/index.ts';
import { assessLevel, levelRank, type MdmAssessment, type MdmElement } from '../em/mdm-table.ts';
import type { Finding } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { findEncounterTime } from '../rules/claim/reading/encounter-time.ts';
import type { ProvenAnswer } from './checked-answer.ts';
import { dataElement, problemsElement, riskElement } from './mdm-rows.ts';
import type { Drops, ModelLevel } from './model-outcome.ts';
import { PRIOR, RULE } from './model-rules.ts';

interface JudgedLevel {
  readonly findings: readonly Finding[];
  readonly level: ModelLevel | undefined;
}

const NOTHING: JudgedLevel = { findings: [], level: undefined };

/**
 * The level of the one billed visit from the facts that the model proved: the published table turns facts into elements and elements into
 * a level. What the rules prove at least or allow at most bounds each element. Time that carries the billed level is left alone.
 */
export function judgeLevel(context: RuleContext, answer: ProvenAnswer, drops: Drops): JudgedLevel {
  const visits = context.chart.claim.items.filter(({ code }) => findEmFamily(code) !== undefined);
  const [item] = visits;
  const family = item && findEmFamily(item.code);
  if (!item || !family || visits.length > 1 || isOtherFamily(context, item)) return NOTHING;
  if (!answer.hasVisit || answer.problems.length === 0) return NOTHING;
  const mdm = assess(context, answer, drops);
  const right = rightCode(context, family, mdm);
  if (right === undefined) return NOTHING;
  const [billedRank, rightRank] = [rankIn(family, item.code), rankIn(family, right)];
  const level = { billed: item.code, right, mdm };
  if (rightRank === billedRank) return { findings: [], level };
  const evidence = deciding(mdm);
  if (evidence.length === 0) return NOTHING;
  const finding: Finding = {
    ...PRIOR.level,
    direction: rightRank < billedRank ? 'over' : 'under',
    billed: [item.code],
    suggested: [right],
    evidence,
    source: 'model',
    rule: RULE.level,
    rationale: `Problems ${mdm.problems.lower}, data ${mdm.data.lower}, risk ${mdm.risk.lower}: two of three make ${mdm.level.lower} decision making, ${right}; ${item.code} was billed.`,
  };
  return { findings: [finding], level };
}

function assess(context: RuleContext, { problems, data, risk }: ProvenAnswer, drops: Drops): MdmAssessment {
  const rules = assessMdm(context);
  const billsReading = context.chart.claim.items.some(({ code }) => /^(?:7\d{4}|93\d{3}|94\d{3})$/.test(code));
  const counted = billsReading ? data.filter(({ kind }) => kind !== 'independent-interpretation') : data;
  return assessLevel(
    bounded(problemsElement(problems), rules.problems, drops),
    bounded(dataElement(counted), rules.data, drops),
    bounded(riskElement(risk), rules.risk, drops),
  );
}

function bounded(model: MdmElement, rules: MdmElement, drops: Drops): MdmElement {
  const level =
    levelRank(model.lower) < levelRank(rules.lower)
      ? rules.lower
      : levelRank(model.lower) > levelRank(rules.upper)
        ? rules.upper
        : model.lower;
  if (level === model.lower) return model;
  drops.add('outside-the-rules-bounds');
  return { lower: level, upper: level, facts: [...rules.facts, ...model.facts] };
}

/** The code of the level, or of the documented time where that is higher and so carries it. */
function rightCode(context: RuleContext, family: EmFamily, mdm: MdmAssessment): string | undefined {
  const byLevel = codeForLevel(family, mdm.level.lower);
  const time = findEncounterTime(context.documents);
  const byTime = time && codeForMinutes(family, time.minutes);
  const rank = Math.max(byLevel ? rankIn(family, byLevel.code) : -1, byTime ? rankIn(family, byTime.code) : -1);
  return family.codes[rank]?.code;
}

/** The words behind the two elements that decide. */
function deciding(mdm: MdmAssessment) {
  const facts = [mdm.problems, mdm.risk, mdm.data].flatMap((element) =>
    element.facts.filter(({ level }) => level === element.lower).slice(0, 1),
  );
  return facts.flatMap(({ evidence }) => evidence.slice(0, 1)).slice(0, 2);
}
