import type { Detector, Note } from '../detector.ts';
import { ABROAD, CITY, COMMON, EPONYM, FAMILY, GIVEN, MEDICAL, NAME } from '../lexicon/flags.ts';
import { MONTHS, wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan } from '../span.ts';
import {
  endOf,
  flagsAt,
  gapBefore,
  isCapitalized,
  isInHeading,
  isWord,
  markAt,
  startOf,
  startsSentence,
  wordAt,
} from '../text/reading.ts';
import { GLUED, LINE, LOWER, NUMBER, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { isEponymUse, namesFinding } from './eponyms.ts';
import { candidateAt, WORD_LIKE, type NameCandidate } from './name-candidate.ts';
import {
  ACTING,
  BEFORE_PERSON,
  CREDENTIALS,
  NEVER_NAMES,
  RELATIVES,
  STRONG_BEFORE,
  SURE_BEFORE,
} from './person-cues.ts';

/** People whom no record names: relatives, outside clinicians, scribes; by titles, cues, lists and shape. */
export const people: Detector = {
  name: 'context',
  detect: ({ tokens }: Note) => new PersonFinder(tokens).run(),
};

/** Evidence from which on a stretch is taken for a person. */
const ENOUGH = 0.5;

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
      const candidate = candidateAt(tokens, at);
      if (candidate === undefined) continue;
      const score = this.#score(candidate);
      if (score < ENOUGH) continue;
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
    return this.#spans;
  }

  /** Evidence for a person, 0 to 1: what stands around it first, then what the lists say about its words. */
  #score(candidate: NameCandidate): number {
    const tokens = this.#tokens;
    const { first, last, words } = candidate;
    if (candidate.titled) return first === last && NEVER_NAMES.has(wordAt(tokens, first)) ? 0.2 : 0.97;
    const share = this.#nameShare(candidate);
    if (this.#hasCredentialAfter(last)) return share > 0 || words >= 2 || !this.#isAllWords(candidate) ? 0.95 : 0.4;
    if (this.#isEponym(candidate) || this.#isOrganizationWordAfter(last)) return 0;
    if (this.#hasRoleAfter(last)) return share > 0 || words >= 2 ? 0.9 : 0.5;
    if (candidate.labelled) return this.#scoreLabelled(candidate, share);
    if (tokens.shape[first] === LOWER) return 0.6;
    if (this.#isInList(first)) return share > 0 || !this.#isWordLike(first) ? 0.85 : 0.4;
    if (this.#isKinBefore(first) && !(share === 0 && this.#isAllWords(candidate) && this.#isCapitalKin(first)))
      return first === last && MONTHS.has(wordAt(tokens, first)) ? 0.3 : 0.85;
    const cued = this.#scoreCued(candidate, share);
    if (cued >= ENOUGH) return cued;
    return words === 1 ? this.#scoreSingle(first) : this.#scoreRun(candidate, share);
  }

  /** An eponym in use as one, or several joined by hyphens: `Dix-Hallpike`, `Wolff-Parkinson-White`. */
  #isEponym({ first, last, words }: NameCandidate): boolean {
    const tokens = this.#tokens;
    if (namesFinding(tokens, last)) return true;
    if ((flagsAt(tokens, last) & EPONYM) === 0) return false;
    if (isEponymUse(tokens, first, last)) return true;
    if (words < 2) return false;
    if (words === 2 && EPONYM_PAIRS.has(`${wordAt(tokens, first)} ${wordAt(tokens, last)}`)) return true;
    for (let at = first; at <= last; at++) {
      if (
        isWord(tokens, at)
          ? (flagsAt(tokens, at) & EPONYM) === 0
          : markAt(tokens, at) !== '-' && markAt(tokens, at) !== '–'
      )
        return false;
      if (at > first && isWord(tokens, at) && isWord(tokens, at - 1)) return false;
    }
    return true;
  }

  #scoreLabelled(candidate: NameCandidate, share: number): number {
    if (this.#tokens.shape[candidate.first] === LOWER) return share > 0 ? 0.8 : 0.3;
    if (share > 0 || !this.#isAllWords(candidate)) return 0.9;
    return candidate.words === 2 || candidate.words === 3 ? 0.55 : 0.3;
  }

  /** `attention Chip`, `dictated by Misty Blood`, `RN Kimmy T.` */
  #scoreCued(candidate: NameCandidate, share: number): number {
    const tokens = this.#tokens;
    const { first, words } = candidate;
    const before = wordAt(tokens, first - 1);
    if (gapBefore(tokens, first) >= LINE || before === '') return 0;
    if (tokens.shape[first - 1] === UPPER && BEFORE_CREDENTIALS.has(before))
      return (share > 0 || words > 1) && !this.#holdsMedical(candidate) ? 0.8 : 0;
    if (
      tokens.shape[first - 1] !== LOWER &&
      !(before === 'dear' || before === 'attn' || before === 'cc' || before === 'attention' || before === 'by')
    )
      return 0;
    if (tokens.shape[first] === UPPER && isInHeading(tokens, first) && share === 0) return 0;
    if (SURE_BEFORE.has(before)) return MONTHS.has(wordAt(tokens, first)) && words === 1 ? 0.3 : 0.85;
    if (!STRONG_BEFORE.has(before)) return 0;
    if (share > 0 || !this.#isWordLike(first)) return 0.85;
    return words === 2 && !this.#holdsMedical(candidate) ? 0.7 : 0.4;
  }

  /** `, MD`, ` RN`, `, PA-C`. */
  #hasCredentialAfter(last: number): boolean {
    const tokens = this.#tokens;
    let next = last + 1;
    if (markAt(tokens, next) === '.' && wordAt(tokens, last).length === 1) next++;
    const comma = markAt(tokens, next) === ',';
    if (comma) next++;
    const key = wordAt(tokens, next);
    if (!CREDENTIALS.has(key) || key.length < 2 || gapBefore(tokens, next) >= LINE) return false;
    if (tokens.shape[next] === UPPER)
      return comma || !(AMBIGUOUS_CREDENTIALS.has(key) || (ROMAN.has(key) && (flagsAt(tokens, last) & EPONYM) !== 0));
    if (key === 'jr' || key === 'sr' || key === 'phd' || key === 'pharmd') return true;
    return comma && (key === 'md' || key === 'rn' || key === 'np' || (key === 'do' && tokens.shape[next] !== LOWER));
  }

  /** `, acting as scribe`, `, the resident`, `(wife)`. */
  #hasRoleAfter(last: number): boolean {
    const tokens = this.#tokens;
    const mark = markAt(tokens, last + 1);
    if (mark === '(') return RELATIVES.has(wordAt(tokens, last + 2)) && markAt(tokens, last + 3) === ')';
    const next = mark === ',' ? last + 2 : last + 1;
    const word = wordAt(tokens, next);
    if (word === 'acting' || word === 'serving') return wordAt(tokens, next + 1) === 'as';
    if (mark !== ',') return false;
    const determined =
      word === 'his' || word === 'her' || word === 'their' || word === 'the' || word === 'our' || word === 'my';
    return (
      determined &&
      (RELATIVES.has(wordAt(tokens, next + 1)) ||
        (wordAt(tokens, next + 1) === 'patient' && RELATIVES.has(wordAt(tokens, next + 4))))
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

  /** Share of the words that the lists know as names; those that are words as well count when they are common names. */
  #nameShare({ first, last }: NameCandidate): number {
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

  #isAllWords({ first, last }: NameCandidate): boolean {
    for (let at = first; at <= last; at++) if (isWord(this.#tokens, at) && !this.#isWordLike(at)) return false;
    return true;
  }

  #isWordLike(at: number): boolean {
    return (flagsAt(this.#tokens, at) & WORD_LIKE) !== 0;
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

  /** `husband X`, `daughter, X,`, `a son named X`, `partner (X)`. */
  #isKinBefore(first: number): boolean {
    const tokens = this.#tokens;
    if (startsSentence(tokens, first)) return false;
    let before = first - 1;
    if (markAt(tokens, before) === ',' || markAt(tokens, before) === '(') before--;
    const link = wordAt(tokens, before);
    if (link === 'named' || link === 'called' || (link === 'is' && RELATIVES.has(wordAt(tokens, before - 1)))) before--;
    return RELATIVES.has(wordAt(tokens, before)) && gapBefore(tokens, first) < LINE;
  }

  /** `Auth A88213470`: the word before a code. */
  #isLabelOfCode(at: number): boolean {
    const tokens = this.#tokens;
    const number = isWord(tokens, at + 1) ? at + 2 : -1;
    return (
      number !== -1 &&
      tokens.kind[number] === NUMBER &&
      tokens.gap[number] === GLUED &&
      gapBefore(tokens, at + 1) < LINE
    );
  }

  /** `included Rusty Woods`, words of English both: a person only in the middle of a sentence, where a person can stand. */
  #scoreWords({ first, last, words }: NameCandidate, share: number): number {
    const tokens = this.#tokens;
    if (words !== 2 || startsSentence(tokens, first) || (flagsAt(tokens, last) & FAMILY) === 0) return 0.3;
    const cued =
      BEFORE_PERSON.has(wordAt(tokens, first - 1)) &&
      tokens.shape[first - 1] === LOWER &&
      wordAt(tokens, first - 1) !== 'to' &&
      wordAt(tokens, first - 1) !== 'about';
    return cued || share === 1 ? 0.6 : 0.3;
  }

  /** `Attending Attestation:` is a heading, `Attending Okafor` a person. */
  #isCapitalKin(first: number): boolean {
    return isWord(this.#tokens, first - 1) && this.#tokens.shape[first - 1] !== LOWER;
  }

  #scoreSingle(at: number): number {
    const tokens = this.#tokens;
    const flags = flagsAt(tokens, at);
    const upper = tokens.shape[at] === UPPER;
    const key = wordAt(tokens, at);
    if (key.length < 3 || this.#isLabelOfCode(at)) return 0;
    const acting = ACTING.has(wordAt(tokens, at + 1)) && tokens.shape[at + 1] === LOWER;
    const bedside = wordAt(tokens, at + 1) === 'at' && wordAt(tokens, at + 2) === 'bedside';
    if (startsSentence(tokens, at)) {
      if (upper) return 0;
      if ((acting || bedside) && (flags & WORD_LIKE) === 0) return (flags & NAME) !== 0 || key.length > 3 ? 0.7 : 0.3;
      return (acting || bedside) && (flags & GIVEN) !== 0 && (flags & MEDICAL) === 0 ? 0.6 : 0.1;
    }
    if (upper) return bedside ? 0.6 : 0;
    if ((acting || bedside) && (flags & MEDICAL) === 0) return 0.75;
    const cued = BEFORE_PERSON.has(wordAt(tokens, at - 1));
    if ((flags & (CITY | ABROAD)) !== 0 && (flags & (WORD_LIKE | EPONYM)) === 0)
      return (flags & NAME) !== 0 && PERSON_ONLY.has(wordAt(tokens, at - 1)) ? 0.6 : 0.1;
    if ((flags & WORD_LIKE) !== 0) return 0.1;
    if ((flags & EPONYM) !== 0) return cued || (flags & (GIVEN | FAMILY)) !== 0 ? 0.55 : 0.2;
    return (flags & NAME) !== 0 ? 0.6 : 0.2;
  }

  #scoreRun(candidate: NameCandidate, share: number): number {
    const tokens = this.#tokens;
    const { first, last } = candidate;
    if (tokens.shape[first] === UPPER && isInHeading(tokens, first)) return share === 1 ? 0.4 : 0;
    if (this.#holdsMedical(candidate)) return 0.1;
    if (markAt(tokens, last + 1) === ':') return 0.2;
    if (
      wordAt(tokens, first).length === 1 &&
      markAt(tokens, first + 1) === '' &&
      (flagsAt(tokens, last) & EPONYM) !== 0
    )
      return 0.3;
    if (wordAt(tokens, first).length === 1 && markAt(tokens, first + 1) === '.')
      return candidate.words > 1 && wordAt(tokens, last).length > 1 ? 0.8 : 0.2;
    if (this.#isAllWords(candidate) && (flagsAt(tokens, first) & GIVEN) === 0)
      return this.#scoreWords(candidate, share);
    // `Factor V Leiden`, `Grade Fuhrman`: a word of English, then an eponym.
    if ((flagsAt(tokens, first) & (COMMON | GIVEN | FAMILY)) === COMMON && (flagsAt(tokens, last) & EPONYM) !== 0)
      return 0.3;
    const opens = startsSentence(tokens, first);
    const word = (flagsAt(tokens, first) & COMMON) !== 0;
    if (opens && word && (flagsAt(tokens, first) & GIVEN) === 0)
      return share === 1 || ACTING.has(wordAt(tokens, last + 1)) ? 0.6 : 0.3;
    if (opens) return share >= 0.5 ? 0.75 : 0.35;
    if (share >= 0.5) return 0.85;
    return this.#isAllWords(candidate) ? 0.3 : 0.6;
  }

  #holdsMedical({ first, last }: NameCandidate): boolean {
    for (let at = first; at <= last; at++) {
      const flags = flagsAt(this.#tokens, at);
      if ((flags & MEDICAL) !== 0 && (flags & (GIVEN | FAMILY)) === 0) return true;
    }
    return false;
  }
}

/** Eponyms of two words without a hyphen. */
const EPONYM_PAIRS: ReadonlySet<string> = new Set([
  'braxton hicks',
  'grey turner',
  'gray turner',
  'ivor lewis',
  'swan ganz',
  'jackson pratt',
  'mary joseph',
  'austin flint',
  'marcus gunn',
  'argyll robertson',
  'graham steell',
  'ramsay hunt',
  'da vinci',
  'le fort',
  'ann arbor',
  'wong baker',
  'clavien dindo',
  'hunt hess',
  'west nile',
]);
/** Numbers of generations, and of grades. */
const ROMAN = wordSet('ii iii iv');
/** Words that a person follows, and never a place. */
const PERSON_ONLY = wordSet(
  'with by per told asked called calling notified informed phoned paged texted thanked saw see and',
);
/** Degrees that are also words of a note: physical therapy, right ear, medical assistant. */
const AMBIGUOUS_CREDENTIALS = wordSet('pt ot ma od rt ms ba pa ed');
/** Degrees that stand before a name too: `RN Kimmy`. */
const BEFORE_CREDENTIALS = wordSet('rn lpn np cna pac crna');
const PLACE_NOUNS = wordSet(`
hospital hospitals medical center centre clinic clinics health healthcare institute associates group practice medicine dialysis rehabilitation rehab orthopedics
orthopaedics pharmacy laboratory laboratories school academy college university church county street road avenue boulevard drive lane court inc llc nursing hospice
surgery cardiology oncology pediatrics physicians specialists services va foundation society department memorial regional community general care district high elementary
middle inpatient outpatient urgent family valley association program
`);
