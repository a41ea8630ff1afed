import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { titleFeatures, tokenize } from '#review/language/index.ts';

const terms = (text: string): string[] => tokenize(text).map(({ term }) => term);

describe('tokenize', () => {
  it('brings abbreviations, lay words and titles to the same words', () => {
    expect(terms('HTN')).toEqual(terms('high blood pressure'));
    expect(terms('HFrEF')).toEqual(expect.arrayContaining(terms('systolic CHF')));
    expect(terms('stage IIIa CKD')).toEqual(['stage', 'stage_3a', 'ckd']);
  });

  it('reads L and R as sides, but not litres', () => {
    expect(terms('L knee')).toEqual(['left', 'knee']);
    expect(terms('2 L NC')).not.toContain('left');
  });

  it('gives no word for what de-identification put in', () => {
    expect(terms('[PATIENT] fell on [DAY -14]')).toEqual(['fell', 'on']);
  });

  it('wants capitals for abbreviations that are words otherwise', () => {
    expect(terms('pe')).toEqual(['pe']);
    expect(terms('PE')).toEqual(['pulmonary_embolism']);
  });

  it('gives spans of the text, in order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const tokens = tokenize(text);
        return tokens.every(
          ({ start, end }, i) => start < end && end <= text.length && start >= (tokens[i - 1]?.start ?? 0),
        );
      }),
    );
  });
});

describe('titleFeatures', () => {
  it('parts what a title claims from what it excludes', () => {
    const features = titleFeatures('Gastro-esophageal reflux disease with esophagitis, without bleeding');
    expect([...features.present]).toEqual(['gerd', 'esophagitis']);
    expect(features.absent).toEqual([['hemorrhage']]);
  });

  it('reads side and openness', () => {
    expect(titleFeatures('Chronic mucoid otitis media, bilateral').side).toBe('bilateral');
    expect(
      titleFeatures('Unilateral inguinal hernia, without obstruction or gangrene, not specified as recurrent').present,
    ).not.toContain('recurrent');
    expect(titleFeatures('Anxiety disorder, unspecified').unspecified).toBe(true);
  });
});
