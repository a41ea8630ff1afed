import type { Evidence } from '../finding.ts';
import type { AnalysedDocument, Sentence } from './analysed-document.ts';
import { assertionOf, findCues, type AssertionResult, type Span } from './assertion.ts';

/** The evidence at a span of a document, cut from the text itself: `quote === text.slice(start, end)`. */
export function evidenceAt({ document }: AnalysedDocument, span: Span): Evidence {
  return { document: document.id, start: span.start, end: span.end, quote: document.text.slice(span.start, span.end) };
}

export function sentenceAt(document: AnalysedDocument, offset: number): Sentence | undefined {
  return document.sentences.find(({ start, end }) => start <= offset && offset < end);
}

/** What the document says about whatever stands at the span (a procedure, a drug, a device): asserted, negated … */
export function assertionAt(document: AnalysedDocument, span: Span): AssertionResult {
  const sentence = sentenceAt(document, span.start);
  if (sentence === undefined) return { assertion: 'asserted', cue: undefined };
  return assertionOf(findCues(document.document.text, sentence), span);
}

/** A match of a pattern with what the text says about it. The pattern needs the flag `g`. */
export interface PhraseMatch extends Span, AssertionResult {
  readonly text: string;
  readonly groups: readonly (string | undefined)[];
  readonly sentence: Sentence | undefined;
}

export function findPhrases(document: AnalysedDocument, pattern: RegExp): PhraseMatch[] {
  return [...document.document.text.matchAll(pattern)].map((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    return {
      ...span,
      ...assertionAt(document, span),
      text: match[0],
      groups: match.slice(1),
      sentence: sentenceAt(document, span.start),
    };
  });
}
