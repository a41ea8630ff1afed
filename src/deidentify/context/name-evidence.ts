import { EPONYM, FAMILY, GIVEN, MEDICAL, NAME } from '../lexicon/flags.ts';
import { wordSet } from '../patterns/vocabulary.ts';
import { digitsAt, flagsAt, gapBefore, isCapitalized, isGlued, isWord, markAt, wordAt } from '../text/reading.ts';
import { LINE, LOWER, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { isEponymUse, namesFinding } from './eponyms.ts';
import type { NameCandidate } from './name-candidate.ts';
import { WORD_LIKE } from './plain-name.ts';
import { CAPITAL_PARTICLES, CREDENTIALS, RELATIVES } from './person-cues.ts';

/** `, MD`, ` RN`, `, PA-C`. */
export function hasCredentialAfter(tokens: TokenList, last: number): boolean {
  let next = last + 1;
  if (markAt(tokens, next) === '.' && wordAt(tokens, last).length === 1) next++;
  const comma = markAt(tokens, next) === ',';
  if (comma) next++;
  const key = wordAt(tokens, next);
  if (comma && isDottedDegree(tokens, next) && gapBefore(tokens, next) < LINE) return true;
  if (!CREDENTIALS.has(key) || key.length < 2 || gapBefore(tokens, next) >= LINE) return false;
  if (tokens.shape[next] === UPPER)
    return comma || !(AMBIGUOUS_CREDENTIALS.has(key) || (ROMAN.has(key) && (flagsAt(tokens, last) & EPONYM) !== 0));
  if (key === 'jr' || key === 'sr' || key === 'phd' || key === 'pharmd') return true;
  return comma && (key === 'md' || key === 'rn' || key === 'np' || (key === 'do' && tokens.shape[next] !== LOWER));
}

/** `M.D.`, `D.O.`, `R.N.`, `Ph.D.`, `P.A.-C`. */
function isDottedDegree(tokens: TokenList, at: number): boolean {
  const first = wordAt(tokens, at);
  return (
    (first.length === 1 || first === 'ph') &&
    tokens.shape[at] !== LOWER &&
    markAt(tokens, at + 1) === '.' &&
    isGlued(tokens, at + 2) &&
    DEGREES.has(first + wordAt(tokens, at + 2)) &&
    markAt(tokens, at + 3) === '.'
  );
}
const DEGREES = wordSet('md do rn np pa phd dds');

/** `is Parrish, pager 4395`, `Günter at 505.555.8300`, `St. Pierre, (612)555-6579`: how the one named is reached. */
export function isReachedAt(tokens: TokenList, last: number): boolean {
  let next = last + 1;
  if (markAt(tokens, next) === ',' || wordAt(tokens, next) === 'at') next++;
  if (gapBefore(tokens, next) >= LINE) return false;
  if (REACHED_BY.has(wordAt(tokens, next))) return markAt(tokens, last + 1) === ',';
  if (markAt(tokens, next) === '(') next++;
  const [area, exchange] = [digitsAt(tokens, next), next + 2 + (markAt(tokens, next + 2) === '-' ? 1 : 0)];
  if (area.length === 10) return true;
  return (
    area.length === 3 &&
    PHONE_MARKS.has(markAt(tokens, next + 1)) &&
    digitsAt(tokens, exchange).length === 3 &&
    digitsAt(tokens, exchange + 2).length === 4
  );
}
const REACHED_BY = wordSet('pager beeper phone cell mobile tel ext extension fax');
const PHONE_MARKS = new Set(['-', '.', ')']);

/** Every word of a candidate is one that the lists know as a name. */
export function isNamedThroughout(tokens: TokenList, { first, last }: NameCandidate): boolean {
  for (let at = first; at <= last; at++)
    if (
      isWord(tokens, at) &&
      wordAt(tokens, at).length > 1 &&
      (flagsAt(tokens, at) & NAME) === 0 &&
      isWordLike(tokens, at)
    )
      return false;
  return true;
}

/** `, acting as scribe`, `, the resident`, `(wife)`. */
export function hasRoleAfter(tokens: TokenList, last: number): boolean {
  const mark = markAt(tokens, last + 1);
  if (mark === '(') return RELATIVES.has(wordAt(tokens, last + 2)) && markAt(tokens, last + 3) === ')';
  const next = mark === ',' ? last + 2 : last + 1;
  const word = wordAt(tokens, next);
  if (word === 'acting' || word === 'serving') return wordAt(tokens, next + 1) === 'as';
  if (mark !== ',') return false;
  const determined =
    word === 'his' || word === 'her' || word === 'their' || word === 'the' || word === 'our' || word === 'my';
  return (
    determined &&
    (RELATIVES.has(wordAt(tokens, next + 1)) ||
      (wordAt(tokens, next + 1) === 'patient' && RELATIVES.has(wordAt(tokens, next + 4))))
  );
}

export function isOrganizationWordAfter(tokens: TokenList, last: number): boolean {
  return (
    isCapitalized(tokens, last + 1) &&
    gapBefore(tokens, last + 1) === SPACE &&
    PLACE_NOUNS.has(wordAt(tokens, last + 1))
  );
}

/** An eponym in use as one, or several joined by hyphens: `Dix-Hallpike`, `Wolff-Parkinson-White`. */
export function isEponym(tokens: TokenList, { first, last, words }: NameCandidate): boolean {
  if (namesFinding(tokens, last)) return true;
  if (words === 2 && isEponymPair(tokens, { first, last })) return true;
  if ((flagsAt(tokens, last) & EPONYM) === 0) return false;
  if (isEponymUse(tokens, first, last)) return true;
  if (words < 2) return false;
  if (wordAt(tokens, first) === 'von' && words > 2 && (flagsAt(tokens, last - 2) & EPONYM) !== 0) return true;
  for (let at = first; at <= last; at++) {
    if (
      isWord(tokens, at)
        ? (flagsAt(tokens, at) & EPONYM) === 0
        : markAt(tokens, at) !== '-' && markAt(tokens, at) !== '–'
    )
      return false;
    if (at > first && isWord(tokens, at) && isWord(tokens, at - 1)) return false;
  }
  return true;
}

/** `Ann Arbor`, `West Nile`: two words that are no person together. */
export function isEponymPair(tokens: TokenList, { first, last }: Pick<NameCandidate, 'first' | 'last'>): boolean {
  return EPONYM_PAIRS.has(`${wordAt(tokens, first)} ${wordAt(tokens, last)}`);
}

/** Share of the words that the lists know as names; those that are words as well count when they are common names. */
export function nameShare(tokens: TokenList, { first, last }: NameCandidate): number {
  let names = 0;
  let all = 0;
  for (let at = first; at <= last; at++) {
    if (!isWord(tokens, at) || wordAt(tokens, at).length < 2) continue;
    all++;
    const flags = flagsAt(tokens, at);
    if ((flags & (GIVEN | FAMILY)) !== 0 || ((flags & NAME) !== 0 && (flags & WORD_LIKE) === 0)) names++;
  }
  return all === 0 ? 0 : names / all;
}

export function isAllWords(tokens: TokenList, { first, last }: NameCandidate): boolean {
  for (let at = first; at <= last; at++) if (isWord(tokens, at) && !isWordLike(tokens, at)) return false;
  return true;
}

export function isWordLike(tokens: TokenList, at: number): boolean {
  return (flagsAt(tokens, at) & WORD_LIKE) !== 0;
}

export function holdsMedical(tokens: TokenList, { first, last }: NameCandidate): boolean {
  for (let at = first; at <= last; at++) {
    const flags = flagsAt(tokens, at);
    if ((flags & MEDICAL) !== 0 && (flags & (GIVEN | FAMILY)) === 0 && !CAPITAL_PARTICLES.has(wordAt(tokens, at)))
      return true;
  }
  return false;
}

/** Degrees that are also words of a note: physical therapy, right ear, medical assistant. */
const AMBIGUOUS_CREDENTIALS = wordSet('pt ot ma od rt ms ba pa ed');
/** Eponyms of two words without a hyphen. */
const EPONYM_PAIRS: ReadonlySet<string> = new Set([
  'braxton hicks',
  'grey turner',
  'gray turner',
  'ivor lewis',
  'swan ganz',
  'jackson pratt',
  'mary joseph',
  'austin flint',
  'marcus gunn',
  'argyll robertson',
  'graham steell',
  'ramsay hunt',
  'da vinci',
  'le fort',
  'ann arbor',
  'wong baker',
  'clavien dindo',
  'hunt hess',
  'west nile',
  'mary jane',
  'rocky mountain',
  'kansas city',
  'von willebrand',
  'von recklinghausen',
  'la crosse',
  'ross river',
  'st jude',
  'saint louis',
  'st louis',
  'new york',
  'los angeles',
  'san joaquin',
  'bath ankylosing',
  'glasgow coma',
  'saint vitus',
]);
/** Numbers of generations, and of grades. */
const ROMAN = wordSet('ii iii iv');
const PLACE_NOUNS = wordSet(`
hospital hospitals medical center centre clinic clinics health healthcare institute associates group practice medicine dialysis rehabilitation rehab orthopedics
orthopaedics pharmacy laboratory laboratories school academy college university church county street road avenue boulevard drive lane court inc llc nursing hospice
surgery cardiology oncology pediatrics physicians specialists services va foundation society department memorial regional community general care district high elementary
middle inpatient outpatient urgent family valley association program
`);
