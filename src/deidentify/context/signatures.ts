import type { Detector, Note } from '../detector.ts';
import { COMMON, MEDICAL } from '../lexicon/flags.ts';
import { UNITS, wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan } from '../span.ts';
import { BEHIND_LEAD, LINE_LEAD, UPPER_LEAD } from '../text/leads.ts';
import {
  endOf,
  flagsAt,
  gapBefore,
  isGlued,
  isNumber,
  isWord,
  markAt,
  startOf,
  startsSentence,
  wordAt,
} from '../text/reading.ts';
import { LINE, LOWER, UPPER, type TokenList } from '../text/token-list.ts';

/** Initials of dictating clinicians and typists: `transcribed 10-26-2024 by im`, `SKO/jlb`, `(AJJ)` at the end of a line. */
export const signatures: Detector = {
  name: 'context',
  detect: ({ tokens }: Note) => {
    const spans: DetectedSpan[] = [];
    const add = (at: number): void => {
      spans.push({ start: startOf(tokens, at), end: endOf(tokens, at), type: 'NAME', score: 0.8, detector: 'context' });
    };
    for (let at = 0; at < tokens.count; at++) {
      if (!isWord(tokens, at) || !mayBegin(tokens, at)) continue;
      const length = endOf(tokens, at) - startOf(tokens, at);
      if (length === 1 && isDottedSigner(tokens, at)) {
        add(at);
        add(at + 2);
        add(at + 5);
      }
      if (length < 2 || length > 4) continue;
      if (isJobTypist(tokens, at)) {
        add(at);
        spans.push({
          start: startOf(tokens, at + 2),
          end: endOf(tokens, at + 2),
          type: 'ID',
          score: 0.8,
          detector: 'context',
        });
      }
      if (isTypist(tokens, at) || isLabelledTypist(tokens, at) || isOnShift(tokens, at)) add(at);
      else if (isSigner(tokens, at)) {
        add(at);
        add(at + 2);
      } else if (takesOver(tokens, at)) add(at);
    }
    return spans;
  },
};

/** Initials are capitals, or begin a line, or stand behind a mark, a number or `by`. */
function mayBegin(tokens: TokenList, at: number): boolean {
  return ((tokens.leads[at] ?? 0) & LEADS) !== 0 || wordAt(tokens, at - 1) === 'by';
}

const LEADS = UPPER_LEAD | LINE_LEAD | BEHIND_LEAD;
const TYPED = wordSet(
  'transcribed typed dictated entered scribed signed documented recorded transcriptionist initialed',
);
const CHORES = wordSet('adjust follow call check recheck see monitor change review titrate repeat round notify');

/** `C.P.:na` on a line of its own. */
function isDottedSigner(tokens: TokenList, at: number): boolean {
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
function isLabelledTypist(tokens: TokenList, at: number): boolean {
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
function isJobTypist(tokens: TokenList, at: number): boolean {
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

/** `BTB 0700-1900`. */
function isOnShift(tokens: TokenList, at: number): boolean {
  const clock = (index: number): boolean =>
    isNumber(tokens, index) && /^(?:[01]\d|2[0-4])[0-5]\d$/.test(tokens.key[index] ?? '');
  const shift = clock(at + 1) && markAt(tokens, at + 2) === '-' && clock(at + 3);
  return shift && tokens.shape[at] === UPPER && wordAt(tokens, at).length <= 3 && startsSentence(tokens, at);
}

/** Two or three letters after `by`, shortly after a word of writing; `by mouth` is no one. */
function isTypist(tokens: TokenList, at: number): boolean {
  if (wordAt(tokens, at - 1) !== 'by' || gapBefore(tokens, at) >= LINE) return false;
  const dated = tokens.shape[at] === UPPER && (wordAt(tokens, at + 1) === 'on' || wordAt(tokens, at + 1) === 'at');
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
function isSigner(tokens: TokenList, at: number): boolean {
  const mark = markAt(tokens, at + 1);
  if ((mark !== '/' && mark !== ':') || !isGlued(tokens, at + 1) || !isGlued(tokens, at + 2)) return false;
  const second = wordAt(tokens, at + 2);
  if (second.length < 2 || second.length > 3 || tokens.shape[at + 2] !== LOWER) return false;
  if (gapBefore(tokens, at + 3) < LINE) {
    const first = wordAt(tokens, at);
    const dated = isNumber(tokens, at + 3) && !isGlued(tokens, at + 3) && markAt(tokens, at + 4) === '/';
    const plain = ((flagsAt(tokens, at) | flagsAt(tokens, at + 2)) & (COMMON | MEDICAL)) === 0 && !UNITS.has(second);
    const closed = markAt(tokens, at + 3) === '.' && (gapBefore(tokens, at + 4) > 0 || at + 4 >= tokens.count);
    return first.length <= 3 && tokens.shape[at] === UPPER && !isGlued(tokens, at) && (dated || (plain && closed));
  }
  const wordlike = (flagsAt(tokens, at) & flagsAt(tokens, at + 2) & (COMMON | MEDICAL)) !== 0;
  return !wordlike && (tokens.shape[at] === UPPER || gapBefore(tokens, at) >= LINE);
}

/** `LEV to adjust the drip rate`: capitals that are given a chore. */
function takesOver(tokens: TokenList, at: number): boolean {
  return (
    tokens.shape[at] === UPPER &&
    wordAt(tokens, at).length === 3 &&
    wordAt(tokens, at + 1) === 'to' &&
    CHORES.has(wordAt(tokens, at + 2)) &&
    (flagsAt(tokens, at) & MEDICAL) === 0
  );
}
