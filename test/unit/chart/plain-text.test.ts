import { describe, expect, it } from '@jest/globals';
import { sourcePositionOf } from '#chart/index.ts';
import { readPlainText } from '#chart/text/plain-text.ts';

describe('plain text', () => {
  it('keeps what stands there, white space at both ends too', () => {
    expect(readPlainText('  HPI:\tcough \n').text).toBe('  HPI:\tcough \n');
  });

  it('has one kind of line end, and offsets that lead back across the others', () => {
    const source = 'one\r\ntwo\rthree\nfour';
    const { text, offsets } = readPlainText(source);
    expect(text).toBe('one\ntwo\nthree\nfour');
    for (const word of ['one', 'two', 'three', 'four']) {
      expect(sourcePositionOf(offsets, text.indexOf(word)).offset).toBe(source.indexOf(word));
    }
  });

  it('has a space where the source has a NUL', () => {
    expect(readPlainText('a\0b').text).toBe('a b');
  });
});
