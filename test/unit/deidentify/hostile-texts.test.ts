import { describe, expect, it } from '@jest/globals';
import { detectLocally } from '#deidentify/detect.ts';
import { checkForLeaks, NOTHING_KNOWN } from '#deidentify/index.ts';
import { compileRecord } from '#deidentify/known/compiled-record.ts';

const PIECES = [
  '12-',
  '1/2/',
  '(01)1',
  'S.P.',
  "O'",
  'Van ',
  'De La ',
  'van der ',
  'St. ',
  'username:',
  'CC: Smith, Mary ',
  '::',
  'Mary-',
  'ninety-',
  'of the ',
];

describe('texts that repeat one piece without end', () => {
  it.each(PIECES)('are read to their end: %j', (piece) => {
    const text = piece.repeat(50_000 / piece.length);
    const spans = detectLocally(text, compileRecord(NOTHING_KNOWN));
    expect(spans.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
    expect(checkForLeaks(text, NOTHING_KNOWN).hits.every(({ count }) => count > 0)).toBe(true);
  });
});
