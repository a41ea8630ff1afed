import { COMMON, EPONYM, FAMILY, GIVEN, MEDICAL, NAME } from '../lexicon/flags.ts';
import { MONTHS, UNITS, wordSet } from '../patterns/vocabulary.ts';
import { flagsAt, gapBefore, isCapitalized, isGlued, isNumber, isWord, markAt, wordAt } from '../text/reading.ts';
import { CAPITAL, GLUED, LINE, LOWER, PARAGRAPH, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import {
  BEFORE_PERSON,
  CAPITAL_PARTICLES,
  CREDENTIALS,
  NEVER_NAMES,
  PARTICLES,
  PERSON_LABELS,
  PERSON_VERBS,
  RELATIVES,
  SHORT_SURNAMES,
} from './person-cues.ts';
import { hasTitleBefore, isTitle } from './titles.ts';
import { isPlainName, WORD_LIKE } from './plain-name.ts';
import { endsSmallName, isSmallKin, leadsToSmallWord } from './small-name.ts';
import { leadsToSurname, particleLeadsToName } from './surname-particles.ts';

const MAX_PARTS = 6;
const SAINTS = wordSet('st ste');
const HYPHENS = new Set(['-', '‐', '‑']);
const APOSTROPHES = new Set(["'", '’']);
/** Second halves of given names that are written small behind a hyphen. */
const SYLLABLES = wordSet(
  'woo jin hee min soo su young hyun ho hoon jung jae mi sun kyung hwa seo won ah yeon hye ji joo ju eun sook ok sik chul kyu ha yi lin wei mei ling hua jun ming xin ying li ann anne marie lynn jo lou mae rose claude paul pierre louis luc',
);
const GRADE = /^(?:i{1,3}|iv|vi{1,2})[abc]?$/;
const LOWER_STOP = wordSet(
  'the a an and or of in on at to for is was not no none with who has had he she they name said will up out x',
);

/** A stretch of tokens written like a name. */
export interface NameCandidate {
  readonly first: number;
  readonly last: number;
  readonly words: number;
  readonly titled: boolean;
  /** Behind a label and a colon, such as `Provider:`. */
  readonly labelled: boolean;
}

/** The longest name-like stretch from a token on; undefined when the token cannot begin a name. */
export function candidateAt(tokens: TokenList, at: number): NameCandidate | undefined {
  const lower = tokens.shape[at] === LOWER;
  if (lower && (flagsAt(tokens, at) & NAME) === 0 && isWord(tokens, at - 1) && !isTitle(wordAt(tokens, at - 1)))
    return undefined;
  const titled = hasTitleBefore(tokens, at);
  const labelled = isLabelled(tokens, at);
  if (lower ? !beginsLower(tokens, at, titled || labelled) : !beginsCapital(tokens, at, titled)) return undefined;
  let last = at;
  let words = 1;
  while (words < MAX_PARTS) {
    const next = nextPart(tokens, last, lower);
    if (next === -1) break;
    last = next;
    words++;
  }
  return lower && words < 2 && !titled && !labelled && !isPlainName(tokens, at) && !isSmallKin(tokens, at)
    ? undefined
    : { first: at, last, words, titled, labelled };
}

/** In small letters: behind a title or a label, or a common given name and a family name that are no words of English. */
function beginsLower(tokens: TokenList, at: number, announced: boolean): boolean {
  const key = wordAt(tokens, at);
  if (key.length < 2 || isGluedToNumber(tokens, at)) return false;
  if (PARTICLES.has(key) && isCapitalized(tokens, at + 1)) return announced && gapBefore(tokens, at + 1) < LINE;
  if (announced)
    return (
      !CREDENTIALS.has(key) &&
      !PERSON_LABELS.has(key) &&
      !LOWER_STOP.has(key) &&
      !RELATIVES.has(key) &&
      (flagsAt(tokens, at) & MEDICAL) === 0
    );
  const flags = flagsAt(tokens, at);
  if (isPlainName(tokens, at)) return true;
  if ((flags & NAME) === 0 || (flags & WORD_LIKE) !== 0 || key.length < 4) return false;
  if (tokens.shape[at + 1] !== LOWER || gapBefore(tokens, at + 1) !== SPACE) return isSmallKin(tokens, at);
  const next = flagsAt(tokens, at + 1);
  const paired = (next & NAME) !== 0 && (next & WORD_LIKE) === 0 && (flags & next & EPONYM) === 0;
  return (paired && wordAt(tokens, at + 1).length > 2) || isSmallKin(tokens, at) || leadsToSmallWord(tokens, at);
}

function beginsCapital(tokens: TokenList, at: number, titled: boolean): boolean {
  const key = wordAt(tokens, at);
  if (!isCapitalized(tokens, at) || isGluedToNumber(tokens, at)) return false;
  if (isGlued(tokens, at) && (isNumber(tokens, at - 1) || HYPHENS.has(markAt(tokens, at - 1)))) return false;
  if (titled) return key.length > 1 || isInitial(tokens, at);
  if (RELATIVES.has(key) || isTitle(key)) return false;
  if (CAPITAL_PARTICLES.has(key) && tokens.shape[at] === CAPITAL && leadsToSurname(tokens, at)) return true;
  if (NEVER_NAMES.has(key) && !isGivenAllTheSame(tokens, at, key)) return false;
  if (UNITS.has(key) && isNumber(tokens, at - 1)) return false;
  if (key.length === 1) return isInitial(tokens, at);
  if (
    key.length === 2 &&
    tokens.shape[at] === UPPER &&
    !isCapitalized(tokens, at + 1) &&
    !HYPHENS.has(markAt(tokens, at + 1))
  )
    return false;
  if (
    (CREDENTIALS.has(key) || PERSON_LABELS.has(key)) &&
    (tokens.shape[at] !== CAPITAL || markAt(tokens, at + 1) === ':')
  )
    return false;
  // `Art` and `Max` are names, `ART` and `MAX` abbreviations.
  const flags = flagsAt(tokens, at);
  if (tokens.shape[at] === CAPITAL && HYPHENS.has(markAt(tokens, at + 1)) && SYLLABLES.has(wordAt(tokens, at + 2)))
    return true;
  return (flags & MEDICAL) === 0 || ((flags & GIVEN) !== 0 && tokens.shape[at] === CAPITAL);
}

/** `Christian Ellison`, `a son, Will, in`, `dictated by I. Cortez`: what is hardly ever a name is one here. */
function isGivenAllTheSame(tokens: TokenList, at: number, key: string): boolean {
  const next = flagsAt(tokens, at + 1);
  if (key.length === 1) {
    const before = wordAt(tokens, at - 1);
    return isInitial(tokens, at) && (BEFORE_PERSON.has(before) || RELATIVES.has(before) || isLabelled(tokens, at));
  }
  const given = (flagsAt(tokens, at) & GIVEN) !== 0 || key === 'may' || key === 'april' || key === 'june';
  if (!given || tokens.shape[at] !== CAPITAL) return false;
  const surname =
    isCapitalized(tokens, at + 1) &&
    gapBefore(tokens, at + 1) === SPACE &&
    (next & NAME) !== 0 &&
    ((next & WORD_LIKE) === 0 ||
      hasCredential(tokens, at + 2) ||
      RELATIVES.has(wordAt(tokens, at - 1)) ||
      PERSON_VERBS.has(wordAt(tokens, at + 2)));
  const mark = markAt(tokens, at - 1) === ',' ? at - 2 : at - 1;
  return surname || (RELATIVES.has(wordAt(tokens, mark)) && tokens.shape[mark] === LOWER);
}

/** A degree in capitals, right behind or behind a comma. */
function hasCredential(tokens: TokenList, next: number): boolean {
  const at = markAt(tokens, next) === ',' ? next + 1 : next;
  return CREDENTIALS.has(wordAt(tokens, at)) && tokens.shape[at] === UPPER && wordAt(tokens, at).length > 1;
}

/** One letter that can be an initial: `J.`, `O'`, or before another capital. */
function isInitial(tokens: TokenList, at: number): boolean {
  const mark = markAt(tokens, at + 1);
  return (
    (mark === '.' && isGlued(tokens, at + 1)) ||
    APOSTROPHES.has(mark) ||
    (isCapitalized(tokens, at + 1) && gapBefore(tokens, at + 1) === SPACE)
  );
}

function isGluedToNumber(tokens: TokenList, at: number): boolean {
  if (!isGlued(tokens, at + 1)) return false;
  return (
    isNumber(tokens, at + 1) ||
    (tokens.shape[at] === UPPER &&
      HYPHENS.has(markAt(tokens, at + 1)) &&
      isNumber(tokens, at + 2) &&
      isGlued(tokens, at + 2))
  );
}

/** Index of the next word of the name after `last`, or -1. */
function nextPart(tokens: TokenList, last: number, lower: boolean): number {
  const mark = markAt(tokens, last + 1);
  if (HYPHENS.has(mark) || APOSTROPHES.has(mark)) return joinedPart(tokens, last, lower);
  const abbreviated = wordAt(tokens, last).length === 1 || SAINTS.has(wordAt(tokens, last));
  const next = mark === '.' && abbreviated && isGlued(tokens, last + 1) ? last + 2 : last + 1;
  if (!isWord(tokens, next) || gapBefore(tokens, next) >= LINE || isGluedToNumber(tokens, next)) return -1;
  if (gapBefore(tokens, next) === GLUED && markAt(tokens, next - 1) === '') return -1;
  // Two blanks or more part the columns of a header, not the words of a name.
  if ((tokens.start[next] ?? 0) - (tokens.end[next - 1] ?? 0) > 1) return -1;
  const key = wordAt(tokens, next);
  // `Anthony M.D. Resident`: a degree with its stops.
  if (
    key.length === 1 &&
    DOTTED.has(key + wordAt(tokens, next + 2)) &&
    markAt(tokens, next + 3) === '.' &&
    isGlued(tokens, next + 2)
  )
    return -1;
  const flags = flagsAt(tokens, next);
  if (CAPITAL_PARTICLES.has(key) && leadsToSurname(tokens, next)) return next;
  if (tokens.shape[next] === LOWER) {
    if (PARTICLES.has(key)) return particleLeadsToName(tokens, next) ? next : -1;
    return lower && key.length > 2 && ((flags & WORD_LIKE) === 0 || endsSmallName(tokens, next)) ? next : -1;
  }
  if ((MONTHS.has(key) && (isNumber(tokens, next + 1) || isNumber(tokens, next + 2))) || GRADE.test(key)) return -1;
  if (
    lower ||
    !isCapitalized(tokens, next) ||
    (NEVER_NAMES.has(key) && (flags & FAMILY) === 0) ||
    isCredential(tokens, next, key)
  )
    return -1;
  if (key.length === 1)
    return isInitial(tokens, next) || tokens.shape[last] === UPPER || markAt(tokens, next + 1) === ',' ? next : -1;
  // `GIANCARLO CALLED`: in a note of capitals, a common word that is no name ends the name.
  const closed = CLOSERS.has(markAt(tokens, next + 1)) && (flagsAt(tokens, last) & WORD_LIKE) === 0;
  if (tokens.shape[next] === UPPER && (flags & COMMON) !== 0 && (flags & (GIVEN | FAMILY)) === 0 && !closed) return -1;
  // `Grace POAG`: capitals behind a capitalised word are a name only when the lists say so.
  if (
    tokens.shape[next] === UPPER &&
    (tokens.shape[last] !== UPPER || wordAt(tokens, last).length === 1) &&
    ((flags & NAME) === 0 || (flags & WORD_LIKE) !== 0)
  )
    return -1;
  if (SHORT_SURNAMES.has(key) && tokens.shape[next] === CAPITAL) return next;
  // `Kenji Head`, `KWESI FOOT.`, `Alicia Gold, RN`: a word of medicine is a family name behind a name that is nothing else.
  if (
    (flags & NAME) !== 0 &&
    (isPlainName(tokens, last) ? tokens.shape[next] === CAPITAL || closed : hasCredential(tokens, next + 1))
  )
    return next;
  return (flags & MEDICAL) !== 0 && (flags & (GIVEN | FAMILY)) === 0 ? -1 : next;
}

const CLOSERS = new Set([',', '.', ';', '(', ')']);
/** `Wise, MD` and `Ma, MD`: letters that are both a degree and a name are a name before a degree. */
const DOTTED = wordSet('md do rn np pa');

function isCredential(tokens: TokenList, at: number, key: string): boolean {
  return CREDENTIALS.has(key) && (tokens.shape[at] === UPPER || key.length > 2);
}

/** `Villaseñor-Ruiz`, `O'Shaughnessy`, `Jin-woo`. */
function joinedPart(tokens: TokenList, last: number, lower: boolean): number {
  const next = last + 2;
  if (!isWord(tokens, next) || !isGlued(tokens, last + 1) || !isGlued(tokens, next)) return -1;
  const key = wordAt(tokens, next);
  if (key === 's') return -1;
  if (isCapitalized(tokens, next))
    return HYPHENS.has(markAt(tokens, last + 1)) && isCredential(tokens, next, key) ? -1 : next;
  if (lower) return next;
  const nameFirst =
    (flagsAt(tokens, last) & NAME) !== 0 && ((flagsAt(tokens, last) & MEDICAL) === 0 || SYLLABLES.has(key));
  return HYPHENS.has(markAt(tokens, last + 1)) &&
    nameFirst &&
    (SYLLABLES.has(key) || (flagsAt(tokens, next) & WORD_LIKE) === 0)
    ? next
    : -1;
}

/** `Provider: X`, `Dictated by: X`, `Name: x y`, and what stands under `With kind regards,`. */
function isLabelled(tokens: TokenList, first: number): boolean {
  const mark = markAt(tokens, first - 1);
  if (mark === ',') return CLOSINGS.has(wordAt(tokens, first - 2)) && gapBefore(tokens, first) >= LINE;
  if (mark !== ':' || gapBefore(tokens, first) >= PARAGRAPH) return false;
  const label = wordAt(tokens, first - 2);
  if (!PERSON_LABELS.has(label) && !RELATIVES.has(label)) return false;
  return gapBefore(tokens, first) < LINE || !BLOCK_LABELS.has(label);
}

const CLOSINGS = wordSet('regards sincerely truly yours thanks respectfully wishes cordially');
/** Labels that head a paragraph as often as a name. */
const BLOCK_LABELS = wordSet('patient mother father reported to from resident contact reviewed');
