import type { Detector, Note } from '../detector.ts';
import { ABROAD, CITY, COMMON, EMPLOYER, ENGLISH, EPONYM, FAMILY, GIVEN, MEDICAL, NAME } from '../lexicon/flags.ts';
import type { DetectedSpan } from '../span.ts';
import {
  endOf,
  flagsAt,
  gapBefore,
  isCapitalized,
  isGlued,
  isInHeading,
  isWord,
  markAt,
  startOf,
  startsSentence,
  wordAt,
} from '../text/reading.ts';
import { GLUED, LINE, LOWER, PARAGRAPH, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { isEponymUse } from './eponyms.ts';
import { hasTitleBefore } from './titles.ts';
import { MONTHS } from '../patterns/vocabulary.ts';
import {
  ACTING,
  BEFORE_PERSON,
  CREDENTIALS,
  NEVER_NAMES,
  PARTICLES,
  PERSON_LABELS,
  RELATIVES,
  STRONG_BEFORE,
} from './person-cues.ts';

/** People whom no record names: relatives, outside clinicians, scribes; by titles, cues, lists and shape. */
export const people: Detector = {
  name: 'context',
  detect: ({ tokens }: Note) => new PersonFinder(tokens).run(),
};

const WORD_LIKE = COMMON | ENGLISH | MEDICAL;
const MAX_PARTS = 6;

/** A stretch of tokens written like a name. */
interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly words: number;
}

class PersonFinder {
  readonly #tokens: TokenList;
  readonly #spans: DetectedSpan[] = [];
  /** Index after the last name found: a name in a row of names needs no further cue. */
  #afterName = -1;

  constructor(tokens: TokenList) {
    this.#tokens = tokens;
  }

  run(): DetectedSpan[] {
    const tokens = this.#tokens;
    for (let at = 0; at < tokens.count; at++) {
      if (!isWord(tokens, at)) continue;
      const candidate = this.#candidateAt(at);
      if (candidate === undefined) continue;
      const score = this.#score(candidate);
      if (score >= 0.5) {
        this.#spans.push({
          start: startOf(tokens, candidate.first),
          end: endOf(tokens, candidate.last),
          type: 'NAME',
          score,
          detector: 'context',
        });
        this.#afterName = candidate.last + 1;
        at = candidate.last;
      }
    }
    return this.#spans;
  }

  /** The longest name-like stretch from a token on; undefined when the token cannot begin a name. */
  #candidateAt(at: number): Candidate | undefined {
    const tokens = this.#tokens;
    const titled = hasTitleBefore(tokens, at);
    if (!this.#canBegin(at, titled)) return undefined;
    let last = at;
    let words = 1;
    while (words < MAX_PARTS) {
      const next = this.#nextPart(last, titled && tokens.shape[at] === LOWER);
      if (next === -1) break;
      last = next;
      words++;
    }
    return { first: at, last, words };
  }

  #canBegin(at: number, titled: boolean): boolean {
    const tokens = this.#tokens;
    const key = wordAt(tokens, at);
    if (NEVER_NAMES.has(key) && !(titled && key.length > 3)) return false;
    if (PARTICLES.has(key) && tokens.shape[at] === LOWER) return isCapitalized(tokens, at + 1) && titled;
    if (tokens.shape[at] === LOWER)
      return (
        (titled || this.#isLabelled(at)) &&
        key.length > 1 &&
        !CREDENTIALS.has(key) &&
        !PERSON_LABELS.has(key) &&
        !LOWER_STOP.has(key)
      );
    if (!isCapitalized(tokens, at)) return false;
    if (key.length === 1)
      return (
        markAt(tokens, at + 1) === '.' ||
        isCapitalized(tokens, at + 1) ||
        markAt(tokens, at + 1) === "'" ||
        markAt(tokens, at + 1) === '’'
      );
    if ((CREDENTIALS.has(key) || PERSON_LABELS.has(key)) && tokens.shape[at] === UPPER && !titled) return false;
    return titled || (flagsAt(tokens, at) & MEDICAL) === 0;
  }

  /** Index of the next word of the name after `last`, or -1. */
  #nextPart(last: number, lower: boolean): number {
    const tokens = this.#tokens;
    let next = last + 1;
    const mark = markAt(tokens, next);
    if (
      (mark === '-' || mark === '‐' || mark === '‑' || mark === "'" || mark === '’') &&
      isGlued(tokens, next) &&
      isGlued(tokens, next + 1) &&
      isWord(tokens, next + 1)
    ) {
      const key = wordAt(tokens, next + 1);
      if (key === 's' || (CREDENTIALS.has(key) && mark === '-')) return -1;
      return isCapitalized(tokens, next + 1) ||
        (mark === '-' && key.length >= 2 && (flagsAt(tokens, next + 1) & COMMON) === 0) ||
        lower
        ? next + 1
        : -1;
    }
    if (mark === '.' && wordAt(tokens, last).length === 1 && isGlued(tokens, next)) next++;
    if (
      !isWord(tokens, next) ||
      gapBefore(tokens, next) >= LINE ||
      (gapBefore(tokens, next) === GLUED && markAt(tokens, next - 1) === '')
    )
      return -1;
    const key = wordAt(tokens, next);
    if (tokens.shape[next] === LOWER) {
      if (PARTICLES.has(key)) return this.#particleLeadsToName(next) ? next : -1;
      return lower && (flagsAt(tokens, next) & WORD_LIKE) === 0 && key.length > 2 ? next : -1;
    }
    if (!isCapitalized(tokens, next) || NEVER_NAMES.has(key) || CREDENTIALS.has(key)) return -1;
    if (key.length === 1)
      return markAt(tokens, next + 1) === '.' ||
        isCapitalized(tokens, next + 1) ||
        markAt(tokens, next + 1) === "'" ||
        markAt(tokens, next + 1) === '’' ||
        tokens.shape[last] === UPPER
        ? next
        : -1;
    const flags = flagsAt(tokens, next);
    if ((flags & MEDICAL) !== 0 && (flags & (GIVEN | FAMILY)) === 0) return -1;
    return next;
  }

  #particleLeadsToName(at: number): boolean {
    const tokens = this.#tokens;
    for (let next = at + 1; next <= at + 3; next++) {
      if (gapBefore(tokens, next) > SPACE) return false;
      if (isCapitalized(tokens, next)) return true;
      if (!PARTICLES.has(wordAt(tokens, next)) && markAt(tokens, next) !== '-') return false;
    }
    return false;
  }

  /** Evidence for a person, 0 to 1. */
  #score(candidate: Candidate): number {
    const tokens = this.#tokens;
    const { first, last, words } = candidate;
    if (hasTitleBefore(tokens, first)) return this.#isTitledThing(candidate) ? 0.2 : 0.97;
    if (this.#hasCredentialAfter(last)) return this.#nameShare(candidate) > 0 || words >= 2 ? 0.95 : 0.4;
    if (isEponymUse(tokens, first, last)) return 0;
    if (this.#isOrganizationWordAfter(last)) return 0;
    const share = this.#nameShare(candidate);
    if (this.#isLabelled(first) && (share > 0 || words === 2 || words === 3))
      return share > 0 || !this.#isAllWords(candidate) ? 0.9 : 0.55;
    if (this.#isInList(first)) return share > 0 || this.#isUnknownWord(first) ? 0.85 : 0.5;
    if (this.#isKinBefore(first)) return isCapitalized(tokens, first) && !this.#isMonth(first, last) ? 0.85 : 0.3;
    const before = wordAt(tokens, first - 1);
    if (STRONG_BEFORE.has(before) && tokens.shape[first - 1] === LOWER)
      return share > 0 || this.#isUnknownWord(first) ? 0.85 : words === 2 ? 0.7 : 0.4;
    if (words === 1) return this.#scoreSingle(first);
    return this.#scoreRun(candidate, share);
  }

  /** `Dr. Visit`, `Sister Hospital`: not a name after all. */
  #isTitledThing({ first, last }: Candidate): boolean {
    return first === last && NEVER_NAMES.has(wordAt(this.#tokens, first)) && wordAt(this.#tokens, first).length <= 3;
  }

  #hasCredentialAfter(last: number): boolean {
    const tokens = this.#tokens;
    let next = last + 1;
    if (markAt(tokens, next) === ',') next++;
    const key = wordAt(tokens, next);
    if (!CREDENTIALS.has(key) || gapBefore(tokens, next) >= LINE) return false;
    if (tokens.shape[next] === UPPER)
      return (
        (key.length > 1 && !(key === 'pt' || key === 'ot' || key === 'ma' || key === 'od' || key === 'rt')) ||
        next > last + 1
      );
    return (
      key === 'jr' ||
      key === 'sr' ||
      key === 'phd' ||
      key === 'pharmd' ||
      (next > last + 1 &&
        key.length >= 2 &&
        (key === 'md' ||
          key === 'rn' ||
          key === 'np' ||
          key === 'pa' ||
          (key === 'do' && tokens.shape[next] !== LOWER)))
    );
  }

  #isOrganizationWordAfter(last: number): boolean {
    const tokens = this.#tokens;
    return (
      isCapitalized(tokens, last + 1) &&
      gapBefore(tokens, last + 1) === SPACE &&
      PLACE_NOUNS.has(wordAt(tokens, last + 1))
    );
  }

  /** Share of the words that the lists know as names and do not know as anything else. */
  #nameShare({ first, last }: Candidate): number {
    let names = 0;
    let all = 0;
    for (let at = first; at <= last; at++) {
      if (!isWord(this.#tokens, at) || wordAt(this.#tokens, at).length < 2) continue;
      all++;
      const flags = flagsAt(this.#tokens, at);
      if ((flags & (GIVEN | FAMILY)) !== 0 || ((flags & NAME) !== 0 && (flags & WORD_LIKE) === 0)) names++;
    }
    return all === 0 ? 0 : names / all;
  }

  #isAllWords({ first, last }: Candidate): boolean {
    for (let at = first; at <= last; at++)
      if (isWord(this.#tokens, at) && (flagsAt(this.#tokens, at) & WORD_LIKE) === 0) return false;
    return true;
  }

  #isUnknownWord(at: number): boolean {
    return (flagsAt(this.#tokens, at) & WORD_LIKE) === 0;
  }

  #isMonth(first: number, last: number): boolean {
    return first === last && MONTHS.has(wordAt(this.#tokens, first));
  }

  /** `Provider: X`, `Dictated by: X`, `Name: x y`. */
  #isLabelled(first: number): boolean {
    const tokens = this.#tokens;
    if (markAt(tokens, first - 1) !== ':' || gapBefore(tokens, first) >= PARAGRAPH) return false;
    const label = wordAt(tokens, first - 2);
    if (!PERSON_LABELS.has(label) && !RELATIVES.has(label)) return false;
    return gapBefore(tokens, first) < LINE || label !== 'patient';
  }

  /** After another name and a comma, semicolon, `and`, slash. */
  #isInList(first: number): boolean {
    const tokens = this.#tokens;
    const mark = markAt(tokens, first - 1);
    if (
      first - 1 === this.#afterName &&
      (mark === ';' || mark === ',' || mark === '/' || mark === '&') &&
      gapBefore(tokens, first) < LINE
    )
      return true;
    const word = wordAt(tokens, first - 1);
    if (word !== 'and' && word !== 'or') return false;
    return first - 1 === this.#afterName || (first - 2 === this.#afterName && markAt(tokens, first - 2) === ',');
  }

  /** `husband X`, `daughter, X,`, `a son named X`, `my colleague X`. */
  #isKinBefore(first: number): boolean {
    const tokens = this.#tokens;
    if (startsSentence(tokens, first)) return false;
    let before = first - 1;
    if (markAt(tokens, before) === ',' || markAt(tokens, before) === '(') before--;
    if (
      wordAt(tokens, before) === 'named' ||
      (wordAt(tokens, before) === 'is' && KIN_ONLY.has(wordAt(tokens, before - 1)))
    )
      before--;
    return RELATIVES.has(wordAt(tokens, before)) && gapBefore(tokens, first) < LINE;
  }

  #scoreSingle(at: number): number {
    const tokens = this.#tokens;
    const flags = flagsAt(tokens, at);
    const shape = tokens.shape[at] ?? LOWER;
    const key = wordAt(tokens, at);
    if (key.length < 3) return 0;
    if ((flags & EMPLOYER) !== 0) return 0;
    const acting = ACTING.has(wordAt(tokens, at + 1)) && tokens.shape[at + 1] === LOWER;
    const bedside = wordAt(tokens, at + 1) === 'at' && wordAt(tokens, at + 2) === 'bedside';
    if (startsSentence(tokens, at)) {
      if (shape === UPPER) return 0;
      if ((acting || bedside) && (flags & WORD_LIKE) === 0)
        return (flags & (NAME | GIVEN)) !== 0 || key.length > 3 ? 0.7 : 0.3;
      return acting && (flags & GIVEN) !== 0 && (flags & MEDICAL) === 0 ? 0.6 : 0.1;
    }
    if (shape === UPPER) return bedside ? 0.6 : 0;
    if ((acting || bedside) && (flags & MEDICAL) === 0) return 0.75;
    if ((flags & (WORD_LIKE | EPONYM | CITY | ABROAD)) === 0 && (flags & NAME) !== 0)
      return BEFORE_PERSON.has(wordAt(tokens, at - 1)) || (flags & GIVEN) !== 0 ? 0.7 : 0.45;
    if ((flags & WORD_LIKE) === 0 && (flags & (GIVEN | FAMILY)) !== 0)
      return BEFORE_PERSON.has(wordAt(tokens, at - 1)) ? 0.6 : 0.45;
    return 0.1;
  }

  #scoreRun({ first, last, words }: Candidate, share: number): number {
    const tokens = this.#tokens;
    if (tokens.shape[first] === UPPER && isInHeading(tokens, first)) return share === 1 && words >= 2 ? 0.4 : 0;
    if (this.#holdsMedical(first, last)) return 0.1;
    if (markAt(tokens, last + 1) === ':') return 0.2;
    if (startsSentence(tokens, first)) {
      if ((flagsAt(tokens, first) & COMMON) !== 0 && (flagsAt(tokens, first) & GIVEN) === 0)
        return share === 1 || ACTING.has(wordAt(tokens, last + 1)) ? 0.6 : 0.3;
      return share >= 0.5 ? 0.75 : 0.35;
    }
    if (share >= 0.5) return 0.85;
    return this.#isAllWords({ first, last, words }) ? 0.3 : 0.6;
  }

  #holdsMedical(first: number, last: number): boolean {
    for (let at = first; at <= last; at++) {
      const flags = flagsAt(this.#tokens, at);
      if ((flags & MEDICAL) !== 0 && (flags & (GIVEN | FAMILY)) === 0) return true;
    }
    return false;
  }
}

const KIN_ONLY: ReadonlySet<string> = RELATIVES;
const LOWER_STOP: ReadonlySet<string> = new Set(
  'the a an and or of in on at to for is was not no none with who has had he she they name said will'.split(' '),
);
export const PLACE_NOUNS: ReadonlySet<string> = new Set(
  'hospital hospitals medical center centre clinic clinics health healthcare institute associates group practice medicine dialysis rehabilitation rehab orthopedics orthopaedics pharmacy laboratory laboratories school academy college university church county street road avenue boulevard drive lane court inc llc nursing hospice surgery cardiology oncology pediatrics physicians specialists services va foundation society department memorial regional community general care district high elementary middle inpatient outpatient urgent family'.split(
    ' ',
  ),
);
