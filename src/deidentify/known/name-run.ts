import { COMMON, ENGLISH, EPONYM, MEDICAL, NAME } from '../lexicon/flags.ts';
import { flagsAt, gapBefore, isGlued, isNumber, isWord, markAt, wordAt } from '../text/reading.ts';
import { LINE, LOWER, PARAGRAPH, UPPER, type TokenList } from '../text/token-list.ts';
import type { CompiledPerson, CompiledRecord, NamePart, PartKind } from './record-tables.ts';
import { isOneLetterOff, lettersOf, mayBeOneLetterOff } from './one-letter-off.ts';

const NONE: readonly NamePart[] = [];
const CONNECTORS = new Set([
  ',',
  ';',
  '/',
  '-',
  '‐',
  '‑',
  '.',
  "'",
  '’',
  '`',
  '´',
  '"',
  '“',
  '”',
  '(',
  ')',
  '_',
  '+',
  '&',
  '^',
  '|',
]);
/** Marks inside one name, after which a second family or given name goes on with the first. */
const INNER = new Set(['-', '‐', '‑', "'", '’', '`', '´']);
export const WORD_LIKE = COMMON | ENGLISH | MEDICAL;

/** A stretch of tokens that holds parts of one person's name. */
export interface NameRun {
  first: number;
  last: number;
  readonly person: CompiledPerson;
  readonly kinds: Set<PartKind | 'initial'>;
  /** Parts that are no particles. */
  count: number;
  /** Of these, the ones written as the record has them. */
  exact: number;
}

/** Grows runs of name parts to both sides of a part. */
export class RunGrower {
  readonly #tokens: TokenList;
  readonly #record: CompiledRecord;
  readonly #typos = new Map<string, readonly NamePart[]>();

  constructor(tokens: TokenList, record: CompiledRecord) {
    this.#tokens = tokens;
    this.#record = record;
  }

  /** The longest run that begins with one of the parts a token can be. */
  best(at: number, parts: readonly NamePart[], exact: boolean): NameRun | undefined {
    let best: NameRun | undefined;
    for (const part of parts) {
      const run = this.#grow(at, part, exact);
      if (
        best === undefined ||
        run.count > best.count ||
        (run.count === best.count && run.last - run.first > best.last - best.first)
      )
        best = run;
    }
    return best;
  }

  /** Parts that a word is with one letter wrong. */
  typoParts(at: number, key: string): readonly NamePart[] {
    if (key.length < 3) return NONE;
    const flags = flagsAt(this.#tokens, at);
    if (this.#tokens.shape[at] === LOWER && (flags & (WORD_LIKE | NAME)) !== 0) return NONE;
    const cached = this.#typos.get(key);
    if (cached !== undefined) return cached;
    const found: NamePart[] = [];
    const letters = lettersOf(key);
    for (const target of this.#record.typoTargets) {
      if (!mayBeOneLetterOff(letters, target.letters) || !isOneLetterOff(key, target.key)) continue;
      for (const part of target.parts) if (part.kind !== 'particle') found.push(part);
    }
    const result = found.length === 0 ? NONE : found;
    this.#typos.set(key, result);
    return result;
  }

  #grow(at: number, part: NamePart, exact: boolean): NameRun {
    const run: NameRun = {
      first: at,
      last: at,
      person: part.person,
      kinds: new Set([part.kind]),
      count: part.kind === 'particle' ? 0 : 1,
      exact: exact && part.kind !== 'particle' ? 1 : 0,
    };
    while (this.#growRight(run));
    while (this.#growLeft(run));
    return run;
  }

  #growRight(run: NameRun): boolean {
    const tokens = this.#tokens;
    let next = run.last + 1;
    let marks = 0;
    while (marks < 3 && CONNECTORS.has(markAt(tokens, next)) && gapBefore(tokens, next) < PARAGRAPH) {
      next++;
      marks++;
    }
    if (!isWord(tokens, next) || gapBefore(tokens, next) >= PARAGRAPH) return false;
    const kind = this.#kindFor(next, run, marks);
    if (kind === undefined) return false;
    const repeats = (kind === 'given' || kind === 'family') && run.kinds.has(kind);
    if (repeats && marks > 0 && !INNER.has(markAt(tokens, next - 1))) return false;
    run.kinds.add(kind);
    if (kind !== 'particle') run.count++;
    if (kind !== 'particle' && kind !== 'initial' && this.#record.parts.has(wordAt(tokens, next))) run.exact++;
    run.last = next;
    return true;
  }

  #kindFor(at: number, run: NameRun, marks: number): PartKind | 'initial' | undefined {
    const tokens = this.#tokens;
    const key = wordAt(tokens, at);
    const own = this.#record.parts.get(key)?.find((part) => part.person === run.person);
    // `Will Rose will follow up`: a small letter does not go on with a name in capitals.
    const small =
      tokens.shape[at] === LOWER &&
      tokens.shape[run.first] !== LOWER &&
      (flagsAt(tokens, at) & WORD_LIKE) !== 0 &&
      !(INNER.has(markAt(tokens, at - 1)) && isGlued(tokens, at));
    if (own !== undefined) return small && own.kind !== 'particle' ? undefined : own.kind;
    if (key.length === 1) return this.#isInitial(at, key, run, marks) ? 'initial' : undefined;
    const flags = flagsAt(tokens, at);
    if ((flags & WORD_LIKE) !== 0 && !this.#mayBeSlip(at, key, flags, marks)) return undefined;
    if (isNumber(tokens, at + 1) && isGlued(tokens, at + 1)) return undefined;
    return this.typoParts(at, key).find((part) => part.person === run.person)?.kind;
  }

  /** A word of English can be a slip only right behind another part: `Duty Béchard`, not `Nathaniel⏎Date`. */
  #mayBeSlip(at: number, key: string, flags: number, marks: number): boolean {
    return (
      marks === 0 &&
      key.length >= 4 &&
      (flags & MEDICAL) === 0 &&
      this.#tokens.shape[at] !== LOWER &&
      gapBefore(this.#tokens, at) < LINE
    );
  }

  /** `Foley, Clifford C`, `Clifford C. Foley`: the person's initial; any letter, where the record has no middle name and one blank parts it. */
  #isInitial(at: number, key: string, run: NameRun, marks: number): boolean {
    const tokens = this.#tokens;
    if (
      tokens.shape[at] !== UPPER ||
      gapBefore(tokens, at) >= LINE ||
      (isNumber(tokens, at + 1) && isGlued(tokens, at + 1))
    )
      return false;
    if (markAt(tokens, at + 1) === "'" || markAt(tokens, at + 1) === '’') return false;
    const onlyBlank = (tokens.start[at] ?? 0) - (tokens.end[at - 1] ?? 0) <= 1;
    const own = run.person.givenInitials.has(key) || run.person.familyInitials.has(key);
    // `WAGNER^FAITH^B`: the components of an HL7 name.
    if (markAt(tokens, at - 1) === '^') return true;
    if (own) return key !== 'a' || onlyBlank;
    if (marks > 0 || !onlyBlank || !run.kinds.has('given') || run.kinds.has('initial')) return false;
    return run.kinds.has('family') || markAt(tokens, at + 1) === '.' || this.#familyFollows(at, run);
  }

  #familyFollows(at: number, run: NameRun): boolean {
    const next = markAt(this.#tokens, at + 1) === '.' ? at + 2 : at + 1;
    return this.#record.parts.get(wordAt(this.#tokens, next))?.some((part) => part.person === run.person) === true;
  }

  #growLeft(run: NameRun): boolean {
    const tokens = this.#tokens;
    if (gapBefore(tokens, run.first) >= PARAGRAPH) return false;
    const mark = markAt(tokens, run.first - 1);
    const before = mark === '.' || INNER.has(mark) ? run.first - 2 : run.first - 1;
    if (!isWord(tokens, before)) return false;
    const key = wordAt(tokens, before);
    if (this.#record.parts.get(key)?.some((part) => part.person === run.person && part.kind === 'particle') === true) {
      run.first = before;
      return true;
    }
    const own = run.person.givenInitials.has(key) || run.person.familyInitials.has(key);
    const small = tokens.shape[before] === LOWER && !(mark === '.' && tokens.shape[run.first] === LOWER);
    const tied = isGlued(tokens, before) && before > 0;
    if (key.length !== 1 || INNER.has(mark) || small || tied || !own) return false;
    run.first = before;
    run.kinds.add('initial');
    run.count++;
    return true;
  }

  /** True when the word at the head of a run stands for nothing but a name. */
  isPlainName(at: number): boolean {
    return (flagsAt(this.#tokens, at) & (WORD_LIKE | EPONYM)) === 0;
  }
}
