import { digitsAt, gapBefore, isGlued, isNumber, isWord, markAt, wordAt } from '../text/reading.ts';
import { LINE, LOWER, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { UNITS, wordSet } from './vocabulary.ts';

/** Words whose number is a place in the building. */
export const ROOMS = wordSet('room rooms rm bed bay cubicle ward pod unit suite location loc');
/** Of these the ones that number much else: what follows must hold a letter and a figure, or stand behind a colon. */
const WEAK_ROOMS = wordSet('unit location loc pod rooms ward');
const WINGS = wordSet('north south east west tower main center pavilion annex n s e w');
const CARE_UNITS = wordSet(
  'icu micu sicu ccu cvicu ctu nicu picu tcu pacu imc imcu pcu stepdown tele msu ldr cvu dou ed er nccu cticu bmt ltac obs',
);
const PLACED = wordSet('in from to at bed ward room on');
/** Rooms of a house, and rooms in which one waits. */
const OTHER_ROOMS = wordSet('living dining waiting operating emergency family bath rec sitting laundry drawing');
const SPELLS = wordSet('night nights morning mornings evenings afternoons overnight');
const NUMBER_WORDS = wordSet('number no num nr assignment assigned');
const ROOM_MARKS = new Set(['#', '.', ':', '-', '/', '(']);

/** A place in the building: tokens from `first` up to `end`. */
export interface Room {
  readonly first: number;
  readonly end: number;
}

/** `Room B-5107`, `Rm ICU 6`, `bed #12B`, `Room/Bed: 412/B`: the number is masked, the word stays. */
export function roomAfter(tokens: TokenList, at: number): Room | undefined {
  let next = at + 1;
  let colon = false;
  for (let steps = 0; steps < 4; steps++) {
    const mark = markAt(tokens, next);
    if (!ROOM_MARKS.has(mark) && !(mark === '' && isJoiner(tokens, next))) break;
    colon ||= mark === ':' || mark === '#';
    next++;
  }
  if (gapBefore(tokens, next) >= LINE) return undefined;
  const place = placeAt(tokens, next);
  if (place !== -1) return { first: next, end: place };
  const key = wordAt(tokens, at);
  const weak = WEAK_ROOMS.has(key) && (!colon || key === 'pod');
  // `POD 3` is the third day after surgery, `1 unit` an amount.
  if (
    (key === 'pod' && tokens.shape[at] === UPPER) ||
    (key === 'unit' && (isNumber(tokens, at - 1) || BLOOD.has(wordAt(tokens, at - 1))))
  )
    return undefined;
  // `Location: L4-5` is a place of the body.
  const code = codeEnd(tokens, next, key === 'location' || key === 'loc' ? 3 : 1);
  if (code !== -1) return { first: next, end: code };
  const unit = weak || key.startsWith('loc') ? -1 : careUnitEnd(tokens, next);
  if (unit !== -1) return { first: next, end: unit };
  const lower = key === 'suite' && tokens.shape[at] === LOWER;
  return weak || lower || key === 'location' || key === 'loc' ? undefined : plainNumber(tokens, at, next);
}

const BLOOD = wordSet('blood donor per each one rbc prbc platelet plasma cell another second first');

function isJoiner(tokens: TokenList, at: number): boolean {
  const word = wordAt(tokens, at);
  return NUMBER_WORDS.has(word) || word === 'bed' || word === 'rm' || word === 'unit';
}

/** `318-A`, `12`, `20A`: not `room 2 hours`, `in bed 20 hours`, `living room 3 nights`, `bed 2-3 times`. */
function plainNumber(tokens: TokenList, at: number, next: number): Room | undefined {
  if (!isNumber(tokens, next) || digitsAt(tokens, next).length > 5) return undefined;
  const end = roomEnd(tokens, next);
  const after = wordAt(tokens, end);
  if (gapBefore(tokens, end) < LINE && (UNITS.has(after) || SPELLS.has(after)) && after !== 'in') return undefined;
  if (OTHER_ROOMS.has(wordAt(tokens, at - 1))) return undefined;
  const lies = wordAt(tokens, at) === 'bed' && LYING.has(wordAt(tokens, at - 1));
  return lies && after !== '' && gapBefore(tokens, end) < LINE ? undefined : { first: next, end };
}

const LYING = wordSet('in of to from');

function roomEnd(tokens: TokenList, at: number): number {
  let end = at + 1;
  if (isGlued(tokens, end) && isWord(tokens, end) && wordAt(tokens, end).length === 1) return end + 1;
  while (
    (markAt(tokens, end) === '-' || markAt(tokens, end) === '/') &&
    isGlued(tokens, end) &&
    isGlued(tokens, end + 1) &&
    (isNumber(tokens, end + 1) || wordAt(tokens, end + 1).length === 1)
  )
    end += 2;
  return end;
}

/** Index after letters and figures in one piece, such as `B-5107`, `4W-212`, `T4/12` or `311b`; or -1. */
function codeEnd(tokens: TokenList, at: number, fewest: number): number {
  let digits = 0;
  let letters = 0;
  let end = at;
  for (; end < at + 7 && end < tokens.count && (end === at || isGlued(tokens, end)); end++) {
    const word = wordAt(tokens, end);
    if (isNumber(tokens, end)) digits += digitsAt(tokens, end).length;
    else if (word !== '' && word.length <= 5 && (tokens.shape[end] === UPPER || word.length === 1))
      letters += word.length;
    else if ((markAt(tokens, end) !== '-' && markAt(tokens, end) !== '/') || end === at) break;
  }
  while (end > at && !isNumber(tokens, end - 1) && !isWord(tokens, end - 1)) end--;
  return digits >= fewest && digits <= 5 && letters > 0 && letters <= 6 ? end : -1;
}

/** `ICU 6`, `ED 14`, but not `ICU 5 days`. */
function careUnitEnd(tokens: TokenList, at: number): number {
  if (!isWord(tokens, at) || tokens.shape[at] !== UPPER || !isNumber(tokens, at + 1)) return -1;
  if (gapBefore(tokens, at + 1) >= LINE || digitsAt(tokens, at + 1).length > 4) return -1;
  const end = roomEnd(tokens, at + 1);
  return UNITS.has(wordAt(tokens, end)) && gapBefore(tokens, end) < LINE ? -1 : end;
}

/** A bed that no label announces: `in ICU-3`, `to 4 West 6B`, `in 9N-95`, `in 559-X`, `in MICU 12`. */
export function bedAt(tokens: TokenList, at: number): Room | undefined {
  if (!PLACED.has(wordAt(tokens, at - 1)) || gapBefore(tokens, at) >= LINE) return undefined;
  const end = placeAt(tokens, at);
  if (end !== -1) return { first: at, end };
  if (isWord(tokens, at)) {
    const unit = CARE_UNITS.has(wordAt(tokens, at)) ? careUnitEnd(tokens, at) : -1;
    return unit === -1 || markAt(tokens, unit) === '-' ? undefined : { first: at, end: unit };
  }
  const lettered =
    digitsAt(tokens, at).length === 3 &&
    markAt(tokens, at + 1) === '-' &&
    isGlued(tokens, at + 2) &&
    tokens.shape[at + 2] === UPPER &&
    wordAt(tokens, at + 2).length === 1;
  return lettered && wordAt(tokens, at - 1) === 'in' ? { first: at, end: at + 3 } : undefined;
}

/** Index after a place that more than a number names: `7 West 7B`, `3 South/317-2`, `5N-56`, `5E04-2`, `ICU-2`; or -1. */
function placeAt(tokens: TokenList, at: number): number {
  if (isWord(tokens, at)) {
    const unit = CARE_UNITS.has(wordAt(tokens, at)) && markAt(tokens, at + 1) === '-' && isGlued(tokens, at + 2);
    return unit && isNumber(tokens, at + 2) ? withLetter(tokens, at + 3) : -1;
  }
  const digits = digitsAt(tokens, at);
  if (digits === '' || digits.length > 2) return -1;
  const wing = at + 1;
  if (!isWord(tokens, wing) || tokens.shape[wing] === LOWER || !WINGS.has(wordAt(tokens, wing))) return -1;
  if (gapBefore(tokens, wing) === SPACE) {
    const slash = markAt(tokens, wing + 1) === '/' || markAt(tokens, wing + 1) === '-' ? wing + 2 : wing + 1;
    if (!isNumber(tokens, slash) || gapBefore(tokens, slash) > SPACE) return -1;
    return roomEnd(tokens, slash);
  }
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
