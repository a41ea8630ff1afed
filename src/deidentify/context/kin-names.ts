import { NAME } from '../lexicon/flags.ts';
import { wordSet } from '../patterns/vocabulary.ts';
import { flagsAt, gapBefore, isWord, markAt, startsSentence, wordAt } from '../text/reading.ts';
import { CAPITAL, LINE, LOWER, type TokenList } from '../text/token-list.ts';
import { RELATIVES } from './person-cues.ts';

/** `husband X`, `daughter, X,`, `a son named X`, `partner (X)`. */
export function isKinBefore(tokens: TokenList, first: number): boolean {
  if (startsSentence(tokens, first)) return false;
  let before = first - 1;
  if (markAt(tokens, before) === ',' || markAt(tokens, before) === '(') before--;
  const link = wordAt(tokens, before);
  if (link === 'named' || link === 'called' || (link === 'is' && RELATIVES.has(wordAt(tokens, before - 1)))) before--;
  const inLaw = wordAt(tokens, before) === 'law' && markAt(tokens, before - 1) === '-';
  return (inLaw || RELATIVES.has(wordAt(tokens, before))) && gapBefore(tokens, first) < LINE;
}

/** `Attending Attestation:` is a heading, `Attending Okafor` a person. */
export function isCapitalKin(tokens: TokenList, first: number): boolean {
  const mark = markAt(tokens, first + 1);
  const kin =
    KIN.has(wordAt(tokens, first - 1)) &&
    ((flagsAt(tokens, first) & NAME) !== 0 ||
      ((mark === '.' || mark === ',') && tokens.shape[first] === CAPITAL && !STATES.has(wordAt(tokens, first))));
  return isWord(tokens, first - 1) && tokens.shape[first - 1] !== LOWER && !kin;
}

const KIN = wordSet(
  'husband wife partner uncle aunt brother sister mother father son daughter cousin niece nephew friend grandmother grandfather spouse fiance fiancee roommate boyfriend girlfriend',
);
/** How relatives are, behind the word for them: `Mother Deceased.` */
const STATES = wordSet(
  'alive deceased living healthy well unknown present absent none dead died passed unaffected positive negative adopted estranged',
);
