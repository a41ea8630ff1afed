import { compileRecord, type CompiledRecord } from './known/compiled-record.ts';
import type { KnownRecord } from './known/known-record.ts';
import { knownPeople } from './known/people.ts';
import { knownValues } from './known/values.ts';
import { COMMON, ENGLISH, EPONYM, MEDICAL } from './lexicon/flags.ts';
import { lookUp } from './lexicon/lexicon.ts';
import { fold } from './text/fold.ts';
import { tokenize } from './text/token-list.ts';

export type LeakKind =
  | 'known-name'
  | 'known-value'
  | 'known-place'
  | 'ssn'
  | 'phone'
  | 'email'
  | 'url'
  | 'record-number'
  | 'date'
  | 'address'
  | 'titled-name';

/** Whether a text may leave. Kinds and counts only, never the text. */
export interface GateResult {
  readonly clear: boolean;
  readonly hits: readonly { readonly kind: LeakKind; readonly count: number }[];
}

/** RevRx's own tokens, blanked before the search. */
const TOKEN =
  /\[(?:PATIENT|BIRTH DATE|AGE 90\+|ZIP \d{3}|(?:(?:EARLY|MID|LATE) )?(?:DAY|MONTH) -?\d+(?: TO (?:DAY|MONTH) -?\d+)?|[A-Z]+-\d+)\]/g;

/**
 * The second set of detectors: plain expressions, written apart from the first set, each precise. Every quantifier is bounded and every
 * expression begins with a character that few texts repeat, so that the time stays linear.
 */
const PATTERNS: readonly (readonly [LeakKind, RegExp])[] = [
  ['ssn', /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g],
  ['phone', /(?<![\d.-])(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.]\d{4}(?![\d-])/g],
  ['email', /[\w+-]@[a-z\d-]{1,63}\.[a-z]{2,12}\b/gi],
  ['url', /\bhttps?:\/\/\w/gi],
  ['record-number', /\b(?:MRN|SSN|DEA|NPI)[\s:#]{1,3}[A-Z]{0,3}-?\d{5,12}\b/g],
  ['date', /(?<![\d/])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])\/(?:19|20)\d{2}(?!\d)/g],
  ['date', /(?<!\d)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g],
  [
    'date',
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, (?:19|20)\d{2}\b/g,
  ],
  ['date', /(?<!\d)\d{2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:\d{4}|\d{2})(?!\d)/g],
  ['address', /\bP\. ?O\. Box \d/gi],
  ['titled-name', /\b(?:Mr|Mrs|Ms|Dr)\. ?\p{Lu}\p{Ll}{2,30}\b/gu],
];

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
  add('known-name', countPlainNames(note.tokens.key, record));
  add('known-value', countPlainValues(blanked, record));
  for (const [kind, pattern] of PATTERNS) add(kind, countMatches(blanked, pattern));
  const hits = [...counts].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
  return { clear: hits.length === 0, hits };
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const match of text.matchAll(pattern)) if (match[0] !== '') count++;
  return count;
}

/** Known names that mean nothing else, as whole words: asks no context, unlike the first set. */
function countPlainNames(keys: readonly string[], record: CompiledRecord): number {
  let count = 0;
  for (const key of keys) {
    if (key.length < 4) continue;
    const parts = record.parts.get(key);
    if (
      parts?.some((part) => part.kind === 'family' || part.kind === 'given') === true &&
      (lookUp(key) & (COMMON | ENGLISH | MEDICAL | EPONYM)) === 0
    )
      count++;
  }
  return count;
}

/** Known numbers of seven digits or more, in the text without its separators. */
function countPlainValues(text: string, record: CompiledRecord): number {
  const long = [...record.values].filter(([value, { type }]) => value.length >= 7 && type !== 'ADDRESS');
  if (long.length === 0) return 0;
  const bare = fold(text).replace(/(?<=\d)[-./ ()]{1,2}(?=\d)/g, '');
  let count = 0;
  for (const [value] of long) {
    const at = bare.indexOf(value);
    if (at !== -1 && !/\d/.test(bare.charAt(at - 1)) && !/\d/.test(bare.charAt(at + value.length))) count++;
  }
  return count;
}
