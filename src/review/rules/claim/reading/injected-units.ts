import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import { findPassages, isBackground, sentenceOf, type Passage } from './passage.ts';

const AMOUNT = String.raw`(?<amount>\d{1,4}(?:\.\d+)?)`;
const UNITS = String.raw`\s*(?:units?|u|iu)\b`;
const INJECTED = String.raw`(?:injected|administered|given|used|delivered)`;
const TOTALS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\d.])${AMOUNT}${UNITS} (?:(?:in total|total|of \w+) )?(?:(?:was|were) )?${INJECTED}\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\btotal(?: (?:dose|units?|amount|of))*(?: ${INJECTED})?(?: (?:was|of))?\s*[:=]?\s*${AMOUNT}(?:${UNITS}|\s*$)`,
    'gim',
  ),
  new RegExp(
    String.raw`\b${INJECTED}(?: (?:a )?total(?: of)?)?\s*[:=]?\s*${AMOUNT}${UNITS}(?! (?:each|per|in each|at each|to each|into))`,
    'gi',
  ),
];
const ANOTHER_TIME =
  /\b(?:last|previous(?:ly)?|prior|next|planned?|will|consider\w*|maximum|max|up to|each|per (?:site|muscle|side)|cumulative|lifetime|(?:19|20)\d\d|ago)\b/i;

/** The whole of a toxin that was injected, where the note gives one sum: the vial holds more, and each muscle got less. */
export function findInjectedTotal(
  documents: readonly AnalysedDocument[],
): { readonly amount: number; readonly passage: Passage } | undefined {
  const found = TOTALS.flatMap((pattern) =>
    findPassages(documents, pattern).flatMap((passage) => {
      const amount = new RegExp(pattern.source, 'im').exec(passage.text)?.groups?.amount;
      const sentence = sentenceOf(passage);
      if (amount === undefined || isBackground(passage) || ANOTHER_TIME.test(sentence.text)) return [];
      return [{ amount: Number(amount), passage: sentence }];
    }),
  );
  const [first] = found;
  return first && found.every(({ amount }) => amount === first.amount) ? first : undefined;
}
