import type { Detector, Note } from '../detector.ts';
import { COMMON, MEDICAL } from '../lexicon/flags.ts';
import { wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan } from '../span.ts';
import { endOf, flagsAt, gapBefore, isGlued, isNumber, isWord, markAt, startOf, wordAt } from '../text/reading.ts';
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
      if (!isWord(tokens, at)) continue;
      const length = endOf(tokens, at) - startOf(tokens, at);
      if (length < 2 || length > 4) continue;
      if (isTypist(tokens, at)) add(at);
      else if (isSigner(tokens, at)) {
        add(at);
        add(at + 2);
      } else if (takesOver(tokens, at)) add(at);
    }
    return spans;
  },
};

const TYPED = wordSet(
  'transcribed typed dictated entered scribed signed documented recorded transcriptionist initialed',
);
const CHORES = wordSet('adjust follow call check recheck see monitor change review titrate repeat round notify');

/** Two or three letters after `by`, shortly after a word of writing; `by mouth` is no one. */
function isTypist(tokens: TokenList, at: number): boolean {
  if (wordAt(tokens, at - 1) !== 'by' || gapBefore(tokens, at) >= LINE) return false;
  const ends = !isWord(tokens, at + 1) || gapBefore(tokens, at + 1) >= LINE;
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
  if (second.length < 2 || second.length > 3 || tokens.shape[at + 2] !== LOWER || gapBefore(tokens, at + 3) < LINE)
    return false;
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
