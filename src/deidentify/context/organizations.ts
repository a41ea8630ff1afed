import type { Detector, Note } from '../detector.ts';
import { ABROAD, CITY, CITY_START, COMMON, EMPLOYER, ENGLISH, EPONYM, MEDICAL } from '../lexicon/flags.ts';
import { lookUp } from '../lexicon/lexicon.ts';
import { lastOfCity } from '../patterns/addresses.ts';
import { MONTHS, wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan, IdentifierType } from '../span.ts';
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
import { LINE, LOWER, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { isEponymUse } from './meaning.ts';

/** Facilities, employers, schools and cities that no record names. */
export const organizations: Detector = {
  name: 'context',
  detect: ({ tokens }: Note) => new OrganizationFinder(tokens).run(),
};

/** Nouns that end the name of an institution. */
const HEADS = wordSet(`
hospital hospitals center centre clinic clinics institute associates dialysis orthopedics orthopaedics pharmacy laboratory laboratories labs school academy
college university church hospice home homes medicine inc llc corp corporation company foundation va infirmary sanatorium rehabilitation rehab
care healthcare health district elementary high seminary preschool kindergarten daycare temple synagogue mosque bank credit union factory mill plant shelter ranch
cardiology oncology pediatrics dermatology urology radiology imaging surgicenter hospitalists physicians specialists manor lodge village partners group system
`);
/** Of these, the ones that need a proper word before and nothing else. */
const CERTAIN_HEADS = wordSet(
  'hospital clinic institute associates dialysis pharmacy academy college university infirmary inc llc corp hospice va school',
);
/** Nouns inside such a name. */
const MIDDLES = wordSet(`
medical regional community general memorial county family urgent cancer heart surgery surgical specialty children childrens womens veterans state national
university saint st mount mt our lady of the and for at care nursing rehabilitation internal orthopedic eye ear spine kidney sleep pain behavioral mental health
primary wellness women men senior assisted living long term acute critical access teaching public city central north south east west northern southern
eastern western upper lower new old great grand middle junior high elementary independent unified
`);
const GENERIC_STARTS = wordSet(
  'the a an our your this that his her their my any local outside another general family urgent primary medical emergency surgical cancer heart home health nursing long acute assisted skilled physical occupational speech pain sleep wound day same intensive critical palliative hospice inpatient outpatient high middle elementary junior',
);
const EMPLOYED = wordSet('employed works worked working employer employment job retired');
const PLACE_CUES = wordSet('in from near to at outside around through via of toward visiting leaving');

class OrganizationFinder {
  readonly #tokens: TokenList;
  readonly #spans: DetectedSpan[] = [];

  constructor(tokens: TokenList) {
    this.#tokens = tokens;
  }

  run(): DetectedSpan[] {
    const tokens = this.#tokens;
    for (let at = 0; at < tokens.count; at++) {
      if (!isWord(tokens, at)) continue;
      const end = this.#matchAt(at);
      if (end > at) at = end - 1;
    }
    return this.#spans;
  }

  #matchAt(at: number): number {
    const employer = this.#employerAfter(at);
    if (employer !== -1) return employer;
    if (!isCapitalized(this.#tokens, at)) return this.#theVa(at);
    const named = this.#named(at);
    if (named !== -1) return named;
    const acronym = this.#acronym(at);
    if (acronym !== -1) return acronym;
    const employed = this.#bigEmployer(at);
    if (employed !== -1) return employed;
    return this.#city(at);
  }

  /** `Northgate Medical Center`, `University Hospital of Red Rock`, `St. Agnes Academy`. */
  #named(at: number): number {
    const tokens = this.#tokens;
    if (isGlued(tokens, at) && isWord(tokens, at - 1)) return -1;
    let index = at;
    let head = -1;
    let proper = 0;
    let words = 0;
    while (words < 8 && index < tokens.count) {
      if (words > 0 && gapBefore(tokens, index) >= LINE) break;
      const mark = markAt(tokens, index);
      if (
        ((mark === '.' && wordAt(tokens, index - 1).length <= 2) ||
          mark === "'" ||
          mark === '’' ||
          mark === '-' ||
          mark === '&') &&
        words > 0
      ) {
        index++;
        continue;
      }
      const key = wordAt(tokens, index);
      if (key === '') break;
      const small = tokens.shape[index] === LOWER;
      if (
        small &&
        !((key === 'of' || key === 'for' || key === 'and' || key === 'the' || key === 'at' || key === 's') && words > 0)
      )
        break;
      if (small && key !== 's' && !this.#capitalFollows(index)) break;
      if (HEADS.has(key) && words > 0 && !small) head = index;
      else if (!small && !MIDDLES.has(key) && (flagsAt(tokens, index) & MEDICAL) === 0) proper++;
      words++;
      index++;
    }
    if (head === -1 || proper === 0) return -1;
    return this.#acceptNamed(at, head);
  }

  #capitalFollows(at: number): boolean {
    const tokens = this.#tokens;
    for (let next = at + 1; next <= at + 2; next++) {
      if (gapBefore(tokens, next) >= LINE) return false;
      if (isCapitalized(tokens, next)) return true;
      if (wordAt(tokens, next) !== 'the') return false;
    }
    return false;
  }

  #acceptNamed(at: number, head: number): number {
    const tokens = this.#tokens;
    const first = this.#properStart(at);
    if (first >= head) return -1;
    if (
      isInHeading(tokens, first) &&
      tokens.shape[head] === UPPER &&
      !CERTAIN_HEADS.has(wordAt(tokens, head)) &&
      wordAt(tokens, head) !== 'center'
    )
      return -1;
    if (markAt(tokens, head + 1) === ':' && !CERTAIN_HEADS.has(wordAt(tokens, head))) return -1;
    this.#emit(first, head + 1, 'ORGANIZATION', 0.9);
    return head + 1;
  }

  /** Leaves out a capitalised word that only begins the sentence: `Called Northgate Clinic`. */
  #properStart(at: number): number {
    const tokens = this.#tokens;
    let first = at;
    while (GENERIC_STARTS.has(wordAt(tokens, first)) && wordAt(tokens, first).length <= 4) first++;
    return first;
  }

  /** `the Asheville VA`. */
  #theVa(at: number): number {
    const tokens = this.#tokens;
    if (wordAt(tokens, at) !== 'the' || !isCapitalized(tokens, at + 1)) return -1;
    let last = at + 1;
    while (last < at + 4 && isCapitalized(tokens, last + 1) && gapBefore(tokens, last + 1) === SPACE) last++;
    if (wordAt(tokens, last) !== 'va' || tokens.shape[last] !== UPPER || last === at + 1) return -1;
    this.#emit(at, last + 1, 'ORGANIZATION', 0.9);
    return last + 1;
  }

  /** `transfer accepted by NGMC`, `(MOMC)`: capitals that are no abbreviation of medicine, where a facility can stand. */
  #acronym(at: number): number {
    const tokens = this.#tokens;
    const key = wordAt(tokens, at);
    if (
      tokens.shape[at] !== UPPER ||
      key.length < 3 ||
      key.length > 6 ||
      (flagsAt(tokens, at) & (MEDICAL | COMMON)) !== 0
    )
      return -1;
    if (isInHeading(tokens, at) || (isGlued(tokens, at + 1) && isWord(tokens, at + 1))) return -1;
    const before = wordAt(tokens, at - 1);
    const earlier = wordAt(tokens, at - 2);
    const moved = TRANSFER.has(earlier) || TRANSFER.has(wordAt(tokens, at - 3));
    if (
      ((before === 'by' || before === 'to' || before === 'from' || before === 'at') && moved) ||
      (before === 'at' && (flagsAt(tokens, at) & ENGLISH) === 0)
    ) {
      this.#emit(at, at + 1, 'ORGANIZATION', 0.75);
      return at + 1;
    }
    return -1;
  }

  #employerAfter(at: number): number {
    const tokens = this.#tokens;
    if (!EMPLOYED.has(wordAt(tokens, at))) return -1;
    let next = at + 1;
    const key = wordAt(tokens, at);
    const link = wordAt(tokens, next);
    if (link === 'at' || link === 'by' || link === 'for' || link === 'with' || link === 'from') next++;
    else if (markAt(tokens, next) === ':' || (link === 'is' && key === 'employer')) next++;
    else return -1;
    const strong = key === 'employed' || key === 'employer';
    let last = next - 1;
    for (let words = 0; words < 6; words++) {
      const index = last + 1;
      if (
        gapBefore(tokens, index) >= LINE ||
        (markAt(tokens, index) !== '' &&
          markAt(tokens, index) !== "'" &&
          markAt(tokens, index) !== '’' &&
          markAt(tokens, index) !== '-' &&
          markAt(tokens, index) !== '&') ||
        (!isWord(tokens, index) && markAt(tokens, index) === '')
      )
        break;
      if (isWord(tokens, index) && tokens.shape[index] === LOWER) {
        if (!strong || EMPLOYER_STOPS.has(wordAt(tokens, index))) {
          if (wordAt(tokens, index) !== 's' && !(wordAt(tokens, index) === 'of' && isCapitalized(tokens, index + 1)))
            break;
        }
      }
      last = index;
    }
    if (last < next) return -1;
    if (!isCapitalized(tokens, next) && !(strong && wordAt(tokens, next) === 'the')) return -1;
    if ((flagsAt(tokens, next) & MEDICAL) !== 0 && last === next) return -1;
    this.#emit(next, last + 1, 'ORGANIZATION', 0.8);
    return last + 1;
  }

  #bigEmployer(at: number): number {
    const tokens = this.#tokens;
    let phrase = wordAt(tokens, at);
    let last = -1;
    if ((flagsAt(tokens, at) & EMPLOYER) !== 0 && (flagsAt(tokens, at) & (COMMON | ENGLISH)) === 0) last = at;
    for (let words = 1; words < 3; words++) {
      const index = at + words;
      if (!isCapitalized(tokens, index) || gapBefore(tokens, index) > SPACE) break;
      phrase += ` ${wordAt(tokens, index)}`;
      if ((lookUp(phrase) & EMPLOYER) !== 0) last = index;
    }
    if (last === -1) return -1;
    this.#emit(at, last + 1, 'ORGANIZATION', 0.8);
    return last + 1;
  }

  /** `commutes from Moscow`, `moved from Tbilisi`, `in Peru`: a place after a word of place. */
  #city(at: number): number {
    const tokens = this.#tokens;
    const flags = flagsAt(tokens, at);
    if (tokens.shape[at] === UPPER || startsSentence(tokens, at) || !PLACE_CUES.has(wordAt(tokens, at - 1))) return -1;
    if (MONTHS.has(wordAt(tokens, at)) || (flags & MEDICAL) !== 0) return -1;
    if ((flags & EPONYM) !== 0 && isEponymUse(tokens, at, at)) return -1;
    const before = wordAt(tokens, at - 1);
    const last = lastOfCity(tokens, at);
    const known = last !== -1 || (flags & (CITY | ABROAD)) !== 0;
    const travels = MOVES.has(wordAt(tokens, at - 2));
    if (!known && !(travels && (flags & (CITY_START | COMMON)) === 0)) return -1;
    if (!travels && before !== 'in' && before !== 'near' && before !== 'from' && before !== 'outside') return -1;
    const end = (last === -1 ? at : last) + 1;
    if (isCapitalized(tokens, end) && gapBefore(tokens, end) === SPACE && !travels && last === -1) return -1;
    this.#emit(at, end, 'ADDRESS', 0.75);
    return end;
  }

  #emit(first: number, end: number, type: IdentifierType, score: number): void {
    this.#spans.push({
      start: startOf(this.#tokens, first),
      end: endOf(this.#tokens, end - 1),
      type,
      score,
      detector: 'context',
    });
  }
}

const TRANSFER = wordSet(
  'transfer transferred accepted admitted sent referred seen hospitalized discharged treated evaluated records received transported flown faxed hospital',
);
const MOVES = wordSet(
  'moved commutes commuting travels traveled travelled lives lived living resides born raised flew drove relocated visiting grew returned trip vacation vacationing',
);
const EMPLOYER_STOPS = wordSet(
  'as since in for and but who which where while when because he she they with from until at on is was has a an this that',
);
