import type { DeidentifiedChart } from '#deidentify/index.ts';
import { findEmFamily } from '../em/em-families.ts';
import type { NumberedDocument, NumberedSpan } from './spans.ts';

/** What one request shows of a chart: whole documents where they fit, pieces of long ones. */
export interface ChartPart {
  readonly index: number;
  readonly count: number;
  readonly documents: readonly NumberedDocument[];
  readonly leveledVisit: boolean;
}

/** Characters for the number, the brackets and the line break of a span. */
const SPAN_OVERHEAD = 8;
const DOCUMENT_OVERHEAD = 200;

/**
 * Cuts a chart into parts of at most `maxCharacters` of text: documents stay together while they fit, a longer one is cut between
 * spans. Every span is in exactly one part; a chart without text is one part.
 */
export function toParts(
  chart: DeidentifiedChart,
  documents: readonly NumberedDocument[],
  maxCharacters: number,
): ChartPart[] {
  const groups: NumberedDocument[][] = [];
  let room = 0;
  for (const piece of documents.flatMap((document) => cut(document, maxCharacters))) {
    const size = DOCUMENT_OVERHEAD + sizeOf(piece.spans);
    if (groups.length === 0 || size > room) {
      groups.push([]);
      room = maxCharacters;
    }
    groups.at(-1)?.push(piece);
    room -= size;
  }
  if (groups.length === 0) groups.push([]);
  const leveledVisit = chart.claim.items.some(({ code }) => findEmFamily(code) !== undefined);
  return groups.map((group, index) => ({ index, count: groups.length, documents: group, leveledVisit }));
}

function cut({ document, spans }: NumberedDocument, maxCharacters: number): NumberedDocument[] {
  const pieces: NumberedSpan[][] = [];
  let room = 0;
  for (const span of spans) {
    const size = sizeOf([span]);
    if (pieces.length === 0 || size > room) {
      pieces.push([]);
      room = maxCharacters - DOCUMENT_OVERHEAD;
    }
    pieces.at(-1)?.push(span);
    room -= size;
  }
  return pieces.map((piece) => ({ document, spans: piece }));
}

function sizeOf(spans: readonly NumberedSpan[]): number {
  return spans.reduce((sum, { text }) => sum + text.length + SPAN_OVERHEAD, 0);
}
