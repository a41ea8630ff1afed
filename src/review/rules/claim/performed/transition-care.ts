import type { Rule, RuleContext } from '../../../rule.ts';
import { linesOf } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findPassages, isBackground, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';

/** Days from discharge to the visit within which each code can be met. */
const WITHIN_WEEK = 7;
const WITHIN_FORTNIGHT = 14;
const DAYS =
  /(?<!\[)\b(?:day|post-?discharge day) #?(?<day>\d{1,2})\b|\b(?<after>\d{1,2}) (?:calendar )?days? (?:after|since|post|from|out from) (?:\w+ )?(?:hospital )?discharge\b|\bdischarged? (?<ago>\d{1,2}) days ago\b|\bdischarged?\b[^.;\n[]{0,30}\[DAY -(?<masked>\d{1,2})\]/gi;
const MODERATE =
  /\b(?:MDM|decision[- ]making|complexity)\b[^.;\n]{0,25}\bmoderate\b|\bmoderate(?:ly)? (?:complex\w*|MDM|(?:medical )?decision)/gi;
const HIGH =
  /\b(?:MDM|decision[- ]making|complexity)\b[^.;\n]{0,25}\bhigh\b|\bhigh(?:ly)? (?:complex\w*|MDM|(?:medical )?decision)/gi;

/** Care after discharge: the fuller code needs the visit within a week and high complexity, either code within a fortnight. */
export const transitionCare: Rule = {
  id: 'transition-care',
  source: 'CPT transitional care management guidelines; CMS MLN booklet on transitional care management',
  evaluate(context) {
    const [item] = linesOf(context, ['99495', '99496']);
    return reportAs(transitionCare, item ? judge(context, item.code) : []);
  },
};

function judge(context: RuleContext, billed: string): Draft[] {
  const current = (pattern: RegExp) =>
    findPassages(context.documents, pattern).filter((passage) => !isBackground(passage));
  const seen = current(DAYS).flatMap((passage) => {
    const day = dayOf(passage);
    return day === undefined ? [] : [{ day, passage }];
  });
  const [first] = seen;
  if (first && seen.some(({ day }) => day !== first.day)) return [];
  if (first && first.day > WITHIN_FORTNIGHT)
    return [draft(billed, [], 'over', first.passage, `the visit was on day ${first.day}, which neither code allows`)];
  if (billed === '99496' && first && first.day > WITHIN_WEEK)
    return [draft(billed, ['99495'], 'over', first.passage, `the visit was on day ${first.day}, after the first week`)];
  const [moderate, high] = [current(MODERATE)[0], current(HIGH)[0]];
  if (billed === '99496' && moderate && !high)
    return [draft(billed, ['99495'], 'over', moderate, 'the decision making was moderate')];
  if (billed === '99495' && high && !moderate && first && first.day <= WITHIN_WEEK)
    return [draft(billed, ['99496'], 'under', high, 'the decision making was high within the first week')];
  return [];
}

/** `day 10` counts only in a sentence on the discharge. */
function dayOf(passage: Passage): number | undefined {
  const { text } = sentenceOf(passage);
  const match = [...passage.text.matchAll(DAYS)][0];
  const { day, after, ago, masked } = match?.groups ?? {};
  const figure = after ?? ago ?? masked ?? (/\b(?:discharg\w+|TCM|transition\w*)\b/i.test(text) ? day : undefined);
  return figure === undefined ? undefined : Number(figure);
}

function draft(
  billed: string,
  suggested: readonly string[],
  direction: 'over' | 'under',
  passage: Passage,
  why: string,
): Draft {
  return {
    kind: 'level-of-service',
    direction,
    billed: [billed],
    suggested: [...suggested],
    evidence: toEvidenceList([sentenceOf(passage)]),
    confidence: 0.87,
    rationale: `Of the care after discharge ${why}; ${billed} was billed.`,
  };
}
