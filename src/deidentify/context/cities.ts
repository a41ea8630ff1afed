import type { Detector, Note } from '../detector.ts';
import { ABROAD, CITY, CITY_START, COMMON, ENGLISH, EPONYM, MEDICAL } from '../lexicon/flags.ts';
import { lastOfCapitals, lastOfCity } from '../patterns/addresses.ts';
import { MONTHS, STATES, wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan } from '../span.ts';
import { CAPITAL_LEAD } from '../text/leads.ts';
import {
  endOf,
  flagsAt,
  gapBefore,
  isCapitalized,
  markAt,
  nextLead,
  startOf,
  startsSentence,
  wordAt,
} from '../text/reading.ts';
import { LINE, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { isEponymUse } from './eponyms.ts';
import { NEVER_NAMES } from './person-cues.ts';

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
  'based move moving shelter homeless accident emigrating travel travelling flight originally hails relocating moved commutes commuting travels traveled travelled lives lived living resides born raised flew drove relocated visiting grew returned trip vacation vacationing native up home back immigrated emigrated',
);

function cityAt(tokens: TokenList, at: number): number {
  if (!isCapitalized(tokens, at)) return -1;
  const told = toldPlace(tokens, at);
  if (told !== -1) return told;
  if (startsSentence(tokens, at)) return -1;
  const cue = wordAt(tokens, at - 1);
  if (tokens.shape[at] === UPPER) return upperCity(tokens, at, cue);
  if (
    !PLACE_CUES.has(cue) ||
    gapBefore(tokens, at) > SPACE ||
    MONTHS.has(wordAt(tokens, at)) ||
    NEVER_NAMES.has(wordAt(tokens, at))
  )
    return -1;
  const flags = flagsAt(tokens, at);
  const last = lastOfCity(tokens, at);
  const travels = movesBefore(tokens, at, cue === 'to' ? 6 : 3);
  if ((flags & EPONYM) !== 0 && isEponymUse(tokens, at, at)) return -1;
  if (last === -1) {
    const capitals = travels ? lastOfCapitals(tokens, at) : at;
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
  if (wordAt(tokens, at - 1) === 'and' && isTravelled(tokens, at))
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
  'hospital memorial clinic group system general center centre consultants associates medical health institute regional practice campus infirmary specialists',
);

/** `EMIGRATED FROM DURBAN`, `A SHELTER NEAR PRESQUE ISLE`: in a note of capitals only what the lists know, behind a word of place. */
function upperCity(tokens: TokenList, at: number, cue: string): number {
  if (!PLACE_CUES.has(cue) || gapBefore(tokens, at) > SPACE) return -1;
  const last = lastOfCity(tokens, at);
  if (last === -1 || NEVER_NAMES.has(wordAt(tokens, at)) || MONTHS.has(wordAt(tokens, at))) return -1;
  const rare = last > at || (flagsAt(tokens, at) & (COMMON | ENGLISH | MEDICAL | EPONYM)) === 0;
  return rare && wordAt(tokens, last).length > 3 && (movesBefore(tokens, at, 6) || cue === 'near' || cue === 'outside')
    ? last
    : -1;
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
