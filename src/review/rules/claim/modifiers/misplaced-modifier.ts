import type { BilledItem } from '#deidentify/index.ts';
import { isEmCode } from '../../../em/em-families.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { hasModifier, placeOfCare } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { holdsBothSides, takesNoBilateral } from '../services/bilateral-by-itself.ts';

const REMOTE = /\b(?:tele-?\w+|video|audio|phone|virtual|remote|synchronous|e-?visit)\b/i;

/** Modifiers on codes that cannot carry them: 59 and its kin on a visit, 95 and 93 on a visit held in person. */
export const misplacedModifier: Rule = {
  id: 'misplaced-modifier',
  source: 'NCCI Policy Manual, chapter I, E (59 is not for E/M); CPT appendix A (93, 95)',
  evaluate(context) {
    const text = context.documents.map(({ document }) => document.text).join('\n');
    const inPerson = placeOfCare(context) !== 'telehealth' && text.length > 200 && !REMOTE.test(text);
    const drafts = context.chart.claim.items.flatMap((item): Draft[] => {
      if (isEmCode(item.code) && hasModifier(item, '59', 'XE', 'XS', 'XP', 'XU'))
        return [draft(item.code, `${item.code}-25`, 'Modifier 59 is not for visits; a separate visit takes 25.')];
      if (inPerson && hasModifier(item, '93', '95'))
        return [draft(item.code, item.code, 'The visit was held in person; a telehealth modifier does not apply.')];
      if (hasModifier(item, '50') && takesNo50(context, item.code))
        return [draft(item.code, item.code, `Modifier 50 does not apply to ${item.code}, which is billed once.`)];
      if (hasModifier(item, 'RT') && holdsBothSides(item.code) && isBilledBySide(context, item))
        return [draft(item.code, item.code, `${item.code} stands for both sides; it is one line without a side.`)];
      return [];
    });
    return reportAs(misplacedModifier, drafts);
  },
};

function takesNo50(context: RuleContext, code: string): boolean {
  const official = context.tables.fees?.indicators(code)?.bilateral;
  return official === undefined ? takesNoBilateral(code) : ['0', '2', '9'].includes(official);
}

/** A line of each side of a code that holds both. */
function isBilledBySide({ chart }: RuleContext, { code }: BilledItem): boolean {
  const sides = chart.claim.items.filter((item) => item.code === code);
  return ['RT', 'LT'].every((side) => sides.some((item) => hasModifier(item, side)));
}

function draft(billed: string, suggested: string, rationale: string): Draft {
  return {
    kind: 'modifier',
    direction: 'neutral',
    billed: [billed],
    suggested: [suggested],
    evidence: [],
    confidence: 0.82,
    rationale,
  };
}
