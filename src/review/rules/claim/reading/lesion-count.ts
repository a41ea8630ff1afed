import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import { numberOfWords } from './minutes.ts';
import { findPassages, isBackground, lineAt, sentenceOf, type Passage } from './passage.ts';

export interface LesionCount {
  readonly count: number;
  readonly passage: Passage;
}

const UNIT = 'one|two|three|four|five|six|seven|eight|nine';
const NUMBER = String.raw`(?<count>\d{1,2}|(?:twenty|thirty|forty)(?:[- ](?:${UNIT}))?|${UNIT}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)`;
const THING = String.raw`(?:(?:[a-z-]{4,} ){0,2}?(?:actinic |common |plantar |flat |skin |seborrheic |individual |separate |discrete |total |thick |scaly |small |distinct )*(?:lesions?|AKs?|keratos[ei]s|warts?|verruca\w*|tags?|acrochordon\w*|mollusc\w+|papules|spots|SKs|nails?|toenails|calluses|corns))`;

/**
 * How many lesions a treatment sentence says were treated: `to each of 6 lesions`, `7 AKs`, `lesions x 6`. Undefined when the sentences
 * disagree: a number that needs adding up is left to a person.
 */
export function findLesionCount(
  documents: readonly AnalysedDocument[],
  act: RegExp,
  thing: RegExp,
): LesionCount | undefined {
  const patterns = [
    new RegExp(String.raw`(?<![\d.\-/])\b${NUMBER}\s+${THING}\b`, 'gi'),
    new RegExp(
      String.raw`\b${THING}\s*(?:,\s*)?(?:\(?\s*[x×#]\s*|total(?:ing)?:? ?(?:of )?|\(n ?= ?)${NUMBER}\b`,
      'gi',
    ),
    new RegExp(String.raw`\btotal(?: of| number| lesions| treated)?\s*[:=]?\s*${NUMBER}\b`, 'gi'),
  ];
  const found = patterns.flatMap((pattern) =>
    findPassages(documents, pattern).map((passage) => ({ passage, count: countIn(passage.text, pattern) })),
  );
  const usable = found.filter(({ passage }) => {
    // `scalp 5 AKs, ears 3; total 8`: the total may be a sentence of its own.
    const { text } = /^total/i.test(passage.text) ? lineAt(passage.document, passage.start) : sentenceOf(passage);
    return !isBackground(passage) && (thing.test(text) || act.test(text));
  });
  // A total that holds all that is told apart is the count.
  const total = usable.find(
    ({ passage, count }) => /^total/i.test(passage.text) && usable.every((one) => (one.count ?? 0) <= (count ?? 0)),
  );
  if (total?.count) return { count: total.count, passage: sentenceOf(total.passage) };
  const inAct = usable.filter(({ passage }) => act.test(sentenceOf(passage).text));
  const chosen = inAct.length > 0 ? inAct : usable;
  const [first] = chosen;
  if (!first?.count || !chosen.every(({ count }) => count === first.count)) return undefined;
  if (inAct.length > 0 && usable.some(({ count }) => (count ?? 0) > (first.count ?? 0))) return undefined;
  return { count: first.count, passage: sentenceOf(first.passage) };
}

function countIn(text: string, pattern: RegExp): number | undefined {
  const match = new RegExp(pattern.source, 'i').exec(text);
  const value = match?.groups?.count;
  return value === undefined ? undefined : /^\d+$/.test(value) ? Number(value) : numberOfWords(value);
}
