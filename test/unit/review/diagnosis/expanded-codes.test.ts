import { describe, expect, it } from '@jest/globals';
import { documentedKind } from '#review/rules/diagnosis/reading/expanded-codes.ts';

const quote = (words: string) => [{ documentId: 'note-1', quote: words, start: 0 }];

describe('codes that a later year took apart', () => {
  it.each([
    ['R05', 'Chronic cough, 11 weeks.', 'R05.3'],
    ['R05', 'subacute cough after a cold', 'R05.2'],
    ['R05', 'Acute cough.', 'R05.1'],
    ['M54.5', 'vertebrogenic low back pain', 'M54.51'],
  ])('%s with %j becomes %s', (code, words, expected) => {
    expect(documentedKind(code, quote(words))).toBe(expected);
  });

  it.each([
    ['R05', 'Cough.'],
    ['G20', "Chronic Parkinson's disease."],
  ])('%s with %j stays open', (code, words) => {
    expect(documentedKind(code, quote(words))).toBeUndefined();
  });
});
