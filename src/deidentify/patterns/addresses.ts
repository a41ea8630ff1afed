import type { Detector, Note } from '../detector.ts';
import { ABROAD, CITY, CITY_START, COMMON } from '../lexicon/flags.ts';
import { lookUp } from '../lexicon/lexicon.ts';
import type { DetectedSpan } from '../span.ts';
import {
  digitsAt,
  endOf,
  flagsAt,
  gapBefore,
  isCapitalized,
  isGlued,
  isNumber,
  isWord,
  markAt,
  startOf,
  wordAt,
} from '../text/reading.ts';
import { LINE, LOWER, PARAGRAPH, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { STATE_NAMES, STATES, UNITS, wordSet } from './vocabulary.ts';

/** Streets, boxes, cities before a state, and ZIP codes. */
export const addresses: Detector = {
  name: 'patterns',
  detect: ({ tokens }: Note) => new AddressFinder(tokens).run(),
};

const STREET_ENDS = wordSet(`
street st avenue ave av boulevard blvd road rd drive dr lane ln court ct circle cir way place pl terrace ter parkway pkwy highway hwy trail trl
square sq loop alley aly turnpike tpke pike crossing xing run path row crescent cres commons green heights hts ridge bend landing plaza
point pointe cove cv estates grove glen hollow manor meadow meadows park pass summit trace view vista walk wharf expressway expy freeway fwy byway causeway close extension
`);
/** Endings that are also words of a note: `3 Drive`, `2 Point`. They need a capital letter and two words before. */
const SHORT_ENDS = wordSet(
  'dr st ct pl run park point view row path way square pass place loop green bend cove close walk extension ridge heights circle court trace summit plaza',
);
const STREET_STARTS = wordSet('calle avenida via camino rue paseo avenue route');
const DIRECTIONS = wordSet('n s e w ne nw se sw north south east west northeast northwest southeast southwest');
const UNIT_WORDS = wordSet(
  'unit apt apartment suite ste room rm floor fl lot bldg building trailer trlr space spc no box',
);
const ORDINAL_STREETS = wordSet('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth');

class AddressFinder {
  readonly #tokens: TokenList;
  readonly #spans: DetectedSpan[] = [];

  constructor(tokens: TokenList) {
    this.#tokens = tokens;
  }

  run(): DetectedSpan[] {
    const tokens = this.#tokens;
    for (let at = 0; at < tokens.count; at++) {
      const end = isNumber(tokens, at) ? this.#fromNumber(at) : isWord(tokens, at) ? this.#fromWord(at) : -1;
      if (end > at) at = end - 1;
    }
    return this.#spans;
  }

  #fromNumber(at: number): number {
    const tokens = this.#tokens;
    const street = this.#street(at);
    if (street !== -1) return this.#emitStreet(at, street);
    if (digitsAt(tokens, at).length === 5) return this.#zip(at);
    return -1;
  }

  /** `2037 N. Division St`, `4872 Calle Luna`, `12 West 4th Street`: index after the street, or -1. */
  #street(at: number): number {
    const tokens = this.#tokens;
    if (digitsAt(tokens, at).length > 6 || (UNITS.has(wordAt(tokens, at + 1)) && tokens.shape[at + 1] === LOWER))
      return -1;
    let index = at + 1;
    if (isWord(tokens, index) && isGlued(tokens, index) && wordAt(tokens, index).length > 1) return -1;
    if (isWord(tokens, index) && isGlued(tokens, index)) index++;
    let words = 0;
    while (index < tokens.count && words < 6 && gapBefore(tokens, index) < LINE) {
      const key = wordAt(tokens, index);
      if (
        (key === '' && isNumber(tokens, index) && words === 0) ||
        (isNumber(tokens, index) && wordAt(tokens, index + 1).length === 2)
      ) {
        index += isWord(tokens, index + 1) && isGlued(tokens, index + 1) ? 2 : 1;
        words++;
        continue;
      }
      if (markAt(tokens, index) === '.' && isGlued(tokens, index) && wordAt(tokens, index - 1).length <= 2) {
        index++;
        continue;
      }
      if (markAt(tokens, index) === "'" || markAt(tokens, index) === '’' || markAt(tokens, index) === '-') {
        index++;
        continue;
      }
      if (key === '' || !this.#isStreetWord(index, key)) return -1;
      if (words === 0 && STREET_STARTS.has(key) && isCapitalized(tokens, index + 1)) return this.#afterNamed(index + 2);
      if (words === 0 && HIGHWAYS.has(key) && isNumber(tokens, index + 1)) return index + 2;
      if (words > 0 && STREET_ENDS.has(key) && this.#endsStreet(at, index, words)) return this.#afterStreet(index + 1);
      words++;
      index++;
    }
    return -1;
  }

  #isStreetWord(index: number, key: string): boolean {
    return (
      isCapitalized(this.#tokens, index) ||
      STREET_ENDS.has(key) ||
      DIRECTIONS.has(key) ||
      ORDINAL_STREETS.has(key) ||
      (flagsAt(this.#tokens, index) & COMMON) === 0
    );
  }

  #endsStreet(at: number, index: number, words: number): boolean {
    const tokens = this.#tokens;
    const further = wordAt(tokens, index + 1);
    if (
      STREET_ENDS.has(further) &&
      gapBefore(tokens, index + 1) === SPACE &&
      isCapitalized(tokens, index + 1) &&
      !DIRECTIONS.has(further)
    )
      return false;
    if (!SHORT_ENDS.has(wordAt(tokens, index)))
      return isCapitalized(tokens, at + 1) || isCapitalized(tokens, index) || isNumber(tokens, at + 1) || words > 1;
    return isCapitalized(tokens, index) && (isCapitalized(tokens, at + 1) || isNumber(tokens, at + 1));
  }

  #afterNamed(end: number): number {
    const tokens = this.#tokens;
    let index = end;
    while (isCapitalized(tokens, index) && gapBefore(tokens, index) === SPACE && index < end + 2) index++;
    return this.#afterStreet(index);
  }

  /** A stop of the abbreviation, a direction, and the unit. */
  #afterStreet(end: number): number {
    const tokens = this.#tokens;
    let index = end;
    if (DIRECTIONS.has(wordAt(tokens, index)) && tokens.shape[index] === UPPER && gapBefore(tokens, index) === SPACE)
      index++;
    let next = index;
    if (markAt(tokens, next) === '.' && isGlued(tokens, next)) next++;
    if (markAt(tokens, next) === ',') next++;
    if (gapBefore(tokens, next) >= PARAGRAPH) return index;
    if (markAt(tokens, next) === '#') return isNumber(tokens, next + 1) ? next + 2 : index;
    if (!UNIT_WORDS.has(wordAt(tokens, next))) return index;
    next++;
    if (markAt(tokens, next) === '.' || markAt(tokens, next) === '#') next++;
    if (isNumber(tokens, next)) return isWord(tokens, next + 1) && isGlued(tokens, next + 1) ? next + 2 : next + 1;
    return wordAt(tokens, next).length === 1
      ? isNumber(tokens, next + 1) && isGlued(tokens, next + 1)
        ? next + 2
        : next + 1
      : index;
  }

  #emitStreet(at: number, end: number): number {
    this.#emit(at, end);
    const city = this.#cityAfter(end);
    return city === -1 ? end : city;
  }

  /** `…, Sioux Falls`: a city right behind a street, on this line or the next. */
  #cityAfter(end: number): number {
    const tokens = this.#tokens;
    let index = end;
    if (markAt(tokens, index) === '.') index++;
    if (markAt(tokens, index) === ',') index++;
    else if (gapBefore(tokens, index) !== LINE) return -1;
    if (wordAt(tokens, index) === 'in') index++;
    if (gapBefore(tokens, index) >= PARAGRAPH || !isCapitalized(tokens, index)) return -1;
    const last = lastOfCity(tokens, index);
    const closing = last === -1 ? lastOfCapitals(tokens, index) : last;
    const known = last !== -1 || isState(tokens, closing + 2) || isState(tokens, closing + 1);
    if (!known) return -1;
    this.#emit(index, closing + 1);
    return closing + 1;
  }

  #fromWord(at: number): number {
    const tokens = this.#tokens;
    const key = wordAt(tokens, at);
    const box = this.#box(at, key);
    if (box !== -1) return this.#emitStreet(at, box);
    if (!isCapitalized(tokens, at)) return -1;
    if (
      STREET_STARTS.has(key) &&
      key !== 'route' &&
      key !== 'via' &&
      key !== 'avenue' &&
      isCapitalized(tokens, at + 1) &&
      isNumber(tokens, at + 2)
    )
      return this.#emitStreet(at, at + 3);
    return this.#cityAndState(at);
  }

  /** `P.O. Box 4243`, `Rural Route 7, Box 332`, `RR 2 Box 118`, `HC 61`, `PSC 3 Box 12`. */
  #box(at: number, key: string): number {
    const tokens = this.#tokens;
    let index = at;
    if (key === 'p' || key === 'po' || key === 'post') {
      index++;
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
      return isNumber(tokens, index + 1)
        ? index + 2
        : markAt(tokens, index + 1) === '#' && isNumber(tokens, index + 2)
          ? index + 3
          : -1;
    }
    if (key === 'rural' && wordAt(tokens, at + 1) === 'route') index = at + 2;
    else if (key === 'rr' || key === 'hc' || key === 'psc' || key === 'cmr' || key === 'rfd') index = at + 1;
    else return -1;
    if (markAt(tokens, index) === '#' || markAt(tokens, index) === '.') index++;
    if (!isNumber(tokens, index)) return -1;
    let next = index + 1;
    if (markAt(tokens, next) === ',') next++;
    if (wordAt(tokens, next) === 'box' && isNumber(tokens, next + 1)) return next + 2;
    return key === 'rural' ? index + 1 : -1;
  }

  /** `Sioux Falls, SD`, `Bend, Oregon`, `Temple TX 76501`. */
  #cityAndState(at: number): number {
    const tokens = this.#tokens;
    if (gapBefore(tokens, at) === 0 && at > 0 && isWord(tokens, at - 1)) return -1;
    const known = lastOfCity(tokens, at);
    const last = known === -1 ? lastOfCapitals(tokens, at) : known;
    let state = last + 1;
    const comma = markAt(tokens, state) === ',';
    if (comma) state++;
    if (gapBefore(tokens, state) >= LINE || !isState(tokens, state)) return -1;
    const zip = digitsAt(tokens, state + 1).length === 5 && gapBefore(tokens, state + 1) < LINE;
    if (!comma && !zip) return -1;
    if (
      known === -1 &&
      !zip &&
      (flagsAt(tokens, at) & (CITY | CITY_START)) === 0 &&
      !PLACE_CUES.has(wordAt(tokens, at - 1))
    )
      return -1;
    if (tokens.shape[state] === UPPER && NOT_STATES.has(wordAt(tokens, state)) && !zip && known === -1) return -1;
    this.#emit(at, last + 1);
    if (zip) this.#emitZip(state + 1);
    return state + 1;
  }

  #zip(at: number): number {
    const tokens = this.#tokens;
    const before = at - 1;
    const afterState =
      isState(tokens, before) &&
      gapBefore(tokens, at) < LINE &&
      (markAt(tokens, before - 1) === ',' || isCapitalized(tokens, before - 1));
    const labelled =
      wordAt(tokens, before) === 'zip' ||
      (wordAt(tokens, before) === 'code' &&
        (wordAt(tokens, before - 1) === 'zip' || wordAt(tokens, before - 1) === 'postal')) ||
      (markAt(tokens, before) === ':' &&
        (wordAt(tokens, before - 1) === 'zip' || wordAt(tokens, before - 1) === 'zipcode'));
    const plusFour =
      markAt(tokens, at + 1) === '-' &&
      digitsAt(tokens, at + 2).length === 4 &&
      isGlued(tokens, at + 2) &&
      isGlued(tokens, at + 1) &&
      !isGlued(tokens, at);
    if (!afterState && !labelled && !plusFour) return -1;
    return this.#emitZip(at);
  }

  #emitZip(at: number): number {
    const tokens = this.#tokens;
    const plusFour = markAt(tokens, at + 1) === '-' && digitsAt(tokens, at + 2).length === 4 && isGlued(tokens, at + 2);
    const end = plusFour ? at + 3 : at + 1;
    this.#emit(at, end);
    return end;
  }

  #emit(first: number, end: number): void {
    this.#spans.push({
      start: startOf(this.#tokens, first),
      end: endOf(this.#tokens, end - 1),
      type: 'ADDRESS',
      score: 0.9,
      detector: 'patterns',
    });
  }
}

const HIGHWAYS = wordSet('highway hwy route rte us state county fm sr cr interstate');
const PLACE_CUES = wordSet('in from to near of at outside toward around');
/** State codes that are common abbreviations of medicine. */
const NOT_STATES = wordSet('pa md ma ms or id in hi me ok la co al');

/** Last token of a city of the lexicon that begins at a token, or -1; tries three words, two, one. */
export function lastOfCity(tokens: TokenList, at: number): number {
  const flags = flagsAt(tokens, at);
  let index = at;
  let phrase = wordAt(tokens, at);
  let last = (flags & (CITY | ABROAD)) !== 0 ? at : -1;
  if ((flags & CITY_START) === 0 && phrase !== 'st') return last;
  for (let words = 2; words <= 4; words++) {
    index++;
    if (markAt(tokens, index) === '.' || markAt(tokens, index) === '-') index++;
    const key = wordAt(tokens, index);
    if (
      key === '' ||
      gapBefore(tokens, index) >= LINE ||
      !(isCapitalized(tokens, index) || key === 'of' || key === 'de' || key === 'es')
    )
      break;
    phrase += ` ${key}`;
    if ((lookUp(phrase) & (CITY | ABROAD)) !== 0) last = index;
    else if (phrase.startsWith('st ') && (lookUp(`saint${phrase.slice(2)}`) & CITY) !== 0) last = index;
  }
  return last;
}

/** Last of up to three capitalised words on one line. */
export function lastOfCapitals(tokens: TokenList, at: number): number {
  let last = at;
  for (let words = 1; words < 3; words++) {
    if (!isCapitalized(tokens, last + 1) || gapBefore(tokens, last + 1) !== SPACE || isState(tokens, last + 1)) break;
    last++;
  }
  return last;
}

/** A state by its postal code in capitals, or by its name. */
export function isState(tokens: TokenList, at: number): boolean {
  const key = wordAt(tokens, at);
  if (tokens.shape[at] === UPPER && key.length === 2) return STATES.has(key);
  if (!isCapitalized(tokens, at)) return false;
  if (STATE_NAMES.has(key)) return true;
  const next = wordAt(tokens, at + 1);
  return (
    (key === 'new' && (next === 'york' || next === 'jersey' || next === 'mexico' || next === 'hampshire')) ||
    ((key === 'north' || key === 'south') && (next === 'carolina' || next === 'dakota')) ||
    (key === 'west' && next === 'virginia') ||
    (key === 'rhode' && next === 'island')
  );
}
