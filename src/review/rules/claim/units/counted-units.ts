import type { Rule, RuleContext } from '../../../rule.ts';
import { linesOf, totalUnits } from '../reading/claim-lines.ts';
import { type Draft, reportAs, wrongUnits } from '../reading/draft.ts';
import { numberOfWords } from '../reading/minutes.ts';
import { findPassages, isBackground, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';

/** Services whose units are the number of tests, biopsies or muscles that the note counts. */
interface Counted {
  readonly codes: readonly string[];
  readonly thing: string;
  /** Units of each code for a count. */
  units(count: number): Readonly<Record<string, number>>;
  /** A sum that the note draws itself, before any count of parts. */
  readonly total?: RegExp;
}

const further =
  (first: string, more: string) =>
  (count: number): Readonly<Record<string, number>> =>
    count > 1 ? { [first]: 1, [more]: count - 1 } : { [first]: 1 };

const SERVICES: readonly Counted[] = [
  {
    codes: ['95004'],
    thing:
      '(?:percutaneous |skin |prick |scratch |inhalant |aero|environmental |food )*(?:prick tests?|skin tests?|allergens?|antigens?|extracts|pricks|tests)',
    units: (count) => ({ '95004': count }),
    total: /\btotal\b[^.\n\d]{0,80}\b(?:tests?|pricks|percutaneous)\b[^.\n:\d]{0,60}:?\s*(?<count>\d{1,3})\b/gi,
  },
  {
    codes: ['95024'],
    thing: '(?:intradermal )(?:tests?|allergens?|antigens?|injections)',
    units: (count) => ({ '95024': count }),
  },
  {
    codes: ['11102', '11103'],
    thing: '(?:shave|tangential|skin) (?:biops(?:y|ies)|bx)',
    units: further('11102', '11103'),
  },
  {
    codes: ['11104', '11105'],
    thing: '(?:(?:\\d(?:\\.\\d)?[- ]?mm )?punch) (?:biops(?:y|ies)|bx)',
    units: further('11104', '11105'),
  },
  {
    codes: ['20552', '20553'],
    thing: '(?:different |separate )?muscles?',
    units: (count) => (count > 2 ? { '20553': 1 } : { '20552': 1 }),
  },
  {
    codes: ['95115', '95117'],
    thing:
      '(?:allerg\\w+ |immunotherapy |subcutaneous )*(?:allergy (?:injections?|shots?)|immunotherapy injections?|injections? given|shots? given|injections?(?= (?:of|given|today)))',
    units: (count) => (count > 1 ? { '95117': 1 } : { '95115': 1 }),
  },
  {
    codes: ['11730', '11732'],
    thing: '(?:great )?(?:toe)?nails? (?:were )?(?:avulsed|removed)|(?:nail )?avulsions',
    units: further('11730', '11732'),
  },
];
const NUMBER = String.raw`(?<![\d.\-/])\b(?<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty)`;

/** Units against what the note counts, where it counts once. */
export const countedUnits: Rule = {
  id: 'counted-units',
  source: 'CPT guidelines, services reported by number of tests, lesions or muscles',
  evaluate(context) {
    return reportAs(
      countedUnits,
      SERVICES.flatMap((service) => judge(context, service)),
    );
  },
};

function judge(context: RuleContext, service: Counted): Draft[] {
  const billed = service.codes.filter((code) => linesOf(context, [code]).length > 0);
  if (billed.length === 0) return [];
  const counted = countOf(context, service);
  if (!counted) return [];
  const right = service.units(counted.count);
  return service.codes.flatMap(
    (code) => compare(context, { code, expected: right[code] ?? 0, billed, ...counted }) ?? [],
  );
}

function countOf(context: RuleContext, { thing, total }: Counted): { count: number; passage: Passage } | undefined {
  const [sum] = total ? findPassages(context.documents, total).filter((passage) => !isBackground(passage)) : [];
  const drawn = sum && /(\d{1,3})$/.exec(sum.text)?.[1];
  if (sum && drawn) return { count: Number(drawn), passage: sentenceOf(sum) };
  const patterns = [
    new RegExp(`${NUMBER}\\s+(?:separate |individual |total )?(?:${thing})\\b`, 'gi'),
    new RegExp(
      String.raw`\b(?:${thing})\s*(?:,\s*)?(?:\(?\s*[x×#]\s*)${NUMBER.replace('(?<![\\d.\\-/])\\b', '')}\b`,
      'gi',
    ),
  ];
  const found = patterns
    .flatMap((pattern) => findPassages(context.documents, pattern))
    .filter(
      (passage) =>
        !isBackground(passage) && !/\b(?:prior|previous|last|planned|scheduled|will)\b/i.test(sentenceOf(passage).text),
    );
  const counts = found.map((passage) => {
    const value = new RegExp(NUMBER, 'i').exec(passage.text)?.groups?.count ?? '';
    return /^\d+$/.test(value) ? Number(value) : numberOfWords(value);
  });
  // `36 tests placed (34 inhalants and 2 controls)`: what stands in brackets behind a sum is its parts.
  const [first, ...more] = found.filter(
    (passage, index) =>
      !found.some((sum, other) => (counts[other] ?? 0) > (counts[index] ?? 0) && isPartOf(passage, sum)),
  );
  const count = first && counts[found.indexOf(first)];
  return first && count !== undefined && more.every((one) => counts[found.indexOf(one)] === count)
    ? { count, passage: sentenceOf(first) }
    : undefined;
}

function isPartOf(part: Passage, sum: Passage): boolean {
  const sentence = sentenceOf(sum);
  if (part.document !== sum.document || part.start < sum.end || part.end > sentence.end) return false;
  const between = sentence.text.slice(sum.end - sentence.start, part.start - sentence.start);
  return between.includes('(') && !between.includes(')');
}

interface Comparison {
  readonly code: string;
  readonly expected: number;
  readonly billed: readonly string[];
  readonly count: number;
  readonly passage: Passage;
}

function compare(context: RuleContext, { code, expected, billed, count, passage }: Comparison): Draft | undefined {
  const units = totalUnits(linesOf(context, [code]));
  if (units === expected || isWithControls(context, { code, units, expected })) return undefined;
  const evidence = toEvidenceList([passage]);
  const rationale = `The note counts ${count}, which makes ${expected} units of ${code}; ${units} were billed.`;
  const other = billed.find((one) => one !== code);
  if (units === 0 && other && expected > 0 && isEitherOr(code))
    return {
      kind: 'units',
      direction: 'neutral',
      billed: [other],
      suggested: [code],
      evidence,
      confidence: 0.8,
      rationale,
    };
  if (expected === 0 && isEitherOr(code)) return undefined;
  return wrongUnits({ code, units, expected, evidence, rationale });
}

/** The two controls of a skin test are tests too, though a note that counts allergens leaves them out. */
function isWithControls(
  { documents }: RuleContext,
  { code, units, expected }: { code: string; units: number; expected: number },
): boolean {
  const more = units - expected;
  return (
    code === '95004' &&
    more >= 1 &&
    more <= 2 &&
    findPassages(documents, /\b(?:controls?|histamine|saline)\b/gi).length > 0
  );
}

/** One code instead of the other, by the number of muscles or injections; not one beside the other. */
function isEitherOr(code: string): boolean {
  return ['20552', '20553', '95115', '95117'].includes(code);
}
