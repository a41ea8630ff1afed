import { COMMON, ENGLISH, EPONYM, GIVEN, MEDICAL } from '../lexicon/flags.ts';
import type { DetectedSpan } from '../span.ts';
import { endOf, flagsAt, gapBefore, isCapitalized, isWord, startOf, wordAt } from '../text/reading.ts';
import { CAPITAL, LINE, LOWER, type TokenList } from '../text/token-list.ts';
import { isEponymUse } from './eponyms.ts';
import { standsForPerson } from './meaning.ts';
import { CREDENTIALS, NEVER_NAMES, PARTICLES, RELATIVES } from './person-cues.ts';

/** From this score on a name is trusted so far that its words are names in the whole note. */
const TRUSTED = 0.85;

/** Who is named once with good evidence is named everywhere: `Dr. Laskaris` makes `Laskaris and colleagues` a person. */
export function carriedNames(tokens: TokenList, spans: readonly DetectedSpan[]): DetectedSpan[] {
  const covered = new Uint8Array(tokens.count);
  const known = collect(tokens, spans, covered);
  const carried: DetectedSpan[] = [];
  if (known.size === 0) return carried;
  for (let at = 0; at < tokens.count; at++) {
    if (covered[at] === 1 || !isWord(tokens, at) || isSmallWord(tokens, at)) continue;
    if (!known.has(wordAt(tokens, at)) || !isPerson(tokens, at)) continue;
    carried.push({ start: startOf(tokens, at), end: endOf(tokens, at), type: 'NAME', score: 0.7, detector: 'context' });
  }
  return carried;
}

/** Words of the trusted names; marks the tokens of all names. */
function collect(tokens: TokenList, spans: readonly DetectedSpan[], covered: Uint8Array): Set<string> {
  const known = new Set<string>();
  let at = 0;
  for (const { start, end, score } of spans.toSorted((a, b) => a.start - b.start)) {
    while (at > 0 && startOf(tokens, at) > start) at--;
    while (at < tokens.count && startOf(tokens, at) < start) at++;
    for (; at < tokens.count && endOf(tokens, at) <= end; at++) {
      covered[at] = 1;
      if (score >= TRUSTED && isTelling(tokens, at)) known.add(wordAt(tokens, at));
    }
  }
  return known;
}

function isTelling(tokens: TokenList, at: number): boolean {
  const key = wordAt(tokens, at);
  if (key.length < 2 || PARTICLES.has(key) || CREDENTIALS.has(key) || NEVER_NAMES.has(key) || RELATIVES.has(key))
    return false;
  return key.length > 3 || (flagsAt(tokens, at) & COMMON) === 0;
}

/** A word of English or medicine, or an eponym, in small letters: no one's name, whoever is called so. */
function isSmallWord(tokens: TokenList, at: number): boolean {
  return tokens.shape[at] === LOWER && (flagsAt(tokens, at) & (COMMON | ENGLISH | MEDICAL | EPONYM)) !== 0;
}

function isPerson(tokens: TokenList, at: number): boolean {
  const flags = flagsAt(tokens, at);
  const word = (flags & (COMMON | ENGLISH | MEDICAL)) !== 0;
  if (tokens.shape[at] === LOWER) return wordAt(tokens, at).length >= 5;
  if (wordAt(tokens, at).length < 4 && tokens.shape[at] !== CAPITAL) return !word;
  if ((flags & EPONYM) !== 0 && isEponymUse(tokens, at, at)) return false;
  // `Hand Exam`: a word of English in a heading, or before another capitalised one, may be itself.
  const next = isCapitalized(tokens, at + 1) && gapBefore(tokens, at + 1) < LINE;
  if (word && (flags & GIVEN) === 0 && next) return false;
  return standsForPerson(tokens, at, flags);
}
