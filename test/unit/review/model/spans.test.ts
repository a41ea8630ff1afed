import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toParts } from '#review/model/chart-parts.ts';
import { numberSpans } from '#review/model/spans.ts';
import { deidentifiedChart } from '#test/support/deidentified-chart.ts';
import { modelChart } from '#test/support/model-chart.ts';

const noteText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 1500 }),
  fc
    .array(
      fc.constantFrom('ASSESSMENT:', '\n', '1. ', 'Type 2 diabetes', '. ', ' | ', '\t', 'No fever; ', '🫀', '- '),
      { maxLength: 120 },
    )
    .map((words) => words.join('')),
  fc.string({ minLength: 900, maxLength: 3000 }).map((text) => text.replaceAll(/\s/g, 'x')),
);

const spansOf = (...texts: string[]) =>
  numberSpans(deidentifiedChart({ documents: texts.map((text) => ({ text })) }).documents).flatMap(
    ({ spans }) => spans,
  );

describe('numbered spans', () => {
  it('are verbatim, in order, without overlap and counted through the chart', () => {
    fc.assert(
      fc.property(fc.array(noteText, { minLength: 1, maxLength: 3 }), (texts) => {
        const spans = spansOf(...texts);
        expect(spans.map(({ number }) => number)).toEqual(spans.map((_, index) => index + 1));
        texts.forEach((text, index) => {
          let last = 0;
          for (const span of spans.filter(({ document }) => document === `note-${index + 1}`)) {
            expect(span.text).toBe(text.slice(span.start, span.end));
            expect(span.text.trim()).not.toBe('');
            expect(span.start).toBeGreaterThanOrEqual(last);
            expect(span.text.length).toBeLessThanOrEqual(400);
            last = span.end;
          }
        });
      }),
      { numRuns: 400 },
    );
  });

  it('leave no word of a note out of reach: what is between them is space, list marks and cell borders', () => {
    fc.assert(
      fc.property(noteText, (text) => {
        let rest = text;
        for (const { start, end } of spansOf(text).toReversed()) rest = rest.slice(0, start) + rest.slice(end);
        expect(rest.replaceAll(/[-*•#>|\s]|\(?\d{1,2}[.)]/g, '')).toBe('');
      }),
      { numRuns: 400 },
    );
  });

  it('keep a heading and a sentence apart, so that each can be pointed to', () => {
    expect(spansOf('ASSESSMENT: Asthma. Use inhaler.\nPLAN: Return.').map(({ text }) => text)).toEqual([
      'ASSESSMENT:',
      'Asthma.',
      'Use inhaler.',
      'PLAN:',
      'Return.',
    ]);
  });
});

describe('parts of a chart', () => {
  const chart = modelChart({
    documents: ['First note. '.repeat(80), 'Second note. '.repeat(10), 'Third note. '.repeat(10)],
  });
  const documents = numberSpans(chart.documents);

  it('hold every span once, in order, within their size', () => {
    const parts = toParts(chart, documents, 600);
    const numbers = parts.flatMap((part) => part.documents.flatMap(({ spans }) => spans.map(({ number }) => number)));
    expect(numbers).toEqual(documents.flatMap(({ spans }) => spans.map(({ number }) => number)));
    for (const part of parts) {
      const size = part.documents.flatMap(({ spans }) => spans).reduce((sum, { text }) => sum + text.length, 0);
      expect(size).toBeLessThanOrEqual(600);
    }
    expect(parts.length).toBeGreaterThan(2);
  });

  it('are one where the chart fits, also when it has no text', () => {
    expect(toParts(chart, documents, 60_000)).toHaveLength(1);
    expect(toParts(chart, [], 60_000)).toHaveLength(1);
  });
});
