import type { Rule } from '../../../rule.ts';
import { sidesIn } from '../reading/body-sites.ts';
import { hasModifier } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { toEvidenceList } from '../reading/passage.ts';
import { findPerformed } from '../reading/performed.ts';
import { findServiceFamily } from '../services/index.ts';

/** A side is billed for a procedure and the notes name none. */
export const sideNotDocumented: Rule = {
  id: 'side-not-documented',
  source: 'HCPCS Level II modifiers LT and RT; Medicare Program Integrity Manual, chapter 3, section 3.3.2.1',
  evaluate(context) {
    const named = sidesIn(context.documents.map(({ document }) => document.text).join('\n'));
    const drafts = context.chart.claim.items.flatMap((item): Draft[] => {
      const done = findPerformed(context.documents, item.code);
      if (named.size > 0 || !done || !findServiceFamily(item.code)?.sided || !hasModifier(item, 'LT', 'RT', '50'))
        return [];
      return [
        {
          kind: 'documentation-gap',
          direction: 'neutral',
          billed: [item.code],
          suggested: [],
          evidence: toEvidenceList([done]),
          confidence: 0.85,
          rationale: `${item.code} is billed with a side and the note names none.`,
        },
      ];
    });
    return reportAs(sideNotDocumented, drafts);
  },
};
