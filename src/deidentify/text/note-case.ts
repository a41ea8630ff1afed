import { LOWER, UPPER, WORD, type TokenList } from './token-list.ts';

type NoteCase = 'small' | 'capital' | 'mixed';

/** Fewest words from which the case of a note says anything. */
const FEWEST = 8;
const KNOWN = new WeakMap<TokenList, NoteCase>();

/** Whether a note is written in small letters, or in capitals, throughout: in such a note a word's case tells nothing. */
export function caseOf(tokens: TokenList): NoteCase {
  const known = KNOWN.get(tokens);
  if (known !== undefined) return known;
  let words = 0;
  let small = 0;
  let upper = 0;
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kind[at] !== WORD) continue;
    words++;
    if (tokens.shape[at] === LOWER) small++;
    else if (tokens.shape[at] === UPPER) upper++;
  }
  const found: NoteCase =
    words < FEWEST ? 'mixed' : small >= words * 0.98 ? 'small' : upper >= words * 0.9 ? 'capital' : 'mixed';
  KNOWN.set(tokens, found);
  return found;
}
