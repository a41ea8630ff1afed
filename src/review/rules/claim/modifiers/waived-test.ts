import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { hasModifier, isFacility, placeOfService } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { toEvidenceList } from '../reading/passage.ts';
import { listServiceMentions } from '../reading/performed.ts';
import { WAIVED_WITHOUT_QW, WAIVED_WITH_QW } from '../services/waived-tests.ts';

/** Words that show a kit or a small machine in the office, and no laboratory that the sample went to. */
const IN_OFFICE =
  /\b(?:rapid|in[- ]?(?:the )?(?:office|house|clinic)|point[- ]of[- ]care|POCT?|CLIA[- ]waived|waived|finger ?stick|dip(?:stick|ped)?|here today|our (?:machine|analyzer)|clinitek|i-?STAT|DCA|kit)\b/i;
const SENT_OUT = /\b(?:sent|send|lab ?corp|quest|outside|reference lab|hospital lab|culture|drawn)\b/i;

/** Modifier QW: missing on a waived test of an office, or set on a test that takes none. */
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
  const sentences = listServiceMentions(context.documents, item.code).map(({ sentence }) => sentence);
  if (hasModifier(item, 'QW')) {
    if (!WAIVED_WITHOUT_QW.includes(item.code)) return undefined;
    return draft(item, item.code, `${item.code} is waived by its code; it takes no QW.`, sentences.slice(0, 1));
  }
  const place = placeOfService(context, item);
  if (!WAIVED_WITH_QW.includes(item.code) || isFacility(place) || place === '81') return undefined;
  const here = sentences.find(({ text }) => IN_OFFICE.test(text) && !SENT_OUT.test(text));
  if (!here) return undefined;
  return draft(
    item,
    `${item.code}-QW`,
    `${item.code} was done in the office as a waived test; the line lacks modifier QW.`,
    [here],
  );
}

function draft(
  item: BilledItem,
  suggested: string,
  rationale: string,
  passages: Parameters<typeof toEvidenceList>[0],
): Draft {
  return {
    kind: 'modifier',
    direction: suggested === item.code ? 'neutral' : 'under',
    billed: [item.code],
    suggested: [suggested],
    evidence: toEvidenceList(passages),
    confidence: 0.72,
    rationale,
  };
}
