import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findSections, findSentences } from '#review/language/index.ts';

const sentencesOf = (text: string): string[] =>
  findSentences(text, findSections(text)).map(({ start, end }) => text.slice(start, end));

describe('findSentences', () => {
  it('ends a sentence at its full stop but not at that of an abbreviation', () => {
    expect(sentencesOf('Seen by Dr. [CLINICIAN-1] today. No fever.')).toEqual([
      'Seen by Dr. [CLINICIAN-1] today.',
      'No fever.',
    ]);
  });

  it('leaves bullets and list numbers out', () => {
    expect(sentencesOf('1. Gout\n2) Hypertension\n- rest')).toEqual(['Gout', 'Hypertension', 'rest']);
  });

  it('splits a list that stands in one line', () => {
    expect(sentencesOf('DX: 1) Syncope 2) CAD 3) Gout')).toEqual(['Syncope', 'CAD', 'Gout']);
  });

  it('joins a line that goes on in lower case', () => {
    const text = 'The patient has been taking his medicine every day without\nany trouble at all.';
    expect(sentencesOf(text)).toEqual([text]);
  });

  it('parts table cells', () => {
    expect(sentencesOf('Type 2 diabetes | Hypertension | Obesity')).toEqual([
      'Type 2 diabetes',
      'Hypertension',
      'Obesity',
    ]);
  });

  it('gives sentences in order, inside the text, without overlap', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9:.;| \n-]{0,120}$/), (text) => {
        const sentences = findSentences(text, findSections(text));
        return sentences.every(
          ({ start, end }, i) => start < end && end <= text.length && start >= (sentences[i - 1]?.end ?? 0),
        );
      }),
    );
  });
});
