import type { Detector, Note } from '../detector.ts';
import { ABROAD, CITY, CITY_START, COMMON, EPONYM, MEDICAL } from '../lexicon/flags.ts';
import { lastOfCity } from '../patterns/addresses.ts';
import { MONTHS, wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan } from '../span.ts';
import {
  endOf,
  flagsAt,
  gapBefore,
  isCapitalized,
  isWord,
  markAt,
  startOf,
  startsSentence,
  wordAt,
} from '../text/reading.ts';
import { SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { isEponymUse } from './eponyms.ts';
import { NEVER_NAMES } from './person-cues.ts';

/** Cities behind a word of place: `commutes from Moscow`, `moved from Tbilisi`, `in Peru`. */
export const cities: Detector = {
  name: 'context',
  detect: ({ tokens }: Note) => {
    const spans: DetectedSpan[] = [];
    for (let at = 0; at < tokens.count; at++) {
      if (!isWord(tokens, at)) continue;
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
  'moved commutes commuting travels traveled travelled lives lived living resides born raised flew drove relocated visiting grew returned trip vacation vacationing native up home back immigrated emigrated',
);

function cityAt(tokens: TokenList, at: number): number {
  if (!isCapitalized(tokens, at) || tokens.shape[at] === UPPER || startsSentence(tokens, at)) return -1;
  const cue = wordAt(tokens, at - 1);
  if (
    !PLACE_CUES.has(cue) ||
    gapBefore(tokens, at) > SPACE ||
    MONTHS.has(wordAt(tokens, at)) ||
    NEVER_NAMES.has(wordAt(tokens, at))
  )
    return -1;
  const flags = flagsAt(tokens, at);
  const last = lastOfCity(tokens, at);
  const travels = MOVES.has(wordAt(tokens, at - 2)) || MOVES.has(wordAt(tokens, at - 3));
  if ((flags & EPONYM) !== 0 && isEponymUse(tokens, at, at)) return -1;
  if (last === -1) return travels && (flags & (CITY_START | COMMON | MEDICAL)) === 0 ? at : -1;
  if (!travels && !SURE_CUES.has(cue)) return -1;
  if (last === at && (flags & MEDICAL) !== 0 && !travels && !closesHere(tokens, at)) return -1;
  const runsOn = isCapitalized(tokens, last + 1) && gapBefore(tokens, last + 1) === SPACE;
  if (runsOn && !travels && last === at) return -1;
  return (flags & (CITY | ABROAD)) !== 0 || last > at || travels ? last : -1;
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
