import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { hasModifier } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findPassages, isBackground, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';

const NONE =
  /\b(?:no|without|zero|nil) (?:drug )?(?:waste|wastage|discard\w*)\b|\b(?:nothing|none)(?: was)? (?:wasted|discarded)\b|\bentire (?:contents|vial|dose)\b/gi;
const SOME =
  /\b(?:wasted?|wastage|discard(?:ed|ing)?)\b[^.\n]{0,25}\b\d+(?:\.\d+)?\s*(?:mg|mcg|mL|units?|g)\b|\b\d+(?:\.\d+)?\s*(?:mg|mcg|mL|units?|g)\b(?:(?!\b(?:no|without|none)\b|;)[^.\n]){0,25}\b(?:wasted|discarded|wastage|waste)\b/gi;

const SINGLE_DOSE = /\b(?:single[- ](?:dose|use)|SDV|pre-?filled syringe|(?:one|1)[- ]dose vial)\b/gi;

/** JZ says that nothing was discarded, JW bills what was; the administration record says which. */
export const discardedDrug: Rule = {
  id: 'discarded-drug',
  source: 'Medicare Claims Processing Manual, chapter 17, section 40 (JW and JZ)',
  evaluate(context) {
    const find = (pattern: RegExp) =>
      findPassages(context.documents, pattern).find((passage) => !isBackground(passage));
    const some = find(SOME);
    const none = find(NONE);
    const drafts = context.chart.claim.items.flatMap((item): Draft[] => {
      const says =
        some && !none && hasModifier(item, 'JZ')
          ? { right: 'JW', passage: some }
          : none && !some && hasModifier(item, 'JW')
            ? { right: 'JZ', passage: none }
            : missing(context, item, some, none);
      if (!says) return [];
      return [
        {
          kind: 'modifier',
          direction: says.right === 'JW' ? 'under' : 'over',
          billed: [item.code],
          suggested: [`${item.code}-${says.right}`],
          evidence: toEvidenceList([sentenceOf(says.passage)]),
          confidence: 0.8,
          rationale: `The record says what was discarded: ${says.right} applies to ${item.code}.`,
        },
      ];
    });
    return reportAs(discardedDrug, drafts);
  },
};

/** One dose container and words on its rest, and a line that says neither. Only where the claim bills one drug, so that the words are of it. */
function missing(
  context: RuleContext,
  item: BilledItem,
  some: Passage | undefined,
  none: Passage | undefined,
): { readonly right: 'JW' | 'JZ'; readonly passage: Passage } | undefined {
  const drugs = context.chart.claim.items.filter(({ code }) => /^[JQ]\d{4}$/.test(code));
  const single = findPassages(context.documents, SINGLE_DOSE).some((passage) => !isBackground(passage));
  if (!single || drugs.length !== 1 || drugs[0] !== item || hasModifier(item, 'JW', 'JZ')) return undefined;
  if (some && !none) return { right: 'JW', passage: some };
  // The modifiers are Medicare's: of a younger patient nothing says that the payer wants them.
  return none && !some && isOfMedicareAge(context) ? { right: 'JZ', passage: none } : undefined;
}

const MEDICARE_YEARS = 65;

function isOfMedicareAge({ chart }: RuleContext): boolean {
  return chart.patient.ageYears !== undefined && chart.patient.ageYears >= MEDICARE_YEARS;
}
