import type { DetectedSpan, TokenSpan } from '../span.ts';
import type { TokenRegistry } from './token-registry.ts';

export interface DeidentifiedText {
  readonly text: string;
  readonly spans: readonly TokenSpan[];
}

/** Puts tokens in place of merged spans (sorted, no overlap). */
export function replaceSpans(
  original: string,
  spans: readonly DetectedSpan[],
  registry: TokenRegistry,
): DeidentifiedText {
  const pieces: string[] = [];
  const tokens: TokenSpan[] = [];
  let from = 0;
  let length = 0;
  for (const span of spans) {
    const token = registry.tokenFor(span, original);
    pieces.push(original.slice(from, span.start), token);
    const tokenStart = length + span.start - from;
    length = tokenStart + token.length;
    from = span.end;
    tokens.push({ start: span.start, end: span.end, type: span.type, token, tokenStart, tokenEnd: length });
  }
  pieces.push(original.slice(from));
  return { text: pieces.join(''), spans: tokens };
}
