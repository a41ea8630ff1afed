import { EPONYM, FAMILY, GIVEN } from '../lexicon/flags.ts';
import { flagsAt, gapBefore, isWord, markAt, wordAt } from '../text/reading.ts';
import { LINE, type TokenList } from '../text/token-list.ts';
import { RELATIVES } from './person-cues.ts';
import { isPlainName } from './plain-name.ts';

/** `her daughter-in-law jolene manages`, `asked that marcus be told`. */
export function isSmallKin(tokens: TokenList, at: number): boolean {
  const before = wordAt(tokens, at - 1);
  if (gapBefore(tokens, at) >= LINE) return false;
  if (before === 'that') return wordAt(tokens, at + 1) === 'be';
  return RELATIVES.has(before) || (before === 'law' && markAt(tokens, at - 2) === '-');
}

/** `curtis pope ((803) …`: a family name that is a word of English, and then an end. */
export function leadsToSmallWord(tokens: TokenList, at: number): boolean {
  const next = flagsAt(tokens, at + 1);
  if ((flagsAt(tokens, at) & (GIVEN | EPONYM)) !== GIVEN || (next & FAMILY) === 0) return false;
  return !isWord(tokens, at + 2) || gapBefore(tokens, at + 2) >= LINE;
}

/** `mr. karim best` at the end of a line: a family name in small letters that is a word, behind a given name that is none. */
export function endsSmallName(tokens: TokenList, at: number): boolean {
  return (
    (flagsAt(tokens, at) & FAMILY) !== 0 &&
    isPlainName(tokens, at - 1) &&
    (!isWord(tokens, at + 1) || gapBefore(tokens, at + 1) >= LINE)
  );
}
