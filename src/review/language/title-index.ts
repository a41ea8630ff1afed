import type { Icd10cmTable } from '#codes/index.ts';
import { sideOf, titleFeatures, type TitleFeatures } from './title-features.ts';
import { stem, tokenize } from './vocabulary.ts';

/** Words that together name a diagnosis, and the code or category that they name. */
export interface IndexedPhrase {
  readonly terms: readonly string[];
  /** Most specific first. */
  readonly codes: readonly string[];
  /** Counts only where it is written in capitals. */
  readonly capitals: boolean;
}

/** Finds the phrases that could begin at a word: keyed by the rarest word of each. */
export interface TitleIndex {
  phrasesWith(term: string): readonly IndexedPhrase[];
}

/** A name of a diagnosis that the titles do not give: an abbreviation, a lay word, a head of a category. */
export interface Synonym {
  readonly term: string;
  /** Best first; codes that the table does not know are passed over. */
  readonly codes: readonly string[];
  /** Means this only in capitals. */
  readonly capitals: boolean;
}

const indexes = new WeakMap<Icd10cmTable, TitleIndex>();
const MAX_TERMS = 7;
/** Titles of external causes and of contact with health services are no diagnoses that prose names by their words. */
/** `history of breast cancer` names breast cancer; that it is past or a relative's is what its words assert. */
const JOINTS: ReadonlySet<string> = new Set([
  'of',
  'the',
  'a',
  'an',
  'in',
  'to',
  'due',
  'by',
  'for',
  'on',
  'from',
  'and',
  'with',
  'at',
  'as',
]);
const HISTORY = /^Z8[0-7]/;
/** Of a category, and of what stands below it with 4, 5 and 6 characters, the dot counted. */
const HEADING_LENGTHS = [3, 5, 6, 7] as const;
const SKIN_TUMOUR =
  /(?:basal cell carcinoma|squamous cell carcinoma|melanoma|nevi|carcinoma in situ) of (?:\w+ )?skin/i;
/** `PRES` is a name, `pre` is not. */
const ABBREVIATION = /^[A-Z]{2,5}$/;
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
  for (const { code, title } of codesAndHeadings(table)) {
    if (NOT_INDEXED.test(code) || isLaterEpisode(code)) continue;
    const features = titleFeatures(title);
    // A title for both sides has fewer words than those for one (`right ear`): its words name the disease, not the side.
    const named = features.side === 'bilateral' ? withoutSide(table, code) : code;
    for (const variant of indexVariants(title, features, code.startsWith('O'))) addPhrase(phrases, variant, named);
    for (const term of table.terms(code)) {
      const capitals = ABBREVIATION.test(term);
      for (const variant of indexVariants(term, titleFeatures(term), code.startsWith('O'))) {
        // The book lists bones and organs below a fracture of them: the larynx alone is not broken.
        if (!code.startsWith('S') || variant.length > 1) addPhrase(phrases, variant, code, capitals);
      }
    }
  }
  for (const { term, codes, capitals } of synonyms) {
    const known = codes
      .filter((code) => !HISTORY.test(code) && table.find(code) !== undefined)
      .map((code) => (saysSide(term) ? code : withoutSide(table, code)));
    const terms = [
      ...new Set(
        tokenize(term)
          .map((token) => token.term)
          .filter((word) => !JOINTS.has(word)),
      ),
    ];
    if (known.length === 0 || terms.length === 0) continue;
    const key = keyOf(terms);
    const earlier = phrases.get(key);
    // What clinicians say goes before the wording of the book: "pneumonia" is J18.9, not every code that says pneumonia.
    phrases.set(key, {
      terms,
      codes: [...new Set([...known, ...(earlier?.codes ?? [])])],
      capitals: capitals && (earlier?.capitals ?? true),
    });
  }
  return [...phrases.values()];
}

/** The billable codes, each behind the headings above it: a heading's title and terms are what its codes are called. */
function* codesAndHeadings(table: Icd10cmTable): Generator<{ readonly code: string; readonly title: string }> {
  const seen = new Set<string>();
  for (const entry of table.all()) {
    for (const length of HEADING_LENGTHS) {
      const code = entry.code.slice(0, length);
      if (length >= entry.code.length || seen.has(code)) continue;
      seen.add(code);
      const heading = table.find(code);
      if (heading !== undefined) yield heading;
    }
    yield entry;
  }
}

function saysSide(term: string): boolean {
  return /\b(?:left|right|bilateral|both|[lr][ul]q|[lr]v)\b/i.test(term);
}

/** The subcategory above a code of one side, where the codes beside it are those of the other sides. */
function withoutSide(table: Icd10cmTable, code: string): string {
  const title = table.find(code)?.title;
  const side = title === undefined ? undefined : sideOf(title);
  if (side === undefined || side === 'unspecified') return code;
  const parent = (code.length === 8 ? code.slice(0, 7).replace(/X+$/, '') : code).slice(0, -1).replace(/\.$/, '');
  if (parent.length < 5) return code;
  const sides = new Set(table.billableUnder(parent).map((sibling) => sideOf(sibling.title)));
  return sides.has('left') && sides.has('right') ? parent : code;
}

/** All episodes of an injury have one wording: the first stands for them. */
function isLaterEpisode(code: string): boolean {
  return code.length === 8 && !code.endsWith('A');
}

/**
 * The words of a title; `heart disease` needs both, for `heart` alone names no diagnosis. A residual code (`Other
 * seizures`) is not what a single word means.
 */
function indexTerms(title: string, { present, other }: TitleFeatures): string[] {
  const terms = [...present];
  if (other && terms.length === 1) return [];
  const bare = terms.length === 1 || /\b(?:artery|vein|nerve|vessels?|muscle) syndrome/i.test(title);
  const words = bare ? [...title.matchAll(NEEDED)].map(([word]) => stem(word)) : [];
  return [...new Set([...terms, ...words])];
}

/** What titles of chapter 15 add to the name of a condition, and notes on a pregnancy leave out. */
const OBSTETRIC =
  /^(?:supervision|pregnancy|maternal|care|complicating|childbirth|puerperium|delivery|labor|trimester_\d|fetu|fetal)$/;

/** Whether a word of a title of chapter 15 only says that the patient is pregnant, and when. */
export function isObstetricWord(word: string): boolean {
  return OBSTETRIC.test(word);
}

/** The words with each of two alternatives alone, and those of skin tumours without the skin, which clinicians leave out. */
function indexVariants(title: string, features: TitleFeatures, isObstetric: boolean): string[][] {
  const terms = indexTerms(title, features);
  const [alternatives] = features.alternatives;
  const variants = [terms];
  if (alternatives !== undefined && alternatives.every((term) => terms.includes(term))) {
    for (const kept of alternatives) {
      const variant = terms.filter((term) => term === kept || !alternatives.includes(term));
      // `Feeding or eating disorder`: one word of a pair alone names nothing.
      if (variant.length > 1 || terms.length === alternatives.length + 1) variants.push(variant);
    }
  }
  if (isObstetric)
    return [...variants, ...variants.map((one) => one.filter((term) => !OBSTETRIC.test(term)))].filter(
      (one) => one.length > 1 && one.some((term) => !OBSTETRIC.test(term)),
    );
  if (!SKIN_TUMOUR.test(title)) return variants;
  return [...variants, ...variants.map((one) => one.filter((term) => term !== 'skin'))];
}

/** Words that say nothing beside others, and everything beside a single one: `heart disease`, `pressure area`. */
const NEEDED =
  /\b(?:disease|disorder|condition|syndrome|problem|area|region|body|state|involvement|level|class|absence|agenesis)s?\b/gi;

/** Codes of one wording (sides, episodes) share a phrase, which then names what their codes have in common. */
function addPhrase(
  phrases: Map<string, IndexedPhrase>,
  terms: readonly string[],
  code: string,
  capitals = false,
): void {
  if (terms.length === 0 || terms.length > MAX_TERMS) return;
  const key = keyOf(terms);
  const known = phrases.get(key);
  const first = known?.codes[0];
  if (first === undefined) phrases.set(key, { terms, codes: [code], capitals });
  else if (first !== code) {
    const common = commonPrefix(first, code);
    if (common.length >= 3) phrases.set(key, { terms, codes: [common], capitals: false });
  }
}

function keyOf(terms: readonly string[]): string {
  return terms.toSorted().join(' ');
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length).replace(/\.$/, '');
}

const NONE: readonly IndexedPhrase[] = [];

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
  return { phrasesWith: (term) => byRarest.get(term) ?? NONE };
}
