import { COMMON, ENGLISH, EPONYM, MEDICAL } from '../lexicon/flags.ts';
import { wordSet as list } from '../patterns/vocabulary.ts';
import { gapBefore, isInHeading, isNumber, isWord, markAt, startsSentence, wordAt } from '../text/reading.ts';
import { LINE, LOWER, MIXED, PARAGRAPH, UPPER, type TokenList } from '../text/token-list.ts';
import { EPONYM_NOUNS, isEponymUse } from './eponyms.ts';
import { PERSON_VERBS } from './person-cues.ts';
import { hasTitleBefore } from './titles.ts';

/** Participles and adjectives that a thing, not a person, is: `Blood was drawn`. */
const THING_STATES = list(`
drawn taken sent obtained collected cultured negative positive normal abnormal present absent noted seen found visible palpable tender warm cold
red pink pale dry moist clear intact swollen painful sore stiff weak equal symmetric symmetrical reactive mild moderate severe stable decreased
injured cut crushed bandaged wrapped splinted cleaned irrigated sutured casted fractured examined noted inspected auscultated palpated reviewed increased elevated low high given placed removed inserted used applied required measured tested checked typed crossmatched transfused
`);

const LABEL_WORDS = list(
  'name patient pt provider physician surgeon attending resident nurse doctor signed author dictated transcribed scribe referring pcp regarding re attn attention cc copies subscriber guarantor spouse contact from to dear for by named called confidential first last surname forename family given middle preferred nickname',
);

/** A label with a colon, or a word that introduces a person: `Name: hand`, `attention may`. */
export function hasLabelBefore(tokens: TokenList, index: number): boolean {
  const mark = markAt(tokens, index - 1);
  // `pt hart, M0104342`
  const patient = wordAt(tokens, index - 1);
  if (
    (patient === 'pt' || patient === 'patient') &&
    markAt(tokens, index + 1) === ',' &&
    gapBefore(tokens, index) < LINE
  )
    return true;
  return (mark === ':' || mark === '=') && LABEL_WORDS.has(wordAt(tokens, index - 2));
}

/** True when the words after the name say that a person acts or is spoken of. */
export function hasPersonVerbAfter(tokens: TokenList, last: number): boolean {
  let next = last + 1;
  if (gapBefore(tokens, next) === PARAGRAPH) return false;
  if ((markAt(tokens, next) === "'" || markAt(tokens, next) === '’') && wordAt(tokens, next + 1) === 's') return true;
  const verb = wordAt(tokens, next);
  if (tokens.shape[next] !== LOWER || THING_STATES.has(verb)) return false;
  if (!PERSON_VERBS.has(verb)) return verb.length > 4 && verb.endsWith('ed');
  next++;
  if (verb === 'and' || verb === 'may' || verb === 'can' || verb === 'will') return false;
  if (
    verb === 'is' ||
    verb === 'was' ||
    verb === 'has' ||
    verb === 'had' ||
    verb === 'appears' ||
    verb === 'seems' ||
    verb === 'remains' ||
    verb === 'noted'
  )
    return !THING_STATES.has(wordAt(tokens, next));
  return true;
}

/** `hale pt, seen w/ …`: clinicians' shorthand for `Mr. Hale's patient`. */
export function isShorthandFor(tokens: TokenList, last: number): boolean {
  const next = wordAt(tokens, last + 1);
  return (next === 'pt' || next === 'patient') && markAt(tokens, last + 2) === ',';
}

/**
 * Decides whether one word, the name of a known person and at the same time a word of the language or of medicine, stands for the person
 * here. `flags` are the word's.
 */
export function standsForPerson(tokens: TokenList, index: number, flags: number): boolean {
  if (hasTitleBefore(tokens, index)) return true;
  if (markAt(tokens, index + 1) === '-' && wordAt(tokens, index + 2) === 'like') return false;
  // `The Noonan family was told`.
  if (wordAt(tokens, index + 1) === 'family' && tokens.shape[index] !== LOWER && wordAt(tokens, index - 1) === 'the')
    return true;
  if ((flags & EPONYM) !== 0 && isEponymUse(tokens, index, index)) return false;
  if ((flags & (COMMON | ENGLISH | MEDICAL)) === 0) return true;
  if (hasLabelBefore(tokens, index) || isShorthandFor(tokens, index) || isMarkup(tokens, index)) return true;
  const shape = tokens.shape[index] ?? LOWER;
  if (shape === LOWER) return false;
  if (isSlashed(tokens, index)) return true;
  if (shape === UPPER && isInHeading(tokens, index)) return false;
  if (shape === UPPER || shape === MIXED) return !EPONYM_NOUNS.has(wordAt(tokens, index + 1));
  if (!startsSentence(tokens, index) && !opensPhrase(tokens, index)) return !isMonthUse(tokens, index);
  return (
    hasPersonVerbAfter(tokens, index) ||
    (markAt(tokens, index + 1) === ':' && tokens.shape[index + 2] === LOWER && (flags & MEDICAL) === 0)
  );
}

function isMarkup(tokens: TokenList, index: number): boolean {
  return markAt(tokens, index - 1) === '>' && markAt(tokens, index + 1) === '<';
}

/** `Z79.4 (Long term use of insulin)`, `R23.1 Brown recluse`: a title's capital behind a bracket or a code. */
function opensPhrase(tokens: TokenList, index: number): boolean {
  return (
    (markAt(tokens, index - 1) === '(' || isNumber(tokens, index - 1)) &&
    tokens.shape[index + 1] === LOWER &&
    isWord(tokens, index + 1)
  );
}

/** `MR#817719/HAND/03MAY61`. */
function isSlashed(tokens: TokenList, index: number): boolean {
  return markAt(tokens, index - 1) === '/' && markAt(tokens, index + 1) === '/' && tokens.shape[index] === UPPER;
}

const MONTHS = list('january february march april may june july august september october november december');

/** A month's name where a month can stand: before a number, or after a word of time. */
function isMonthUse(tokens: TokenList, index: number): boolean {
  if (!MONTHS.has(wordAt(tokens, index))) return false;
  if (isNumber(tokens, index + 1)) return true;
  return list(
    'in on since until till by late early mid last this next of every through during from due before after',
  ).has(wordAt(tokens, index - 1));
}
