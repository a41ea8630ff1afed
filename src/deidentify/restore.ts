import { AppError } from '#kernel/index.ts';
import type { TokenSpan } from './span.ts';

/** One text of a chart with what was replaced in it. `text` is the original. */
export interface MappedText {
  readonly text: string;
  readonly spans: readonly TokenSpan[];
}

/**
 * What leads back from a de-identified chart to the chart: full of PHI, plain JSON, to be sealed. Documents by DocumentReference.id; other
 * texts (titles, displays) by where they stand, such as `title:abc` or `fact:Condition/abc`.
 */
export interface PhiMap {
  readonly version: 1;
  readonly documents: Readonly<Record<string, MappedText>>;
  readonly texts: Readonly<Record<string, MappedText>>;
  /** Token → the fullest form of what it stands for; for text that a model wrote about the chart. */
  readonly tokens: Readonly<Record<string, string>>;
}

/** A place in an original text. */
export interface RestoredEvidence {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/**
 * The original text. Works by the spans' offsets, never by searching for tokens, so that a text which already held `[PATIENT]` comes back
 * byte for byte. `originals` are the replaced pieces in the order of the spans.
 * @throws AppError `internal` when the text is not the one that the spans belong to.
 */
export function restoreText(deidentified: string, spans: readonly TokenSpan[], originals: readonly string[]): string {
  const pieces: string[] = [];
  let from = 0;
  spans.forEach((span, at) => {
    const original = originals[at];
    if (original === undefined || deidentified.slice(span.tokenStart, span.tokenEnd) !== span.token)
      throw foreignText();
    pieces.push(deidentified.slice(from, span.tokenStart), original);
    from = span.tokenEnd;
  });
  pieces.push(deidentified.slice(from));
  return pieces.join('');
}

function foreignText(): AppError {
  return new AppError('internal', { publicMessage: 'The text does not belong to this map of identifiers.' });
}

/** The replaced pieces of an original text, in order. */
export function originalsOf({ text, spans }: MappedText): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

/**
 * Offsets in the original text for a stretch of the de-identified one. A stretch that begins or ends within a token takes in the whole
 * token.
 * @throws AppError `not-found` when the map has no such document, `input-invalid` when the offsets lie outside of it.
 */
export function restoreEvidence(map: PhiMap, documentId: string, start: number, end: number): RestoredEvidence {
  const mapped = Object.hasOwn(map.documents, documentId) ? map.documents[documentId] : undefined;
  if (mapped === undefined)
    throw new AppError('not-found', { publicMessage: 'The map of identifiers has no such document.' });
  const originalStart = toOriginal(mapped, start, 'start');
  const originalEnd = Math.max(originalStart, toOriginal(mapped, end, 'end'));
  if (start < 0 || end < start || originalEnd > mapped.text.length) {
    throw new AppError('input-invalid', { publicMessage: 'The evidence lies outside of the document.' });
  }
  return { start: originalStart, end: originalEnd, quote: mapped.text.slice(originalStart, originalEnd) };
}

/** Last span that begins before an offset of the de-identified text, by binary search. */
function toOriginal({ spans }: MappedText, offset: number, edge: 'start' | 'end'): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span !== undefined && (edge === 'start' ? span.tokenStart <= offset : span.tokenStart < offset))
      low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  if (span === undefined) return offset;
  if (offset < span.tokenEnd) return edge === 'start' ? span.start : span.end;
  return span.end + (offset - span.tokenEnd);
}

/** Puts the people and places back into text that was written about the chart, such as a rationale. Unknown tokens stay. */
export function restoreTokens(map: PhiMap, text: string): string {
  return text.replace(/\[[A-Z0-9][A-Z0-9 +-]{0,40}\]/g, (token) =>
    Object.hasOwn(map.tokens, token) ? (map.tokens[token] ?? token) : token,
  );
}
