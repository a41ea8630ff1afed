import type { Detector, Note } from '../detector.ts';
import { ABROAD, CITY, CITY_START } from '../lexicon/flags.ts';
import { lookUp } from '../lexicon/lexicon.ts';
import type { DetectedSpan } from '../span.ts';
import { CAPITAL_LEAD, NUMBER_LEAD } from '../text/leads.ts';
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
  nextLead,
  startOf,
  wordAt,
} from '../text/reading.ts';
import { LINE, LOWER, PARAGRAPH, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { caseOf } from '../text/note-case.ts';
import { BOX_LEAD, boxAt, namedStreet, streetAt } from './streets.ts';
import { STATE_NAMES, STATES, wordSet } from './vocabulary.ts';

/** Streets, boxes, cities before a state, and ZIP codes. */
export const addresses: Detector = {
  name: 'patterns',
  detect: ({ tokens }: Note) => new AddressFinder(tokens).run(),
};

class AddressFinder {
  readonly #tokens: TokenList;
  readonly #spans: DetectedSpan[] = [];

  constructor(tokens: TokenList) {
    this.#tokens = tokens;
  }

  run(): DetectedSpan[] {
    const tokens = this.#tokens;
    for (let at = nextLead(tokens, 0, LEADS); at < tokens.count; at = nextLead(tokens, at + 1, LEADS)) {
      const end = isNumber(tokens, at) ? this.#fromNumber(at) : this.#fromWord(at);
      if (end > at) at = end - 1;
    }
    return this.#spans;
  }

  #fromNumber(at: number): number {
    const tokens = this.#tokens;
    const street = streetAt(this.#tokens, at);
    if (street !== -1) return this.#emitStreet(at, street);
    if (digitsAt(tokens, at).length === 5) return this.#zip(at);
    return -1;
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
    if (gapBefore(tokens, index) >= PARAGRAPH) return -1;
    if (!isCapitalized(tokens, index)) return this.#smallCity(index);
    const last = lastOfCity(tokens, index);
    const closing = last === -1 ? lastOfCapitals(tokens, index) : last;
    const known = last !== -1 || isState(tokens, closing + 2) || isState(tokens, closing + 1);
    if (!known) return -1;
    this.#emit(index, closing + 1);
    return closing + 1;
  }

  /** `po box 982, reading`: in small letters only one of the lists, to the end of its line or clause. */
  #smallCity(at: number): number {
    const tokens = this.#tokens;
    for (let last = at + 2; last >= at; last--) {
      let phrase = wordAt(tokens, at);
      for (let index = at + 1; index <= last; index++) phrase += ` ${wordAt(tokens, index)}`;
      const mark = markAt(tokens, last + 1);
      const closes = mark === ',' || mark === '.' || gapBefore(tokens, last + 1) >= LINE;
      if (!closes || (lookUp(phrase) & CITY) === 0) continue;
      this.#emit(at, last + 1);
      return last + 1;
    }
    return -1;
  }

  #fromWord(at: number): number {
    const tokens = this.#tokens;
    const capital = tokens.shape[at] !== LOWER;
    const box = ((tokens.leads[at] ?? 0) & BOX_LEAD) === 0 ? -1 : boxAt(tokens, at);
    if (box !== -1) return this.#emitStreet(at, box);
    if (!capital) return -1;
    const cue = wordAt(tokens, at - 1);
    if (STREET_CUES.has(cue)) {
      const street = namedStreet(tokens, at);
      if (street !== -1) {
        this.#emit(at, street);
        return street;
      }
      if (cue === 'of' && wordAt(tokens, at - 2) === 'corner') return this.#corner(at);
    }
    return this.#cityAndState(at);
  }

  /** `Sioux Falls, SD`, `Bend, Oregon`, `Temple TX 76501`. */
  #cityAndState(at: number): number {
    const tokens = this.#tokens;
    if (gapBefore(tokens, at) === 0 && at > 0 && isWord(tokens, at - 1)) return -1;
    // Most capitalised words stand before a small one, and before no state.
    if (isWord(tokens, at + 1) && tokens.shape[at + 1] === LOWER) return -1;
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
    if (wordAt(tokens, state) === 'id' && zip && isNumberOfPerson(tokens, at, state + 1)) return -1;
    if (tokens.shape[state] === UPPER && NOT_STATES.has(wordAt(tokens, state)) && !zip && known === -1) return -1;
    this.#emit(at, last + 1);
    if (zip) this.#emitZip(state + 1);
    return state + 1;
  }

  /** `the corner of Fifth and Alder`. */
  #corner(at: number): number {
    const tokens = this.#tokens;
    const first = lastOfCapitals(tokens, at) + 1;
    if (wordAt(tokens, first) !== 'and' || !isCapitalized(tokens, first + 1)) return -1;
    const end = lastOfCapitals(tokens, first + 1) + 1;
    this.#emit(at, first);
    this.#emit(first + 1, end);
    return end;
  }

  #zip(at: number): number {
    const tokens = this.#tokens;
    const before = at - 1;
    const afterState =
      isState(tokens, before) &&
      gapBefore(tokens, at) < LINE &&
      (markAt(tokens, before - 1) === ',' || isCapitalized(tokens, before - 1));
    const small =
      STATES.has(wordAt(tokens, before)) && markAt(tokens, before - 1) === ',' && caseOf(tokens) === 'small';
    const labelled =
      small ||
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

const LEADS = NUMBER_LEAD | CAPITAL_LEAD | BOX_LEAD;
const STREET_CUES = wordSet('on off along of');
const PLACE_CUES = wordSet('in from to near of at outside toward around');
/** State codes that are common abbreviations of medicine. */
const NOT_STATES = wordSet('pa md ma ms or id in hi me ok la co al');

/** `Interpreter Omar, ID 89601`: Idaho's ZIP codes begin with 83, and who has a number of a badge is no city. */
function isNumberOfPerson(tokens: TokenList, at: number, zip: number): boolean {
  return (
    !digitsAt(tokens, zip).startsWith('83') || BEARERS.has(wordAt(tokens, at)) || BEARERS.has(wordAt(tokens, at - 1))
  );
}
const BEARERS = wordSet(
  'interpreter translator officer deputy agent member subscriber employee patient client nurse provider driver dictation job study case badge document specimen image',
);

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
