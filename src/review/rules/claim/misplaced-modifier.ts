import { isEmCode } from '../../em/em-families.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { hasModifier, placeOfCare } from './reading/claim-lines.ts';
import { reportAs, type Draft } from './reading/draft.ts';

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
      if (hasModifier(item, '50') && isBilateralByItself(context, item.code))
        return [
          draft(item.code, item.code, `${item.code} stands for both sides by itself; modifier 50 does not apply.`),
        ];
      return [];
    });
    return reportAs(misplacedModifier, drafts);
  },
};

/** Services of both sides or of one or both, where the official table is not loaded (PPRRVU bilateral indicator 2). */
const BOTH_SIDES =
  /^(?:92002|92004|92012|92014|92081|92082|92083|92133|92134|92250|9255[1-7]|92567|31231|31575|55250|58300|77066|77067|93880|93925|93970|73521|73522|73523|95004|30801|30802)$/;

function isBilateralByItself(context: RuleContext, code: string): boolean {
  const official = context.tables.fees?.indicators(code)?.bilateral;
  return official === undefined ? BOTH_SIDES.test(code) : official === '2';
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
