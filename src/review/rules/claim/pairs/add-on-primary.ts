import type { BilledItem } from '#deidentify/index.ts';
import { isEmCode } from '../../../em/em-families.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { reportAs, tableNotLoaded, type Draft } from '../reading/draft.ts';
import { toEvidenceList, type Passage } from '../reading/passage.ts';
import { findPsychotherapyTime, standalonePsychotherapy } from '../reading/psychotherapy-time.ts';
import { findPerformed } from '../reading/performed.ts';
import { includedService } from './included-service.ts';
import { ptpEdit } from './ptp-edit.ts';
import { isBuiltInAddOn, isBuiltInPrimary, namedPrimaries } from '../services/add-on-families.ts';

/** An add-on code without any code that it may be added to. */
export const addOnPrimary: Rule = {
  id: 'add-on-primary',
  source: 'Medicare NCCI add-on code edits, type 1 and 2; CPT add-on codes',
  evaluate(context) {
    const table = context.tables.addOn;
    const drafts = context.chart.claim.items.flatMap((item) => draftFor(context, item) ?? []);
    const missing = table ? [] : (tableNotLoaded(addOnPrimary, 'NCCI add-on codes').notEvaluated ?? []);
    return reportAs(addOnPrimary, drafts, missing);
  },
};

function draftFor(context: RuleContext, item: BilledItem): Draft | undefined {
  const listed = context.tables.addOn?.find(item.code);
  if (!listed && !isBuiltInAddOn(item.code)) return undefined;
  if (listed?.contractorDefined && !isBuiltInAddOn(item.code)) return undefined;
  const others = context.chart.claim.items.filter((other) => other !== item).map((other) => other.code);
  // Bundled into another code of the claim: that is the one cause, and ptp-edit reports it.
  if (isBundled(context, item)) return undefined;
  const primaries = listed?.primaries ?? [];
  if (others.some((code) => primaries.includes(code) || isBuiltInPrimary(item.code, code))) return undefined;
  const { suggested, passages } = instead(context, item.code, primaries);
  const release = context.tables.addOn?.release.label;
  return {
    kind: 'add-on-without-primary',
    direction: 'over',
    billed: [item.code],
    suggested,
    evidence: toEvidenceList(passages),
    confidence: listed ? 0.93 : 0.88,
    rationale: `${item.code} is an add-on code and none of its primary codes is on the claim.`,
    ...(listed && release ? { tableRelease: release } : {}),
  };
}

function isBundled(context: RuleContext, item: BilledItem): boolean {
  return [ptpEdit, includedService]
    .flatMap((rule) => rule.evaluate(context).findings)
    .some((finding) => finding.kind === 'code-pair-edit' && finding.billed[1] === item.code);
}

/** What the note supports in its place: the stand-alone psychotherapy of the minutes, or the one primary that there is. */
function instead(
  context: RuleContext,
  code: string,
  primaries: readonly string[],
): { suggested: string[]; passages: (Passage | undefined)[] } {
  if (['90833', '90836', '90838'].includes(code)) {
    const time = findPsychotherapyTime(context);
    const alone = standalonePsychotherapy(time?.minutes);
    return { suggested: alone ? [alone] : [], passages: [time?.passage] };
  }
  const named = (primaries.length > 0 ? primaries : namedPrimaries(code)).filter((primary) => !isEmCode(primary));
  return { suggested: named.length === 1 ? [...named] : [], passages: [findPerformed(context.documents, code)] };
}
