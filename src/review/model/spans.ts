import type { DeidentifiedDocument } from '#deidentify/index.ts';
import type { Evidence } from '../finding.ts';
import { findSections, findSentences } from '../language/index.ts';

/** A numbered piece of a document: what the model may point to. `text === document.text.slice(start, end)`. */
export interface NumberedSpan {
  /** Counted through all documents of the chart, from 1. */
  readonly number: number;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface NumberedDocument {
  readonly document: DeidentifiedDocument;
  readonly spans: readonly NumberedSpan[];
}

/** Longer pieces (a note without a full stop) are cut at white space, so that a quote stays one that a person reads. */
const LONGEST_SPAN = 400;

/** Cuts the documents into numbered spans: headings and sentences, in order, without overlap. */
export function numberSpans(documents: readonly DeidentifiedDocument[]): NumberedDocument[] {
  let number = 0;
  return documents.map((document) => ({
    document,
    spans: listPieces(document.text).map(([start, end]) => {
      number += 1;
      return { number, document: document.id, start, end, text: document.text.slice(start, end) };
    }),
  }));
}

export function toEvidence({ document, start, end, text }: NumberedSpan): Evidence {
  return { document, start, end, quote: text };
}

function listPieces(text: string): [number, number][] {
  const sections = findSections(text);
  const headings = sections.map(({ start, bodyStart }) => trim(text, start, bodyStart));
  const sentences = findSentences(text, sections).map(({ start, end }): [number, number] => [start, end]);
  const pieces = [...headings, ...sentences].toSorted(([a], [b]) => a - b);
  return withoutOverlap(pieces).flatMap(([start, end]) => cutLong(text, start, end));
}

function trim(text: string, start: number, end: number): [number, number] {
  const piece = text.slice(start, end);
  const from = start + (piece.length - piece.trimStart().length);
  return [from, Math.max(from, start + piece.trimEnd().length)];
}

function withoutOverlap(pieces: readonly [number, number][]): [number, number][] {
  const kept: [number, number][] = [];
  for (const [start, end] of pieces) {
    const from = Math.max(start, kept.at(-1)?.[1] ?? 0);
    if (end > from) kept.push([from, end]);
  }
  return kept;
}

function cutLong(text: string, start: number, end: number): [number, number][] {
  const cuts: [number, number][] = [];
  let from = start;
  while (end - from > LONGEST_SPAN) {
    const space = text.lastIndexOf(' ', from + LONGEST_SPAN);
    const to = space > from + LONGEST_SPAN / 2 ? space : wholeCharacter(text, from + LONGEST_SPAN);
    cuts.push(trim(text, from, to));
    from = to;
  }
  cuts.push(trim(text, from, end));
  return cuts.filter(([a, b]) => b > a);
}

/** Not between the two halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
