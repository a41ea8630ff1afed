import { standsForPerson } from '../context/meaning.ts';
import type { Detector, Note } from '../detector.ts';
import { ABROAD, CITY, COMMON, ENGLISH, EPONYM, MEDICAL, NAME } from '../lexicon/flags.ts';
import type { DetectedSpan } from '../span.ts';
import { endOf, flagsAt, gapBefore, isGlued, isWord, markAt, startOf, wordAt } from '../text/reading.ts';
import { LOWER, MIXED, PARAGRAPH, UPPER, type TokenList } from '../text/token-list.ts';
import type { CompiledPerson, CompiledRecord, NamePart, PartKind } from './compiled-record.ts';
import { isOneLetterOff } from './one-letter-off.ts';

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
const WORD_LIKE = COMMON | ENGLISH | MEDICAL;

/** Names of the people of the record, in every order, form and case. */
export const knownPeople: Detector = {
  name: 'known-record',
  detect: ({ tokens, record }: Note) => (record.parts.size === 0 ? [] : new PeopleMatcher(tokens, record).run()),
};

/** A stretch of tokens that holds parts of one person's name. */
interface Run {
  first: number;
  last: number;
  person: CompiledPerson;
  kinds: Set<PartKind | 'initial'>;
  count: number;
  exact: number;
}

class PeopleMatcher {
  readonly #tokens: TokenList;
  readonly #record: CompiledRecord;
  readonly #typos = new Map<string, readonly NamePart[]>();
  readonly #spans: DetectedSpan[] = [];

  constructor(tokens: TokenList, record: CompiledRecord) {
    this.#tokens = tokens;
    this.#record = record;
  }

  run(): DetectedSpan[] {
    for (let at = 0; at < this.#tokens.count; at++) {
      if (!isWord(this.#tokens, at)) continue;
      const end = this.#matchAt(at);
      if (end > at) at = end - 1;
    }
    return this.#spans;
  }

  /** Index after what was matched at `at`, or `at`. */
  #matchAt(at: number): number {
    const key = this.#tokens.key[at] ?? '';
    if (key.length === 1) return this.#matchInitials(at);
    const exact = this.#record.parts.get(key);
    const joined = this.#record.joined.get(key);
    if (exact === undefined && joined !== undefined && this.#mayBeJoined(at, key)) {
      this.#emit(startOf(this.#tokens, at), endOf(this.#tokens, at), joined.subject);
      return at + 1;
    }
    const parts = exact ?? this.#typoParts(at, key);
    if (parts.length > 0) {
      const run = this.#bestRun(at, parts, exact !== undefined);
      if (run !== undefined && this.#accepts(run)) {
        this.#emitRun(run);
        return run.last + 1;
      }
    }
    if (key.length <= 3 && this.#tokens.shape[at] === UPPER) return this.#matchCapitalInitials(at, key);
    if (this.#tokens.shape[at] === MIXED) this.#matchGluedPart(at);
    return at;
  }

  /** `jsmith`-like forms only where they cannot be a word; `AmberGray` always. */
  #mayBeJoined(at: number, key: string): boolean {
    return (flagsAt(this.#tokens, at) & WORD_LIKE) === 0 && key.length >= 5;
  }

  #typoParts(at: number, key: string): readonly NamePart[] {
    if (key.length < 3) return NONE;
    const flags = flagsAt(this.#tokens, at);
    const lower = this.#tokens.shape[at] === LOWER;
    if (lower && (flags & (WORD_LIKE | NAME)) !== 0) return NONE;
    const cached = this.#typos.get(key);
    if (cached !== undefined) return cached;
    const found: NamePart[] = [];
    for (const target of this.#record.typoTargets) {
      if (Math.abs(target.key.length - key.length) <= 1 && isOneLetterOff(key, target.key)) {
        for (const part of target.parts) if (part.kind !== 'particle') found.push(part);
      }
    }
    const result = found.length === 0 ? NONE : found;
    this.#typos.set(key, result);
    return result;
  }

  #bestRun(at: number, parts: readonly NamePart[], exact: boolean): Run | undefined {
    let best: Run | undefined;
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

  #grow(at: number, part: NamePart, exact: boolean): Run {
    const run: Run = {
      first: at,
      last: at,
      person: part.person,
      kinds: new Set([part.kind]),
      count: part.kind === 'particle' ? 0 : 1,
      exact: exact ? 1 : 0,
    };
    this.#growRight(run);
    this.#growLeft(run);
    return run;
  }

  #growRight(run: Run): void {
    const tokens = this.#tokens;
    for (;;) {
      let next = run.last + 1;
      let marks = 0;
      while (marks < 3 && CONNECTORS.has(markAt(tokens, next)) && gapBefore(tokens, next) < PARAGRAPH) {
        next++;
        marks++;
      }
      if (!isWord(tokens, next) || gapBefore(tokens, next) >= PARAGRAPH) return;
      const kind = this.#kindFor(next, run);
      if (kind === undefined) return;
      if (kind === 'initial' && !this.#initialBelongs(next, run)) return;
      if (
        (kind === 'given' || kind === 'family') &&
        run.kinds.has(kind) &&
        marks > 0 &&
        markAt(tokens, next - 1) !== '-' &&
        markAt(tokens, next - 1) !== "'" &&
        markAt(tokens, next - 1) !== '’'
      )
        return;
      run.kinds.add(kind);
      if (kind !== 'particle') run.count++;
      run.last = next;
    }
  }

  #growLeft(run: Run): void {
    const tokens = this.#tokens;
    for (;;) {
      if (gapBefore(tokens, run.first) >= PARAGRAPH) return;
      let before = run.first - 1;
      const mark = markAt(tokens, before);
      if (mark === '.' || mark === "'" || mark === '’' || mark === '-') before--;
      if (!isWord(tokens, before)) return;
      const key = wordAt(tokens, before);
      const parts = this.#record.parts.get(key);
      const own = parts?.find((part) => part.person === run.person && part.kind === 'particle');
      if (own !== undefined) {
        run.first = before;
      } else if (
        key.length === 1 &&
        mark !== "'" &&
        mark !== '’' &&
        tokens.shape[before] === UPPER &&
        (run.person.givenInitials.has(key) || run.person.familyInitials.has(key)) &&
        gapBefore(tokens, run.first) < PARAGRAPH
      ) {
        run.first = before;
        run.kinds.add('initial');
        run.count++;
      } else return;
    }
  }

  #kindFor(at: number, run: Run): PartKind | 'initial' | undefined {
    const tokens = this.#tokens;
    const key = wordAt(tokens, at);
    const own = this.#record.parts.get(key)?.find((part) => part.person === run.person);
    if (own !== undefined) return own.kind;
    if (key.length === 1)
      return tokens.shape[at] === UPPER && (run.person.givenInitials.has(key) || run.person.familyInitials.has(key))
        ? 'initial'
        : undefined;
    if ((flagsAt(tokens, at) & COMMON) !== 0 && tokens.shape[at] === LOWER) return undefined;
    return this.#typoParts(at, key).find((part) => part.person === run.person)?.kind;
  }

  /** `Foley, Clifford C`: the letter ends the name, or stands between its parts; `Allen A 5 mg` would not. */
  #initialBelongs(at: number, run: Run): boolean {
    const tokens = this.#tokens;
    if (isGlued(tokens, at) && markAt(tokens, at - 1) !== '') return markAt(tokens, at + 1) === '.' || run.count > 0;
    return wordAt(tokens, at) !== 'a' || markAt(tokens, at + 1) === '.' || run.count > 1;
  }

  #accepts(run: Run): boolean {
    if (run.count === 0) return false;
    const tokens = this.#tokens;
    if (run.count >= 2) return run.exact > 0 || this.#holdsExact(run) || run.count >= 2;
    const solid = this.#solidIndex(run);
    const flags = flagsAt(tokens, solid);
    const key = wordAt(tokens, solid);
    if (run.exact > 0) {
      if (
        run.kinds.has('nickname') &&
        run.kinds.size === 1 &&
        tokens.shape[solid] === LOWER &&
        (flags & WORD_LIKE) !== 0
      )
        return false;
      if (run.kinds.has('middle') && tokens.shape[solid] === LOWER && (flags & WORD_LIKE) !== 0) return false;
      return key.length >= 2 && standsForPerson(tokens, solid, flags);
    }
    if (tokens.shape[solid] === LOWER || key.length < 3) return false;
    if ((flags & (WORD_LIKE | EPONYM | CITY | ABROAD)) !== 0) return false;
    if ((flags & NAME) !== 0) return key.length >= 5;
    if (tokens.shape[solid] === UPPER) return key.length >= 5;
    return key.length >= 4 || standsForPerson(tokens, solid, COMMON);
  }

  #holdsExact(run: Run): boolean {
    for (let at = run.first; at <= run.last; at++) if (this.#record.parts.has(wordAt(this.#tokens, at))) return true;
    return false;
  }

  #solidIndex(run: Run): number {
    for (let at = run.first; at <= run.last; at++) {
      const key = wordAt(this.#tokens, at);
      if (key.length > 1 && !(this.#record.parts.get(key)?.every((part) => part.kind === 'particle') ?? false))
        return at;
    }
    return run.first;
  }

  /** `P.P.S.`, `J. Smith`, `M.J.H.`: single letters that are the person's. */
  #matchInitials(at: number): number {
    const tokens = this.#tokens;
    const particle = this.#record.parts.get(wordAt(tokens, at));
    if (particle !== undefined) {
      const run = this.#bestRun(at, particle, true);
      if (run !== undefined && run.count > 0 && this.#accepts(run)) {
        this.#emitRun(run);
        return run.last + 1;
      }
    }
    if (tokens.shape[at] !== UPPER) return at;
    let letters = wordAt(tokens, at);
    let last = at;
    while (
      letters.length < 4 &&
      markAt(tokens, last + 1) === '.' &&
      isWord(tokens, last + 2) &&
      wordAt(tokens, last + 2).length === 1 &&
      gapBefore(tokens, last + 2) < 2
    ) {
      last += 2;
      letters += wordAt(tokens, last);
    }
    const person = letters.length >= 3 ? this.#record.initials.get(letters) : undefined;
    if (person !== undefined) {
      const dotted = markAt(tokens, last + 1) === '.' && isGlued(tokens, last + 1) ? last + 1 : last;
      this.#emit(startOf(tokens, at), endOf(tokens, dotted), person.subject);
      return dotted + 1;
    }
    return this.#matchLeadingInitial(at);
  }

  /** `H. Villaseñor-Ruiz`, `C.C. Foley`: an initial, then the rest of the name. */
  #matchLeadingInitial(at: number): number {
    const tokens = this.#tokens;
    let next = at + 1;
    if (markAt(tokens, next) === '.') next++;
    if (!isWord(tokens, next) || gapBefore(tokens, next) >= PARAGRAPH || wordAt(tokens, next).length < 2) return at;
    const parts = this.#record.parts.get(wordAt(tokens, next)) ?? this.#typoParts(next, wordAt(tokens, next));
    const run = parts.length === 0 ? undefined : this.#bestRun(next, parts, true);
    if (run === undefined || run.first > at || run.count < 2) return at;
    this.#emitRun(run);
    return run.last + 1;
  }

  /** `LEV to adjust …`: initials in capitals, unless they are an abbreviation of medicine and nothing says that a person acts. */
  #matchCapitalInitials(at: number, key: string): number {
    const tokens = this.#tokens;
    const person = this.#record.initials.get(key);
    if (person === undefined) return at;
    const acts = wordAt(tokens, at + 1) === 'to' && tokens.shape[at + 2] === LOWER;
    const signs = markAt(tokens, at - 1) === '/' && (key.length === 2 || markAt(tokens, at + 1) !== '/');
    const known = (flagsAt(tokens, at) & WORD_LIKE) === 0 && key.length === 3;
    if (!acts && !known && !(signs && key.length === 3)) return at;
    this.#emit(startOf(tokens, at), endOf(tokens, at), person.subject);
    return at + 1;
  }

  /** `forFoley`, `JinwoovandenBroek`: the parts between small and capital letters. */
  #matchGluedPart(at: number): void {
    const text = this.#tokens.text;
    const start = startOf(this.#tokens, at);
    const end = endOf(this.#tokens, at);
    const key = this.#tokens.key[at] ?? '';
    if (key.length !== end - start) return;
    let from = 0;
    for (let to = 1; to <= key.length; to++) {
      const boundary = to === key.length || (isUpperAt(text, start + to) && !isUpperAt(text, start + to - 1));
      if (!boundary) continue;
      const person =
        to - from >= 3
          ? this.#record.parts.get(key.slice(from, to))?.find((part) => part.kind !== 'particle')?.person
          : undefined;
      if (person !== undefined && isUpperAt(text, start + from)) this.#emit(start + from, start + to, person.subject);
      from = to;
    }
  }

  #emitRun(run: Run): void {
    this.#emit(startOf(this.#tokens, run.first), this.#endOfRun(run), run.person.subject);
  }

  /** The stop of a closing initial belongs to the name: `Foley, C.`; at a sentence's end that cannot be told, and it is left. */
  #endOfRun(run: Run): number {
    return endOf(this.#tokens, run.last);
  }

  #emit(start: number, end: number, subject: string): void {
    this.#spans.push({ start, end, type: 'NAME', score: 1, detector: 'known-record', subject });
  }
}

function isUpperAt(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character !== character.toLowerCase();
}
