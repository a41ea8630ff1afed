import { COMMON, ENGLISH, MEDICAL, NAME } from '../lexicon/flags.ts';
import { MONTHS, wordSet } from '../patterns/vocabulary.ts';
import { flagsAt, gapBefore, isCapitalized, isGlued, isNumber, isWord, markAt, wordAt } from '../text/reading.ts';
import { CAPITAL, LINE, LOWER, PARAGRAPH, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import type { NameCandidate } from './name-candidate.ts';
import { CREDENTIALS, NEVER_NAMES, PARTICLES, PERSON_LABELS, RELATIVES, SHORT_SURNAMES } from './person-cues.ts';

/** Words and marks that a name begins behind: what stands between them and the name belongs to it. */
const OPENERS = wordSet(
  'by record guarantor sponsor subscriber pcp cc to attending resident dentist provider of from and',
);
/** Short words that end in a capital letter by chance. */
const SMALL = wordSet(
  'in at on is he she it we us to no so an as be or of by if my up do go me am pm was has the and who for',
);

/** A name with what a comma, a second blank, a line break or an initial parts from it: first and last token. */
export function widen(tokens: TokenList, candidate: NameCandidate, sure: boolean): { first: number; last: number } {
  const { words } = candidate;
  let { first, last } = candidate;
  const before = familyBefore(tokens, first);
  if (before !== -1) first = before;
  else first = initialBefore(tokens, first);
  first = particlesBefore(tokens, first);
  if (before === -1 && words === 1 && sure) last = farPart(tokens, last);
  const oneFamily = words === 1 || (words === 2 && isJoined(tokens, first, last));
  if (before === -1 && oneFamily && last === candidate.last) last = givenAfter(tokens, first, last, candidate);
  last = shortPart(tokens, last, sure);
  return { first, last };
}

/** `Per de la Garza's note`: the small words of a family name, which is found without them. */
function particlesBefore(tokens: TokenList, first: number): number {
  let start = first;
  while (
    INNER_PARTICLES.has(wordAt(tokens, start - 1)) &&
    tokens.shape[start - 1] === LOWER &&
    gapBefore(tokens, start) <= LINE &&
    !isGlued(tokens, start)
  )
    start--;
  return start;
}
const INNER_PARTICLES = wordSet('de la del della di da dos das von van der den bin ibn abu');

/** `Cosigned by: Pill, Arjun`, and a line of its own `Larsen-Poe, Amir`: the family name before the comma. */
function familyBefore(tokens: TokenList, first: number): number {
  if (markAt(tokens, first - 1) !== ',' || gapBefore(tokens, first) > LINE) return -1;
  let start = first - 2;
  if (!isPart(tokens, start)) return -1;
  while (
    markAt(tokens, start - 1) === '-' &&
    isGlued(tokens, start) &&
    isGlued(tokens, start - 1) &&
    isPart(tokens, start - 2)
  )
    start -= 2;
  while (PARTICLES.has(wordAt(tokens, start - 1)) && gapBefore(tokens, start) < LINE) start--;
  const opens =
    gapBefore(tokens, start) >= LINE || markAt(tokens, start - 1) === ':' || OPENERS.has(wordAt(tokens, start - 1));
  return opens ? start : -1;
}

/** `Abu-Zayd`, `Mac Suibhne`: one family name of two words. */
function isJoined(tokens: TokenList, first: number, last: number): boolean {
  return markAt(tokens, first + 1) === '-' || JOINING.has(wordAt(tokens, last - 1));
}
const JOINING = wordSet('mac mc st ste de la le van von al el');

/** A capitalised word that can be part of a name. */
function isPart(tokens: TokenList, at: number): boolean {
  const key = wordAt(tokens, at);
  if (!isCapitalized(tokens, at) || NEVER_NAMES.has(key) || RELATIVES.has(key) || MONTHS.has(key)) return false;
  if (CREDENTIALS.has(key) && tokens.shape[at] === UPPER) return false;
  if (ENDINGS.has(key)) return false;
  const flags = flagsAt(tokens, at);
  return (flags & NAME) !== 0 || (flags & (COMMON | ENGLISH | MEDICAL)) === 0;
}

/** `A. Kapoor`, `A.Nwachukwu`, `PCP I Ma`. */
function initialBefore(tokens: TokenList, first: number): number {
  const dotted = markAt(tokens, first - 1) === '.' && isGlued(tokens, first - 1);
  const at = dotted ? first - 2 : first - 1;
  if (wordAt(tokens, at).length !== 1 || tokens.shape[at] !== UPPER || gapBefore(tokens, first) > SPACE) return first;
  if (isGlued(tokens, at) && markAt(tokens, at - 1) !== '(') return first;
  if (dotted) return gapBefore(tokens, at) >= LINE && isGlued(tokens, at) ? first : at;
  const before = wordAt(tokens, at - 1);
  return markAt(tokens, at - 1) === ':' || OPENERS.has(before) || RELATIVES.has(before) ? at : first;
}

/** `Rhiannon  Fowler`, `Dr. Ayse⏎Azevedo`: the family name behind two blanks or a line break. */
function farPart(tokens: TokenList, last: number): number {
  let next = last + 1;
  if (markAt(tokens, next) === '.' && wordAt(tokens, last).length === 1) next++;
  if (gapBefore(tokens, next) >= PARAGRAPH || isGlued(tokens, next)) return last;
  const start = next;
  while (PARTICLES.has(wordAt(tokens, next)) && tokens.shape[next] === LOWER && next < start + 2) next++;
  if (!isPart(tokens, next) || PERSON_LABELS.has(wordAt(tokens, next)) || markAt(tokens, next + 1) === ':') return last;
  if (wordAt(tokens, next).length < 2) return last;
  // Three blanks and more part columns.
  const wide = (tokens.start[start] ?? 0) - (tokens.end[start - 1] ?? 0) === 2;
  if (gapBefore(tokens, start) < LINE) return wide ? hyphenated(tokens, next) : last;
  const after = next + 1;
  const goesOn =
    markAt(tokens, after) === ',' ||
    markAt(tokens, after) === '.' ||
    markAt(tokens, after) === '-' ||
    (isWord(tokens, after) && tokens.shape[after] === LOWER);
  const word = (flagsAt(tokens, next) & COMMON) !== 0 && markAt(tokens, after) !== ',';
  return goesOn && !word && gapBefore(tokens, after) < LINE ? hyphenated(tokens, next) : last;
}

function hyphenated(tokens: TokenList, last: number): number {
  const mark = markAt(tokens, last + 1);
  const joins =
    (mark === '-' || mark === "'" || mark === '’') && isGlued(tokens, last + 1) && isGlued(tokens, last + 2);
  return joins && isCapitalized(tokens, last + 2) ? last + 2 : last;
}

/** `Cosigned by: Woldemichael,⏎Curtis`, `Guarantor Apgar, Seungho`. */
function givenAfter(tokens: TokenList, first: number, last: number, candidate: NameCandidate): number {
  const given = last + 2;
  if (markAt(tokens, last + 1) !== ',' || gapBefore(tokens, given) >= PARAGRAPH || !isPart(tokens, given)) return last;
  const announced =
    candidate.labelled ||
    wordAt(tokens, first - 1) === 'record' ||
    wordAt(tokens, first - 1) === 'attn' ||
    RELATIVES.has(wordAt(tokens, first - 1));
  if (!announced || (flagsAt(tokens, given) & NAME) === 0 || CREDENTIALS.has(wordAt(tokens, given))) return last;
  return farInitial(tokens, given);
}

function farInitial(tokens: TokenList, last: number): number {
  const at = last + 1;
  // `Anthony M.D.`: a degree.
  if (wordAt(tokens, at).length !== 1 || (wordAt(tokens, at + 2).length === 1 && isGlued(tokens, at + 2))) return last;
  return tokens.shape[at] === UPPER && gapBefore(tokens, at) === SPACE ? at : last;
}

/** `Bettina B at`, `Isidore Ma`, `Philippa Mouth,`: a letter or a short or odd word right behind a given name. */
function shortPart(tokens: TokenList, last: number, sure: boolean): number {
  const next = last + 1;
  const key = wordAt(tokens, next);
  if (
    gapBefore(tokens, next) !== SPACE ||
    (tokens.start[next] ?? 0) - (tokens.end[last] ?? 0) > 1 ||
    !isCapitalized(tokens, next)
  )
    return last;
  const flags = flagsAt(tokens, last);
  if (!sure && ((flags & NAME) === 0 || (flags & (COMMON | ENGLISH)) !== 0)) return last;
  if (
    isGlued(tokens, next + 1) &&
    (isNumber(tokens, next + 1) || markAt(tokens, next + 1) === "'" || markAt(tokens, next + 1) === '-')
  )
    return last;
  const closed = CLOSERS.has(markAt(tokens, next + 1));
  if (key.length === 1 && closed && wordAt(tokens, next + 2).length === 1 && isGlued(tokens, next + 2)) return last;
  if (key.length === 1)
    return wordAt(tokens, last).length > 1 && (closed || (key !== 'i' && key !== 'a')) ? next : last;
  const own = flagsAt(tokens, next);
  if (SHORT_SURNAMES.has(key) && tokens.shape[next] === CAPITAL && closed && (flags & NAME) !== 0) return next;
  if (SMALL.has(key) || NEVER_NAMES.has(key) || RELATIVES.has(key) || PERSON_LABELS.has(key)) return last;
  if (
    key.length <= 3 &&
    (own & NAME) !== 0 &&
    (tokens.shape[next] === CAPITAL || closed) &&
    !(CREDENTIALS.has(key) && tokens.shape[next] === UPPER)
  )
    return next;
  return sure && closed && tokens.shape[next] === CAPITAL && (own & NAME) !== 0 && wordAt(tokens, last).length > 2
    ? next
    : last;
}
/** Words of a letter's end, before a comma and a name. */
const ENDINGS = wordSet('best thanks cheers regards sincerely yours truly respectfully cordially warmly');
const CLOSERS = new Set([',', '.', ';', ')']);
