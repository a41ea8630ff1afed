import { describe, expect, it } from '@jest/globals';
import { diagnosisSynonyms, isCodeShaped } from '#codes/index.ts';
import { parseSynonyms } from '#codes/synonyms/diagnosis-synonyms.ts';

describe('the synonyms of diagnoses', () => {
  const synonyms = diagnosisSynonyms();
  const find = (term: string) => synonyms.find((synonym) => synonym.term === term);

  it.each([
    ['htn', 'I10'],
    ['t2dm', 'E11.9'],
    ['ckd 3b', 'N18.32'],
    ['chf', 'I50.9'],
    ['hfref', 'I50.20'],
    ['copd', 'J44.9'],
    ['afib', 'I48.91'],
    ['gerd', 'K21.9'],
    ['osa', 'G47.33'],
    ['uti', 'N39.0'],
    ['bph', 'N40.0'],
  ])('know %s', (term, code) => {
    expect(find(term)?.codes[0]).toBe(code);
  });

  it('are lower-case words with one space between, and name codes', () => {
    for (const { term, codes } of synonyms) {
      expect(term).toMatch(/^\S+(?: \S+)*$/);
      expect(term).toBe(term.toLowerCase());
      expect(codes.length).toBeGreaterThan(0);
      expect(codes.every((code) => isCodeShaped(code))).toBe(true);
    }
  });

  it('have one meaning each', () => {
    expect(new Set(synonyms.map(({ term }) => term)).size).toBe(synonyms.length);
  });

  it('that are words of another kind in small letters need their capitals', () => {
    expect(parseSynonyms('I73.9 I70.2 = PAD | pvd')).toEqual([
      { term: 'pad', codes: ['I73.9', 'I70.2'], capitals: true },
      { term: 'pvd', codes: ['I73.9', 'I70.2'], capitals: false },
    ]);
  });
});
