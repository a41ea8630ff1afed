import type { AnalysedDocument } from '../language/analysed-document.ts';
import { sentenceOf } from '../rules/claim/reading/passage.ts';
import { evidenceOf, findAsserted, listProblems, type ProblemItem } from './decision-text.ts';
import { zoneAt } from './decision-zones.ts';
import { listDrugs } from './drug-words.ts';
import { isChronicCode } from './chronic-conditions.ts';
import type { MdmLevel } from './em-families.ts';
import { highest, type MdmElement, type MdmFact } from './mdm-table.ts';
import {
  CHRONIC,
  COMPLICATED_INJURY,
  DRUG_RAISED,
  DRUG_STARTED,
  HEALING,
  INTENSIFIED,
  MINOR,
  NOT_AT_GOAL,
  PROVEN_THREAT,
  RECOVERING,
  STABLE,
  STATED_THREAT,
  STORY_OF_FAILURE,
  SUBSIDING,
  SYSTEMIC,
  THREAT,
  TROUBLE_LEFT,
  UNCERTAIN_PROGNOSIS,
  UNCOMPLICATED,
  UNDIAGNOSED,
} from './problem-words.ts';

/** Where the patient went and who signed, which a list of diagnoses may end in. */
const NO_PROBLEM =
  /^\s*(?:(?:discharged? |d\/c(?:'d)? )?(?:to )?home\b|discharged\b|dispo\w*\b)|\b(?:MD|DO|PA-?C|NP|FNP|DPM|OD)\b,?\s*(?:\(?e-?sign\w*|(?:electronically |digitally )?signed\b)/i;

/** Number and complexity of problems addressed, as far as the assessment's own words prove or bound it. */
export function assessProblems(
  documents: readonly AnalysedDocument[],
  procedures: readonly RegExp[] = [],
  laterDay = false,
): MdmElement {
  const all = listProblems(documents).filter(
    ({ passage: { text } }) => !/\bresolved\b/i.test(text) && !NO_PROBLEM.test(text),
  );
  // What a separately billed procedure was done for, and no more, is in its payment and no problem of the visit.
  const own = all.filter(
    ({ passage: { text } }) => INTENSIFIED.test(text) || !procedures.some((pattern) => pattern.test(text)),
  );
  const items = own.length > 0 ? own : all;
  const facts = listFacts(documents, items, laterDay);
  const lower = highest(facts.map((fact) => fact.level));
  return { lower, upper: upperBound(documents, items, lower), facts };
}

function listFacts(
  documents: readonly AnalysedDocument[],
  items: readonly ProblemItem[],
  laterDay: boolean,
): MdmFact[] {
  const chronic = items.filter((item) => isChronic(item));
  const worsening = chronic.filter((item) => isNotAtGoal(item) || isTreatedFurther(documents, item, items));
  const fact = (row: string, level: MdmLevel, chosen: readonly ProblemItem[]): MdmFact => ({
    element: 'problems',
    row,
    level,
    evidence: evidenceOf(chosen.map((item) => item.passage)),
  });
  const facts: MdmFact[] = [];
  if (worsening.length > 0) facts.push(fact('chronic-not-at-goal', 'moderate', worsening));
  if (countDistinct(chronic) >= 2) facts.push(fact('two-chronic', 'moderate', chronic));
  if (chronic.length > 0 && countDistinct(chronic) < 2) facts.push(fact('one-stable-chronic', 'low', chronic));
  const threats = items.filter((item) => asserts(item, PROVEN_THREAT) && !RECOVERING.test(item.passage.text));
  if (threats.length > 0) facts.push(fact('threat-to-life-or-function', 'high', threats));
  const stated = findAsserted(documents, STATED_THREAT, true).filter(
    (passage) => !RECOVERING.test(sentenceOf(passage).text),
  );
  if (stated.length > 0)
    facts.push({ element: 'problems', row: 'threat-to-life-or-function', level: 'high', evidence: evidenceOf(stated) });
  const uncertain = findAsserted(documents, UNCERTAIN_PROGNOSIS, true);
  if (uncertain.length > 0)
    facts.push({
      element: 'problems',
      row: 'undiagnosed-new-problem',
      level: 'moderate',
      evidence: evidenceOf(uncertain),
    });
  const injuries = items.filter((item) => asserts(item, COMPLICATED_INJURY) && !HEALING.test(item.passage.text));
  if (injuries.length > 0) facts.push(fact('acute-complicated-injury', 'moderate', injuries));
  const systemic = items.filter((item) => asserts(item, SYSTEMIC) && !(laterDay && isSubsiding(item)));
  if (systemic.length > 0) facts.push(fact('acute-with-systemic-symptoms', 'moderate', systemic));
  const acute = items.filter(
    (item) => !isChronic(item) && (!item.passage.text.match(MINOR) || item.passage.text.match(UNDIAGNOSED) !== null),
  );
  if (acute.length > 0) facts.push(fact('acute-uncomplicated', 'low', acute));
  if (items.length >= 2) facts.push(fact('two-minor', 'low', items));
  return facts;
}

function isSubsiding(item: ProblemItem): boolean {
  return SUBSIDING.test(item.passage.text) && !isNotAtGoal(item);
}

/** Items that name a long-term condition which none before them named: a problem written in two places is one. */
function countDistinct(items: readonly ProblemItem[]): number {
  const known = new Set<string>();
  return items.filter((item) => {
    const categories = chronicCategories(item);
    const named = chronicWords(item).map((word) => word.toLowerCase());
    const words = categories.length > 0 ? categories : named;
    const isNew = words.some((word) => !known.has(word));
    for (const word of words) known.add(word);
    return isNew;
  }).length;
}

/** A long-term condition by its words, or by the code of a diagnosis that the item names. */
function isChronic(item: ProblemItem): boolean {
  return chronicWords(item).length > 0 || chronicCategories(item).length > 0;
}

/** What is called stable is so until its own line says otherwise. */
function isNotAtGoal(item: ProblemItem): boolean {
  if (STABLE.test(item.passage.text)) return asserts({ ...item, end: item.passage.end }, NOT_AT_GOAL);
  return asserts(item, NOT_AT_GOAL) || asserts(item, TROUBLE_LEFT);
}

/** A drug raised or added for what nothing calls stable, or begun after a story of failure: treatment had not reached its goal. */
function isTreatedFurther(
  documents: readonly AnalysedDocument[],
  item: ProblemItem,
  all: readonly ProblemItem[],
): boolean {
  if (STABLE.test(item.passage.text)) return false;
  const hasFailed = all.length === 1 && findAsserted(documents, STORY_OF_FAILURE).length > 0;
  return listDrugs(documents).some((drug) => {
    const isOwn = drug.document === item.passage.document && drug.start >= item.passage.start && drug.end <= item.end;
    const isOfPlan = all.length === 1 && zoneAt(drug.document, drug.start) === 'plan';
    const sentence = sentenceOf(drug);
    const before = sentence.text.slice(0, drug.start - sentence.start);
    return (isOwn || isOfPlan) && (DRUG_RAISED.test(before) || (hasFailed && DRUG_STARTED.test(before)));
  });
}

/** Names of long-term conditions in an item, those that it denies left out. */
function chronicWords({ passage }: ProblemItem): string[] {
  return findAsserted([passage.document], CHRONIC)
    .filter(({ start, end }) => start >= passage.start && end <= passage.end)
    .map(({ text }) => text);
}

function chronicCategories({ passage }: ProblemItem): string[] {
  return (
    passage.document.mentions
      .filter(({ start, end, assertion }) => start >= passage.start && end <= passage.end && assertion === 'asserted')
      .flatMap(({ codes }) => codes.slice(0, 1))
      .filter(isChronicCode)
      // A cancer is called by its site in one place and without it in another.
      .map((code) => (code.startsWith('C') ? 'C' : code.slice(0, 3)))
  );
}

function asserts({ passage: item, end }: ProblemItem, pattern: RegExp): boolean {
  return findAsserted([item.document], pattern).some((passage) => passage.start >= item.start && passage.end <= end);
}

/** The highest level that the words of the assessment could carry: an item that they do not settle may be a moderate problem. */
function upperBound(documents: readonly AnalysedDocument[], items: readonly ProblemItem[], lower: MdmLevel): MdmLevel {
  if (items.length === 0 || findAsserted(documents, THREAT, true).length > 0) return 'high';
  const asserted =
    [NOT_AT_GOAL, UNDIAGNOSED, SYSTEMIC].some((pattern) => findAsserted(documents, pattern, true).length > 0) ||
    findAsserted(documents, COMPLICATED_INJURY, true).some((passage) => !HEALING.test(sentenceOf(passage).text));
  if (asserted || lower === 'moderate') return 'moderate';
  // One self-limited problem and nothing else is the least that there is.
  if (items.length === 1 && items[0]?.passage.text.match(MINOR) && lower === 'straightforward')
    return 'straightforward';
  const settled = items.map((item) => settle(item));
  const stable = settled.filter((kind) => kind === 'stable').length;
  return settled.includes('open') || stable >= 2 ? 'moderate' : 'low';
}

function settle(item: ProblemItem): 'minor' | 'stable' | 'open' {
  const { text } = item.passage;
  if (isChronic(item)) return STABLE.test(text) && !INTENSIFIED.test(text) ? 'stable' : 'open';
  if (HEALING.test(text) && !INTENSIFIED.test(text)) return 'minor';
  return UNCOMPLICATED.test(text) || text.match(MINOR) ? 'minor' : 'open';
}
