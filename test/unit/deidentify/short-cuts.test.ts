import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOneLetterOff, lettersOf, mayBeOneLetterOff } from '#deidentify/known/one-letter-off.ts';
import { ValueTrie } from '#deidentify/known/value-trie.ts';
import { lookUp } from '#deidentify/lexicon/lexicon.ts';
import { WordSet } from '#deidentify/patterns/vocabulary.ts';
import { fold } from '#deidentify/text/fold.ts';
import { tokenize, WORD } from '#deidentify/text/token-list.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', 'z'), minLength: 1, maxLength: 6 });

/** What is there for speed says what the plain way says. */
describe('short cuts', () => {
  it('never takes two words for further apart than they are', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        if (a !== b && isOneLetterOff(a, b)) expect(mayBeOneLetterOff(lettersOf(a), lettersOf(b))).toBe(true);
      }),
    );
  });

  it('holds in a word set what a set holds', () => {
    fc.assert(
      fc.property(fc.array(word), word, (words, asked) => {
        const set = new WordSet(words);
        expect(set.has(asked)).toBe(new Set(words).has(asked));
        for (const one of words) expect(set.has(one)).toBe(true);
      }),
    );
  });

  it('finds in a trie the values of a map, in one piece or in two', () => {
    fc.assert(
      fc.property(fc.array(word), word, word, (words, first, second) => {
        const map = new Map(words.map((one, at) => [one, at]));
        const trie = new ValueTrie(map);
        expect(trie.valueAt(trie.follow(0, first))).toBe(map.get(first));
        expect(trie.valueAt(trie.follow(trie.follow(0, first), second))).toBe(map.get(first + second));
      }),
    );
  });

  it('gives a word of a text the flags of the lexicon, in small letters or capitals, however often it was seen', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'E', 'i', 'N', 'o', 'R', 's', 'T'), minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.oneof(letters, fc.constantFrom('Pneumonia', 'MARY', 'otolaryngologist'))), (words) => {
        const { count, kind, key, flags } = tokenize([...words, ...words].join(' '));
        for (let at = 0; at < count; at++) {
          const expected = fold(words[at % words.length] ?? '');
          expect([kind[at], key[at], flags[at]]).toEqual([WORD, expected, lookUp(expected)]);
        }
      }),
    );
  });
});
