import { describe, expect, it } from '@jest/globals';
import { sourcePositionOf } from '#chart/index.ts';
import { TextBuilder } from '#chart/text/text-builder.ts';

describe('text and its offsets', () => {
  it('joins runs that follow one another in text and source', () => {
    const builder = new TextBuilder();
    builder.keep('ab', { start: 4, length: 2 });
    builder.keep('cd', { start: 6, length: 2 });
    builder.keep('ef', { start: 9, length: 2 });
    expect(builder.build().offsets.runs).toEqual([
      { textStart: 0, length: 4, sourceStart: 4, sourceLength: 4 },
      { textStart: 4, length: 2, sourceStart: 9, sourceLength: 2 },
    ]);
  });

  it('leads made text to the end of what comes before it, and decoded text to its escape', () => {
    const builder = new TextBuilder();
    builder.keep('a', { start: 3, length: 1 });
    builder.made('\n');
    builder.decoded('&', { start: 10, length: 5 });
    const { offsets } = builder.build();
    expect([0, 1, 2, 3].map((offset) => sourcePositionOf(offsets, offset).offset)).toEqual([3, 4, 10, 15]);
  });

  it('leads an offset of a PDF to its page', () => {
    const builder = new TextBuilder();
    builder.keep('one', { start: 0, length: 3, page: 1 });
    builder.made('\n\n');
    builder.keep('two', { start: 0, length: 3, page: 2 });
    expect(sourcePositionOf(builder.build().offsets, 6)).toEqual({ offset: 1, page: 2 });
  });
});
