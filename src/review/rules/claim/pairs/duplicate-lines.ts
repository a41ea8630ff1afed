import type { BilledItem } from '#deidentify/index.ts';
import type { Rule } from '../../../rule.ts';
import { reportAs, type Draft } from '../reading/draft.ts';

/** The same service twice on one day with nothing on the second line that says repeated, other side or other session. */
export const duplicateLines: Rule = {
  id: 'duplicate-lines',
  source: 'Medicare Claims Processing Manual, chapter 1, section 120 (exact duplicates)',
  evaluate(context) {
    const groups = Map.groupBy(context.chart.claim.items, keyOf);
    const drafts = [...groups.values()].flatMap((items): Draft[] => {
      const [item] = items;
      if (!item || items.length < 2) return [];
      return [
        {
          kind: 'units',
          direction: 'over',
          billed: [item.code],
          suggested: [item.code],
          evidence: [],
          confidence: 0.8,
          rationale: `${item.code} stands on ${items.length} lines of the same day with the same modifiers; no modifier says that it was repeated or done elsewhere.`,
        },
      ];
    });
    return reportAs(duplicateLines, drafts);
  },
};

function keyOf(item: BilledItem): string {
  const distinct = item.modifiers.some((modifier) => /^(?:76|77|91|59|X[EPSU]|27)$/.test(modifier));
  const own = distinct ? `#${item.sequence}` : '';
  return [item.code, item.modifiers.toSorted().join('-'), item.serviceDay ?? '', own].join('|');
}
