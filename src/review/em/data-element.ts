import type { AnalysedDocument } from '../language/analysed-document.ts';
import {
  findPassages,
  isBackground,
  isCarriedForward,
  lineAt,
  runningText,
  sectionAt,
  sentenceOf,
  type Passage,
} from '../rules/claim/reading/passage.ts';
import { evidenceOf, findAsserted } from './decision-text.ts';
import type { MdmLevel } from './em-families.ts';
import { highest, type MdmElement, type MdmFact } from './mdm-table.ts';
import {
  ADMISSION_BEFORE,
  COLLECTIVE,
  DISCUSSED,
  EXTERNAL_NOTE,
  HISTORIAN,
  INTERPRETED,
  TESTS,
  UNLISTED,
  LATER_AFTER,
  LATER_BEFORE,
  PAST_AFTER,
  PAST_BEFORE,
} from './data-words.ts';

/** Amount and complexity of data, by its three categories: items, independent interpretation, external discussion. */
export function assessData(
  documents: readonly AnalysedDocument[],
  billedInterpretations: ReadonlySet<string>,
  laterDay = false,
): MdmElement {
  const tests = TESTS.flatMap(([name, pattern]) => {
    const found = findPassages(documents, pattern).filter(
      (passage) => (!isBackground(passage) || isReviewed(passage)) && (!isLongAgo(passage) || isResult(passage)),
    );
    return found.length > 0 && !billedInterpretations.has(name) ? [{ name, passage: found[0] }] : [];
  });
  const notes = findAsserted(documents, EXTERNAL_NOTE);
  const historian = findAsserted(documents, HISTORIAN);
  const interpreted = billedInterpretations.size > 0 ? [] : findAsserted(documents, INTERPRETED);
  const discussed = findAsserted(documents, DISCUSSED);
  const others = (notes.length > 0 ? 1 : 0) + (historian.length > 0 ? 1 : 0);
  const items = tests.length + others;
  const proven = tests.flatMap(({ name }) => {
    const pattern = TESTS.find(([other]) => other === name)?.[1];
    return (
      (pattern &&
        findAsserted(documents, pattern).find(
          (passage) => isOfToday(passage) && !(laterDay && isOfAdmission(passage)),
        )) ??
      []
    );
  });
  // A test that the list above does not know may be one item more; it proves none.
  const unlisted = findAsserted(documents, UNLISTED).length > 0 || hasUnnamedTests(documents) ? 1 : 0;
  const facts = listFacts({
    tests: proven,
    historian,
    notes,
    interpreted,
    discussed,
    items: proven.length + others,
  });
  return {
    lower: lowerBound(facts),
    upper: upperBound(items + unlisted, interpreted.length > 0, discussed.length > 0, historian.length > 0),
    facts,
  };
}

/** A result that the day's visit looked at, though it stands under a heading of the past. */
function isReviewed(passage: Passage): boolean {
  return (
    !isCarriedForward(passage) &&
    /\b(?:reviewed|seen today|ordered)\b/i.test(lineAt(passage.document, passage.start).text)
  );
}

/** A test that the story tells of, with no word that it was looked at now. */
function isLongAgo(passage: Passage): boolean {
  const [before, after] = aroundIn(sentenceOf(passage), passage);
  return (PAST_BEFORE.test(before) || PAST_AFTER.test(after)) && !/\breview/i.test(sentenceOf(passage).text);
}

/** Neither a test of long ago nor one that a later visit will want. */
function isOfToday(passage: Passage): boolean {
  const [before, after] = aroundIn(sentenceOf(passage), passage);
  return !isLongAgo(passage) && !LATER_BEFORE.test(before) && !LATER_AFTER.test(after);
}

/** `Excluded on admission CT`: counted on the day that it was made, unless the line says that it was looked at again. */
function isOfAdmission(passage: Passage): boolean {
  const [before] = aroundIn(sentenceOf(passage), passage);
  return ADMISSION_BEFORE.test(before) && !isReviewed(passage);
}

function aroundIn(sentence: Passage, passage: Passage): [before: string, after: string] {
  return [sentence.text.slice(0, passage.start - sentence.start), sentence.text.slice(passage.end - sentence.start)];
}

/** Under the heading of the results, old ones may be what the visit looked at. */
function isResult({ document, start }: Passage): boolean {
  return sectionAt(document, start)?.kind === 'results';
}

/** How far behind `Labs` the tests stand that it is the heading of. */
const HEADED_REACH = 160;

/** `Labs` or `imaging` with no test named behind it that the list knows: the word stands for some test. */
function hasUnnamedTests(documents: readonly AnalysedDocument[]): boolean {
  return findAsserted(documents, COLLECTIVE).some(
    ({ document, end }) =>
      !TESTS.some(([, pattern]) =>
        findPassages([document], pattern).some(
          (test) =>
            test.start >= end &&
            test.start <= end + HEADED_REACH &&
            !/[.;]\s/.test(runningText(document).slice(end, test.start)),
        ),
      ),
  );
}

interface Found {
  readonly tests: readonly Passage[];
  readonly historian: readonly Passage[];
  readonly notes: readonly Passage[];
  readonly interpreted: readonly Passage[];
  readonly discussed: readonly Passage[];
  readonly items: number;
}

function listFacts({ tests, historian, notes, interpreted, discussed, items }: Found): MdmFact[] {
  const fact = (row: string, level: MdmLevel, passages: readonly Passage[]): MdmFact => ({
    element: 'data',
    row,
    level,
    evidence: evidenceOf(passages),
  });
  const facts: MdmFact[] = [];
  if (items >= 3) facts.push(fact('three-items', 'moderate', [...tests, ...notes, ...historian]));
  else if (items === 2) facts.push(fact('two-items', 'low', [...tests, ...notes]));
  if (historian.length > 0) facts.push(fact('independent-historian', 'low', historian));
  if (interpreted.length > 0) facts.push(fact('independent-interpretation', 'moderate', interpreted));
  if (discussed.length > 0) facts.push(fact('external-discussion', 'moderate', discussed));
  return facts;
}

function lowerBound(facts: readonly MdmFact[]): MdmLevel {
  const categories = facts.filter((fact) => fact.level === 'moderate').length;
  return categories >= 2 ? 'high' : highest(facts.map((fact) => fact.level));
}

function upperBound(items: number, interpreted: boolean, discussed: boolean, historian: boolean): MdmLevel {
  const categories = [items >= 3, interpreted, discussed].filter(Boolean).length;
  if (categories >= 2) return 'high';
  if (categories === 1) return 'moderate';
  return items >= 2 || historian ? 'low' : 'straightforward';
}
