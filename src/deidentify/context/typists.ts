import { COMMON, MEDICAL } from '../lexicon/flags.ts';
import { MONTHS, UNITS, wordSet } from '../patterns/vocabulary.ts';
import { flagsAt, gapBefore, isGlued, isNumber, isWord, markAt, startsSentence, wordAt } from '../text/reading.ts';
import { LINE, LOWER, UPPER, type TokenList } from '../text/token-list.ts';

const TYPED = wordSet(
  'transcribed typed dictated entered scribed signed documented recorded transcriptionist initialed printed uploaded scanned photographed filed keyed verified',
);

/** `ci/sm dd 3 June`: who dictated and who typed, then when. */
export function isDictation(tokens: TokenList, at: number): boolean {
  const mark = markAt(tokens, at + 1);
  const label = wordAt(tokens, at + 3);
  return (
    (mark === '/' || mark === ':') &&
    isGlued(tokens, at + 1) &&
    isGlued(tokens, at + 2) &&
    wordAt(tokens, at + 2).length <= 3 &&
    wordAt(tokens, at + 2).length > 1 &&
    (label === 'dd' || label === 'dt' || label === 'dictated' || label === 'job')
  );
}

/** `C.P.:na` on a line of its own. */
export function isDottedSigner(tokens: TokenList, at: number): boolean {
  return (
    gapBefore(tokens, at) >= LINE &&
    tokens.shape[at] === UPPER &&
    markAt(tokens, at + 1) === '.' &&
    wordAt(tokens, at + 2).length === 1 &&
    markAt(tokens, at + 3) === '.' &&
    (markAt(tokens, at + 4) === ':' || markAt(tokens, at + 4) === '/') &&
    isGlued(tokens, at + 5) &&
    isWord(tokens, at + 5) &&
    wordAt(tokens, at + 5).length <= 3 &&
    gapBefore(tokens, at + 6) >= LINE
  );
}

/** `Transcriptionist: ln`. */
export function isLabelledTypist(tokens: TokenList, at: number): boolean {
  const label = markAt(tokens, at - 1) === ':' || markAt(tokens, at - 1) === '-' ? wordAt(tokens, at - 2) : '';
  return (
    TYPISTS.has(label) &&
    gapBefore(tokens, at) < LINE &&
    wordAt(tokens, at).length <= 3 &&
    gapBefore(tokens, at + 1) >= LINE
  );
}

const TYPISTS = wordSet('transcriptionist typist transcriber transcribed typed scribe initials dictated');

/** `DT: 10.01.2021 lh / 392806`: a typist and the number of the job, behind a date. */
export function isJobTypist(tokens: TokenList, at: number): boolean {
  const { length } = wordAt(tokens, at + 2) === '' && isNumber(tokens, at + 2) ? (tokens.key[at + 2] ?? '') : '';
  return (
    tokens.shape[at] === LOWER &&
    isNumber(tokens, at - 1) &&
    gapBefore(tokens, at) < LINE &&
    wordAt(tokens, at).length <= 3 &&
    markAt(tokens, at + 1) === '/' &&
    length >= 5 &&
    length <= 9
  );
}

/** Two or three letters after `by`, shortly after a word of writing; `by mouth` is no one. */
export function isTypist(tokens: TokenList, at: number): boolean {
  if (wordAt(tokens, at - 1) !== 'by' || gapBefore(tokens, at) >= LINE) return false;
  const dated =
    (tokens.shape[at] === UPPER && (wordAt(tokens, at + 1) === 'on' || wordAt(tokens, at + 1) === 'at')) ||
    MONTHS.has(wordAt(tokens, at + 1)) ||
    (wordAt(tokens, at + 1) === 'the' && isNumber(tokens, at + 2));
  const ends = !isWord(tokens, at + 1) || gapBefore(tokens, at + 1) >= LINE || dated;
  const done = wordAt(tokens, at - 2);
  if (ends && tokens.shape[at] === UPPER && wordAt(tokens, at).length <= 3 && wordAt(tokens, at) !== 'me')
    if (
      (done === 'out' && TYPED.has(wordAt(tokens, at - 3))) ||
      done === 'roomed' ||
      (done === 'taken' && wordAt(tokens, at - 3) === 'vitals')
    )
      return true;
  if (!ends || wordAt(tokens, at).length > 3 || wordAt(tokens, at) === 'me')
    return ends && wordAt(tokens, at) === 'me' && isWrittenBefore(tokens, at);
  return isWrittenBefore(tokens, at);
}

/** A date may stand between: `transcribed 10-26-2024 by im`. */
function isWrittenBefore(tokens: TokenList, at: number): boolean {
  for (let before = at - 2; before > at - 10 && before >= 0; before--) {
    if (TYPED.has(wordAt(tokens, before))) return isNumber(tokens, at - 2) || before === at - 2;
    if (isWord(tokens, before) && gapBefore(tokens, before) >= LINE) return false;
  }
  return false;
}

/** `SKO/jlb` or `SKO:jlb` that ends a line. */
export function isSigner(tokens: TokenList, at: number): boolean {
  if (wordAt(tokens, at + 2) === 'dd') return false;
  const mark = markAt(tokens, at + 1);
  if ((mark !== '/' && mark !== ':') || !isGlued(tokens, at + 1) || !isGlued(tokens, at + 2)) return false;
  const second = wordAt(tokens, at + 2);
  if (second.length < 2 || second.length > 3 || tokens.shape[at + 2] !== LOWER) return false;
  if (gapBefore(tokens, at + 3) < LINE) {
    const first = wordAt(tokens, at);
    const dated = isNumber(tokens, at + 3) && !isGlued(tokens, at + 3) && markAt(tokens, at + 4) === '/';
    const plain = ((flagsAt(tokens, at) | flagsAt(tokens, at + 2)) & (COMMON | MEDICAL)) === 0 && !UNITS.has(second);
    const closed = markAt(tokens, at + 3) === '.' && (gapBefore(tokens, at + 4) > 0 || at + 4 >= tokens.count);
    const dictated = opensAfterDictation(tokens, at) && !NO_TYPISTS.has(second);
    return (
      first.length <= 3 &&
      tokens.shape[at] === UPPER &&
      !isGlued(tokens, at) &&
      (dated || (plain && closed) || dictated)
    );
  }
  const wordlike = (flagsAt(tokens, at) & flagsAt(tokens, at + 2) & (COMMON | MEDICAL)) !== 0;
  return !wordlike && (tokens.shape[at] === UPPER || gapBefore(tokens, at) >= LINE);
}

/** `Dictated but not read. FT:gc`: the sentence before tells of writing. */
function opensAfterDictation(tokens: TokenList, at: number): boolean {
  if (!startsSentence(tokens, at)) return false;
  for (let before = at - 1; before > at - 9 && before >= 0; before--)
    if (TYPED.has(wordAt(tokens, before))) return true;
  return false;
}

const NO_TYPISTS = wordSet('yes no na nl wnl neg pos nr un ok');

/** `T: 27 January 2024 jn Job no. 4471`, `Transcriptionist ae, 4/7/23`: two or three small letters of who typed. */
export function isTypistOfJob(tokens: TokenList, at: number): boolean {
  if (tokens.shape[at] !== LOWER || wordAt(tokens, at).length > 3 || gapBefore(tokens, at) >= LINE) return false;
  if (isNumber(tokens, at - 1)) return wordAt(tokens, at + 1) === 'job' && !isGlued(tokens, at);
  return TYPISTS.has(wordAt(tokens, at - 1)) && markAt(tokens, at + 1) === ',' && isNumber(tokens, at + 2);
}
