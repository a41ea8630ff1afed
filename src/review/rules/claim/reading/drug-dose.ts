import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import { BRANDS } from '../services/drug-codes.ts';
import { findPassages, isBackground, sectionAt, sentenceOf, type Passage } from './passage.ts';

/** What one unit of a drug code stands for, as the HCPCS text says it: `per 15 mg` is { amount: 15, unit: 'mg' }. */
interface BillingUnit {
  readonly amount: number;
  readonly unit: DoseUnit;
}

type DoseUnit = 'mg' | 'mcg' | 'g' | 'unit' | 'ml' | 'meq';

const UNIT = String.raw`(?<unit>mg|milligrams?|mcg|µg|micrograms?|g|gm|grams?|units?|iu|ml|cc|meq)`;
const BILLING = new RegExp(String.raw`(?:per |up to |, )(?<amount>\d[\d,]*(?:\.\d+)?)\s*${UNIT}\b`, 'gi');

/** The dose of one billing unit in an HCPCS Level II description; the last dose named is the unit. */
export function parseBillingUnit(description: string): BillingUnit | undefined {
  const match = [...description.matchAll(BILLING)].at(-1);
  return match ? toDose(match.groups?.amount, match.groups?.unit) : undefined;
}

/** Words of an HCPCS description that name the drug: `zoledronic acid`, `ketorolac`. */
export function drugNames(description: string): string[] {
  const parts = description
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .split(',')
    .map((part) => part.replace(/^\s*injection\b/, '').trim())
    .filter((part) => part !== '' && !/^(?:per|up to|not otherwise|\d)/.test(part));
  const [name] = parts;
  if (!name) return [];
  const own = name.split(/\s+/).filter((word) => word.length >= 6 && !SALT.test(word));
  return [...new Set([...own, ...own.flatMap((word) => BRANDS[word] ?? [])])];
}

const SALT =
  /^(?:sodium|acetate|hydrochloride|hcl|tromethamine|phosphate|acetonide|sulfate|succinate|citrate|injection|vitamin|solution|suspension|human|recombinant)$/;

interface GivenDose {
  readonly dose: BillingUnit;
  readonly passage: Passage;
}

const GIVEN =
  /\b(?:given|administered|inject\w*|infus\w*|IM|IV|IVP|SQ|SC|subq|push|contents|received|gave|pushed|deltoid|glute\w*|vial|lot|NDC)\b/i;
const PRESCRIBED =
  /\b(?:Rx|prescri\w+|tab(?:let)?s?|caps?|po|PO|by mouth|oral(?:ly)?|daily|bid|tid|qid|q\d+h|qhs|home|weekly|refill|disp|#\d+)\b/;
const NOT_GIVEN =
  /\b(?:not given|declin\w+|refus\w+|held|deferred|allerg\w+|consider|will give|plan to|last (?:dose|injection)|previous|prior|next (?:dose|injection))\b/i;
/** A part thrown away is no dose given; fluid that was drawn off before is no part of the drug. */
const DISCARDED =
  /(?<!\b(?:no|not|without|nothing|none|zero|0)\s(?:drug\s|mg\s|waste or\s)?)\b(?:discard\w*|wast(?:e|ed|age))\b(?!\s*[:=]?\s*(?:none|0\b|no\b|zero))/i;

/** Sentences in which a drug of these names is given in this encounter, whatever the dose. */
export function listGivenDrugs(documents: readonly AnalysedDocument[], names: readonly string[]): Passage[] {
  if (names.length === 0) return [];
  const pattern = namesPattern(names);
  return findPassages(documents, pattern).flatMap((passage) => {
    const sentence = sentenceOf(passage);
    const section = sectionAt(passage.document, passage.start)?.kind;
    const given =
      GIVEN.test(sentence.text) &&
      !isBackground(passage) &&
      !isNotGiven(sentence, passage) &&
      section !== 'history-of-present-illness';
    return given ? [sentence] : [];
  });
}

function namesPattern(names: readonly string[]): RegExp {
  return new RegExp(String.raw`\b(?:${names.map((name) => name.replace(/[-\s]/g, '[-\\s]?')).join('|')})\b`, 'gi');
}

/** Doses of a drug that the notes say were given in this encounter, in the unit of the code. */
export function listGivenDoses(
  documents: readonly AnalysedDocument[],
  names: readonly string[],
  unit: DoseUnit,
): GivenDose[] {
  if (names.length === 0) return [];
  const pattern = namesPattern(names);
  return findPassages(documents, pattern).flatMap((passage) => {
    const sentence = sentenceOf(passage);
    const section = sectionAt(passage.document, passage.start)?.kind;
    if (isBackground(passage) || isNotGiven(sentence, passage) || section === 'history-of-present-illness') return [];
    if (
      !GIVEN.test(sentence.text) ||
      (PRESCRIBED.test(sentence.text) && !/\b(?:IM|IV|inject|infus|given)/i.test(sentence.text))
    )
      return [];
    const dose = doseNear(sentence, passage, unit);
    return dose ? [{ dose, passage: sentence }] : [];
  });
}

/** Words of not giving anywhere in the sentence; words of discarding behind the drug's name, where they are about it. */
function isNotGiven(sentence: Passage, name: Passage): boolean {
  return NOT_GIVEN.test(sentence.text) || DISCARDED.test(sentence.text.slice(name.end - sentence.start));
}

const DOSE = new RegExp(
  String.raw`(?<![\d.])(?<amount>\d[\d,]*(?:\.\d+)?)\s*${UNIT}\b(?:\s*\/\s*(?<per>\d*(?:\.\d+)?)\s*(?<perUnit>ml|cc|kg|m2|day|hr?|min)\b)?`,
  'gi',
);

/** The dose after the drug's name, before another drug: `40 mg/mL, 1 mL` is 40 mg; a dose per weight or hour is none. */
function doseNear(sentence: Passage, name: Passage, unit: DoseUnit): BillingUnit | undefined {
  const tail = sentence.text.slice(name.end - sentence.start, name.end - sentence.start + 80);
  const head = sentence.text.slice(Math.max(0, name.start - sentence.start - 25), name.start - sentence.start);
  const doses = [...tail.matchAll(DOSE)];
  const before = [...head.matchAll(DOSE)].at(-1);
  if (before && /^\s*(?:of\s*)?$/.test(head.slice(before.index + before[0].length))) doses.unshift(before);
  const direct = doses.find(
    (match) =>
      match.groups?.perUnit === undefined ||
      (match.groups.per !== undefined && match.groups.per !== '' && /ml|cc/i.test(match.groups.perUnit)),
  );
  const strength = doses.find((match) => match.groups?.per === '' && /^(?:ml|cc)$/i.test(match.groups?.perUnit ?? ''));
  const inUnit = doses
    .filter((match) => match.groups?.perUnit === undefined)
    .map((match) => convert(toDose(match.groups?.amount, match.groups?.unit), unit))
    .find((dose) => dose !== undefined);
  if (inUnit) return inUnit;
  const volume = doses.find(
    (match) => /^(?:ml|cc)$/i.test(match.groups?.unit ?? '') && match.groups?.perUnit === undefined,
  );
  if (strength && volume) {
    const perMl = convert(toDose(strength.groups?.amount, strength.groups?.unit), unit);
    return perMl && { amount: perMl.amount * Number(volume.groups?.amount), unit };
  }
  return direct ? convert(toDose(direct.groups?.amount, direct.groups?.unit), unit) : undefined;
}

function toDose(amount: string | undefined, unit: string | undefined): BillingUnit | undefined {
  if (!amount || !unit) return undefined;
  const value = Number(amount.replace(/,/g, ''));
  const name = unit.toLowerCase();
  if (/^(?:mg|milligram)/.test(name)) return { amount: value, unit: 'mg' };
  if (/^(?:mcg|µg|microgram)/.test(name)) return { amount: value, unit: 'mcg' };
  if (/^(?:g|gm|gram)/.test(name)) return { amount: value, unit: 'g' };
  if (/^(?:ml|cc)$/.test(name)) return { amount: value, unit: 'ml' };
  return { amount: value, unit: name === 'meq' ? 'meq' : 'unit' };
}

const IN_MCG: Readonly<Partial<Record<DoseUnit, number>>> = { mcg: 1, mg: 1000, g: 1_000_000 };

export function convert(dose: BillingUnit | undefined, unit: DoseUnit): BillingUnit | undefined {
  if (!dose) return undefined;
  if (dose.unit === unit) return dose;
  const from = IN_MCG[dose.unit];
  const to = IN_MCG[unit];
  return from === undefined || to === undefined ? undefined : { amount: (dose.amount * from) / to, unit };
}

const THROWN = new RegExp(
  String.raw`\b(?<first>\d[\d,]*(?:\.\d+)?)\s*(?<firstUnit>mg|mcg|units?|iu|u|g)\b[^.;\n\d]{0,20}\b(?:wast(?:ed|e|age)|discard(?:ed)?)\b|\b(?:wast(?:ed|e|age)|discard(?:ed)?)\b[^.;\n\d]{0,15}\b(?<second>\d[\d,]*(?:\.\d+)?)\s*(?<secondUnit>mg|mcg|units?|iu|u|g)\b`,
  'gi',
);

/** What the notes say was thrown away, in the unit of the code; undefined where they give none or two amounts. */
export function findDiscardedDose(documents: readonly AnalysedDocument[], unit: DoseUnit): GivenDose | undefined {
  const found = findPassages(documents, THROWN).flatMap((passage) => {
    const groups = new RegExp(THROWN.source, 'i').exec(passage.text)?.groups;
    const dose = convert(toDose(groups?.first ?? groups?.second, groups?.firstUnit ?? groups?.secondUnit), unit);
    return dose && !isBackground(passage) ? [{ dose, passage: sentenceOf(passage) }] : [];
  });
  const [first] = found;
  return first && found.every(({ dose }) => dose.amount === first.dose.amount) ? first : undefined;
}
