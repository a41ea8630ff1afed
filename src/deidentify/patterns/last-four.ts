import type { IdentifierType } from '../span.ts';
import { leadWords } from '../text/leads.ts';
import { digitsAt, gapBefore, isGlued, isNumber, markAt, wordAt } from '../text/reading.ts';
import { LINE, type TokenList } from '../text/token-list.ts';
import { wordSet } from './vocabulary.ts';

/** What people give the last four figures of. */
const NUMBERED = wordSet(
  'social ssn ss security chart card visa mastercard amex discover account acct mrn number policy member id license phone cell debit credit medicare medicaid ssns socials digits',
);
const BETWEEN = wordSet(
  'of the his her their patient s is are was were digits digit on file in with for numbers as my its number no ending xxx xx',
);
const ENDINGS = wordSet('ending ends');
/** On a word that the last figures of a number can follow. */
export const LAST_FOUR_LEAD = leadWords(['last', 'final', ...ENDINGS]);
const REACH = 9;

/** `The last four of her Social are 2281`, `SSN ending in 4418`, `xxx-xx-4418`: the end of a number that identifies. */
export function lastFour(
  tokens: TokenList,
  at: number,
): { readonly first: number; readonly end: number; readonly type: IdentifierType } | undefined {
  const found = isNumber(tokens, at) ? blackedOut(tokens, at) : announced(tokens, at);
  return found === -1 ? undefined : { first: found, end: found + 1, type: 'ID' };
}

function blackedOut(tokens: TokenList, at: number): number {
  const joined = isGlued(tokens, at) && isGlued(tokens, at - 1) && markAt(tokens, at - 1) === '-';
  if (!joined || digitsAt(tokens, at).length !== 4) return -1;
  const before = wordAt(tokens, at - 2);
  return before === 'xx' || markAt(tokens, at - 2) === '*' || markAt(tokens, at - 2) === '#' ? at : -1;
}

function announced(tokens: TokenList, at: number): number {
  const key = wordAt(tokens, at);
  let next = at + 1;
  let named = false;
  if (key === 'last' || key === 'final') {
    if (wordAt(tokens, next) !== 'four' && digitsAt(tokens, next) !== '4') return -1;
    next++;
  } else if (!ENDINGS.has(key)) return -1;
  for (let back = at - 1; back > at - 5 && !named && gapBefore(tokens, back + 1) < LINE; back--)
    named = NUMBERED.has(wordAt(tokens, back));
  for (; next < at + REACH && gapBefore(tokens, next) < LINE; next++) {
    const word = wordAt(tokens, next);
    if (isNumber(tokens, next)) return named && digitsAt(tokens, next).length === 4 ? next : -1;
    if (NUMBERED.has(word)) named = true;
    else if (word !== '' ? !BETWEEN.has(word) : !OPEN.has(markAt(tokens, next))) return -1;
  }
  return -1;
}

const OPEN = new Set([':', '#', '(', '=', "'", '’', '-', '*']);
