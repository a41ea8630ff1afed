import type { MueTable } from '#codes/index.ts';
import type { BilledItem } from '#deidentify/index.ts';
import type { Rule } from '../../../rule.ts';
import { drugUnits } from './drug-units.ts';
import { lesionCount } from './lesion-count.ts';
import { totalUnits } from '../reading/claim-lines.ts';
import { reportAs, tableNotLoaded, type Draft } from '../reading/draft.ts';
import { toEvidenceList } from '../reading/passage.ts';
import { findPerformed } from '../reading/performed.ts';
import { repairLength } from './repair-length.ts';

/**
 * Medically unlikely edits. Indicator 1 is judged line by line; 2 and 3 sum the day's lines. What exceeds 2 is against policy; what
 * exceeds 3 may be right with records, so it is less sure.
 */
export const mue: Rule = {
  id: 'mue',
  source: 'Medicare NCCI medically unlikely edits, practitioner services',
  evaluate(context) {
    const table = context.tables.mue;
    if (!table) return tableNotLoaded(mue, 'NCCI medically unlikely edits');
    // Units that the documentation contradicts are reported with its words; the edit adds nothing to them.
    const documented = new Set(
      [lesionCount, repairLength, drugUnits]
        .flatMap((rule) => rule.evaluate(context).findings)
        .flatMap((finding) => finding.billed),
    );
    const groups = Map.groupBy(context.chart.claim.items, (item) => `${item.code}@${item.serviceDay ?? ''}`);
    const drafts = [...groups.values()].flatMap((items) => {
      const [item] = items;
      const draft = item && documented.has(item.code) ? undefined : judge(items, table);
      return draft && item
        ? [{ ...draft, evidence: toEvidenceList([findPerformed(context.documents, item.code)]) }]
        : [];
    });
    return reportAs(mue, drafts);
  },
};

function judge(items: readonly BilledItem[], table: MueTable): Draft | undefined {
  const [item] = items;
  const edit = item && table.find(item.code);
  if (!item || !edit) return undefined;
  const units = edit.adjudication === 1 ? Math.max(...items.map((line) => line.units)) : totalUnits(items);
  if (units <= edit.units) return undefined;
  return {
    kind: 'units',
    direction: 'over',
    billed: [item.code],
    suggested: [item.code],
    evidence: [],
    confidence: edit.adjudication === 3 ? 0.8 : 0.95,
    rationale: `${units} units of ${item.code} ${edit.adjudication === 1 ? 'on a line' : 'in a day'} exceed the medically unlikely edit of ${edit.units} (adjudication indicator ${edit.adjudication}).`,
    tableRelease: table.release.label,
  };
}
