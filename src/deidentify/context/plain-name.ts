import { ABROAD, CITY, COMMON, ENGLISH, EPONYM, GIVEN, MEDICAL, NAME } from '../lexicon/flags.ts';
import { flagsAt, wordAt } from '../text/reading.ts';
import { type TokenList } from '../text/token-list.ts';

export const WORD_LIKE = COMMON | ENGLISH | MEDICAL;

/** A name and nothing else, so telling that its case does not matter: `carolyn`, `KOWALCZYK`. */
export function isPlainName(tokens: TokenList, at: number): boolean {
  const flags = flagsAt(tokens, at);
  if ((flags & NAME) === 0 || (flags & (WORD_LIKE | EPONYM)) !== 0) return false;
  if ((flags & (CITY | ABROAD)) !== 0 && (flags & GIVEN) === 0) return false;
  return wordAt(tokens, at).length >= ((flags & GIVEN) === 0 ? 5 : 4);
}
