import type { ValueTrie } from './value-trie.ts';

export type PartKind = 'family' | 'given' | 'middle' | 'nickname' | 'particle';

/** One word of a known person's name. */
export interface NamePart {
  readonly person: CompiledPerson;
  readonly kind: PartKind;
}

export interface CompiledPerson {
  /** `patient`, `clinician:0`, `relative:1`: what the token is made from. */
  readonly subject: string;
  /** First letters of given and middle names, and of families, folded. */
  readonly givenInitials: Set<string>;
  readonly familyInitials: Set<string>;
}

/** A known phrase (facility, street, city), as folded words. */
export interface KnownPhrase {
  readonly words: readonly string[];
  readonly type: 'ORGANIZATION' | 'ADDRESS';
  readonly subject: string;
}

/** A known value without separators, lower case: record numbers, telephone numbers, birth dates. */
export interface KnownValue {
  readonly type: 'ID' | 'PHONE' | 'DATE' | 'ADDRESS';
  readonly subject: string;
}

/** A word of a name that is recognised with one letter wrong. */
export interface TypoTarget {
  readonly key: string;
  readonly letters: number;
  readonly parts: readonly NamePart[];
}

/** The record of a chart, turned into the tables that the detectors look words up in. */
export interface CompiledRecord {
  readonly parts: ReadonlyMap<string, readonly NamePart[]>;
  /** Small words of family names → whose. */
  readonly particles: ReadonlyMap<string, ReadonlySet<CompiledPerson>>;
  /** All words of names, those written together too: what is not among them is no name of the record as it stands. */
  readonly nameWords: ReadonlySet<string>;
  /** Words long enough to be recognised with one letter wrong. */
  readonly typoTargets: readonly TypoTarget[];
  /** Given and family name written as one word. */
  readonly joined: ReadonlyMap<string, CompiledPerson>;
  /** Initials of three or two letters → person. */
  readonly initials: ReadonlyMap<string, CompiledPerson>;
  /** Phrases by their first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly KnownPhrase[]>;
  /** The first words of the phrases. */
  readonly phraseStarts: ReadonlySet<string>;
  /** Capital-letter short names of the known facilities. */
  readonly acronyms: ReadonlyMap<string, string>;
  readonly values: ValueTrie<KnownValue>;
  /** The values that are telling wherever they stand: seven characters or more. */
  readonly longValues: readonly string[];
  /** Last four digits of record numbers. */
  readonly lastFours: ReadonlySet<string>;
  /** E-mail addresses and URLs, lower case, with what they belong to. */
  readonly literals: readonly string[];
  /** Patient's birth date, `YYYY-MM-DD` as far as known. */
  readonly birthDate: string | undefined;
}
