import { FAMILY, GIVEN, MEDICAL, NAME } from '../lexicon/flags.ts';
import { flagsAt, gapBefore, isCapitalized, isGlued, markAt, wordAt } from '../text/reading.ts';
import { SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { CAPITAL_PARTICLES, NEVER_NAMES, PARTICLES } from './person-cues.ts';
import { WORD_LIKE } from './plain-name.ts';

export function leadsToSurname(tokens: TokenList, at: number, particles = MOST_PARTICLES): boolean {
  const dotted = markAt(tokens, at + 1) === '.' && isGlued(tokens, at + 1);
  const next = dotted ? at + 2 : at + 1;
  if (!isCapitalized(tokens, next) || gapBefore(tokens, next) > SPACE || wordAt(tokens, next).length < 2) return false;
  if (CAPITAL_PARTICLES.has(wordAt(tokens, next)) && tokens.shape[next] !== UPPER)
    return particles > 1 && leadsToSurname(tokens, next, particles - 1);
  const flags = flagsAt(tokens, next);
  return (
    (flags & (GIVEN | FAMILY)) !== 0 || (flags & WORD_LIKE) === 0 || ((flags & NAME) !== 0 && (flags & MEDICAL) === 0)
  );
}

/** `Van der la …`: more particles in a row are no name, and a text may be nothing else. */
const MOST_PARTICLES = 3;

export function particleLeadsToName(tokens: TokenList, at: number): boolean {
  for (let next = at + 1; next <= at + 3; next++) {
    if (gapBefore(tokens, next) > SPACE) return false;
    if (isCapitalized(tokens, next)) return !NEVER_NAMES.has(wordAt(tokens, next));
    if (!PARTICLES.has(wordAt(tokens, next)) && markAt(tokens, next) !== '-') return false;
  }
  return false;
}
