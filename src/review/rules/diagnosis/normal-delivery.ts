import type { Rule } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { isConclusion, mentionsIn, type RecordMention } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';
import { codeOf } from './reading/uncoded.ts';

/** A delivery with any complication, laceration too, is not the uncomplicated one of O80. */
export const normalDelivery: Rule = {
  id: 'normal-delivery',
  source: 'ICD-10-CM Official Guidelines, Section I.C.15.n (O80 only when no other code of chapter 15 is needed)',
  evaluate(context) {
    if (!context.chart.claim.diagnoses.some(({ code }) => code === 'O80')) return { findings: [] };
    for (const mention of lacerationsFirst(mentionsIn(context))) {
      if (mention.assertion !== 'asserted' || !isTold(mention) || mention.codes[0]?.startsWith('O') !== true) continue;
      const code = codeOf(context, mention);
      if (code === undefined || code === 'O80') continue;
      const finding = findingOf(normalDelivery, context, {
        kind: 'wrong-diagnosis',
        direction: 'neutral',
        billed: ['O80'],
        suggested: [code],
        evidence: [statementOf(mention)],
        confidence: 0.85,
        rationale: `O80 stands for a delivery without complication; the record gives ${code}.`,
      });
      return { findings: [finding] };
    }
    return { findings: [] };
  },
};

/** Delivery summaries tell what happened under headings of their own. */
function isTold(mention: RecordMention): boolean {
  return isConclusion(mention) || /^(?:procedure|other)$/.test(mention.sentence.section.kind);
}

/** What the delivery itself brought goes before what the pregnancy had. */
function lacerationsFirst(mentions: readonly RecordMention[]): RecordMention[] {
  const isOfDelivery = ({ codes }: RecordMention): boolean => /^O7[0-5]/.test(codes[0] ?? '');
  return mentions.toSorted((a, b) => Number(isOfDelivery(b)) - Number(isOfDelivery(a)));
}
