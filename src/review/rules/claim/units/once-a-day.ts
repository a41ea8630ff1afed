import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { countedUnits } from './counted-units.ts';
import { lesionCount } from './lesion-count.ts';
import { hasModifier } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { toEvidenceList } from '../reading/passage.ts';
import { findPerformed } from '../reading/performed.ts';
import { isOnceADay } from '../services/once-a-day.ts';

/** Two units of a code that a day holds once: the first of something, a range, or a whole session. */
export const onceADay: Rule = {
  id: 'once-a-day',
  source:
    'CPT guidelines (first lesion, area or hour; session); Medicare NCCI medically unlikely edits, practitioner services',
  evaluate(context) {
    if (context.chart.claim.type === 'institutional') return reportAs(onceADay, []);
    // Where the note counts, the count says what is right.
    const counted = new Set(
      [lesionCount, countedUnits].flatMap((rule) => rule.evaluate(context).findings).flatMap(({ billed }) => billed),
    );
    return reportAs(
      onceADay,
      context.chart.claim.items.flatMap((item) => (counted.has(item.code) ? [] : (judge(context, item) ?? []))),
    );
  },
};

function judge(context: RuleContext, item: BilledItem): Draft | undefined {
  // An official edit, where one is loaded, is judged by it; a repeat or another site says so by its modifier.
  if (item.units < 2 || !isOnceADay(item.code) || context.tables.mue?.find(item.code)) return undefined;
  if (hasModifier(item, '50', '59', '76', '77', '91', 'XE', 'XS', 'XP', 'XU')) return undefined;
  return {
    kind: 'units',
    direction: 'over',
    billed: [item.code],
    suggested: [item.code],
    evidence: toEvidenceList([findPerformed(context.documents, item.code)]),
    confidence: 0.88,
    rationale: `A day holds one unit of ${item.code}; ${item.units} were billed.`,
  };
}
