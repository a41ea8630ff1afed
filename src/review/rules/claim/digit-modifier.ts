import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { sidesIn } from './reading/body-sites.ts';
import { reportAs, type Draft } from './reading/draft.ts';
import { toEvidenceList, type Passage } from './reading/passage.ts';
import { listServiceMentions } from './reading/performed.ts';
import { DIGIT_SERVICES, type Digit } from './services/digits.ts';

/** The finger, toe or eyelid that the note names against the modifier of the line. */
export const digitModifier: Rule = {
  id: 'digit-modifier',
  source: 'HCPCS Level II modifiers FA-F9, TA-T9, E1-E4; NCCI Policy Manual, chapter I, E',
  evaluate(context) {
    return reportAs(
      digitModifier,
      context.chart.claim.items.flatMap((item) => judge(context, item) ?? []),
    );
  },
};

function judge(context: RuleContext, item: BilledItem): Draft | undefined {
  const service = DIGIT_SERVICES.find(({ code }) => code.test(item.code));
  const digits = service?.digits;
  const same = context.chart.claim.items.filter(({ code }) => code === item.code);
  if (!digits || same.length > 1 || item.units > 1) return undefined;
  const read = digitOf(context, item.code, digits);
  if (!read || item.modifiers.includes(read.modifier)) return undefined;
  const other = item.modifiers.find((modifier) => digits.some((digit) => digit.modifier === modifier));
  if (service?.optional === true && !other) return undefined;
  return {
    kind: 'modifier',
    direction: 'neutral',
    billed: [item.code],
    suggested: [`${item.code}-${read.modifier}`],
    evidence: toEvidenceList([read.passage]),
    confidence: other ? 0.9 : 0.75,
    rationale: `The place that the note names is ${read.modifier}; the line has ${other ?? 'no modifier for it'}.`,
  };
}

/** The one digit of the sentences on what was done. */
function digitOf(
  context: RuleContext,
  code: string,
  digits: readonly Digit[],
): { modifier: string; passage: Passage } | undefined {
  const done = listServiceMentions(context.documents, code).filter(({ performance }) => performance === 'done');
  const found = done.flatMap(({ sentence }) => {
    const sides = sidesIn(sentence.text);
    return digits
      .filter(({ side, named }) => sides.size === 1 && sides.has(side) && named.test(sentence.text))
      .map(({ modifier }) => ({ modifier, passage: sentence }));
  });
  const [first] = found;
  return first && found.every(({ modifier }) => modifier === first.modifier) ? first : undefined;
}
