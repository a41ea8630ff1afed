import type { Icd10cmTable } from '#codes/index.ts';
import { titleFeatures } from './title-features.ts';
import { tokenize } from './vocabulary.ts';

/** Words that together name a diagnosis, and the code or category that they name. */
export interface IndexedPhrase {
  readonly terms: readonly string[];
  readonly code: string;
}

/** Finds the phrases that could begin at a word: keyed by the rarest word of each. */
export interface TitleIndex {
  phrasesWith(term: string): readonly IndexedPhrase[];
}

/** A name of a diagnosis that the titles do not give: an abbreviation, a lay word, a head of a category. */
export interface Synonym {
  readonly phrase: string;
  readonly code: string;
}

const indexes = new WeakMap<Icd10cmTable, TitleIndex>();
const MAX_TERMS = 7;
/** Titles of external causes and of contact with health services are no diagnoses that prose names by their words. */
const NOT_INDEXED = /^[V-Z]/;

/** The index of a table, built once for each table object. */
export function titleIndexOf(table: Icd10cmTable, synonyms: readonly Synonym[]): TitleIndex {
  const known = indexes.get(table);
  if (known !== undefined) return known;
  const index = buildIndex(collectPhrases(table, synonyms));
  indexes.set(table, index);
  return index;
}

function collectPhrases(table: Icd10cmTable, synonyms: readonly Synonym[]): IndexedPhrase[] {
  const phrases = new Map<string, IndexedPhrase>();
  for (const { code, title } of table.all()) {
    if (NOT_INDEXED.test(code)) continue;
    addPhrase(phrases, [...titleFeatures(title).present], code);
    for (const term of table.terms(code)) addPhrase(phrases, [...titleFeatures(term).present], code);
  }
  for (const { phrase, code } of synonyms) {
    const terms = [...new Set(tokenize(phrase).map(({ term }) => term))];
    phrases.set(keyOf(terms), { terms, code });
  }
  return [...phrases.values()];
}

/** Codes of one wording (sides, episodes) share a phrase, which then names what their codes have in common. */
function addPhrase(phrases: Map<string, IndexedPhrase>, terms: readonly string[], code: string): void {
  if (terms.length === 0 || terms.length > MAX_TERMS) return;
  const key = keyOf(terms);
  const known = phrases.get(key);
  if (known === undefined) phrases.set(key, { terms, code });
  else if (known.code !== code) {
    const common = commonPrefix(known.code, code);
    if (common.length >= 3) phrases.set(key, { terms, code: common });
  }
}

function keyOf(terms: readonly string[]): string {
  return [...terms].sort().join(' ');
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length).replace(/\.$/, '');
}

function buildIndex(phrases: readonly IndexedPhrase[]): TitleIndex {
  const counts = new Map<string, number>();
  for (const { terms } of phrases) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const byRarest = new Map<string, IndexedPhrase[]>();
  for (const phrase of phrases) {
    const rarest = phrase.terms.reduce((a, b) => ((counts.get(b) ?? 0) < (counts.get(a) ?? 0) ? b : a));
    const list = byRarest.get(rarest);
    if (list === undefined) byRarest.set(rarest, [phrase]);
    else list.push(phrase);
  }
  return { phrasesWith: (term) => byRarest.get(term) ?? [] };
}
