import type { Detector, Note } from '../detector.ts';
import { COMMON, ENGLISH, MEDICAL } from '../lexicon/flags.ts';
import type { DetectedSpan, IdentifierType } from '../span.ts';
import {
  digitsAt,
  endOf,
  flagsAt,
  gapBefore,
  isCapitalized,
  isGlued,
  isNumber,
  isWord,
  markAt,
  startOf,
  startsSentence,
  wordAt,
} from '../text/reading.ts';
import { CAPITAL, LINE, LOWER, PARAGRAPH, UPPER, type TokenList } from '../text/token-list.ts';
import type { CompiledRecord, KnownPhrase } from './record-tables.ts';

const SEPARATORS = new Set(['-', '/', '.', ' ', '–', '(', ')', '‑', ':', '#']);
const LONGEST_VALUE = 24;

/** Numbers, addresses, facilities and dates of birth of the record, whatever their separators. */
export const knownValues: Detector = {
  name: 'known-record',
  detect: ({ tokens, record }: Note) => {
    const matcher = new ValueMatcher(tokens, record);
    return matcher.run();
  },
};

class ValueMatcher {
  readonly #tokens: TokenList;
  readonly #record: CompiledRecord;
  readonly #spans: DetectedSpan[] = [];

  constructor(tokens: TokenList, record: CompiledRecord) {
    this.#tokens = tokens;
    this.#record = record;
  }

  run(): DetectedSpan[] {
    for (let at = 0; at < this.#tokens.count; at++) {
      let next = at;
      if (isNumber(this.#tokens, at)) {
        next = this.#matchValue(at);
        if (next === at) next = this.#matchLastFour(at);
      } else if (isWord(this.#tokens, at)) {
        next = this.#matchPhrase(at);
        if (next === at && this.#tokens.shape[at] === UPPER) next = this.#matchAcronym(at);
        if (next === at && isNumber(this.#tokens, at + 1) && isGlued(this.#tokens, at + 1)) next = this.#matchValue(at);
      }
      if (next > at) at = next - 1;
    }
    this.#matchLiterals();
    return this.#spans;
  }

  /** Longest known value that begins at a token, read without separators. */
  #matchValue(at: number): number {
    const tokens = this.#tokens;
    const { values } = this.#record;
    let node = 0;
    let length = 0;
    let matched = at;
    let found: { type: IdentifierType; subject: string } | undefined;
    for (let index = at; index < tokens.count && length < LONGEST_VALUE; index++) {
      if (tokens.kind[index] === 3) {
        if (!SEPARATORS.has(markAt(tokens, index))) break;
        continue;
      }
      if (index > at && gapBefore(tokens, index) >= LINE) break;
      if (index > at && isWord(tokens, index) && !isGlued(tokens, index)) break;
      const key = tokens.key[index] ?? '';
      length += key.length;
      node = values.follow(node, key);
      if (node === -1) break;
      const value = values.valueAt(node);
      if (value !== undefined && this.#isWhole(value.type, length, index)) {
        matched = index + 1;
        found = value;
      }
    }
    if (found === undefined) return at;
    this.#emit(this.#startOfValue(at, found.subject), endOf(tokens, matched - 1), found.type, found.subject);
    return matched;
  }

  /** `MiekoGonzalesMR083881`: letters of the value at the end of the word that its digits are glued to. */
  #startOfValue(at: number, subject: string): number {
    const tokens = this.#tokens;
    const start = startOf(tokens, at);
    const letters = /^id:([a-z]{1,5})\d/.exec(subject)?.[1];
    const glued =
      letters !== undefined && isNumber(tokens, at) && isGlued(tokens, at) && wordAt(tokens, at - 1).endsWith(letters);
    return glued ? start - letters.length : start;
  }

  /** Six digits of a birth date need a date's shape; five of a ZIP code need to stand alone. */
  #isWhole(type: IdentifierType, length: number, index: number): boolean {
    const tokens = this.#tokens;
    if (isNumber(tokens, index + 1) && isGlued(tokens, index + 1)) return false;
    if (type === 'ADDRESS') return (length >= 5 && markAt(tokens, index + 1) !== '.') || !isNumber(tokens, index + 2);
    return length >= 5;
  }

  /** `the last four of the chart number are 3850`. */
  #matchLastFour(at: number): number {
    const tokens = this.#tokens;
    const digits = digitsAt(tokens, at);
    if (digits.length !== 4 || !this.#record.lastFours.has(digits)) return at;
    for (let before = at - 1; before >= 0 && before > at - 14; before--) {
      const word = wordAt(tokens, before);
      if (
        word === 'last' ||
        word === 'ending' ||
        word === 'ends' ||
        word === 'digits' ||
        word === 'mrn' ||
        word === 'ssn' ||
        word === 'chart' ||
        word === 'record'
      ) {
        this.#emit(startOf(tokens, at), endOf(tokens, at), 'ID', `last-four:${digits}`);
        return at + 1;
      }
    }
    return at;
  }

  #matchPhrase(at: number): number {
    const key = this.#tokens.key[at] ?? '';
    const phrases = this.#record.phraseStarts.has(key) ? this.#record.phrases.get(key) : undefined;
    if (phrases === undefined) return at;
    for (const phrase of phrases) {
      const last = this.#endOfPhrase(at, phrase);
      if (last === -1 || !this.#mayBe(phrase, at, last)) continue;
      const start = this.#startOfStreet(phrase, at);
      this.#emit(start, this.#endOfStreet(phrase, last), phrase.type, phrase.subject);
      return last + 1;
    }
    return at;
  }

  #endOfPhrase(at: number, phrase: KnownPhrase): number {
    const tokens = this.#tokens;
    let index = at;
    for (let word = 1; word < phrase.words.length; word++) {
      index++;
      let skipped = 0;
      while (
        skipped < 4 &&
        !isWord(tokens, index) &&
        index < tokens.count &&
        (tokens.kind[index] === 3 || phrase.type === 'ADDRESS')
      ) {
        index++;
        skipped++;
      }
      if (wordAt(tokens, index) !== phrase.words[word] || gapBefore(tokens, index) >= PARAGRAPH) return -1;
    }
    return index;
  }

  /** A phrase of one word that is also a word of the language needs a capital letter where none is due. */
  #mayBe(phrase: KnownPhrase, at: number, last: number): boolean {
    const tokens = this.#tokens;
    if (last > at)
      return (
        phrase.words.length > 2 ||
        isCapitalized(tokens, at) ||
        (flagsAt(tokens, at) & flagsAt(tokens, last) & COMMON) === 0
      );
    const wordLike = (flagsAt(tokens, at) & (COMMON | ENGLISH | MEDICAL)) !== 0;
    if (!wordLike) return true;
    if (tokens.shape[at] === LOWER) return false;
    const place =
      markAt(tokens, at + 1) === ',' && wordAt(tokens, at + 2).length === 2 && tokens.shape[at + 2] === UPPER;
    return (
      place ||
      (tokens.shape[at] === CAPITAL && !startsSentence(tokens, at) && !isWord(tokens, at + 1)) ||
      PLACE_WORDS.has(wordAt(tokens, at - 1))
    );
  }

  /** House number, and the box number behind. */
  #startOfStreet(phrase: KnownPhrase, at: number): number {
    const tokens = this.#tokens;
    const numbered = phrase.subject.startsWith('address:') && isNumber(tokens, at - 1) && gapBefore(tokens, at) < LINE;
    return startOf(tokens, numbered ? at - 1 : at);
  }

  #endOfStreet(phrase: KnownPhrase, last: number): number {
    const tokens = this.#tokens;
    if (phrase.subject.startsWith('address:') && isNumber(tokens, last + 1) && gapBefore(tokens, last + 1) < LINE)
      return endOf(tokens, last + 1);
    return endOf(tokens, last);
  }

  #matchAcronym(at: number): number {
    const tokens = this.#tokens;
    const subject = this.#record.acronyms.get(tokens.key[at] ?? '');
    if (subject === undefined) return at;
    if (
      (flagsAt(tokens, at) & (MEDICAL | COMMON)) !== 0 &&
      !FACILITY_WORDS.has(wordAt(tokens, at - 1)) &&
      markAt(tokens, at - 1) !== '('
    )
      return at;
    this.#emit(startOf(tokens, at), endOf(tokens, at), 'ORGANIZATION', subject);
    return at + 1;
  }

  #matchLiterals(): void {
    const { text } = this.#tokens;
    const { literals } = this.#record;
    if (literals.length === 0) return;
    const folded = text.toLowerCase();
    // Lower case keeps offsets except for a few characters; where it does not, the pattern detectors still find the address.
    if (folded.length !== text.length) return;
    for (const literal of literals) {
      const type = literal.includes('@') ? 'EMAIL' : 'URL';
      for (let at = folded.indexOf(literal); at !== -1; at = folded.indexOf(literal, at + literal.length))
        this.#emit(at, at + literal.length, type, `literal:${literal}`);
    }
  }

  #emit(start: number, end: number, type: IdentifierType, subject: string): void {
    this.#spans.push({ start, end, type, score: 1, detector: 'known-record', subject });
  }
}

const PLACE_WORDS: ReadonlySet<string> = new Set([
  'in',
  'from',
  'to',
  'near',
  'of',
  'at',
  'toward',
  'outside',
  'around',
]);
const FACILITY_WORDS: ReadonlySet<string> = new Set(['at', 'by', 'from', 'to', 'the', 'of', 'with']);
