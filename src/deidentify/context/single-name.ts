import { ABROAD, CITY, EPONYM, FAMILY, GIVEN, MEDICAL, NAME } from '../lexicon/flags.ts';
import { MONTHS, wordSet } from '../patterns/vocabulary.ts';
import {
  flagsAt,
  gapBefore,
  isCapitalized,
  isNumber,
  isWord,
  markAt,
  startsSentence,
  wordAt,
} from '../text/reading.ts';
import { CAPITAL, GLUED, LINE, LOWER, NUMBER, UPPER, type TokenList } from '../text/token-list.ts';
import { hasPersonVerbAfter } from './meaning.ts';
import { isPlainName, WORD_LIKE } from './plain-name.ts';
import { ACTING, BEFORE_PERSON, PERSON_VERBS } from './person-cues.ts';

/** Evidence, 0 to 1, that one capitalised word with no title, label or degree is a person. */
export function scoreSingle(tokens: TokenList, at: number): number {
  if (wordAt(tokens, at).length < 3 || isLabelOfCode(tokens, at)) return 0;
  if (startsSentence(tokens, at)) return scoreOpening(tokens, at);
  const flags = flagsAt(tokens, at);
  if (tokens.shape[at] === UPPER) return isAtBedside(tokens, at) || isPlainName(tokens, at) ? 0.6 : 0;
  if ((isActing(tokens, at) || isAtBedside(tokens, at)) && (flags & MEDICAL) === 0) return 0.75;
  const before = wordAt(tokens, at - 1);
  if ((flags & (CITY | ABROAD)) !== 0 && (flags & (WORD_LIKE | EPONYM)) === 0)
    return (flags & NAME) !== 0 && ((flags & GIVEN) !== 0 || PERSON_ONLY.has(before)) ? 0.6 : 0.1;
  if ((flags & WORD_LIKE) !== 0) return isWordInPerson(tokens, at) ? 0.55 : 0.1;
  if ((flags & EPONYM) !== 0) return BEFORE_PERSON.has(before) || (flags & (GIVEN | FAMILY)) !== 0 ? 0.55 : 0.2;
  return (flags & NAME) !== 0 ? 0.6 : 0.2;
}

/** At the beginning of a sentence, where every word has a capital. */
function scoreOpening(tokens: TokenList, at: number): number {
  const flags = flagsAt(tokens, at);
  const next = wordAt(tokens, at + 1);
  const wills =
    (WILLING.has(next) && tokens.shape[at + 1] === LOWER) || (next === 'and' && COMPANY.has(wordAt(tokens, at + 2)));
  const known = (flags & WORD_LIKE) === 0 || ((flags & NAME) !== 0 && (flags & FAMILY) !== 0);
  if (wills && (flags & MEDICAL) === 0 && known) return 0.85;
  if (tokens.shape[at] === UPPER) return isPlainName(tokens, at) ? 0.55 : 0;
  if (opensSentence(tokens, at)) return 0.6;
  if (!isActing(tokens, at) && !isAtBedside(tokens, at)) return 0.1;
  if ((flags & WORD_LIKE) === 0) return (flags & NAME) !== 0 || wordAt(tokens, at).length > 3 ? 0.7 : 0.3;
  return (flags & GIVEN) !== 0 && (flags & MEDICAL) === 0 ? 0.6 : 0.1;
}

/** `Duane in triage noted`, `20 min spent. Ingrid`: a name that is nothing else, and no heading. */
function opensSentence(tokens: TokenList, at: number): boolean {
  const flags = flagsAt(tokens, at);
  if ((flags & NAME) === 0) return false;
  if (doesWhatOnlyPeopleDo(tokens, at)) return true;
  if ((flags & WORD_LIKE) !== 0 || markAt(tokens, at + 1) === ':') return false;
  const verb = tokens.shape[at + 1] === LOWER && PERSON_VERBS.has(wordAt(tokens, at + 1));
  if ((flags & EPONYM) !== 0) return (flags & GIVEN) !== 0 && verb && hasPersonVerbAfter(tokens, at);
  if ((flags & GIVEN) !== 0) return true;
  const goesOn = tokens.shape[at + 1] === LOWER && gapBefore(tokens, at + 1) < LINE;
  return (
    wordAt(tokens, at).length >= 5 && (goesOn || markAt(tokens, at + 1) === '.' || gapBefore(tokens, at + 1) >= LINE)
  );
}

/** `Pain to see in consultation`, `Sweet will cover the weekend`, `Hunter drew the blood`, `Mark turned ninety`: words of English too. */
function doesWhatOnlyPeopleDo(tokens: TokenList, at: number): boolean {
  const flags = flagsAt(tokens, at);
  const verb = wordAt(tokens, at + 1);
  const then = wordAt(tokens, at + 2);
  if (tokens.shape[at + 1] !== LOWER || gapBefore(tokens, at + 1) >= LINE) return false;
  if (verb === 'to') return IN_PERSON.has(then) && wordAt(tokens, at) !== 'hope';
  if (verb === 'will') return IN_PERSON.has(then) || then === 'call' || then === 'visit' || then === 'drive';
  if (verb === 'says' || verb === 'said') return (flags & MEDICAL) === 0;
  if (verb === 'turned') return isNumber(tokens, at + 2) || AGES.has(then);
  return verb === 'drew' && (then === 'the' || then === 'blood' || then === 'labs');
}

/** `asked that Hope be told`, `here with Rich.`, `out by Harmony.`: a word of English with a capital that only a person explains. */
function isWordInPerson(tokens: TokenList, at: number): boolean {
  const flags = flagsAt(tokens, at);
  if ((flags & NAME) === 0 || (flags & MEDICAL) !== 0 || MONTHS.has(wordAt(tokens, at))) return false;
  if (tokens.shape[at - 1] !== LOWER || tokens.shape[at] !== CAPITAL || isCapitalized(tokens, at + 1)) return false;
  const before = wordAt(tokens, at - 1);
  if (before === 'that')
    return (flags & (GIVEN | FAMILY)) !== 0 && tokens.shape[at + 1] === LOWER && AFTER_THAT.has(wordAt(tokens, at + 1));
  const closes = !isWord(tokens, at + 1) || gapBefore(tokens, at + 1) >= LINE;
  if (before === 'under') return closes && isNumber(tokens, at - 2);
  if (before === 'by' && HANDIWORK.has(wordAt(tokens, at - 2))) return closes;
  return (flags & (GIVEN | FAMILY)) !== 0 && PERSON_ONLY.has(before) && closes;
}

function isActing(tokens: TokenList, at: number): boolean {
  return ACTING.has(wordAt(tokens, at + 1)) && tokens.shape[at + 1] === LOWER;
}

function isAtBedside(tokens: TokenList, at: number): boolean {
  return wordAt(tokens, at + 1) === 'at' && wordAt(tokens, at + 2) === 'bedside';
}

/** `Auth A88213470`: the word before a code. */
function isLabelOfCode(tokens: TokenList, at: number): boolean {
  const number = isWord(tokens, at + 1) ? at + 2 : -1;
  return (
    number !== -1 && tokens.kind[number] === NUMBER && tokens.gap[number] === GLUED && gapBefore(tokens, at + 1) < LINE
  );
}

/** Done by a person, not by a department: `dressing changed by Harmony`. */
const HANDIWORK = wordSet(
  'out changed removed drawn placed pulled taken given done checked brought driven helped fed bathed cleaned poured prepared raised written read',
);
/** What a clinician is asked `to`, or `will`, do. */
const IN_PERSON = wordSet('see follow evaluate consult staff cover round');
const AGES = wordSet('sixty seventy eighty ninety one a eighteen twenty thirty forty fifty');
const AFTER_THAT = wordSet('be is was has had will would should call comes sees stays takes');
/** Words that a person follows, and never a place. */
const PERSON_ONLY = wordSet(
  'with by per told asked called calling notified informed phoned paged texted thanked saw see and for',
);
const COMPANY = wordSet('colleagues associates team partners');
/** Verbs of will, which a surname at the beginning of a sentence is the subject of. */
const WILLING = wordSet(
  'wants wanted thinks believes agrees agreed recommends recommended says asked requests requested prefers advised advises',
);
