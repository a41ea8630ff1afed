import type { Rule } from '../../../rule.ts';
import { isSameDay, judgePair } from '../reading/bundled-pair.ts';
import { reportAs, tableNotLoaded } from '../reading/draft.ts';

/** NCCI procedure-to-procedure edits: two codes on one day of which the second is part of the first. */
export const ptpEdit: Rule = {
  id: 'ptp-edit',
  source: 'Medicare NCCI procedure-to-procedure edits; NCCI Policy Manual, chapter I',
  evaluate(context) {
    const { ptp } = context.tables;
    if (!ptp) return tableNotLoaded(ptpEdit, 'NCCI PTP edits');
    const { items } = context.chart.claim;
    const drafts = items.flatMap((first) =>
      items.flatMap((second) => {
        if (first === second || first.code === second.code || !isSameDay(first, second)) return [];
        const edit = ptp.find(first.code, second.code);
        if (!edit || edit.modifierIndicator === 9) return [];
        const draft = judgePair(context, {
          first,
          second,
          bypassable: edit.modifierIndicator === 1,
          rationale: edit.rationale,
        });
        return draft ? [{ ...draft, tableRelease: ptp.release.label }] : [];
      }),
    );
    return reportAs(ptpEdit, drafts);
  },
};
