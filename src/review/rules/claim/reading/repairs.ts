import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import { repairGroup, type RepairDepth, type RepairGroup } from '../services/wound-repair.ts';
import { findPassages, isBackground, lineAt, runningText, sectionAt, sentenceOf, type Passage } from './passage.ts';

export interface Repair {
  readonly cm: number;
  readonly depth: RepairDepth;
  readonly group: RepairGroup | undefined;
  readonly passage: Passage;
}

const CLOSED =
  /\b(?:closed|repaired|sutured|stapled|approximated|closure|repair)\b|\b(?:staples?|sutures?|dermabond|tissue adhesive|skin glue)\b/i;
const LENGTH = /(?<![\d.])(\d{1,2}(?:\.\d{1,2})?)\s*(?:-\s*)?(cm|centimeters?|mm)\b/gi;
const INTERMEDIATE =
  /\b(?:layered|two[- ]layers?|2[- ]layers?|double[- ]layer|intermediate|deep (?:layer|dermal|sutures)|subcutaneous (?:layer|sutures)|multi-?layer|heavily contaminated)\b/i;
const COMPLEX =
  /\b(?:extensive(?:ly)?|wide(?:ly)?) undermin\w+|\bundermin\w+[^.\n]{0,40}\b(?:at least|more than|greater than|exceed\w*|equal to)\b[^.\n]{0,30}\b(?:width|defect)|\bretention sutures|\bdebrided edges\b/i;
/** The class by its own name goes before what was done. */
const NAMED: readonly (readonly [RepairDepth, RegExp])[] = [
  ['complex', /\bcomplex (?:repair|closure|wound repair|linear)/i],
  ['intermediate', /\bintermediate (?:repair|closure|wound repair|linear)/i],
  ['simple', /\bsimple (?:repair|closure|wound repair|laceration|single)/i],
];

/** Wound repairs with their length, depth and body group, each closed wound once. */
export function listRepairs(documents: readonly AnalysedDocument[]): Repair[] {
  const closures = findPassages(documents, LENGTH).filter((passage) => {
    const sentence = sentenceOf(passage).text;
    const before = sentence.slice(0, passage.start - sentenceOf(passage).start);
    const after = sentence.slice(passage.end - sentenceOf(passage).start);
    return (
      !isBackground(passage) &&
      !isSpecimen(passage) &&
      CLOSED.test(sentence) &&
      !/^\s*(?:deep|wide|depth|in depth)/i.test(after) &&
      !/\b(?:undermin\w*|margins?|gap(?:ing|ed)?|width)\W+(?:[a-z]+\W+){0,2}$/i.test(before) &&
      !/\b(?:not|no) (?:closed|sutured|repaired)\b/i.test(sentence)
    );
  });
  const repairs: Repair[] = [];
  for (const passage of closures.length > 0 ? closures : labelledLength(documents)) {
    const repair = toRepair(passage);
    if (repair && !repairs.some((known) => isSameWound(known, repair))) repairs.push(repair);
  }
  return repairs.length === 1
    ? repairs.map((repair) => ({ ...repair, group: repair.group ?? groupOfNote(repair) }))
    : repairs;
}

/** `Length 3.2 cm` as a sentence of its own in the words on one repair of one wound. */
const LABELLED =
  /(?<=^|[.;,:\n]\s*)(?:(?:total|final|wound|laceration|overall)\s+){0,2}length\b\s*(?:of|is|was|[:=-])?\s*(?=\d)/gi;
const WOUND_REPAIR =
  /\b(?:(?:laceration|wound|lac) (?:repair|closure)|repair of (?:\w+ ){0,4}(?:laceration|wound)|(?:laceration|wound)\b[^.\n]{0,60}\b(?:closed|repaired|sutured|approximated))\b/i;

/** The one length with that label; of several, none can be said to be a wound's own. */
function labelledLength(documents: readonly AnalysedDocument[]): Passage[] {
  const found = findPassages(documents, LABELLED).filter(
    (label) => !isBackground(label) && !isSpecimen(label) && WOUND_REPAIR.test(repairText(label)),
  );
  const [label] = found;
  if (!label || found.length > 1) return [];
  return findPassages([label.document], LENGTH).filter(({ start }) => start === label.end);
}

/** The words on a procedure that an offset stands in: its section up to there, or its line. */
function repairText({ document, start }: Passage): string {
  const section = sectionAt(document, start);
  if (section?.kind !== 'procedure') return lineAt(document, start).text;
  return runningText(document).slice(section.start, Math.min(section.end, start + REACH));
}

const REACH = 200;

/** A measure of a specimen, or one side of an area. */
function isSpecimen(passage: Passage): boolean {
  const { document } = passage.document;
  const before = runningText(passage.document).slice(Math.max(0, passage.start - 4), passage.start);
  return document.loinc === '11526-1' || /patholog/i.test(document.title) || /[x×]\s*$/.test(before);
}

/** A wound told twice: the same length, and the fewer site words all among the others. */
function isSameWound(a: Repair, b: Repair): boolean {
  const [fewer, more] = [siteWords(a.passage.text), siteWords(b.passage.text)].toSorted(
    (one, other) => one.size - other.size,
  );
  return a.cm === b.cm && fewer !== undefined && [...fewer].every((word) => more?.has(word));
}

/** The body group that the whole note speaks of, for the only wound of a note. */
function groupOfNote({ depth, passage }: Repair): RepairGroup | undefined {
  return repairGroup(depth, runningText(passage.document));
}

function toRepair(passage: Passage): Repair | undefined {
  const [, amount, unit] = /(\d+(?:\.\d+)?)\s*(?:-\s*)?(\w+)/.exec(passage.text) ?? [];
  if (!amount) return undefined;
  const cm = unit === 'mm' ? Number(amount) / 10 : Number(amount);
  const sentence = sentenceOf(passage);
  const line = CLOSED.test(sentence.text) ? lineAt(passage.document, passage.start).text : repairText(passage);
  const depth = depthOf(sentence.text, line);
  return { cm, depth, group: repairGroup(depth, sentence.text) ?? repairGroup(depth, line), passage: sentence };
}

function depthOf(sentence: string, line: string): RepairDepth {
  const named = NAMED.find(([, words]) => words.test(sentence)) ?? NAMED.find(([, words]) => words.test(line));
  if (named) return named[0];
  if (COMPLEX.test(sentence)) return 'complex';
  const layered = INTERMEDIATE.test(sentence) || (INTERMEDIATE.test(line) && !/\bsimple\b|single[- ]layer/i.test(line));
  return layered ? 'intermediate' : 'simple';
}

function siteWords(text: string): Set<string> {
  return new Set([...text.toLowerCase().matchAll(SITE_WORD)].map((match) => match[0]));
}

const SITE_WORD =
  /\b(?:left|right|l|r|scalp|forehead|cheek|chin|nose|lip|ear|eyelid|neck|hand|finger|thumb|arm|forearm|elbow|leg|knee|shin|foot|toe|chest|back|abdomen)\b/g;
