import type { IdentifierType } from '../span.ts';
import { digitsAt, gapBefore, isGlued, isNumber, isWord, markAt, wordAt } from '../text/reading.ts';
import { SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { bedAt, type Room } from './rooms.ts';
import { UNITS } from './vocabulary.ts';

/** A number with the kind of thing it numbers; tokens from `first` up to `end`. */
interface OddNumber {
  readonly first: number;
  readonly end: number;
  readonly type: IdentifierType;
}

/** Slides, blood units, device identifiers and beds that no label announces; undefined for anything else. */
export function oddNumberAt(tokens: TokenList, at: number): OddNumber | undefined {
  const mark = markAt(tokens, at);
  if (mark === '(') return deviceAt(tokens, at);
  if (mark !== '') return undefined;
  if (isNumber(tokens, at) && !isGlued(tokens, at)) {
    const slide = slideAt(tokens, at);
    if (slide !== -1) return { first: at, end: slide, type: 'ID' };
    return toOther(bedAt(tokens, at));
  }
  if (tokens.shape[at] !== UPPER || isGlued(tokens, at)) return undefined;
  const blood = bloodUnitAt(tokens, at);
  return blood === -1 ? toOther(bedAt(tokens, at)) : { first: at, end: blood, type: 'ID' };
}

function toOther(room: Room | undefined): OddNumber | undefined {
  return room && { ...room, type: 'OTHER' };
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
  if (digitsAt(tokens, at + 3).length < 6) return undefined;
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
  return groups >= 2 ? { first: at, end, type: 'ID' } : undefined;
}

/** Index after `GS 7432`, `FYC 276Z`, `276 FYC` or `HH4 81K`: two groups of capitals and figures; or -1. */
export function plateAt(tokens: TokenList, at: number, serial = false): number {
  const first = groupEnd(tokens, at, serial ? 3 : 4);
  if (first === -1 || gapBefore(tokens, first) !== SPACE) return -1;
  const second = groupEnd(tokens, first, serial ? 8 : 5);
  if (second === -1 || (UNITS.has(wordAt(tokens, first + 1)) && !isGlued(tokens, first + 1))) return -1;
  let digits = 0;
  let letters = 0;
  for (let index = at; index < second; index++) {
    digits += digitsAt(tokens, index).length;
    letters += wordAt(tokens, index).length;
  }
  return digits >= (serial ? 4 : 2) && letters >= 1 ? second : -1;
}

/** Index after capitals and figures in one piece of at most so many characters, or -1. */
function groupEnd(tokens: TokenList, at: number, longest: number): number {
  let end = at;
  let length = 0;
  for (; end < tokens.count && (end === at || isGlued(tokens, end)); end++) {
    if (isNumber(tokens, end)) length += digitsAt(tokens, end).length;
    else if (tokens.shape[end] === UPPER && isWord(tokens, end)) length += wordAt(tokens, end).length;
    else break;
  }
  return length > 0 && length <= longest ? end : -1;
}

/** Index after further groups of digits, one blank apart: `02779341 662`. */
export function furtherGroups(tokens: TokenList, end: number): number {
  let index = end;
  while (
    index < end + 3 &&
    digitsAt(tokens, index).length >= (index === end ? 3 : 2) &&
    gapBefore(tokens, index) === SPACE &&
    !UNITS.has(wordAt(tokens, index + 1))
  )
    index++;
  return index;
}
