import { ABROAD, CITY, COMMON, ENGLISH, EPONYM, MEDICAL } from '../lexicon/flags.ts';
import type { DetectedSpan } from '../span.ts';
import { flagsAt, gapBefore, isCapitalized, markAt, startsSentence, wordAt } from '../text/reading.ts';
import { LINE, tokenize, UPPER, type TokenList } from '../text/token-list.ts';
import type { Stretch } from './pieces.ts';

/** Local finds below this are guesses worth a second opinion. */
const SURE = 0.75;
const ORDINARY = COMMON | ENGLISH | MEDICAL | EPONYM;

/**
 * The sentences of a text in which the local detectors are unsure: they guessed, or left a capitalised word standing that no list explains.
 * Sorted, no overlap.
 */
export function unsureSentences(text: string, local: readonly DetectedSpan[]): Stretch[] {
  const tokens = tokenize(text);
  const found: Stretch[] = [];
  let from = 0;
  while (from < tokens.count) {
    const to = endOfSentence(tokens, from);
    const start = tokens.start[from] ?? 0;
    const end = tokens.end[to - 1] ?? text.length;
    if (
      isUnsure(
        tokens,
        { from, to },
        local.filter((span) => span.start < end && span.end > start),
      )
    )
      found.push({ start, end });
    from = to;
  }
  return found;
}

function endOfSentence(tokens: TokenList, from: number): number {
  for (let at = from + 1; at < tokens.count; at++)
    if (gapBefore(tokens, at) >= LINE || (startsSentence(tokens, at) && markAt(tokens, at - 1) === '.')) return at;
  return tokens.count;
}

function isUnsure(
  tokens: TokenList,
  { from, to }: { from: number; to: number },
  local: readonly DetectedSpan[],
): boolean {
  if (local.some(({ score }) => score < SURE)) return true;
  for (let at = from; at < to; at++) {
    if (!isCapitalized(tokens, at) || tokens.shape[at] === UPPER || wordAt(tokens, at).length < 3) continue;
    const flags = flagsAt(tokens, at);
    const start = tokens.start[at] ?? 0;
    if (local.some((span) => span.start <= start && span.end > start)) continue;
    if (
      (flags & ORDINARY) === 0 ||
      ((flags & (CITY | ABROAD)) !== 0 && !startsSentence(tokens, at) && (flags & (MEDICAL | EPONYM)) === 0)
    )
      return true;
  }
  return false;
}
