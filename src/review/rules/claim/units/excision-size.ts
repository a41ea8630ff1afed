import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { type Draft, otherVariant, reportAs } from '../reading/draft.ts';
import { agreed, findExcisedDiameter, lengthsIn, type Measure } from '../reading/measure.ts';
import { sentenceOf, toEvidenceList } from '../reading/passage.ts';
import { listServiceMentions } from '../reading/performed.ts';
import { SIZED_SKIN_SERVICES, skinSite, type SizedSkinService } from '../services/excisions.ts';

/** Removal of one skin lesion against its size and place: the excised diameter, margins included; the lesion's own when shaved. */
export const excisionSize: Rule = {
  id: 'excision-size',
  source:
    'CPT guidelines, excision of benign and malignant lesions (lesion plus narrowest margins), shaving, destruction',
  evaluate(context) {
    const sized = context.chart.claim.items.filter(({ code }) => serviceOf(code));
    const [item] = sized;
    const draft = item && sized.length === 1 && item.units === 1 ? judge(context, item) : undefined;
    return reportAs(excisionSize, draft ? [draft] : []);
  },
};

function serviceOf(code: string): SizedSkinService | undefined {
  return SIZED_SKIN_SERVICES.find(({ ladder }) => ladder.some((rung) => rung.code === code));
}

function judge(context: RuleContext, item: BilledItem): Draft | undefined {
  const billed = serviceOf(item.code);
  if (!billed) return undefined;
  const excised = billed.kind.endsWith('excision');
  const size = excised ? findExcisedDiameter(context.documents) : ownDiameter(context, item);
  const site = siteOf(context, item) ?? billed.site;
  const service = SIZED_SKIN_SERVICES.find((one) => one.kind === billed.kind && one.site === site);
  const rung = service?.ladder.findIndex(({ upToCm }) => size !== undefined && size.value <= upToCm + 1e-9) ?? -1;
  const right = service?.ladder[rung]?.code;
  if (!size || !right || right === item.code) return undefined;
  const billedRung = billed.ladder.findIndex(({ code }) => code === item.code);
  // The same size at another place is another code, and neither is more: what was billed is unsupported.
  const over = site !== billed.site || rung < billedRung;
  const evidence = toEvidenceList([size.passage]);
  const rationale = `${size.value} cm${excised ? ' with margins' : ''} at this place make ${right}; ${item.code} was billed.`;
  return otherVariant({ billed: item.code, right, over, evidence, rationale });
}

/** The one size given in the sentences on what was done. */
function ownDiameter(context: RuleContext, item: BilledItem): Measure | undefined {
  const done = listServiceMentions(context.documents, item.code).filter(({ performance }) => performance === 'done');
  return agreed(
    done.flatMap(({ sentence }) =>
      lengthsIn(sentence.text)
        .slice(0, 1)
        .map(({ cm }) => ({ value: cm, passage: sentence })),
    ),
  );
}

function siteOf(context: RuleContext, item: BilledItem): SizedSkinService['site'] | undefined {
  const done = listServiceMentions(context.documents, item.code).filter(({ performance }) => performance === 'done');
  return skinSite(done.map(({ passage }) => sentenceOf(passage).text).join(' '));
}
