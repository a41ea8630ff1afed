import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { listBundledCodes } from '../pairs/bundled-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { isOfEarlierDay, isOfOtherSide } from '../reading/other-side.ts';
import { findPassages, isBackground, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';
import { listServiceMentions } from '../reading/performed.ts';
import { isProcedureText } from '../reading/procedure-text.ts';
import { DIGIT_SERVICES, digitSidesIn, type Digit } from '../services/digits.ts';
import { findServiceFamily } from '../services/index.ts';

/** The finger, toe or eyelid that the note names against the modifier of the line. */
export const digitModifier: Rule = {
  id: 'digit-modifier',
  source: 'HCPCS Level II modifiers FA-F9, TA-T9, E1-E4; NCCI Policy Manual, chapter I, E',
  evaluate(context) {
    const bundled = listBundledCodes(context);
    return reportAs(
      digitModifier,
      context.chart.claim.items
        .filter(({ code }) => !bundled.has(code))
        .flatMap((item) => [...judge(context, item), ...severalUnits(context, item)]),
    );
  },
};

/** A line with one finger or toe holds it once. */
function severalUnits(context: RuleContext, item: BilledItem): Draft[] {
  const service = DIGIT_SERVICES.find(({ code }) => code.test(item.code));
  const limit = context.tables.mue?.find(item.code)?.units;
  if (!service || service.optional === true || item.units < 2 || (limit !== undefined && item.units > limit)) return [];
  const digits = item.modifiers.filter((modifier) => service.digits.some((digit) => digit.modifier === modifier));
  const [place, ...more] = digitsOf(context, item.code, service.digits);
  if (digits.length !== 1 || !place || more.length > 0) return [];
  return [
    {
      kind: 'units',
      direction: 'over',
      billed: [item.code],
      suggested: [item.code],
      evidence: toEvidenceList([place.passage]),
      confidence: 0.85,
      rationale: `The line is of one finger or toe, and the note names one; ${item.units} units of ${item.code} were billed.`,
    },
  ];
}

function judge(context: RuleContext, item: BilledItem): Draft[] {
  const service = DIGIT_SERVICES.find(({ code }) => code.test(item.code));
  const digits = service?.digits;
  const same = context.chart.claim.items.filter(({ code }) => code === item.code);
  if (!digits) return [];
  if (item.units > 1 && !item.modifiers.some((modifier) => digits.some((digit) => digit.modifier === modifier)))
    return [];
  const told = digitsOf(context, item.code, digits);
  const places = told.length > 0 ? told : onlyDigit(context, digits);
  const other = item.modifiers.find((modifier) => digits.some((digit) => digit.modifier === modifier));
  // Of several lines each has a place of its own: the one left over is that of the line that names none of them.
  const left = places.filter(({ modifier }) => !same.some(({ modifiers }) => modifiers.includes(modifier)));
  if (places.some(({ modifier }) => item.modifiers.includes(modifier))) return [];
  const mirrored = left.find(({ modifier }) => modifier === mirrorOf(other, digits));
  if (other && mirrored && left.length > 1 && same.length === 1)
    return [wrongDigit(item, other, mirrored), ...furtherDigits(item, left, mirrored)];
  const [read, ...more] = left;
  if (!read || more.length > 0 || places.length !== same.length) return [];
  if (!other && (told.length === 0 || service?.optional === true || same.length > 1)) return [];
  return [wrongDigit(item, other, read)];
}

interface DigitPlace {
  readonly modifier: string;
  readonly passage: Passage;
}

function wrongDigit(item: BilledItem, billed: string | undefined, { modifier, passage }: DigitPlace): Draft {
  return {
    kind: 'modifier',
    direction: 'neutral',
    billed: [item.code],
    suggested: [`${item.code}-${modifier}`],
    evidence: toEvidenceList([passage]),
    confidence: billed ? 0.9 : 0.75,
    rationale: `The place that the note names is ${modifier}; the line has ${billed ?? 'no modifier for it'}.`,
  };
}

/** The same finger, toe or eyelid of the other side. */
function mirrorOf(modifier: string | undefined, digits: readonly Digit[]): string | undefined {
  const own = digits.find((digit) => digit.modifier === modifier);
  return digits.find((digit) => own && digit.side !== own.side && digit.named.source === own.named.source)?.modifier;
}

/** Each further digit of the same operation, told as done, is a service of its own. */
function furtherDigits(item: BilledItem, places: readonly DigitPlace[], billed: DigitPlace): Draft[] {
  return places
    .filter((place) => place !== billed && isProcedureText(place.passage))
    .map(({ modifier, passage }) => ({
      kind: 'missed-service',
      direction: 'under',
      billed: [],
      suggested: [`${item.code}-${modifier}`],
      evidence: toEvidenceList([passage]),
      confidence: 0.75,
      rationale: `The same was done at ${modifier}, which no line names.`,
    }));
}

/** The digits that the sentences on what was done name, each once. */
function digitsOf(context: RuleContext, code: string, digits: readonly Digit[]): DigitPlace[] {
  const told = sentencesOn(context, code, digits);
  const today = told.filter(({ text }) => !isOfOtherSide(text) && !isOfEarlierDay(text));
  const inProcedure = placesIn(today.filter(isProcedureText), digits);
  // What the procedure itself names stands before what an examination found, whose neighbours may be named too.
  if (inProcedure.length > 0) return inProcedure;
  return placesIn(today.length > 0 ? today : told, digits);
}

/** A note that names one digit and no other is about that one, wherever it says so. */
function onlyDigit({ documents }: RuleContext, digits: readonly Digit[]): DigitPlace[] {
  const named = digits
    .flatMap((digit) => findPassages(documents, new RegExp(digit.named, 'gi')))
    .filter((passage) => !isBackground(passage));
  const places = placesIn(named.map(sentenceOf), digits);
  return places.length === 1 ? places : [];
}

function placesIn(sentences: readonly Passage[], digits: readonly Digit[]): DigitPlace[] {
  const found = new Map<string, Passage>();
  for (const sentence of sentences) {
    const sides = digitSidesIn(sentence.text);
    for (const { modifier, side, named } of digits)
      if (sides.size === 1 && sides.has(side) && named.test(sentence.text) && !found.has(modifier))
        found.set(modifier, sentence);
  }
  return [...found].map(([modifier, passage]) => ({ modifier, passage }));
}

/** What tells of the service; of one that no family knows, all that was done at a finger, toe or eyelid. */
function sentencesOn({ documents }: RuleContext, code: string, digits: readonly Digit[]): Passage[] {
  if (findServiceFamily(code) === undefined)
    return digits
      .flatMap(({ named }) => findPassages(documents, new RegExp(named, 'gi')))
      .filter(isProcedureText)
      .map(sentenceOf);
  return listServiceMentions(documents, code)
    .filter(({ performance }) => performance === 'done')
    .map(({ sentence }) => sentence);
}
