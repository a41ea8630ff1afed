import { rankIn } from '../em/em-families.ts';
import { assessMdm } from '../em/index.ts';
import { codeByLevelOrTime, decidingEvidence, explainLevel, findLevelledVisit } from '../em/level-of-visit.ts';
import { assessLevel, levelRank, toMdmTable, type MdmAssessment, type MdmElement } from '../em/mdm-table.ts';
import type { Finding } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
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
  const visit = findLevelledVisit(context);
  if (visit === undefined) return NOTHING;
  const { item, family } = visit;
  if (!answer.hasVisit || answer.problems.length === 0) return NOTHING;
  const mdm = assess(context, answer, drops);
  const right = codeByLevelOrTime(context, family, mdm.level.lower);
  if (right === undefined) return NOTHING;
  const [billedRank, rightRank] = [rankIn(family, item.code), rankIn(family, right)];
  const level = { billed: item.code, right, mdm };
  if (rightRank === billedRank) return { findings: [], level };
  const evidence = decidingEvidence(mdm);
  if (evidence.length === 0) return NOTHING;
  const finding: Finding = {
    ...PRIOR.level,
    direction: rightRank < billedRank ? 'over' : 'under',
    billed: [item.code],
    suggested: [right],
    evidence,
    source: 'model',
    rule: RULE.level,
    mdmTable: toMdmTable(mdm),
    rationale: explainLevel(mdm, { level: mdm.level.lower, right, billed: item.code }),
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
