import { standsForPerson } from '../context/meaning.ts';
import type { Detector, Note } from '../detector.ts';
import { ABROAD, CITY, COMMON, EPONYM, MEDICAL, NAME } from '../lexicon/flags.ts';
import type { DetectedSpan } from '../span.ts';
import { fold } from '../text/fold.ts';
import { endOf, flagsAt, gapBefore, isGlued, isWord, markAt, startOf, wordAt } from '../text/reading.ts';
import { LINE, LOWER, MIXED, PARAGRAPH, UPPER, type TokenList } from '../text/token-list.ts';
import type { CompiledPerson, CompiledRecord } from './record-tables.ts';
import { RunGrower, WORD_LIKE, type NameRun } from './name-run.ts';

/** Names of the people of the record, in every order, form and case. */
export const knownPeople: Detector = {
  name: 'known-record',
  detect: ({ tokens, record }: Note) => (record.parts.size === 0 ? [] : new PeopleMatcher(tokens, record).run()),
};

class PeopleMatcher {
  readonly #tokens: TokenList;
  readonly #record: CompiledRecord;
  readonly #grower: RunGrower;
  readonly #spans: DetectedSpan[] = [];

  constructor(tokens: TokenList, record: CompiledRecord) {
    this.#tokens = tokens;
    this.#record = record;
    this.#grower = new RunGrower(tokens, record);
  }

  run(): DetectedSpan[] {
    for (let at = 0; at < this.#tokens.count; at++) {
      if (!this.#mayBegin(at)) continue;
      const end = this.#matchAt(at);
      if (end > at) at = end - 1;
    }
    return this.#spans;
  }

  /** Most words are small, in the lists, and no word of the record: those are no name, not even one with a slip. */
  #mayBegin(at: number): boolean {
    const tokens = this.#tokens;
    if (!isWord(tokens, at)) return false;
    const listed = tokens.shape[at] === LOWER && (flagsAt(tokens, at) & (WORD_LIKE | NAME)) !== 0;
    return !listed || this.#record.nameWords.has(tokens.key[at] ?? '');
  }

  /** Index after what was matched at `at`, or `at`. */
  #matchAt(at: number): number {
    const tokens = this.#tokens;
    const key = tokens.key[at] ?? '';
    const known = this.#record.nameWords.has(key);
    const exact = known ? this.#record.parts.get(key) : undefined;
    const joined = known && exact === undefined ? this.#record.joined.get(key) : undefined;
    if (joined !== undefined && (flagsAt(tokens, at) & WORD_LIKE) === 0) {
      this.#emit(startOf(tokens, at), endOf(tokens, at), joined.subject);
      return at + 1;
    }
    const parts = exact ?? (this.#mayBeSlip(at) ? this.#grower.typoParts(at, key) : []);
    const run = parts.length === 0 ? undefined : this.#grower.best(at, parts, exact !== undefined);
    if (run !== undefined && this.#accepts(run)) {
      this.#emitRun(run);
      return run.last + 1;
    }
    if (tokens.shape[at] === LOWER) return at;
    if (key.length === 1) return this.#matchInitials(at);
    if (key.length <= 3 && tokens.shape[at] === UPPER) return this.#matchCapitalInitials(at, key);
    if (tokens.shape[at] === MIXED) this.#matchGluedParts(at);
    return at;
  }

  /** A word of English is a slip only right before a name of the record; the others may be one anywhere. */
  #mayBeSlip(at: number): boolean {
    const tokens = this.#tokens;
    if ((flagsAt(tokens, at) & WORD_LIKE) === 0) return true;
    const next = isWord(tokens, at + 1) ? at + 1 : at + 2;
    const nextKey = wordAt(tokens, next);
    return tokens.shape[at] !== LOWER && this.#record.nameWords.has(nextKey) && this.#record.parts.has(nextKey);
  }

  #accepts(run: NameRun): boolean {
    if (run.count === 0) return false;
    const tokens = this.#tokens;
    const solid = this.#solidIndex(run);
    const flags = flagsAt(tokens, solid);
    const key = wordAt(tokens, solid);
    if (run.count >= 2) return run.exact > 0 || !this.#isAllWords(run);
    if (run.exact > 0) {
      const minor = run.kinds.has('nickname') || run.kinds.has('middle');
      if (minor && tokens.shape[solid] === LOWER && (flags & WORD_LIKE) !== 0) return false;
      return key.length >= 2 && standsForPerson(tokens, solid, flags);
    }
    return this.#acceptsSlip(solid, key, flags);
  }

  /** One word with one letter wrong, by itself: long enough, with a capital letter, and nothing else. */
  #acceptsSlip(at: number, key: string, flags: number): boolean {
    const tokens = this.#tokens;
    if (tokens.shape[at] === LOWER)
      return key.length >= 6 && (flags & (WORD_LIKE | EPONYM | CITY | ABROAD | NAME)) === 0;
    if ((flags & (WORD_LIKE | EPONYM | CITY | ABROAD)) !== 0) return false;
    if ((flags & NAME) !== 0 || tokens.shape[at] === UPPER) return key.length >= 5;
    return key.length >= 4 || standsForPerson(tokens, at, COMMON);
  }

  #isAllWords(run: NameRun): boolean {
    for (let at = run.first; at <= run.last; at++) {
      if (isWord(this.#tokens, at) && (flagsAt(this.#tokens, at) & WORD_LIKE) === 0) return false;
    }
    return true;
  }

  /** First word of the run that is more than a letter or a particle. */
  #solidIndex(run: NameRun): number {
    for (let at = run.first; at <= run.last; at++) {
      const key = wordAt(this.#tokens, at);
      if (key.length > 1 && !(this.#record.parts.get(key)?.every((part) => part.kind === 'particle') ?? false))
        return at;
    }
    return run.first;
  }

  /** `P.P.S.`, `M.J.H.`, `H. Villaseñor-Ruiz`: single letters that are the person's. */
  #matchInitials(at: number): number {
    const tokens = this.#tokens;
    let letters = wordAt(tokens, at);
    let last = at;
    while (
      letters.length < 4 &&
      markAt(tokens, last + 1) === '.' &&
      wordAt(tokens, last + 2).length === 1 &&
      gapBefore(tokens, last + 2) < LINE
    ) {
      last += 2;
      letters += wordAt(tokens, last);
    }
    const dotted = markAt(tokens, last + 1) === '.' && isGlued(tokens, last + 1);
    const person = dotted ? this.#personOfInitials(letters) : undefined;
    if (person === undefined) return this.#matchLeadingInitial(at);
    this.#emit(startOf(tokens, at), endOf(tokens, last + 1), person.subject);
    return last + 2;
  }

  /** Three letters, or the first and last of three where the record has no middle name; two only for the patient. */
  #personOfInitials(letters: string): CompiledPerson | undefined {
    if (letters.length === 2) {
      const person = this.#record.initials.get(letters);
      return person?.subject === 'patient' &&
        !['am', 'pm', 'po', 'md', 'do', 'iv', 'im', 'eg', 'ie', 'us'].includes(letters)
        ? person
        : undefined;
    }
    if (letters.length !== 3) return undefined;
    return this.#record.initials.get(letters) ?? this.#record.initials.get(letters.charAt(0) + letters.charAt(2));
  }

  #matchLeadingInitial(at: number): number {
    const tokens = this.#tokens;
    const next = markAt(tokens, at + 1) === '.' ? at + 2 : at + 1;
    const key = wordAt(tokens, next);
    if (key.length < 2 || gapBefore(tokens, next) >= PARAGRAPH) return at;
    const parts = this.#record.parts.get(key) ?? this.#grower.typoParts(next, key);
    const run = parts.length === 0 ? undefined : this.#grower.best(next, parts, true);
    if (run === undefined || run.first > at || run.count < 2) return at;
    this.#emitRun(run);
    return run.last + 1;
  }

  /** `LEV to adjust …`, `SKO/jlb`: capitals, unless they are an abbreviation of medicine and nothing says that a person acts. */
  #matchCapitalInitials(at: number, key: string): number {
    const tokens = this.#tokens;
    const person = this.#record.initials.get(key);
    if (person === undefined) return at;
    const acts = wordAt(tokens, at + 1) === 'to' && tokens.shape[at + 2] === LOWER;
    const signs =
      markAt(tokens, at + 1) === '/' &&
      isGlued(tokens, at + 2) &&
      wordAt(tokens, at + 2).length <= 3 &&
      tokens.shape[at + 2] === LOWER;
    const plain = (flagsAt(tokens, at) & WORD_LIKE) === 0 && key.length === 3;
    if (!acts && !plain && !signs) return at;
    this.#emit(startOf(tokens, at), endOf(tokens, at), person.subject);
    return at + 1;
  }

  /** `forFoley`, `JinwooVaipuluM556834`: parts of one person between small and capital letters. */
  #matchGluedParts(at: number): void {
    const tokens = this.#tokens;
    const { text } = tokens;
    const end = endOf(tokens, at);
    let from = startOf(tokens, at);
    let found: { start: number; end: number; person: CompiledPerson } | undefined;
    for (let to = from + 1; to <= end; to++) {
      if (to < end && !(isUpperAt(text, to) && !isUpperAt(text, to - 1))) continue;
      const person = this.#personOfPiece(fold(text, from, to), isUpperAt(text, from));
      if (person !== undefined && found?.person === person) found.end = to;
      else if (person !== undefined && found === undefined) found = { start: from, end: to, person };
      from = to;
    }
    if (found !== undefined) this.#emitGlued(at, found);
  }

  #personOfPiece(piece: string, capital: boolean): CompiledPerson | undefined {
    const joined = this.#record.joined.get(piece);
    if (joined !== undefined) return joined;
    const part = this.#record.parts.get(piece)?.find(({ kind }) => kind !== 'particle' || piece.length >= 1);
    return part !== undefined &&
      (capital || part.kind === 'particle') &&
      (piece.length >= 3 || part.kind === 'particle')
      ? part.person
      : undefined;
  }

  /** What was glued may go on behind the word: `forÓ Briain`. */
  #emitGlued(at: number, found: { start: number; end: number; person: CompiledPerson }): void {
    const tokens = this.#tokens;
    let { end } = found;
    if (end === endOf(tokens, at)) {
      const next = this.#record.parts.get(wordAt(tokens, at + 1))?.find((part) => part.person === found.person);
      const run =
        next === undefined || gapBefore(tokens, at + 1) >= PARAGRAPH
          ? undefined
          : this.#grower.best(at + 1, [next], true);
      if (run !== undefined && run.first === at + 1 && run.count > 0) end = endOf(tokens, run.last);
    }
    const whole =
      this.#record.parts.get(fold(tokens.text, found.start, found.end))?.every(({ kind }) => kind === 'particle') ===
      true;
    if (!whole || end > found.end) this.#emit(found.start, end, found.person.subject);
  }

  #emitRun(run: NameRun): void {
    this.#emit(this.#gluedStart(run), endOf(this.#tokens, run.last), run.person.subject);
  }

  /** `forvan den Broek`: a particle at the end of the word before belongs to the name. */
  #gluedStart(run: NameRun): number {
    const tokens = this.#tokens;
    const start = startOf(tokens, run.first);
    const before = run.first - 1;
    const word = wordAt(tokens, before);
    if (word.length < 3 || gapBefore(tokens, run.first) >= LINE || (flagsAt(tokens, before) & (COMMON | MEDICAL)) !== 0)
      return start;
    for (const [particle, parts] of this.#record.particles) {
      const glued = word.endsWith(particle) && word.length > particle.length && parts.has(run.person);
      if (glued && GLUED_WORDS.has(word.slice(0, -particle.length))) return endOf(tokens, before) - particle.length;
    }
    return start;
  }

  #emit(start: number, end: number, subject: string): void {
    this.#spans.push({ start, end, type: 'NAME', score: 1, detector: 'known-record', subject });
  }
}

/** Small words that a slip of the space bar joins to the name behind. */
const GLUED_WORDS: ReadonlySet<string> = new Set([
  'for',
  'of',
  'by',
  'to',
  'with',
  'from',
  'and',
  'is',
  'was',
  'dr',
  'mr',
  'ms',
  'mrs',
  'patient',
  'pt',
  'see',
  'told',
  'asked',
  'name',
  'the',
  'as',
  'in',
  'on',
  'at',
  'that',
]);

function isUpperAt(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character !== character.toLowerCase();
}
