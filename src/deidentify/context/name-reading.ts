import { COMMON, ENGLISH, GIVEN, MEDICAL, NAME } from '../lexicon/flags.ts';
import { wordSet } from '../patterns/vocabulary.ts';
import { flagsAt, gapBefore, isCapitalized, isGlued, isNumber, markAt, wordAt } from '../text/reading.ts';
import { CAPITAL, LINE, LOWER, UPPER, type TokenList } from '../text/token-list.ts';
import { CREDENTIALS, NEVER_NAMES, PARTICLES, RELATIVES, SHORT_SURNAMES } from './person-cues.ts';

/** Words no person is called, where a name is awaited. */
export const NOT_PERSONS = wordSet(`
team staff sir madam colleague colleagues patient parent parents family doctor doctors friend friends all everyone resident nurse nursing pharmacy lab radiology police
hospice clinic office ed er icu micu sicu floor unit home rehab case social work service services department dispatch english spanish other none unknown same self yes no na
dr mr mrs ms miss mx md rn np pa do given name first last middle date sex gender male female
`);

/** Index after a name of up to `most` words that begins at a token: capitalised words, particles, initials, hyphens; `at` when there is none. */
export function nameEnd(tokens: TokenList, at: number, most: number): number {
  let index = at;
  let end = at;
  for (let words = 0; words < most; words++) {
    if (index > at && gapBefore(tokens, index) >= LINE) break;
    const key = wordAt(tokens, index);
    if (PARTICLES.has(key) && tokens.shape[index] === LOWER && isCapitalized(tokens, index + 1)) {
      index++;
      continue;
    }
    if (!isCapitalized(tokens, index) || NOT_PERSONS.has(key) || RELATIVES.has(key)) break;
    if (isGlued(tokens, index + 1) && isNumber(tokens, index + 1)) break;
    if (
      words > 0 &&
      (CREDENTIALS.has(key) || NEVER_NAMES.has(key)) &&
      key.length > 1 &&
      tokens.shape[index] !== CAPITAL
    )
      break;
    end = index + 1;
    const mark = markAt(tokens, end);
    const inner =
      (mark === '-' || mark === "'" || mark === '’') &&
      isGlued(tokens, end) &&
      isGlued(tokens, end + 1) &&
      wordAt(tokens, end + 1) !== 's';
    const dot = mark === '.' && (key.length === 1 || key === 'st' || key === 'ste');
    index = inner || dot ? end + 1 : end;
  }
  return end;
}

/** A word that can name a person here: no word of medicine, unless the lists know it as a name. */
export function mayBePerson(tokens: TokenList, at: number): boolean {
  const flags = flagsAt(tokens, at);
  const key = wordAt(tokens, at);
  if (SHORT_SURNAMES.has(key) && tokens.shape[at] === CAPITAL && (flags & NAME) !== 0) return true;
  if (NOT_PERSONS.has(key) || NEVER_NAMES.has(key) || key.length < 2) return false;
  return (flags & NAME) !== 0
    ? (flags & MEDICAL) === 0 || (flags & GIVEN) !== 0
    : (flags & (MEDICAL | COMMON | ENGLISH)) === 0;
}

/** A word the lists know as a name, whatever else it is; or one they do not know at all. */
export function isNamed(tokens: TokenList, at: number): boolean {
  const flags = flagsAt(tokens, at);
  return (flags & NAME) !== 0 || (flags & (COMMON | ENGLISH | MEDICAL)) === 0;
}

/** No word of English or medicine, and none made like one. */
export function isSurname(tokens: TokenList, at: number): boolean {
  const flags = flagsAt(tokens, at);
  if ((flags & (COMMON | ENGLISH | MEDICAL)) !== 0) return false;
  const key = wordAt(tokens, at);
  return (flags & NAME) !== 0 || (key.length >= 5 && !LIKE_A_FINDING.test(key));
}
const LIKE_A_FINDING =
  /(?:itis|emia|osis|ectomy|pathy|focal|al|ic|ous|ed|ing|ly|tion|ity|able|ive|less|gram|scopy|plegia|algia)$/;

/** Indexes from one up to another. */
export function range(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, step) => first + step);
}

/** A name behind a sure announcement, turned about (`Box, Chastity`) or not; nothing when no person can stand here. */
export function personAt(tokens: TokenList, at: number): readonly (readonly [first: number, end: number])[] {
  if (!isCapitalized(tokens, at) || !mayBePerson(tokens, at)) return [];
  if (tokens.shape[at] === UPPER && (flagsAt(tokens, at) & NAME) === 0 && wordAt(tokens, at).length < 6) return [];
  const end = nameEnd(tokens, at, 3);
  const turned =
    markAt(tokens, end) === ',' &&
    gapBefore(tokens, end + 1) < LINE &&
    isCapitalized(tokens, end + 1) &&
    isNamed(tokens, end + 1) &&
    !CREDENTIALS.has(wordAt(tokens, end + 1));
  return [[at, turned ? nameEnd(tokens, end + 1, 2) : end]];
}
