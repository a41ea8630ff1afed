import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { reportAs, type Draft } from '../rules/claim/reading/draft.ts';
import { listMinutes, purposeOf, type DocumentedMinutes } from '../rules/claim/reading/minutes.ts';
import { findPassages, sentenceOf, toEvidenceList, type Passage } from '../rules/claim/reading/passage.ts';

/** The shorter and the longer discharge code of a setting; the longer needs more than 30 documented minutes. */
const PAIRS: readonly (readonly [short: string, long: string])[] = [
  ['99238', '99239'],
  ['99315', '99316'],
];

/** Discharge day management: the longer code only with more than 30 minutes in the note. */
export const dischargeTime: Rule = {
  id: 'discharge-time',
  source:
    'CPT hospital and nursing facility discharge services; Medicare Claims Processing Manual, chapter 12, 30.6.9.2',
  evaluate(context) {
    const drafts = context.chart.claim.items.flatMap((item) => {
      const pair = PAIRS.find((codes) => codes.includes(item.code));
      const draft = pair && judge(context, item, pair);
      return draft ? [draft] : [];
    });
    return reportAs(dischargeTime, drafts);
  },
};

function judge(context: RuleContext, item: BilledItem, [short, long]: readonly [string, string]): Draft | undefined {
  const all = listMinutes(context.documents).filter((time) => isDischargeTime(time));
  const own = all.filter((time) => purposeOf(time) === 'discharge');
  const times = own.length > 0 ? own : all;
  const overThirty = findPassages(context.documents, OVER_THIRTY).find(
    (passage) => OF_DISCHARGE.test(sentenceOf(passage).text) && !NOT_WORK.test(sentenceOf(passage).text),
  );
  const values = new Set(times.map((time) => time.minutes));
  const [time] = times;
  if (overThirty) return item.code === short ? level(item, long, 'under', sentenceOf(overThirty)) : undefined;
  if (!time) return item.code === long ? gap(context, item) : undefined;
  if (values.size > 1) return undefined;
  const right = time.minutes > 30 ? long : short;
  return right === item.code ? undefined : level(item, right, right === long ? 'under' : 'over', time.sentence);
}

const OVER_THIRTY = /(?<!\b(?:no|not) )(?:>|more than|greater than|over|in excess of)\s*(?:30|thirty)\s*min\w*/gi;
const OF_DISCHARGE = /\bdischarge\b|\btotal\b|\bspent\b|\btime\b/i;
/** Minutes of the patient's instructions or symptoms. */
const NOT_WORK =
  /\b(?:lasts?|lasting|lasted|every \d+|episodes?|min\w* (?:of \w+ )?(?:daily|a day|per (?:day|week|visit))|waited|waiting)\b/i;

function isDischargeTime(time: DocumentedMinutes): boolean {
  const sentence = time.sentence.text;
  if (time.isRange || NOT_WORK.test(sentence)) return false;
  const purpose = purposeOf(time);
  if (purpose === 'discharge') return true;
  return purpose === 'encounter' && /\bdischarge\b|\btotal\b|\bspent\b|\btime\s*[:=]/i.test(sentence);
}

function level(item: BilledItem, code: string, direction: 'over' | 'under', passage: Passage): Draft {
  return {
    kind: 'level-of-service',
    direction,
    billed: [item.code],
    suggested: [code],
    evidence: toEvidenceList([passage]),
    confidence: 0.92,
    rationale: `The discharge time documented makes ${code}; ${item.code} was billed (the longer code needs more than 30 minutes).`,
  };
}

function gap(context: RuleContext, item: BilledItem): Draft {
  const named = findPassages(
    context.documents,
    /\bdischarge (?:day )?(?:management|planning|services?|process)[^.\n]*|\bdischarge day\b[^.\n]*/gi,
  ).at(-1);
  return {
    kind: 'documentation-gap',
    direction: 'neutral',
    billed: [item.code],
    suggested: [],
    evidence: toEvidenceList([named]),
    confidence: 0.92,
    rationale: `${item.code} needs more than 30 minutes of discharge work in the note; no time is documented.`,
  };
}
