import { wordSet } from '../patterns/vocabulary.ts';
import { leadWords } from '../text/leads.ts';
import { PARTICLES } from './person-cues.ts';
import { gapBefore, isCapitalized, isNumber, markAt, wordAt } from '../text/reading.ts';
import { LINE, LOWER, UPPER, type TokenList } from '../text/token-list.ts';

/** Titles that are abbreviations: with or without a stop, in any case. */
const SHORT_TITLES = wordSet('mr mrs ms mx dr drs dra prof rev sgt capt lt det ofc hon sr sra srta mme mlle messrs');
/** On a word that may be a person's title. */
export const TITLE_LEAD = leadWords(SHORT_TITLES);
/** Titles that are words: with a capital letter, and never with a stop. */
const LONG_TITLES = wordSet(
  'miss doctor professor nurse sister brother reverend pastor rabbi imam deacon chaplain judge officer detective sergeant captain lieutenant sheriff deputy trooper',
);
const ANY_TITLE_LEAD = TITLE_LEAD | leadWords(LONG_TITLES);

/**
 * A person's title stands right before a word. `MR arthrogram`, `QTc 512 ms. Creatinine` and `twin sister. Implanted` have none: an imaging
 * method in capitals, a unit after a number, a word that ends a sentence.
 */
export function hasTitleBefore(tokens: TokenList, index: number): boolean {
  const dotted = markAt(tokens, index - 1) === '.';
  const at = dotted ? index - 2 : index - 1;
  const word = wordAt(tokens, at);
  if (((tokens.leads[at] ?? 0) & ANY_TITLE_LEAD) === 0 || gapBefore(tokens, index) > LINE) return false;
  if (LONG_TITLES.has(word))
    return (
      !dotted &&
      tokens.shape[at] !== LOWER &&
      (isCapitalized(tokens, index) || PARTICLES.has(wordAt(tokens, index))) &&
      gapBefore(tokens, index) < LINE
    );
  if (!SHORT_TITLES.has(word)) return false;
  if (isNumber(tokens, at - 1) && gapBefore(tokens, at) < LINE && tokens.shape[at] === LOWER) return false;
  // `mild MR. Sacubitril`: in capitals, mitral regurgitation or an imaging method, unless the name is in capitals too.
  if (tokens.shape[at] === UPPER && (word === 'mr' || word === 'ms') && tokens.shape[index] !== UPPER) return false;
  if (dotted || isCapitalized(tokens, index)) return true;
  return word === 'dr' || (tokens.shape[at] === LOWER && word !== 'ms') || tokens.shape[at] !== UPPER;
}

/** A word that is a title, which no name of a person or facility includes. */
export function isTitle(word: string): boolean {
  return word.length < 7 && SHORT_TITLES.has(word);
}
