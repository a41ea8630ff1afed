import type { Detector, Note } from '../detector.ts';
import { ABROAD, CITY, CITY_START, COMMON, ENGLISH, EPONYM, MEDICAL } from '../lexicon/flags.ts';
import { lastOfCapitals, lastOfCity } from '../patterns/addresses.ts';
import { MONTHS, STATES, wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan } from '../span.ts';
import { isAscii } from '../text/fold.ts';
import { CAPITAL_LEAD } from '../text/leads.ts';
import {
  endOf,
  flagsAt,
  gapBefore,
  isCapitalized,
  isGlued,
  markAt,
  nextLead,
  startOf,
  startsSentence,
  wordAt,
} from '../text/reading.ts';
import { LINE, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { isEponymUse } from './eponyms.ts';
import { GENERIC } from './facility-words.ts';
import { NEVER_NAMES, RELATIVES } from './person-cues.ts';

/** Cities behind a word of place: `commutes from Moscow`, `moved from Tbilisi`, `in Peru`. */
export const cities: Detector = {
  name: 'context',
  detect: ({ tokens }: Note) => {
    const spans: DetectedSpan[] = [];
    for (let at = nextLead(tokens, 0, CAPITAL_LEAD); at < tokens.count; at = nextLead(tokens, at + 1, CAPITAL_LEAD)) {
      const last = cityAt(tokens, at);
      if (last === -1) continue;
      spans.push({
        start: startOf(tokens, at),
        end: endOf(tokens, last),
        type: 'ADDRESS',
        score: 0.75,
        detector: 'context',
      });
      at = last;
    }
    return spans;
  },
};

const PLACE_CUES = wordSet('in from near to at outside around through via of toward visiting leaving');
const SURE_CUES = wordSet('in near from outside');
const MOVES = wordSet(
  'based move moving shelter homeless accident emigrating travel travelling flight originally hails relocating moved commutes commuting travels traveled travelled lives lived living resides born raised flew drove relocated visiting visited grew returned trip trips bus train came comes coming stationed deployed refugee moved staying commute vacation vacationing native up home back immigrated emigrated',
);

/** Where one was treated: behind them `in` leads to a town. */
const TREATED = wordSet(
  'care hospital er clinic hospitalized hospitalised surgery treated pharmacy attorney home house farm ranch property family friends',
);
const COMMUTES = wordSet('commutes commuting commute');
/** Last words of towns whose other words are words of English: `Rock Springs`. */
const TOWN_ENDS = wordSet(
  'springs falls rapids hills plains rivers creek grove heights valley ridge harbor haven mills junction landing bluff bluffs beach city lakes island lake forks mound township village ferry',
);

function cityAt(tokens: TokenList, at: number): number {
  if (!isCapitalized(tokens, at)) return -1;
  const told = toldPlace(tokens, at);
  if (told !== -1) return told;
  if (startsSentence(tokens, at)) return -1;
  const cue = wordAt(tokens, at - 1);
  if (tokens.shape[at] === UPPER) return upperCity(tokens, at, cue);
  if ((!PLACE_CUES.has(cue) && !VISITS.has(cue)) || gapBefore(tokens, at) > SPACE || MONTHS.has(wordAt(tokens, at)))
    return -1;
  const strange = !isAscii(tokens.text, startOf(tokens, at), endOf(tokens, at));
  const flags = strange ? 0 : flagsAt(tokens, at);
  const last = lastOfCity(tokens, at);
  const plain = (flags & (COMMON | ENGLISH | MEDICAL)) !== 0 && last === -1;
  const travels = movesBefore(tokens, at, cue === 'to' ? 6 : 3) || (!plain && isStayBefore(tokens, at, cue));
  if (NEVER_NAMES.has(wordAt(tokens, at)) && !strange && !isNameAfterAll(tokens, at, travels)) return -1;
  const whole = wholePlace(tokens, at);
  if (
    whole > at &&
    (isGlued(tokens, at + 1) || isGlued(tokens, whole)) &&
    (travels || SURE_CUES.has(cue)) &&
    last < whole
  ) {
    if ((flags & (MEDICAL | EPONYM)) === 0 || travels || SMALL_PARTS.has(wordAt(tokens, at + 2))) return whole;
  }
  if (last < whole && TOWN_ENDS.has(wordAt(tokens, whole)) && (flags & MEDICAL) === 0) return whole;
  if ((flags & EPONYM) !== 0 && isEponymUse(tokens, at, at)) return -1;
  if (last === -1) {
    const capitals = travels ? lastOfCapitals(tokens, at) : at;
    if (GENERIC.has(wordAt(tokens, at)) && GENERIC.has(wordAt(tokens, capitals))) return -1;
    if (capitals > at && (flags & MEDICAL) === 0) return capitals;
    return travels && (flags & (CITY_START | COMMON | MEDICAL)) === 0 ? at : -1;
  }
  if (
    isPostalState(tokens, last + 1) &&
    (cue === 'to' || cue === 'in' || cue === 'from' || cue === 'near' || cue === 'of')
  )
    return last;
  if (!travels && !SURE_CUES.has(cue)) return -1;
  if (last === at && (flags & MEDICAL) !== 0 && !travels && !closesHere(tokens, at)) return -1;
  const runsOn = isCapitalized(tokens, last + 1) && gapBefore(tokens, last + 1) === SPACE;
  if (runsOn && !travels && last === at) return -1;
  return (flags & (CITY | ABROAD)) !== 0 || last > at || travels ? overParticles(tokens, last) : -1;
}

const VISITS = wordSet('visited toured');

/** `An uncle in`, `urgent care in`, `attorney Varga of`: whose place follows. */
function isStayBefore(tokens: TokenList, at: number, cue: string): boolean {
  if (VISITS.has(cue)) return true;
  if (cue !== 'in' && cue !== 'near' && cue !== 'from') return false;
  const before = wordAt(tokens, at - 2);
  return TREATED.has(before) || (RELATIVES.has(before) && cue !== 'from');
}

/** A word that is no one's name by itself and begins one here: `Cross Hills`, `Puerto Vallarta`, `commutes from Brazil`. */
function isNameAfterAll(tokens: TokenList, at: number, travels: boolean): boolean {
  if (!travels) return TOWN_ENDS.has(wordAt(tokens, at + 1)) && isCapitalized(tokens, at + 1);
  if (COMMUTES.has(wordAt(tokens, at - 2))) return true;
  const next = wordAt(tokens, at + 1);
  return isCapitalized(tokens, at + 1) && gapBefore(tokens, at + 1) === SPACE && !NEVER_NAMES.has(next);
}

/** Last token of capitalised words joined by blanks, hyphens, apostrophes and small foreign words: `Port-au-Prince`, `Coeur d'Alene`. */
function wholePlace(tokens: TokenList, at: number): number {
  let last = at;
  for (let words = 0; words < 4; words++) {
    let next = last + 1;
    if (isJoint(tokens, next)) next++;
    if (gapBefore(tokens, next) > SPACE) break;
    if (SMALL_PARTS.has(wordAt(tokens, next)) && !isCapitalized(tokens, next)) {
      next++;
      if (isJoint(tokens, next)) next++;
    }
    if (!isCapitalized(tokens, next) || gapBefore(tokens, next) > SPACE || MONTHS.has(wordAt(tokens, next))) break;
    if (isPostalState(tokens, next)) break;
    last = next;
  }
  return last;
}

const SMALL_PARTS = wordSet('d l au aux de du des la le les sur sous upon on del di da do dos das am an der');

function isJoint(tokens: TokenList, at: number): boolean {
  const mark = markAt(tokens, at);
  return (
    (mark === '-' || mark === "'" || mark === '’' || mark === '‑') && isGlued(tokens, at) && isGlued(tokens, at + 1)
  );
}

/** The place ends its clause: a stop, a comma, `on` and a date. */
function closesHere(tokens: TokenList, at: number): boolean {
  const next = wordAt(tokens, at + 1);
  return (
    (next === '' && markAt(tokens, at + 1) !== '-') ||
    next === 'on' ||
    next === 'and' ||
    next === 'with' ||
    next === 'for' ||
    next === 'since' ||
    next === 'last' ||
    next === 'in'
  );
}

/** A word of moving or staying a few words before, in the same sentence. */
function movesBefore(tokens: TokenList, at: number, reach: number): boolean {
  for (let before = at - 2; before >= at - reach && before >= 0; before--) {
    if (MOVES.has(wordAt(tokens, before))) return true;
    if (markAt(tokens, before) === '.') return false;
  }
  return false;
}

/** `Travel: Chittagong and Oran`, `Town: Orange`, `… Memorial, Enid.`: a place by its label, or behind a facility. */
function toldPlace(tokens: TokenList, at: number): number {
  if (markAt(tokens, at - 1) === ':' && gapBefore(tokens, at) === SPACE) {
    const label = wordAt(tokens, at - 2);
    if (TRAVEL.has(label)) return overParticles(tokens, Math.max(lastOfCity(tokens, at), lastOfCapitals(tokens, at)));
    if (!TOWNS.has(label) || gapBefore(tokens, at - 2) < LINE) return -1;
    return Math.max(lastOfCity(tokens, at), lastOfCapitals(tokens, at));
  }
  if ((wordAt(tokens, at - 1) === 'and' || markAt(tokens, at - 1) === ',') && isTravelled(tokens, at))
    return Math.max(lastOfCity(tokens, at), lastOfCapitals(tokens, at));
  if (markAt(tokens, at - 1) !== ',' || gapBefore(tokens, at) !== SPACE || !FACILITY_ENDS.has(wordAt(tokens, at - 2)))
    return -1;
  if (!isCapitalized(tokens, at - 2)) return -1;
  const last = lastOfCity(tokens, at);
  const closes =
    markAt(tokens, last + 1) === '.' || markAt(tokens, last + 1) === ',' || gapBefore(tokens, last + 1) >= LINE;
  return last !== -1 && closes ? last : -1;
}

/** `Travel: Bath and …` a few tokens before. */
function isTravelled(tokens: TokenList, at: number): boolean {
  for (let before = at - 2; before > at - 7; before--)
    if (markAt(tokens, before) === ':') return TRAVEL.has(wordAt(tokens, before - 1));
    else if (!isCapitalized(tokens, before)) return false;
  return false;
}

const TRAVEL = wordSet('travel travels trips');
const TOWNS = wordSet('town city birthplace hometown municipality village parish');
const FACILITY_ENDS = wordSet(
  'hospital memorial clinic group system general center centre consultants associates medical health institute regional practice campus infirmary specialists va care hospice rehab wellness',
);

/** `EMIGRATED FROM DURBAN`, `A SHELTER NEAR PRESQUE ISLE`: in a note of capitals only what the lists know, behind a word of place. */
function upperCity(tokens: TokenList, at: number, cue: string): number {
  if (!PLACE_CUES.has(cue) || gapBefore(tokens, at) > SPACE) return -1;
  const last = lastOfCity(tokens, at);
  if (last === -1 || NEVER_NAMES.has(wordAt(tokens, at)) || MONTHS.has(wordAt(tokens, at))) return -1;
  const rare = last > at || (flagsAt(tokens, at) & (COMMON | ENGLISH | MEDICAL | EPONYM)) === 0;
  const led = movesBefore(tokens, at, 6) || isStayBefore(tokens, at, cue) || cue === 'near' || cue === 'outside';
  return rare && wordAt(tokens, last).length > 3 && led ? last : -1;
}

/** `Will move to Ocala FL`. */
function isPostalState(tokens: TokenList, at: number): boolean {
  return tokens.shape[at] === UPPER && STATES.has(wordAt(tokens, at)) && gapBefore(tokens, at) === SPACE;
}

/** `Santiago de los Caballeros`. */
function overParticles(tokens: TokenList, last: number): number {
  let at = last + 1;
  while (at < last + 3 && SPANISH.has(wordAt(tokens, at)) && gapBefore(tokens, at) === SPACE) at++;
  return at > last + 1 && isCapitalized(tokens, at) && gapBefore(tokens, at) === SPACE ? at : last;
}
const SPANISH = wordSet('de del la las los el');
