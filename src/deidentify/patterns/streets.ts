import { COMMON, ENGLISH, MEDICAL } from '../lexicon/flags.ts';
import { leadWords } from '../text/leads.ts';
import {
  digitsAt,
  flagsAt,
  gapBefore,
  isCapitalized,
  isGlued,
  isNumber,
  isWord,
  markAt,
  startOf,
  wordAt,
  endOf,
} from '../text/reading.ts';
import { LINE, LOWER, PARAGRAPH, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { UNITS, wordSet } from './vocabulary.ts';

const STREET_ENDS = wordSet(`
street st avenue ave av boulevard blvd road rd drive dr lane ln court ct circle cir way place pl terrace ter parkway pkwy highway hwy trail trl
square sq loop alley aly turnpike tpke pike crossing xing run path row crescent cres commons green heights hts ridge bend landing plaza
point pointe cove cv estates grove glen hollow manor meadow meadows park pass summit trace view vista walk wharf promenade mews terr quay expressway expy freeway fwy byway causeway close extension
`);
/** Endings that are words or abbreviations of a note besides: `3 Drive`, `2 Point`, `5 ST`. They need a capital letter and a name before. */
const SHORT_ENDS = wordSet(
  'dr st ct pl cv run park point view row path way square pass place loop green bend cove close walk extension ridge heights circle court trace summit plaza av ter sq',
);
const STREET_STARTS = wordSet('calle avenida via camino rue paseo avenue chemin rua carrera callejon vicolo allee');
const HIGHWAYS = wordSet('highway hwy route interstate');
const DIRECTIONS = wordSet('n s e w ne nw se sw north south east west northeast northwest southeast southwest');
const UNIT_WORDS = wordSet(
  'unit apt apartment suite ste room rm floor fl lot bldg building trailer trlr space spc no box',
);
/** Streets whose name is one word, without an ending. */
const LONE_STREETS = wordSet('broadway bowery embarcadero esplanade strand rialto promenade boardwalk');
const SPANISH = wordSet('de del la las los el des du le les do da');
/** Small words that a street's name never holds, capitals or not. */
const CLAUSE_WORDS = wordSet('with a an and or to for from is was in on at by per no not if then has had as');
const MOST_WORDS = 6;

/** Index after a street that begins with its number, unit included: `2037 N. Division St, Unit 15`, `4872 Calle Luna`; or -1. */
export function streetAt(tokens: TokenList, at: number): number {
  const first = firstWord(tokens, at);
  if (first === -1) return -1;
  const key = wordAt(tokens, first);
  if (STREET_STARTS.has(key) && isCapitalized(tokens, first) && isCapitalized(tokens, first + 1))
    return afterName(tokens, first + 2);
  if (STREET_STARTS.has(key) && isCapitalized(tokens, first) && SPANISH.has(wordAt(tokens, first + 1))) {
    const name = SPANISH.has(wordAt(tokens, first + 2)) ? first + 3 : first + 2;
    if (isCapitalized(tokens, name) && gapBefore(tokens, name) === SPACE) return afterName(tokens, name + 1);
  }
  if (isCapitalized(tokens, first)) {
    const named =
      (key === 'state' || key === 'county' || key === 'us' || key === 'farm') &&
      ROAD_WORDS.has(wordAt(tokens, first + 1));
    const number = named ? first + 2 : first + 1;
    if ((named || HIGHWAYS.has(key)) && isNumber(tokens, number)) return afterStreet(tokens, number + 1);
    if (LONE_STREETS.has(key)) return afterStreet(tokens, first + 1);
  }
  const end = findEnd(tokens, first);
  if (end !== -1) return afterStreet(tokens, end);
  return directedStreet(tokens, first);
}

/** The word behind a house number that can be one, or -1. */
function firstWord(tokens: TokenList, at: number): number {
  const digits = digitsAt(tokens, at);
  if (digits.length > 6 || (isGlued(tokens, at) && at > 0)) return -1;
  let index = at + 1;
  if (markAt(tokens, index) === '-' && isGlued(tokens, index) && wordAt(tokens, index + 1).length === 1) index += 2;
  else if (isWord(tokens, index) && isGlued(tokens, index)) {
    if (wordAt(tokens, index).length > 1) return -1;
    index++;
  }
  if (gapBefore(tokens, index) >= LINE || isWide(tokens, index)) return -1;
  const word = wordAt(tokens, index);
  if (UNITS.has(word) && tokens.shape[index] === LOWER && !(DIRECTIONS.has(word) && isOrdinal(tokens, index + 1)))
    return -1;
  return isWord(tokens, index) || isOrdinal(tokens, index) ? index : -1;
}

function isWide(tokens: TokenList, at: number): boolean {
  return startOf(tokens, at) - endOf(tokens, at - 1) > 2;
}

/** `43rd`. */
function isOrdinal(tokens: TokenList, at: number): boolean {
  return isNumber(tokens, at) && isGlued(tokens, at + 1) && ['st', 'nd', 'rd', 'th'].includes(wordAt(tokens, at + 1));
}

/** Index after the word that ends a street's name, or -1. */
function findEnd(tokens: TokenList, first: number): number {
  let index = first;
  for (let words = 0; words < MOST_WORDS; words++) {
    if (gapBefore(tokens, index) >= LINE || (index > first && isWide(tokens, index))) return -1;
    if (isOrdinal(tokens, index)) index += 2;
    else if (!isWord(tokens, index)) return -1;
    else {
      const key = wordAt(tokens, index);
      if (index > first && STREET_ENDS.has(key) && endsStreet(tokens, first, index)) return index + 1;
      if (tokens.shape[index] === UPPER && CLAUSE_WORDS.has(key)) return -1;
      if (!isStreetWord(tokens, index, key) && !isPlainWord(tokens, first, index)) return -1;
      index++;
    }
    if (
      markAt(tokens, index) === '.' &&
      isGlued(tokens, index) &&
      (DIRECTIONS.has(wordAt(tokens, index - 1)) || wordAt(tokens, index - 1) === 'st')
    )
      index++;
    else if (
      (markAt(tokens, index) === "'" || markAt(tokens, index) === '’' || markAt(tokens, index) === '-') &&
      isGlued(tokens, index + 1)
    )
      index++;
  }
  return -1;
}

function isStreetWord(tokens: TokenList, index: number, key: string): boolean {
  if (isCapitalized(tokens, index))
    return (flagsAt(tokens, index) & MEDICAL) === 0 || tokens.shape[index] !== UPPER || DIRECTIONS.has(key);
  return (
    DIRECTIONS.has(key) ||
    (flagsAt(tokens, index) & (COMMON | MEDICAL)) === 0 ||
    (STREET_ENDS.has(key) && !SHORT_ENDS.has(key))
  );
}

/** `1825 GREAT NECK LOOP`: a word of the body that is a word of English besides, behind a long house number. */
function isPlainWord(tokens: TokenList, first: number, index: number): boolean {
  return (
    digitsAt(tokens, first - 1).length >= 3 &&
    isCapitalized(tokens, index) &&
    (flagsAt(tokens, index) & (COMMON | ENGLISH)) !== 0 &&
    !UNITS.has(wordAt(tokens, index))
  );
}

function endsStreet(tokens: TokenList, first: number, index: number): boolean {
  const key = wordAt(tokens, index);
  const further = wordAt(tokens, index + 1);
  if (
    STREET_ENDS.has(further) &&
    gapBefore(tokens, index + 1) === SPACE &&
    isCapitalized(tokens, index + 1) &&
    !isWide(tokens, index + 1)
  )
    return false;
  if (SHORT_ENDS.has(key) && UNITS.has(wordAt(tokens, first))) return false;
  if (SHORT_ENDS.has(key))
    return isCapitalized(tokens, index) && (isCapitalized(tokens, first) || isNumber(tokens, first));
  return (
    isCapitalized(tokens, first) ||
    isNumber(tokens, first) ||
    tokens.shape[index] !== LOWER ||
    (flagsAt(tokens, first) & COMMON) === 0
  );
}

/** `5518 W. Larkspur`: a direction and a name without an ending. */
function directedStreet(tokens: TokenList, first: number): number {
  if (!DIRECTIONS.has(wordAt(tokens, first)) || !isCapitalized(tokens, first)) return -1;
  const name = markAt(tokens, first + 1) === '.' ? first + 2 : first + 1;
  const proper =
    isCapitalized(tokens, name) &&
    tokens.shape[name] !== UPPER &&
    (flagsAt(tokens, name) & MEDICAL) === 0 &&
    gapBefore(tokens, name) === SPACE;
  return proper && markAt(tokens, first + 1) === '.' ? name + 1 : -1;
}

function afterName(tokens: TokenList, end: number): number {
  let index = end;
  while (
    isCapitalized(tokens, index) &&
    gapBefore(tokens, index) === SPACE &&
    index < end + 2 &&
    (flagsAt(tokens, index) & (COMMON | ENGLISH | MEDICAL)) === 0
  )
    index++;
  return afterStreet(tokens, index);
}

/** A direction and the unit behind a street's name. */
function afterStreet(tokens: TokenList, end: number): number {
  let index = end;
  if (
    DIRECTIONS.has(wordAt(tokens, index)) &&
    isCapitalized(tokens, index) &&
    gapBefore(tokens, index) === SPACE &&
    !isWide(tokens, index)
  )
    index++;
  let next = index;
  if (markAt(tokens, next) === '.' && isGlued(tokens, next)) next++;
  if (markAt(tokens, next) === ',') next++;
  if (gapBefore(tokens, next) >= PARAGRAPH) return index;
  if (markAt(tokens, next) === '#') return isNumber(tokens, next + 1) ? next + 2 : index;
  if (!UNIT_WORDS.has(wordAt(tokens, next)) || isWide(tokens, next)) return index;
  next++;
  if (markAt(tokens, next) === '.' || markAt(tokens, next) === '#') next++;
  return unitEnd(tokens, next) ?? index;
}

/** Index after the number of a flat: `12`, `12B`, `B12`, `B-6`, `6-B`, `B`; undefined for anything else. */
function unitEnd(tokens: TokenList, at: number): number | undefined {
  const number = isNumber(tokens, at);
  if (!number && wordAt(tokens, at).length !== 1) return undefined;
  const next = markAt(tokens, at + 1) === '-' && isGlued(tokens, at + 1) ? at + 2 : at + 1;
  if (!isGlued(tokens, next)) return at + 1;
  if (number ? wordAt(tokens, next).length === 1 || isNumber(tokens, next) : isNumber(tokens, next)) return next + 1;
  return at + 1;
}

/** Index after `P.O. Box 4243`, `Rural Route 7, Box 332`, `RR 2 Box 118`, `HC 61 Box 3`, `Calle Luna 48`; or -1. */
export function boxAt(tokens: TokenList, at: number): number {
  const key = wordAt(tokens, at);
  if (key === 'p' || key === 'po' || key === 'post') return postBox(tokens, at, key);
  if (key === 'calle' || key === 'avenida' || key === 'camino') {
    return isCapitalized(tokens, at) &&
      isCapitalized(tokens, at + 1) &&
      isNumber(tokens, at + 2) &&
      gapBefore(tokens, at + 2) === SPACE
      ? at + 3
      : -1;
  }
  if (tokens.shape[at] !== LOWER && (HIGHWAYS.has(key) || key === 'county' || key === 'state')) {
    const named = key === 'county' || key === 'state';
    const number = named ? at + 2 : at + 1;
    if (named && !ROAD_WORDS.has(wordAt(tokens, at + 1))) return -1;
    return isNumber(tokens, number) &&
      gapBefore(tokens, number) === SPACE &&
      digitsAt(tokens, number).length <= 4 &&
      markAt(tokens, at - 1) !== ':'
      ? number + 1
      : -1;
  }
  let index = at + 1;
  if (key === 'rural' && wordAt(tokens, index) === 'route') index++;
  else if (!ROUTES.has(key) || tokens.shape[at] !== UPPER) return -1;
  if (markAt(tokens, index) === '#' || markAt(tokens, index) === '.') index++;
  if (!isNumber(tokens, index) || gapBefore(tokens, index) >= LINE) return -1;
  const next = markAt(tokens, index + 1) === ',' ? index + 2 : index + 1;
  if (wordAt(tokens, next) === 'box' && isNumber(tokens, next + 1)) return unitEnd(tokens, next + 1) ?? next + 2;
  return key === 'rural' ? index + 1 : -1;
}

const ROAD_WORDS = wordSet('road rd route highway hwy');
const ROUTES = wordSet('rr hc psc cmr rfd');
/** On a word that `boxAt` can begin at. */
export const BOX_LEAD = leadWords([
  ...HIGHWAYS,
  ...ROUTES,
  'p',
  'po',
  'post',
  'rural',
  'calle',
  'avenida',
  'camino',
  'county',
  'state',
]);

function postBox(tokens: TokenList, at: number, key: string): number {
  let index = at + 1;
  if (key === 'p') {
    if (markAt(tokens, index) === '.') index++;
    if (wordAt(tokens, index) !== 'o') return -1;
    index++;
    if (markAt(tokens, index) === '.') index++;
  } else if (key === 'post') {
    if (wordAt(tokens, index) !== 'office') return -1;
    index++;
  }
  if (wordAt(tokens, index) !== 'box' && wordAt(tokens, index) !== 'drawer') return -1;
  if (markAt(tokens, index + 1) === '#') index++;
  return isNumber(tokens, index + 1) ? index + 2 : -1;
}

/** Index after `Tamarind St`, `Old Mill Road`: a street without a number, each word with a capital letter; or -1. */
export function namedStreet(tokens: TokenList, at: number): number {
  for (let index = at; index < at + 4; index++) {
    if (!isCapitalized(tokens, index) || (index > at && gapBefore(tokens, index) !== SPACE)) return -1;
    if ((flagsAt(tokens, index) & MEDICAL) !== 0 && !ROADS.has(wordAt(tokens, index))) return -1;
    if (
      index > at &&
      ROADS.has(wordAt(tokens, index)) &&
      !isCapitalized(tokens, index + 1) &&
      tokens.shape[index] !== UPPER
    )
      return index + 1;
  }
  return -1;
}
const ROADS = wordSet('st street ave avenue rd road blvd boulevard lane ln pkwy parkway hwy highway drive terrace');
