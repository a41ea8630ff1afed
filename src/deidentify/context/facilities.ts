import type { Detector, Note } from '../detector.ts';
import { CITY, COMMON, ENGLISH, FAMILY, MEDICAL, NAME } from '../lexicon/flags.ts';
import type { DetectedSpan } from '../span.ts';
import { CAPITAL_LEAD, leadWords } from '../text/leads.ts';
import {
  endOf,
  flagsAt,
  gapBefore,
  isCapitalized,
  isGlued,
  isInHeading,
  isWord,
  markAt,
  nextLead,
  startOf,
  startsSentence,
  wordAt,
} from '../text/reading.ts';
import { LINE, LOWER, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import {
  ABBREVIATED,
  CERTAIN_HEADS,
  FOREIGN_SMALL,
  GENERIC,
  OF_HEADS,
  OF_STARTS,
  OTHER_HEADS,
  PLACED,
  PLACES_OF_CARE,
  SMALL_WORDS,
  STARTERS,
} from './facility-words.ts';
import { isTitle } from './titles.ts';
import { isFacilityAcronym } from './facility-acronyms.ts';

/** Hospitals, practices, schools and other institutions that no record names. */
export const facilities: Detector = {
  name: 'context',
  detect: ({ tokens }: Note) => new FacilityFinder(tokens).run(),
};

const HEAD_LEAD = leadWords([...CERTAIN_HEADS, ...OTHER_HEADS]);
const MOST_WORDS = 9;
/** Tokens from the first word of a name to its last: a mark may stand before each. */
const FARTHEST_HEAD = 2 * (MOST_WORDS - 1);
/** `the Asheville VA` begins with a small word. */
const LEADS = CAPITAL_LEAD | leadWords(['the']);

class FacilityFinder {
  readonly #tokens: TokenList;
  readonly #spans: DetectedSpan[] = [];
  #head = -1;

  constructor(tokens: TokenList) {
    this.#tokens = tokens;
  }

  run(): DetectedSpan[] {
    const tokens = this.#tokens;
    for (let at = nextLead(tokens, 0, LEADS); at < tokens.count; at = nextLead(tokens, at + 1, LEADS)) {
      let end = this.#veterans(at);
      if (end === -1 && isCapitalized(tokens, at)) {
        end = this.#named(at);
        if (end === -1) end = this.#acronym(at);
      }
      if (end > at) at = end - 1;
    }
    return this.#spans;
  }

  /** Index of the first noun of an institution from `at` on; `at` only grows. */
  #headFrom(at: number): number {
    if (this.#head < at) this.#head = nextLead(this.#tokens, at, HEAD_LEAD);
    return this.#head;
  }

  /** `Northgate Medical Center`, `University Hospital of Red Rock`, `St. Agnes Academy`. */
  #named(at: number): number {
    const tokens = this.#tokens;
    if (this.#headFrom(at) > at + FARTHEST_HEAD || this.#next(at) === -1) return -1;
    if ((isGlued(tokens, at) && isWord(tokens, at - 1)) || isTitle(wordAt(tokens, at))) return -1;
    if (startsSentence(tokens, at) && STARTERS.has(wordAt(tokens, at))) return -1;
    const key = wordAt(tokens, at);
    if (
      GENERIC.has(key) &&
      key.length <= 3 &&
      !(key === 'our' && wordAt(tokens, at + 1) === 'lady') &&
      !(key === 'old' || key === 'new')
    )
      return -1;
    if (SMALL_WORDS.has(key) || key === 'call' || (CERTAIN_HEADS.has(key) && wordAt(tokens, at + 1) === 'at'))
      return -1;
    let head = -1;
    let proper = 0;
    let properAtHead = 0;
    let words = 0;
    for (let index = at; index !== -1 && words < MOST_WORDS; index = this.#next(index)) {
      const key = wordAt(tokens, index);
      if (tokens.shape[index] !== LOWER) {
        if (CERTAIN_HEADS.has(key) || OTHER_HEADS.has(key)) head = index;
        else if (this.#isProper(index, key)) proper++;
        if (head === index || (head !== -1 && wordAt(tokens, index - 1) === 'of')) {
          head = index;
          properAtHead = proper;
        } else if (head !== -1 && this.#isAfterOf(at, index)) {
          head = index;
          properAtHead = proper;
        }
      }
      words++;
    }
    if (head <= at || properAtHead === 0 || !this.#accepts(at, head)) return -1;
    this.#emit(at, head + 1, 0.9);
    return this.#alias(head + 1);
  }

  /** `Walter Beech Army Community Hospital (WBACH)`: the short name in brackets. */
  #alias(end: number): number {
    const tokens = this.#tokens;
    if (markAt(tokens, end) !== '(' || !isCapitalized(tokens, end + 1) || gapBefore(tokens, end) >= LINE) return end;
    let close = end + 1;
    while (close < end + 8 && markAt(tokens, close) !== ')') close++;
    if (markAt(tokens, close) !== ')' || wordAt(tokens, end + 1).length < 2) return end;
    this.#emit(end + 1, close, 0.85);
    return close;
  }

  /** `… of Red Rock`: a capitalised word in the phrase that `of` began. */
  #isAfterOf(at: number, index: number): boolean {
    for (let back = index - 1; back > at && back > index - 4; back--) {
      const key = wordAt(this.#tokens, back);
      if (key === 'of' || key === 'at') return this.#tokens.shape[back] === LOWER;
      if (key === 'the') continue;
      if (CERTAIN_HEADS.has(key) || !isCapitalized(this.#tokens, back)) return false;
    }
    return false;
  }

  /** Next word of the name after `index`, or -1. */
  #next(index: number): number {
    const tokens = this.#tokens;
    let next = index + 1;
    const mark = markAt(tokens, next);
    if (mark === '.') {
      if (!ABBREVIATED.has(wordAt(tokens, index))) return -1;
      next++;
    } else if (
      mark === '&' ||
      ((mark === "'" || mark === '’' || mark === '-') && isGlued(tokens, next) && isGlued(tokens, next + 1))
    )
      next++;
    else if (mark !== '') return -1;
    if (!isWord(tokens, next) || gapBefore(tokens, next) >= LINE) return -1;
    if ((tokens.start[next] ?? 0) - (tokens.end[next - 1] ?? 0) > 2) return -1;
    const key = wordAt(tokens, next);
    if (key === 's' && isGlued(tokens, next)) return next;
    if (isCapitalized(tokens, next) && (SMALL_WORDS.has(key) || (key === 'the' && tokens.shape[next] === UPPER)))
      return -1;
    if (isCapitalized(tokens, next)) return isTitle(key) && !ABBREVIATED.has(key) ? -1 : next;
    if (key === 'of' && OF_STARTS.has(wordAt(tokens, index))) return this.#overSmall(next);
    if (key === 'the') return wordAt(tokens, index) === 'of' ? this.#overSmall(next) : -1;
    if (FOREIGN_SMALL.has(key)) return this.#overForeign(next);
    if (key === 'of' || key === 'at')
      return (key === 'of' ? OF_HEADS : CERTAIN_HEADS).has(wordAt(tokens, index)) ? this.#overSmall(next) : -1;
    return key === 'and' ? this.#overSmall(next) : -1;
  }

  /** `Vista del Sol`, `Casa de la Luz`. */
  #overForeign(at: number): number {
    const tokens = this.#tokens;
    const next = FOREIGN_SMALL.has(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
    return isCapitalized(tokens, next) && gapBefore(tokens, next) < LINE ? next : -1;
  }

  /** A small word counts when a capitalised one follows it. */
  #overSmall(at: number): number {
    const tokens = this.#tokens;
    const next = wordAt(tokens, at + 1) === 'the' ? at + 2 : at + 1;
    return isCapitalized(tokens, next) && gapBefore(tokens, next) < LINE && gapBefore(tokens, at + 1) < LINE ? at : -1;
  }

  #isProper(index: number, key: string): boolean {
    const flags = flagsAt(this.#tokens, index);
    if (GENERIC.has(key) || key === 's' || ABBREVIATED.has(key)) return false;
    return (flags & MEDICAL) === 0 || (flags & (CITY | FAMILY)) !== 0;
  }

  #accepts(at: number, head: number): boolean {
    const tokens = this.#tokens;
    const certain = CERTAIN_HEADS.has(wordAt(tokens, head)) || this.#isAfterOf(at, head);
    if (markAt(tokens, head + 1) === ':' && !certain) return false;
    if (certain) return true;
    if (tokens.shape[at] === UPPER && isInHeading(tokens, at))
      return this.#fillsLine(at, head) && this.#holdsRareWord(at, head);
    if (isCapitalized(tokens, head + 1) && gapBefore(tokens, head + 1) === SPACE) return false;
    if (this.#isOfPerson(at, head)) return true;
    if (this.#holdsRareWord(at, head) || (head - at >= 2 && this.#isColumn(at, head))) return true;
    const opener = wordAt(tokens, at);
    return (
      PLACED.has(wordAt(tokens, at - 1)) &&
      gapBefore(tokens, at) < LINE &&
      (!GENERIC.has(opener) || (head - at > 1 && (opener === 'new' || opener === 'old' || opener === 'great')))
    );
  }

  /** `To: Dr. Ilse Varga, Harborlight Urgent Care`: behind a person and a comma, to the end of the line or clause. */
  #isOfPerson(at: number, head: number): boolean {
    const tokens = this.#tokens;
    if (markAt(tokens, at - 1) !== ',' || gapBefore(tokens, at) >= LINE || head === at) return false;
    if (!isCapitalized(tokens, at - 2) || GENERIC.has(wordAt(tokens, at))) return false;
    const closes = gapBefore(tokens, head + 1) >= LINE || ['.', ',', ';', ')'].includes(markAt(tokens, head + 1));
    return closes && PLACES_OF_CARE.has(wordAt(tokens, head)) && (flagsAt(tokens, at) & MEDICAL) === 0;
  }

  /** Wide blanks or line breaks on both sides, as between the columns of a header. */
  #isColumn(at: number, head: number): boolean {
    const { start, end } = this.#tokens;
    const wideBefore = gapBefore(this.#tokens, at) >= LINE || (start[at] ?? 0) - (end[at - 1] ?? 0) > 2;
    return (
      wideBefore &&
      ((start[head + 1] ?? 0) - (end[head] ?? 0) > 2 || gapBefore(this.#tokens, head + 1) >= LINE) &&
      !GENERIC.has(wordAt(this.#tokens, at))
    );
  }

  #fillsLine(at: number, head: number): boolean {
    return gapBefore(this.#tokens, at) >= LINE && gapBefore(this.#tokens, head + 1) >= LINE;
  }

  /** A word that is a name or no word of English: what a heading such as `DISCHARGE CARE` lacks. */
  #holdsRareWord(at: number, head: number): boolean {
    for (let index = at; index < head; index++) {
      const flags = flagsAt(this.#tokens, index);
      const key = wordAt(this.#tokens, index);
      if (GENERIC.has(key) || key.length < 3 || !isWord(this.#tokens, index) || (flags & MEDICAL) !== 0) continue;
      if ((flags & COMMON) === 0 && ((flags & (NAME | CITY)) !== 0 || (flags & ENGLISH) === 0)) return true;
      if ((flags & CITY) !== 0 && (flags & MEDICAL) === 0) return true;
    }
    return false;
  }

  /** `the Asheville VA`. */
  #veterans(at: number): number {
    const tokens = this.#tokens;
    if (wordAt(tokens, at) !== 'the' || !isCapitalized(tokens, at + 1) || gapBefore(tokens, at + 1) >= LINE) return -1;
    let last = at + 1;
    while (last < at + 4 && isCapitalized(tokens, last + 1) && gapBefore(tokens, last + 1) === SPACE) last++;
    while (last > at + 1 && wordAt(tokens, last) !== 'va') last--;
    if (wordAt(tokens, last) !== 'va' || tokens.shape[last] !== UPPER || last === at + 1) return -1;
    this.#emit(at, last + 1, 0.9);
    return last + 1;
  }

  #acronym(at: number): number {
    if (!isFacilityAcronym(this.#tokens, at)) return -1;
    this.#emit(at, at + 1, 0.75);
    return at + 1;
  }

  #emit(first: number, end: number, score: number): void {
    this.#spans.push({
      start: startOf(this.#tokens, first),
      end: endOf(this.#tokens, end - 1),
      type: 'ORGANIZATION',
      score,
      detector: 'context',
    });
  }
}
