import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { hasModifier, isFacility, placeOfService } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { toEvidenceList } from '../reading/passage.ts';
import { listServiceMentions } from '../reading/performed.ts';
import { WAIVED_WITH_QW } from '../services/waived-tests.ts';

/** Words that show a kit or a small machine in the office, and no laboratory that the sample went to. */
const IN_OFFICE =
  /\b(?:rapid|in[- ]?(?:the )?(?:office|house|clinic)|point[- ]of[- ]care|POCT?|CLIA[- ]waived|waived|finger ?stick|dip(?:stick|ped)?|here today|our (?:machine|analyzer)|clinitek|i-?STAT|DCA|kit)\b/i;
const SENT_OUT = /\b(?:sent|send|lab ?corp|quest|outside|reference lab|hospital lab|culture|drawn)\b/i;

/** Modifier QW missing on a waived test of an office. Tests that are waived by their code need none, and one that is set does no harm. */
export const waivedTest: Rule = {
  id: 'waived-test',
  source: 'Medicare Claims Processing Manual, chapter 16, section 70.8 (certificate of waiver, modifier QW)',
  evaluate(context) {
    if (context.chart.claim.type === 'institutional') return reportAs(waivedTest, []);
    return reportAs(
      waivedTest,
      context.chart.claim.items.flatMap((item) => judge(context, item) ?? []),
    );
  },
};

function judge(context: RuleContext, item: BilledItem): Draft | undefined {
  if (hasModifier(item, 'QW')) return undefined;
  const place = placeOfService(context, item);
  if (!WAIVED_WITH_QW.includes(item.code) || isFacility(place) || place === '81') return undefined;
  const sentences = listServiceMentions(context.documents, item.code).map(({ sentence }) => sentence);
  const here = sentences.find(({ text }) => IN_OFFICE.test(text) && !SENT_OUT.test(text));
  if (!here) return undefined;
  return {
    kind: 'modifier',
    direction: 'under',
    billed: [item.code],
    suggested: [`${item.code}-QW`],
    evidence: toEvidenceList([here]),
    confidence: 0.72,
    rationale: `${item.code} was done in the office as a waived test; the line lacks modifier QW.`,
  };
}
