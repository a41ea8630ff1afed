import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import { repairGroup, type RepairDepth, type RepairGroup } from '../services/wound-repair.ts';
import { findPassages, isBackground, lineAt, runningText, sentenceOf, type Passage } from './passage.ts';

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
const COMPLEX = /\bcomplex (?:repair|closure)|\bundermin\w+|\bretention sutures|\bdebrided edges\b/i;

/** Wound repairs with their length, depth and body group, each closed wound once. */
export function listRepairs(documents: readonly AnalysedDocument[]): Repair[] {
  const closures = findPassages(documents, LENGTH).filter((passage) => {
    const sentence = sentenceOf(passage).text;
    const after = sentence.slice(passage.end - sentenceOf(passage).start);
    return (
      !isBackground(passage) &&
      !isSpecimen(passage) &&
      CLOSED.test(sentence) &&
      !/^\s*(?:deep|wide|depth|in depth)/i.test(after) &&
      !/\b(?:not|no) (?:closed|sutured|repaired)\b/i.test(sentence)
    );
  });
  const repairs: Repair[] = [];
  for (const passage of closures) {
    const repair = toRepair(passage);
    if (repair && !repairs.some((known) => isSameWound(known, repair))) repairs.push(repair);
  }
  return repairs.length === 1
    ? repairs.map((repair) => ({ ...repair, group: repair.group ?? groupOfNote(repair) }))
    : repairs;
}

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
  const line = lineAt(passage.document, passage.start);
  const depth: RepairDepth = COMPLEX.test(sentence.text)
    ? 'complex'
    : INTERMEDIATE.test(sentence.text)
      ? 'intermediate'
      : INTERMEDIATE.test(line.text) && !/\bsimple\b|single[- ]layer/i.test(line.text)
        ? 'intermediate'
        : 'simple';
  return { cm, depth, group: repairGroup(depth, sentence.text) ?? repairGroup(depth, line.text), passage: sentence };
}

function siteWords(text: string): Set<string> {
  return new Set([...text.toLowerCase().matchAll(SITE_WORD)].map((match) => match[0]));
}

const SITE_WORD =
  /\b(?:left|right|l|r|scalp|forehead|cheek|chin|nose|lip|ear|eyelid|neck|hand|finger|thumb|arm|forearm|elbow|leg|knee|shin|foot|toe|chest|back|abdomen)\b/g;
