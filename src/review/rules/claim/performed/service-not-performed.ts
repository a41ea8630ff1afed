import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { listBundledCodes } from '../pairs/bundled-lines.ts';
import { isFacility, placeOfService } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findPassages, isBackground, sentenceOf, toEvidenceList } from '../reading/passage.ts';
import { listServiceMentions, type Performance } from '../reading/performed.ts';
import { serviceVariant } from './service-variant.ts';
import { CONTRADICTIONS } from '../services/contradicted-services.ts';
import { findServiceFamily, type ServiceFamily } from '../services/index.ts';

/** A billed service of which the notes say that it was not done, or only planned, or say nothing at all. */
export const serviceNotPerformed: Rule = {
  id: 'service-not-performed',
  source: 'Medicare Program Integrity Manual, chapter 3, section 3.6.2.4 (services not documented as rendered)',
  evaluate(context) {
    // Another way of doing the same is the one cause, reported by service-variant.
    const variants = new Set(serviceVariant.evaluate(context).findings.flatMap(({ billed }) => billed));
    // And so is its being part of another code of the claim.
    const bundled = listBundledCodes(context);
    return reportAs(
      serviceNotPerformed,
      context.chart.claim.items.flatMap((item) =>
        variants.has(item.code) ? [] : (judge(context, item, bundled.has(item.code)) ?? []),
      ),
    );
  },
};

function judge(context: RuleContext, item: BilledItem, isBundled: boolean): Draft | undefined {
  const against = isBundled ? undefined : contradicted(context, item);
  if (against) return against;
  const family = findServiceFamily(item.code);
  // What is part of another line is no second cause.
  if (isBundled || !family || context.documents.length === 0) return undefined;
  const mentions = listServiceMentions(context.documents, item.code).map((mention) =>
    isAbsent(family, mention.sentence.text) ? { ...mention, performance: 'not-done' as const } : mention,
  );
  const has = (performance: Performance) => mentions.some((mention) => mention.performance === performance);
  // A bare mention shows nothing done where the note says outright that it was not.
  if (has('done') || (has('named') && !has('not-done'))) return undefined;
  const denied = mentions.find((mention) => mention.performance === 'not-done');
  if (denied)
    return unsupported(
      item,
      [denied.sentence],
      0.9,
      `The note says that the ${family.name} was not done on this date.`,
    );
  const underWay = isUnderWay(context);
  const planned = mentions.find((mention) => mention.performance === 'planned');
  if (planned && !underWay)
    return unsupported(
      item,
      [planned.sentence],
      0.75,
      `The note only plans the ${family.name}; nothing shows that it was done on this date.`,
    );
  const elsewhere = mentions.find((mention) => mention.performance === 'elsewhere');
  if (elsewhere && !underWay)
    return unsupported(
      item,
      [elsewhere.sentence],
      0.7,
      `The ${family.name} that the note speaks of was done elsewhere or on another day.`,
    );
  if (planned || elsewhere || !family.alwaysNamed || hasReportOutside(context)) return undefined;
  return unsupported(item, [], 0.75, `The notes do not mention the ${family.name} that was billed.`);
}

/** `Scheduled injection … time out … 22 G needle`: what was planned before is what the note then tells. */
function isUnderWay({ documents }: RuleContext): boolean {
  return findPassages(documents, /\b(?:time[- ]?out|\d+[- ]?(?:G|gauge) needle|prepped|sterile prep)\b/gi).some(
    (passage) => !isBackground(passage),
  );
}

/** `Looked for a foreign body: none seen, none removed`; a sentence that goes on to remove one is of the one removed. */
function isAbsent({ absent }: ServiceFamily, text: string): boolean {
  return (
    absent?.test(text) === true &&
    !/\b(?:removed|extracted|lifted|dislodged|retrieved)\b/i.test(text.replaceAll(new RegExp(absent, 'gi'), ''))
  );
}

/** The note names the service, with words by which it cannot be billed so. */
function contradicted(context: RuleContext, item: BilledItem): Draft | undefined {
  const facility = isFacility(placeOfService(context, item));
  const current = (pattern: RegExp) =>
    findPassages(context.documents, pattern).filter((passage) => !isBackground(passage));
  for (const { codes, against, about, unless, inFacility, instead, says } of CONTRADICTIONS) {
    if (!codes.test(item.code) || (inFacility === true && !facility)) continue;
    const sentence = current(against)
      .map(sentenceOf)
      .find(({ text }) => about?.test(text) !== false);
    if (!sentence) continue;
    const contrary = unless ? current(unless) : [];
    if (contrary.some(({ start, end }) => end <= sentence.start || start >= sentence.end)) continue;
    const draft = unsupported(item, [sentence], 0.85, `The note says ${says}; ${item.code} is not supported.`);
    const less = instead?.[item.code];
    return less === undefined ? draft : { ...draft, suggested: [less] };
  }
  return undefined;
}

/** The chart holds documents that could not be read, or very little text: silence proves nothing then. */
function hasReportOutside(context: RuleContext): boolean {
  return context.documents.every(({ document }) => document.text.length < 200);
}

function unsupported(
  item: BilledItem,
  passages: Parameters<typeof toEvidenceList>[0],
  confidence: number,
  rationale: string,
): Draft {
  return {
    kind: 'unsupported-service',
    direction: 'over',
    billed: [item.code],
    suggested: [],
    evidence: toEvidenceList(passages),
    confidence,
    rationale,
  };
}
