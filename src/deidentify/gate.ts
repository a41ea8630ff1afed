import { findPatternLeaks, type PatternLeak } from './gate-patterns.ts';
import { compileRecord } from './known/compiled-record.ts';
import type { CompiledRecord } from './known/record-tables.ts';
import type { KnownRecord } from './known/known-record.ts';
import { knownPeople } from './known/people.ts';
import { knownValues } from './known/values.ts';
import { COMMON, ENGLISH, EPONYM, MEDICAL } from './lexicon/flags.ts';
import { fold } from './text/fold.ts';
import { tokenize, WORD, type TokenList } from './text/token-list.ts';

export type LeakKind = PatternLeak | 'known-name' | 'known-value' | 'known-place';

/** Whether a text may leave. Kinds and counts only, never the text. */
export interface GateResult {
  readonly clear: boolean;
  readonly hits: readonly { readonly kind: LeakKind; readonly count: number }[];
}

/** RevRx's own tokens, blanked before the search. */
const TOKEN =
  /\[(?:PATIENT|BIRTH DATE|AGE 90\+|ZIP \d{3}|(?:(?:EARLY|MID|LATE) )?(?:DAY|MONTH) -?\d+(?: TO (?:DAY|MONTH) -?\d+)?|[A-Z]+-\d+)\]/g;

/** Looks for identifiers in a text that is about to leave: what the record knows, in every form, and a second set of detectors. */
export function checkForLeaks(text: string, known: KnownRecord): GateResult {
  return checkCompiled(text, compileRecord(known));
}

/** `checkForLeaks` with a record compiled before. */
export function checkCompiled(text: string, record: CompiledRecord): GateResult {
  // Not blanks: `Mr. [PATIENT]` must not become a title before the next line's first word.
  const blanked = text.replace(TOKEN, (token) => `[${'_'.repeat(token.length - 2)}]`);
  const counts = new Map<LeakKind, number>();
  const add = (kind: LeakKind, count: number): void => {
    if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
  };
  const note = { tokens: tokenize(blanked), record };
  add('known-name', knownPeople.detect(note).length);
  for (const span of knownValues.detect(note))
    add(span.type === 'ORGANIZATION' || span.type === 'ADDRESS' ? 'known-place' : 'known-value', 1);
  add('known-name', countPlainNames(note.tokens, record));
  add('known-value', countPlainValues(blanked, record));
  findPatternLeaks(blanked, (kind) => add(kind, 1));
  const hits = [...counts].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
  return { clear: hits.length === 0, hits };
}

/** Known names that mean nothing else, as whole words: asks no context, unlike the first set. */
function countPlainNames({ key, flags, kind, count }: TokenList, record: CompiledRecord): number {
  let found = 0;
  for (let at = 0; at < count; at++) {
    if (kind[at] !== WORD || ((flags[at] ?? 0) & (COMMON | ENGLISH | MEDICAL | EPONYM)) !== 0) continue;
    const word = key[at] ?? '';
    if (word.length < 4 || !record.nameWords.has(word)) continue;
    if (record.parts.get(word)?.some((part) => part.kind === 'family' || part.kind === 'given') === true) found++;
  }
  return found;
}

/** Known numbers of seven characters or more, in the text without its separators. */
function countPlainValues(text: string, { longValues }: CompiledRecord): number {
  if (longValues.length === 0) return 0;
  const bare = fold(text).replace(/(\d)[-./ ()]{1,2}(?=\d)/g, '$1');
  // What is all digits can only be in a long run of digits, and of those a text has few.
  const runs = (bare.match(/\d{7,}/g) ?? []).join(' ');
  let count = 0;
  for (const value of longValues) {
    const searched = /^\d+$/.test(value) ? runs : bare;
    const at = searched.indexOf(value);
    if (at !== -1 && !/\d/.test(searched.charAt(at - 1)) && !/\d/.test(searched.charAt(at + value.length))) count++;
  }
  return count;
}
