import type { Detector, Note } from '../detector.ts';
import type { DetectedSpan, IdentifierType } from '../span.ts';
import { leadWords, NUMBER_LEAD, OPENING_LEAD, UPPER_LEAD } from '../text/leads.ts';
import {
  digitsAt,
  endOf,
  gapBefore,
  isGlued,
  isNumber,
  isWord,
  markAt,
  nextLead,
  startOf,
  wordAt,
} from '../text/reading.ts';
import { GLUED, LINE, LOWER, PARAGRAPH, UPPER, type TokenList } from '../text/token-list.ts';
import { isYear } from './date-parts.ts';
import { DATE_SHAPE, isPossibleDate, labelLength, RECORD_LABELS, type Value } from './id-values.ts';
import { isTimestamp } from './odd-dates.ts';
import { furtherGroups, oddNumberAt, plateAt } from './odd-numbers.ts';
import { lastFour, LAST_FOUR_LEAD } from './last-four.ts';
import { roomAfter, ROOMS } from './rooms.ts';
import { UNITS, wordSet } from './vocabulary.ts';

/** Record, account, licence, serial and other numbers: by label, by shape, and room and bed. */
export const ids: Detector = {
  name: 'patterns',
  detect: ({ tokens }: Note) => new IdFinder(tokens).run(),
};

/** Words that announce an identifier; it may stand up to two small words away (`MRN is`, `account number:`). */
const LABELS = wordSet(`
mrn mr mrno medrec emrn empi ssn ss social security acct account accts visit encounter csn fin har policy member subscriber group claim prescription rx npi dea upin
license licence licensed lic plate tag vin serial sn lot udi imei accession specimen cytology pathology case job order confirmation conf reference ref ticket
badge employee passport id ids identifier ident identification chart record number no mrmr certificate cert registration reg auth authorization referral invoice agreement lease contract warranty permit tracking confirmation
beneficiary mbi hicn medicaid medicare insurance plan payer permit tracking barcode label wristband device model study protocol subject participant
username login handle user userid screen file folio docket inmate booking dictation transcription document report image film donor recipient sample slide block kit batch run interpreter translator plates
`);
/** Labels too common in prose to announce by themselves: what follows must hold five digits or look like a code. */
const WEAK_LABELS = wordSet(
  'mr ss visit group plan number no order case study model subject id file block sample slide label image film report record tag plate group policy lot device document insurance medicare medicaid claim chart referral reference specimen cytology pathology screen user kit batch job recipient conf run interpreter translator donor security social protocol device',
);
/** `n` is the end of `S/N`. */
const LEADS = NUMBER_LEAD | UPPER_LEAD | OPENING_LEAD | LAST_FOUR_LEAD | leadWords([...LABELS, ...ROOMS, 'n']);
const PLATES = wordSet('plate plates tag tags');
const SERIALS = wordSet('serial sn imei udi');
const JOINERS = wordSet('number no num nr is was the for code id ids of card n record sheet');
const JOINING_MARKS = new Set([':', '#', '.', '=', '-', '–', '(', '/', '№', '*']);
const VALUE_MARKS = new Set(['-', '/', '.', '–', '‑', '_']);
/** What a code with letters and digits may be without being an identifier. */
const CODE_WORDS = wordSet('icd cpt hcpcs loinc snomed rxnorm ndc drg modifier code codes');
const PROTECTED_PREFIXES = wordSet(
  'covid phq gad hla ca cd sars h hpv ace il ige igg vitamin b t l c s q pgy a p st ast dt type stage grade level covid nct',
);

class IdFinder {
  readonly #tokens: TokenList;
  readonly #spans: DetectedSpan[] = [];

  constructor(tokens: TokenList) {
    this.#tokens = tokens;
  }

  run(): DetectedSpan[] {
    const tokens = this.#tokens;
    for (let at = nextLead(tokens, 0, LEADS); at < tokens.count; at = nextLead(tokens, at + 1, LEADS)) {
      let end = -1;
      const odd = oddNumberAt(tokens, at) ?? lastFour(tokens, at);
      if (odd !== undefined) {
        this.#emit(odd.first, odd.end, odd.type, 0.9);
        end = odd.end;
      } else if (isWord(tokens, at)) end = this.#fromWord(at);
      else if (isNumber(tokens, at)) end = this.#unlabelled(at);
      else if (markAt(tokens, at) === '#') end = this.#afterHash(at);
      if (end > at) at = end - 1;
    }
    return this.#spans;
  }

  #fromWord(at: number): number {
    const tokens = this.#tokens;
    const key = wordAt(tokens, at);
    // Letters that digits are glued to begin a value; they are a label only when they are one besides.
    const leads = at + 1 < tokens.count && isGlued(tokens, at + 1) && tokens.shape[at] === UPPER && key.length <= 5;
    const serial = key === 'n' && markAt(tokens, at - 1) === '/' && wordAt(tokens, at - 2) === 's';
    if (!leads && !serial && !LABELS.has(key) && !ROOMS.has(key)) return -1;
    if (key === 'dob' || key === 'dod') return -1;
    const end = ROOMS.has(key)
      ? this.#room(at)
      : serial || LABELS.has(key) || key.endsWith('mrn')
        ? this.#labelled(at, key)
        : -1;
    return end === -1 && leads ? this.#unlabelled(at) : end;
  }

  /** `MRN: 82-322654`, `DEA BH0420645`, `member id YPM712`, `MR#M625064`. */
  #labelled(at: number, key: string): number {
    const tokens = this.#tokens;
    let next = at + 1;
    let joiners = 0;
    let marks = 0;
    let sure = false;
    while (next < tokens.count && gapBefore(tokens, next) < PARAGRAPH) {
      if (JOINING_MARKS.has(markAt(tokens, next)) && marks < 3) marks++;
      else if (
        (JOINERS.has(wordAt(tokens, next)) || LABELS.has(wordAt(tokens, next))) &&
        !this.#beginsValue(next) &&
        joiners < 3
      ) {
        joiners++;
        sure ||= wordAt(tokens, next) !== 'of';
      } else break;
      next++;
    }
    if (gapBefore(tokens, next) >= LINE && marks === 0) return -1;
    if (CODE_WORDS.has(wordAt(tokens, at - 1))) return -1;
    const plate = PLATES.has(key) || SERIALS.has(key) ? plateAt(tokens, next, SERIALS.has(key)) : -1;
    if (plate !== -1) {
      this.#emit(next, plate, 'ID', 0.9);
      return plate;
    }
    const value = this.#readValue(next, true);
    if (value === undefined) return -1;
    if (key === 'user' || key === 'username' || key === 'handle' || key === 'login') return -1;
    const weak = WEAK_LABELS.has(key) && !sure && marks === 0;
    if (!this.#isWorthy(value, weak, key === 'badge')) return -1;
    const end = SERIALS.has(key) ? furtherGroups(tokens, value.end) : value.end;
    this.#emit(this.#isPartOfValue(at, next) ? at : next, end, 'ID', 0.95);
    return end;
  }

  /** `LOT-0713`, `SN-97205`: the label is joined to the value by a hyphen and nothing else. */
  #isPartOfValue(at: number, next: number): boolean {
    const tokens = this.#tokens;
    return (
      next === at + 2 &&
      tokens.shape[at] === UPPER &&
      markAt(tokens, at + 1) === '-' &&
      isGlued(tokens, at + 1) &&
      isGlued(tokens, next)
    );
  }

  /** A label's word that is itself the beginning of a value: `MR083881`. */
  #beginsValue(at: number): boolean {
    return isNumber(this.#tokens, at + 1) && isGlued(this.#tokens, at + 1);
  }

  #isWorthy(value: Value, weak: boolean, yearLike = false): boolean {
    const tokens = this.#tokens;
    if (value.digits < 3 && value.digits + value.letters < 6) return false;
    // `Job ID 448120 D: 5/2/21`: a letter before a colon is the next label.
    const unit = UNITS.has(wordAt(tokens, value.end)) && markAt(tokens, value.end + 1) !== ':';
    if (unit && gapBefore(tokens, value.end) < LINE && value.letters === 0) return false;
    if (markAt(tokens, value.end) === '%' || (markAt(tokens, value.end) === ':' && isGlued(tokens, value.end + 1)))
      return false;
    const year = value.shape === 'dddd' && isYear(digitsAt(tokens, value.end - 1));
    if (value.date || (year && !yearLike)) return false;
    if (!weak) return value.digits >= 3 || (value.letters > 0 && value.digits >= 2);
    return value.digits >= 5 || (value.letters > 0 && value.digits >= 4);
  }

  /** `#82-322654`; `#2` and `#1` are an item of a list. */
  #afterHash(at: number): number {
    const value = this.#readValue(at + 1, true);
    if (value === undefined || gapBefore(this.#tokens, at + 1) !== GLUED || value.digits < 4 || value.date) return -1;
    this.#emit(at + 1, value.end, 'ID', 0.9);
    return value.end;
  }

  /** By shape alone: SSN, many digits, capital letters with many digits, groups joined by hyphens. */
  #unlabelled(at: number): number {
    const tokens = this.#tokens;
    if (
      isGlued(tokens, at) &&
      (isNumber(tokens, at - 1) ||
        (VALUE_MARKS.has(markAt(tokens, at - 1)) &&
          (isNumber(tokens, at - 2) || isWord(tokens, at - 2)) &&
          isGlued(tokens, at - 1)))
    )
      return -1;
    // A trial's number is public.
    if (this.#isShortNumber(at) || wordAt(tokens, isNumber(tokens, at) ? at - 1 : at) === 'nct') return -1;
    const value = this.#readValue(at, false);
    if (value === undefined || value.date || isTimestamp(digitsAt(tokens, at))) return -1;
    if (!this.#isIdByShape(at, value)) return -1;
    this.#emitFrom(startOf(tokens, at) + labelLength(wordAt(tokens, at)), value.end, 'ID', 0.8);
    return value.end;
  }

  /** Up to six digits to which nothing is joined, as most numbers are: their shape says nothing. */
  #isShortNumber(at: number): boolean {
    const tokens = this.#tokens;
    if (!isNumber(tokens, at) || digitsAt(tokens, at).length > 6) return false;
    return !isGlued(tokens, at + 1) || (markAt(tokens, at + 1) !== '' && !isGlued(tokens, at + 2));
  }

  #isIdByShape(at: number, value: Value): boolean {
    const tokens = this.#tokens;
    const { shape } = value;
    if (shape === 'ddd-dd-dddd') return true;
    // `2024-07-22T08:15:00Z`
    if (shape === 'dddd-dd-ddadd' && isPossibleDate(tokens, at)) return false;
    if (CODE_WORDS.has(wordAt(tokens, at - 1)) || CODE_WORDS.has(wordAt(tokens, at - 2))) return false;
    if (value.letters === 0) {
      if (UNITS.has(wordAt(tokens, value.end)) && gapBefore(tokens, value.end) < LINE) return false;
      if (/^d{7,20}$/.test(shape)) return value.digits !== 10 || true;
      return /^d{2,3}-d{6,8}$/.test(shape) || /^d{3,5}-d{4,5}-d{4,6}$/.test(shape) || /^d{4}-d{6,}$/.test(shape);
    }
    const first = wordAt(tokens, at);
    // `20610-RT`, `99213-25`: a procedure code and its modifier. `118-128/70`: pressures.
    if (/^d{5}-?(?:aa|da|ad)$/.test(shape) || /^d{2,3}-d{2,3}\//.test(shape)) return false;
    if (PROTECTED_PREFIXES.has(first) && value.longest < 5 && (value.groups < 3 || value.digits < 7)) return false;
    if (value.longest >= 5 && value.letters <= 6)
      return (
        !/^a-?d{5}$/.test(shape) ||
        (!/[a-z]/.test(tokens.text.charAt(startOf(tokens, at))) && value.longest >= 5 && first !== 'a')
      );
    if (/^aa+-?d{2}-d{4,}$/.test(shape) || /^a{2,4}-d{4,}$/.test(shape)) return true;
    if (/^d?aaa-?d{4}$/.test(shape)) return tokens.shape[at] === UPPER && shape.includes('-');
    return value.groups >= 3 && value.digits >= 7;
  }

  /** Letters and digits joined without blanks, from a token on; at least one digit. */
  #readValue(at: number, labelled: boolean): Value | undefined {
    const tokens = this.#tokens;
    let digits = 0;
    let letters = 0;
    let longest = 0;
    let groups = 1;
    let shape = '';
    let index = at;
    let end = at;
    while (index < tokens.count && index - at < 24) {
      if (index > at && !isGlued(tokens, index)) break;
      const word = wordAt(tokens, index);
      if (digits >= 6 && (RECORD_LABELS.has(word) || word === 'dob' || (digits === 8 && word.startsWith('mr')))) break;
      if (isNumber(tokens, index)) {
        const length = digitsAt(tokens, index).length;
        digits += length;
        longest = Math.max(longest, length);
        shape += 'd'.repeat(Math.min(length, 30));
        end = index + 1;
      } else if (word !== '' && (tokens.shape[index] === UPPER || (labelled && word.length <= 2)) && word.length <= 6) {
        letters += word.length;
        shape += 'a'.repeat(word.length);
        end = index + 1;
      } else if (VALUE_MARKS.has(markAt(tokens, index)) && index > at) {
        shape += markAt(tokens, index) === '‑' || markAt(tokens, index) === '–' ? '-' : markAt(tokens, index);
        groups++;
      } else break;
      index++;
    }
    shape = shape.replace(/[-/._]+$/, '');
    if (digits === 0 || end === at || (tokens.shape[at] === LOWER && isWord(tokens, at) && letters > 4))
      return undefined;
    return { end, digits, letters, longest, groups, shape, date: DATE_SHAPE.test(shape) && isPossibleDate(tokens, at) };
  }

  #room(at: number): number {
    const room = roomAfter(this.#tokens, at);
    if (room === undefined) return -1;
    this.#emit(room.first, room.end, 'OTHER', 0.9);
    return room.end;
  }

  #emit(first: number, end: number, type: IdentifierType, score: number): void {
    this.#emitFrom(startOf(this.#tokens, first), end, type, score);
  }

  #emitFrom(start: number, end: number, type: IdentifierType, score: number): void {
    this.#spans.push({
      start,
      end: endOf(this.#tokens, end - 1),
      type,
      score,
      detector: 'patterns',
    });
  }
}
