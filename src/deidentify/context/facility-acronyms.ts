import { COMMON, MEDICAL, NAME } from '../lexicon/flags.ts';
import { flagsAt, gapBefore, isCapitalized, isGlued, isInHeading, isWord, markAt, wordAt } from '../text/reading.ts';
import { UPPER, type TokenList } from '../text/token-list.ts';
import { COPIED, TRANSFER } from './facility-words.ts';
import { CREDENTIALS } from './person-cues.ts';

/** `transfer accepted by NGMC`, `Keith Epley (BCI)`: capitals that are no abbreviation of medicine, where a facility can stand. */
export function isFacilityAcronym(tokens: TokenList, at: number): boolean {
  const key = wordAt(tokens, at);
  if (
    tokens.shape[at] !== UPPER ||
    key.length < 3 ||
    key.length > 6 ||
    (flagsAt(tokens, at) & (MEDICAL | COMMON)) !== 0
  )
    return false;
  if (isInHeading(tokens, at) || (isGlued(tokens, at + 1) && isWord(tokens, at + 1)) || markAt(tokens, at + 1) === '-')
    return false;
  const before = wordAt(tokens, at - 1);
  const moved = isMoved(tokens, at);
  const reached =
    ((before === 'by' || before === 'to' || before === 'from' || before === 'of') && moved) || before === 'at';
  const bracketed = markAt(tokens, at - 1) === '(' && markAt(tokens, at + 1) === ')' && isAfterName(tokens, at - 2);
  const copied =
    markAt(tokens, at - 1) === ',' && isAfterName(tokens, at - 2) && !CREDENTIALS.has(key) && isCopied(tokens, at);
  return reached || bracketed || copied;
}

/** `Carbon copy: T. Eng, OLOL`, `conference with Kenji Cook, RVWC`: the house of the one who is written or spoken to. */
function isCopied(tokens: TokenList, at: number): boolean {
  for (let before = at - 2; before > at - 14 && before >= 0; before--)
    if (COPIED.has(wordAt(tokens, before))) return true;
  return false;
}

/** A word of transfer earlier in the sentence. */
function isMoved(tokens: TokenList, at: number): boolean {
  for (let before = at - 2; before >= 0 && before > at - 20; before--) {
    if (TRANSFER.has(wordAt(tokens, before))) return true;
    if (markAt(tokens, before) === '.' && gapBefore(tokens, before + 1) !== 0 && wordAt(tokens, before - 1) !== 'st')
      return false;
  }
  return false;
}

function isAfterName(tokens: TokenList, at: number): boolean {
  return isCapitalized(tokens, at) && (flagsAt(tokens, at) & NAME) !== 0 && (flagsAt(tokens, at) & MEDICAL) === 0;
}
