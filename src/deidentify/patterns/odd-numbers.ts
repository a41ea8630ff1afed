import type { IdentifierType } from '../span.ts';
import { digitsAt, gapBefore, isGlued, isNumber, isWord, markAt, wordAt } from '../text/reading.ts';
import { LINE, LOWER, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { UNITS, wordSet } from './vocabulary.ts';

/** A number with the kind of thing it numbers; tokens from `first` up to `end`. */
interface OddNumber {
  readonly first: number;
  readonly end: number;
  readonly type: IdentifierType;
}

const WINGS = wordSet('north south east west tower main center n s e w');
const CARE_UNITS = wordSet('icu micu sicu ccu cvicu ctu nicu picu tcu pacu imc imcu pcu stepdown tele msu ldr cvu dou');
const PLACED = wordSet('in from to at bed ward room on');

/** Slides, blood units, device identifiers and beds that no label announces; undefined for anything else. */
export function oddNumberAt(tokens: TokenList, at: number): OddNumber | undefined {
  const mark = markAt(tokens, at);
  if (mark === '(') return deviceAt(tokens, at);
  if (mark !== '') return undefined;
  if (isNumber(tokens, at) && !isGlued(tokens, at)) {
    const slide = slideAt(tokens, at);
    if (slide !== -1) return { first: at, end: slide, type: 'ID' };
    return bedAt(tokens, at);
  }
  if (tokens.shape[at] !== UPPER || isGlued(tokens, at)) return undefined;
  const blood = bloodUnitAt(tokens, at);
  return blood === -1 ? bedAt(tokens, at) : { first: at, end: blood, type: 'ID' };
}

/** `55:BN9794`. */
function slideAt(tokens: TokenList, at: number): number {
  const joined = markAt(tokens, at + 1) === ':' && isGlued(tokens, at + 1) && isGlued(tokens, at + 2);
  return joined && tokens.shape[at + 2] === UPPER && isGlued(tokens, at + 3) && digitsAt(tokens, at + 3).length >= 3
    ? at + 4
    : -1;
}

/** `W0581 90 555054`: a donation number of ISBT 128. */
function bloodUnitAt(tokens: TokenList, at: number): number {
  const fits =
    wordAt(tokens, at).length === 1 &&
    isGlued(tokens, at + 1) &&
    digitsAt(tokens, at + 1).length === 4 &&
    gapBefore(tokens, at + 2) === SPACE &&
    digitsAt(tokens, at + 2).length === 2 &&
    gapBefore(tokens, at + 3) <= SPACE &&
    digitsAt(tokens, at + 3).length === 6;
  return fits ? at + 4 : -1;
}

/** `(01)00424134315983(17)244016(10)R7954`: a unique device identifier in GS1 form. */
function deviceAt(tokens: TokenList, at: number): OddNumber | undefined {
  let end = at;
  let groups = 0;
  while (markAt(tokens, end) === '(' && digitsAt(tokens, end + 1).length >= 2 && markAt(tokens, end + 2) === ')') {
    let next = end + 3;
    if (!isGlued(tokens, next)) break;
    while (next < tokens.count && isGlued(tokens, next) && (isNumber(tokens, next) || isWord(tokens, next))) next++;
    if (next === end + 3) break;
    end = next;
    groups++;
  }
  return groups >= 2 && digitsAt(tokens, at + 3).length >= 6 ? { first: at, end, type: 'ID' } : undefined;
}

/** `in ICU-3`, `to 4 West 6B`, `in 9N-95`, `in 559-X`. */
function bedAt(tokens: TokenList, at: number): OddNumber | undefined {
  if (!PLACED.has(wordAt(tokens, at - 1)) || gapBefore(tokens, at) >= LINE) return undefined;
  const end = placeAt(tokens, at);
  if (end !== -1) return { first: at, end, type: 'OTHER' };
  const lettered =
    digitsAt(tokens, at).length === 3 &&
    markAt(tokens, at + 1) === '-' &&
    isGlued(tokens, at + 2) &&
    tokens.shape[at + 2] === UPPER &&
    wordAt(tokens, at + 2).length === 1;
  return lettered && wordAt(tokens, at - 1) === 'in' ? { first: at, end: at + 3, type: 'OTHER' } : undefined;
}

/** Index after a place in a building that more than a number names: `7 West 7B`, `5N-56`, `5E04-2`, `ICU-2`; or -1. */
export function placeAt(tokens: TokenList, at: number): number {
  if (isWord(tokens, at)) {
    const unit = CARE_UNITS.has(wordAt(tokens, at)) && markAt(tokens, at + 1) === '-' && isGlued(tokens, at + 2);
    return unit && isNumber(tokens, at + 2) ? withLetter(tokens, at + 3) : -1;
  }
  const digits = digitsAt(tokens, at);
  if (digits === '' || digits.length > 2) return -1;
  const wing = at + 1;
  if (!isWord(tokens, wing) || tokens.shape[wing] === LOWER || !WINGS.has(wordAt(tokens, wing))) return -1;
  if (gapBefore(tokens, wing) === SPACE)
    return isNumber(tokens, wing + 1) && gapBefore(tokens, wing + 1) === SPACE ? withLetter(tokens, wing + 2) : -1;
  const dashed = markAt(tokens, wing + 1) === '-' ? wing + 2 : wing + 1;
  if (!isNumber(tokens, dashed) || !isGlued(tokens, dashed)) return -1;
  const end = withLetter(tokens, dashed + 1);
  const more =
    markAt(tokens, end) === '-' && isGlued(tokens, end) && isGlued(tokens, end + 1) && isNumber(tokens, end + 1);
  return more ? end + 2 : end;
}

function withLetter(tokens: TokenList, end: number): number {
  return isGlued(tokens, end) && isWord(tokens, end) && wordAt(tokens, end).length === 1 ? end + 1 : end;
}

/** Index after `GS 7432`, `FYC 276Z` or `276 FYC`, or -1. */
export function plateAt(tokens: TokenList, at: number): number {
  const letters = isWord(tokens, at) && tokens.shape[at] === UPPER && wordAt(tokens, at).length <= 4;
  if (letters && isNumber(tokens, at + 1) && gapBefore(tokens, at + 1) <= SPACE) return withLetter(tokens, at + 2);
  const lettersLast = tokens.shape[at + 1] === UPPER && wordAt(tokens, at + 1).length <= 4;
  return isNumber(tokens, at) && lettersLast && gapBefore(tokens, at + 1) === SPACE ? at + 2 : -1;
}

/** Index after further groups of digits, one blank apart: `02779341 662`. */
export function furtherGroups(tokens: TokenList, end: number): number {
  let index = end;
  while (
    index < end + 3 &&
    digitsAt(tokens, index).length >= 3 &&
    gapBefore(tokens, index) === SPACE &&
    !UNITS.has(wordAt(tokens, index + 1))
  )
    index++;
  return index;
}
