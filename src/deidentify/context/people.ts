import type { Detector, Note } from '../detector.ts';
import { COMMON, EPONYM, FAMILY, GIVEN, NAME } from '../lexicon/flags.ts';
import { MONTHS, wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan } from '../span.ts';
import { BEHIND_LEAD } from '../text/leads.ts';
import {
  endOf,
  flagsAt,
  gapBefore,
  isGlued,
  isInHeading,
  isWord,
  markAt,
  startOf,
  startsSentence,
  wordAt,
} from '../text/reading.ts';
import { CAPITAL, LINE, LOWER, UPPER, type TokenList } from '../text/token-list.ts';
import { findAnnounced } from './announced-names.ts';
import { carriedNames } from './carried-names.ts';
import { candidateAt, type NameCandidate } from './name-candidate.ts';
import { isPlainName } from './plain-name.ts';
import { widen } from './name-edges.ts';
import { ACTING, BEFORE_PERSON, NEVER_NAMES, RELATIVES, STRONG_BEFORE, SURE_BEFORE } from './person-cues.ts';
import {
  hasCredentialAfter,
  hasRoleAfter,
  holdsMedical,
  isAllWords,
  isNamedThroughout,
  isReachedAt,
  isEponym,
  isEponymPair,
  isOrganizationWordAfter,
  isWordLike,
  nameShare,
} from './name-evidence.ts';
import { scoreSingle } from './single-name.ts';
import { TITLE_LEAD } from './titles.ts';
import { isCapitalKin, isKinBefore } from './kin-names.ts';

/** People whom no record names: relatives, outside clinicians, scribes; by titles, cues, lists and shape. */
export const people: Detector = {
  name: 'context',
  detect: ({ tokens }: Note) => {
    const spans = [...findAnnounced(tokens), ...new PersonFinder(tokens).run()];
    return [...spans, ...carriedNames(tokens, spans)];
  },
};

/** Evidence from which on a stretch is taken for a person. */
const ENOUGH = 0.5;
/** Evidence from words that announce a person. */
const SURE = 0.8;

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
      if (!mayBegin(tokens, at)) continue;
      const candidate = candidateAt(tokens, at);
      if (candidate === undefined) continue;
      const score = this.#score(candidate);
      if (score < ENOUGH) {
        if (candidate.words === 2 && isEponymPair(tokens, candidate)) at = candidate.last;
        continue;
      }
      const { first, last } = widen(tokens, candidate, score >= SURE);
      this.#spans.push({
        start: startOf(tokens, first),
        end: endOf(tokens, last),
        type: 'NAME',
        score,
        detector: 'context',
      });
      this.#afterName = last + 1;
      at = last;
    }
    return this.#spans;
  }

  /** Evidence for a person, 0 to 1: what stands around it first, then what the lists say about its words. */
  #score(candidate: NameCandidate): number {
    const tokens = this.#tokens;
    const { first, last, words } = candidate;
    // `Mr. May is`, `Dr. Will`: after a title, a word that is also a name is one.
    if (candidate.titled) {
      // `THE EYE DOCTOR LAST YEAR`: in capitals the title may be a plain word, and so the next.
      const isPlain = tokens.shape[first] === UPPER && (flagsAt(tokens, first) & (COMMON | NAME)) === COMMON;
      const isNever = first === last && (isPlain || NEVER_NAMES.has(wordAt(tokens, first)));
      return isNever && (flagsAt(tokens, first) & (GIVEN | FAMILY)) === 0 ? 0.2 : 0.97;
    }
    const share = nameShare(this.#tokens, candidate);
    if (hasCredentialAfter(this.#tokens, last))
      return share > 0 || words >= 2 || !isAllWords(this.#tokens, candidate) ? 0.95 : 0.4;
    if (isEponym(this.#tokens, candidate) || isOrganizationWordAfter(this.#tokens, last)) return 0;
    if (hasRoleAfter(this.#tokens, last)) return share > 0 || words >= 2 ? 0.9 : 0.5;
    if (candidate.labelled) return this.#scoreLabelled(candidate, share);
    if (
      !TELEPHONES.has(wordAt(tokens, last)) &&
      isReachedAt(tokens, last) &&
      !holdsMedical(tokens, candidate) &&
      isNamedThroughout(tokens, candidate)
    )
      return 0.85;
    if (tokens.shape[first] === LOWER) return 0.6;
    if (this.#isInList(first))
      return share > 0 ||
        (markAt(tokens, first - 1) === '/' && isGlued(tokens, first) && (flagsAt(tokens, first) & NAME) !== 0) ||
        (words === 2 &&
          wordAt(tokens, first).length === 1 &&
          markAt(tokens, first + 1) === '.' &&
          (flagsAt(tokens, last) & NAME) !== 0) ||
        (tokens.shape[first] !== UPPER && !isWordLike(this.#tokens, first))
        ? 0.85
        : 0.4;
    if (
      isKinBefore(tokens, first) &&
      !(share === 0 && isAllWords(this.#tokens, candidate) && isCapitalKin(tokens, first))
    )
      return first === last && MONTHS.has(wordAt(tokens, first)) ? 0.3 : 0.85;
    const cued = this.#scoreCued(candidate, share);
    if (cued >= ENOUGH) return cued;
    return words === 1 ? scoreSingle(tokens, first) : this.#scoreRun(candidate, share);
  }

  #scoreLabelled(candidate: NameCandidate, share: number): number {
    if (this.#tokens.shape[candidate.first] === LOWER) return share > 0 ? 0.8 : 0.3;
    if (share > 0 || !isAllWords(this.#tokens, candidate)) return 0.9;
    if (candidate.words === 2 || candidate.words === 3) return 0.55;
    // `Support person: Royal`: the only word behind the label.
    const alone = gapBefore(this.#tokens, candidate.last + 1) >= LINE;
    return alone && (flagsAt(this.#tokens, candidate.first) & NAME) !== 0 && !holdsMedical(this.#tokens, candidate)
      ? 0.55
      : 0.3;
  }

  /** `attention Chip`, `dictated by Misty Blood`, `RN Kimmy T.` */
  #scoreCued(candidate: NameCandidate, share: number): number {
    const tokens = this.#tokens;
    const { first, words } = candidate;
    const before = wordAt(tokens, first - 1);
    if (gapBefore(tokens, first) >= LINE || before === '') return 0;
    if (tokens.shape[first - 1] === UPPER && BEFORE_CREDENTIALS.has(before))
      return (share > 0 || words > 1 || (flagsAt(tokens, first) & NAME) !== 0 || !isWordLike(tokens, first)) &&
        !holdsMedical(this.#tokens, candidate) &&
        !ROLES.has(wordAt(tokens, candidate.last))
        ? 0.8
        : 0;
    if (
      tokens.shape[first - 1] !== LOWER &&
      !(before === 'dear' || before === 'attn' || before === 'cc' || before === 'attention' || before === 'by')
    )
      return 0;
    if (tokens.shape[first] === UPPER && isInHeading(tokens, first) && share === 0) return 0;
    if (SURE_BEFORE.has(before) || (before === 'by' && REFERRED.has(wordAt(tokens, first - 2))))
      return MONTHS.has(wordAt(tokens, first)) && words === 1 ? 0.3 : 0.85;
    if (!STRONG_BEFORE.has(before)) return 0;
    if (share > 0 || !isWordLike(this.#tokens, first)) return 0.85;
    return words === 2 && !holdsMedical(this.#tokens, candidate) ? 0.7 : 0.4;
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

  /** `included Rusty Woods`, words of English both: a person only in the middle of a sentence, where a person can stand. */
  #scoreWords({ first, last, words }: NameCandidate, share: number): number {
    const tokens = this.#tokens;
    if (words !== 2 || startsSentence(tokens, first)) return 0.3;
    const telling =
      INCLUDED.has(wordAt(tokens, first - 1)) && (flagsAt(tokens, first) & flagsAt(tokens, last) & NAME) !== 0;
    if (telling && !holdsMedical(tokens, { first, last, words, titled: false, labelled: false })) return 0.6;
    if ((flagsAt(tokens, last) & FAMILY) === 0) return 0.3;
    const cued =
      BEFORE_PERSON.has(wordAt(tokens, first - 1)) &&
      tokens.shape[first - 1] === LOWER &&
      wordAt(tokens, first - 1) !== 'to' &&
      wordAt(tokens, first - 1) !== 'about';
    return cued || share === 1 ? 0.6 : 0.3;
  }

  /** `no peaked T. Case discussed`: a letter that ends a sentence, and a word that begins the next. */
  #isWordBehindLetter(first: number, last: number): boolean {
    const tokens = this.#tokens;
    const before = wordAt(tokens, first - 1);
    return (
      (flagsAt(tokens, last) & COMMON) !== 0 &&
      !isGlued(tokens, first + 2) &&
      before !== '' &&
      tokens.shape[first - 1] === LOWER &&
      !BEFORE_PERSON.has(before) &&
      !RELATIVES.has(before)
    );
  }

  #scoreRun(candidate: NameCandidate, share: number): number {
    const tokens = this.#tokens;
    const { first, last } = candidate;
    if (tokens.shape[first] === UPPER && isInHeading(tokens, first))
      return !opensWithWord(tokens, first) &&
        isNamedThroughout(tokens, candidate) &&
        (isPlainName(tokens, first) || isPlainName(tokens, last))
        ? 0.6
        : 0;
    if (holdsMedical(this.#tokens, candidate)) return 0.1;
    if (markAt(tokens, last + 1) === ':') return 0.2;
    if (
      wordAt(tokens, first).length === 1 &&
      markAt(tokens, first + 1) === '' &&
      (flagsAt(tokens, last) & EPONYM) !== 0
    )
      return 0.3;
    if (wordAt(tokens, first).length === 1 && markAt(tokens, first + 1) === '.')
      // `B. Sigmoid colon` at the beginning of a line is a specimen.
      return candidate.words > 1 &&
        !this.#isWordBehindLetter(first, last) &&
        wordAt(tokens, last).length > 1 &&
        (share > 0 ||
          !startsSentence(tokens, first) ||
          (isGlued(tokens, first + 2) && tokens.shape[first + 2] === CAPITAL))
        ? 0.8
        : 0.2;
    if (isAllWords(this.#tokens, candidate) && (flagsAt(tokens, first) & GIVEN) === 0)
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
    return isAllWords(this.#tokens, candidate) ? 0.3 : 0.6;
  }
}

const ANNOUNCING = new Set(['.', ',', ':']);

/** In small letters nothing begins a name but a given name, and what stands behind a title, a label or a closing. */
function mayBegin(tokens: TokenList, at: number): boolean {
  if (!isWord(tokens, at)) return false;
  if (tokens.shape[at] !== LOWER || (flagsAt(tokens, at) & GIVEN) !== 0) return true;
  if (((tokens.leads[at] ?? 0) & BEHIND_LEAD) !== 0) return ANNOUNCING.has(markAt(tokens, at - 1));
  return ((tokens.leads[at - 1] ?? 0) & TITLE_LEAD) !== 0;
}

/** Words that a list of people follows. */
const INCLUDED = wordSet('included including with by per via informed notified updated called');
/** In capitals, a word of English before a name is itself: `BACK TO SEE ESPINOZA`. */
function opensWithWord(tokens: TokenList, first: number): boolean {
  return (flagsAt(tokens, first) & (COMMON | GIVEN | FAMILY)) === COMMON;
}

/** Degrees that stand before a name too: `RN Kimmy`. */
const BEFORE_CREDENTIALS = wordSet('rn lpn np cna pac crna emt rt pca slp msw lcsw cnm');
const ROLES = wordSet(
  'manager coordinator supervisor director practitioner educator liaison navigator visit note visits staff student line call',
);
/** What stands before a telephone number and is no person. */
const TELEPHONES = wordSet(
  'call cell home work office phone fax tty mobile tel pager fin chart acct account main desk direct text dial',
);
/** Who does so is a person: `ref by Colt Nail`. */
const REFERRED = wordSet('ref referred');
