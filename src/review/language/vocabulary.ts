import { CANONICAL_SPECIALTY_TERMS } from './canonical-specialty-terms.ts';
import { CANONICAL_TERMS } from './canonical-terms.ts';
import { WORD_FORMS } from './word-forms.ts';

/** A word of a text in its canonical form, with the span of what was written. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** Follows from what was written (anatomy.ts). */
  readonly implied?: true;
}

interface Word {
  readonly stem: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  terms: readonly string[] | undefined;
  /** Counts only where the text has these words in capitals. */
  capitals: boolean;
  /** Counts only where it is written just so: `PsA` is a disease, `PSA` a test. */
  exact: string | undefined;
}

const WORD = /\[(?:PATIENT|[A-Z]+(?:-\d+)?|DAY|AGE|DATE)(?: ?[-+]?\d+)?\]|[\p{L}\p{N}]+(?:['’]s(?![\p{L}]))?/gu;
const KEPT_S = /(?:ss|us|is|sis|itis|osis|os|as)$|^(?:does|gas|was|has|mets)$/;
const ROMAN: Readonly<Record<string, string>> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  iiia: '3a',
  iiib: '3b',
  iiia1: '3a',
};
const COUNTED = /^(?:stage|grade|type|class|category|gold|nyha|ckd)$/;
const STAGED = /^(?:stage|grade|ckd)$/;
const STAGE = /^[0-5][ab]?1?$/;

const MAX_STEMS = 20_000;
const stems = new Map<string, string>();

const trie = buildTrie();

/** The canonical words of a text between two offsets. De-identification tokens such as `[PATIENT]` give none. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const words = listWords(text, from, to);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length;) {
    const match = longestPhrase(words, at);
    const first = words[at];
    const last = words[at + match.length - 1];
    if (first !== undefined && last !== undefined) {
      for (const term of match.terms) tokens.push({ term, start: first.start, end: last.end });
    }
    at += match.length;
  }
  return tokens.flatMap((token) => withSide(token, text));
}

/** Singular, lower case, without possessive; the same for titles and notes, so it need not be good English. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stemmed = stemOf(word);
  // Bounded: notes repeat a few thousand words, and what is beyond is not kept.
  if (stems.size < MAX_STEMS) stems.set(word, stemmed);
  return stemmed;
}

function stemOf(word: string): string {
  const lower = word
    .toLowerCase()
    // `Guillain-Barré` and `Ménière` as the tables spell them.
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s$/, '')
    .replace(/^haem/, 'hem')
    .replace(/^oe(?=d|s)/, 'e');
  if (lower.length <= 3 || !lower.endsWith('s') || KEPT_S.test(lower)) return lower;
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  return lower.slice(0, -1);
}

function listWords(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  const part = text.slice(from, to);
  let previous = '';
  for (const match of part.matchAll(WORD)) {
    const raw = match[0];
    if (raw.startsWith('[')) continue;
    const stemmed = stem(raw);
    const counted = countedForm(stemmed, previous);
    words.push({ stem: counted, raw, start: from + match.index, end: from + match.index + raw.length });
    previous = stemmed;
  }
  return words;
}

/** `type II` is `type 2`; `stage 3a` and `CKD 3a` give `stage_3a`: the number alone may count weeks. */
function countedForm(word: string, previous: string): string {
  if (!COUNTED.test(previous)) return word;
  const number = ROMAN[word] ?? word;
  return STAGED.test(previous) && STAGE.test(number) ? `stage_${number}` : number;
}

function longestPhrase(words: readonly Word[], at: number): { length: number; terms: readonly string[] } {
  let node: TrieNode | undefined = trie;
  let best: { length: number; terms: readonly string[] } | undefined;
  for (let length = 1; at + length <= words.length; length += 1) {
    const word = words[at + length - 1];
    node = word === undefined ? undefined : node.next.get(word.stem);
    if (node === undefined) break;
    if (node.terms !== undefined && isWrittenSo(node, words.slice(at, at + length)))
      best = { length, terms: node.terms };
  }
  return best ?? { length: 1, terms: [words[at]?.stem ?? ''] };
}

function isWrittenSo(node: TrieNode, words: readonly Word[]): boolean {
  if (node.exact !== undefined) return words[0]?.raw === node.exact;
  return !node.capitals || words.every(({ raw }) => raw === raw.toUpperCase());
}

/** `L` and `R` alone are sides, but `2 L` are litres and `Dr. R` is nobody's right. */
function withSide(token: Token, text: string): Token[] {
  const raw = text.slice(token.start, token.end);
  const before = text.slice(Math.max(0, token.start - 3), token.start);
  if (raw === 'L' && !/\d ?$/.test(before)) return [{ ...token, term: 'left' }];
  if (raw === 'R' && !/\d ?$/.test(before)) return [{ ...token, term: 'right' }];
  if (/^(?:OD|AD)$/.test(raw)) return [{ ...token, term: 'right' }];
  if (/^(?:Rt|RT|rt)$/.test(raw)) return [{ ...token, term: 'right' }];
  if (raw === 'OS') return [{ ...token, term: 'left' }];
  return [token];
}

function buildTrie(): TrieNode {
  const root: TrieNode = { next: new Map(), terms: undefined, capitals: false, exact: undefined };
  for (const line of `${CANONICAL_TERMS}\n${CANONICAL_SPECIALTY_TERMS}\n${WORD_FORMS}`.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === -1) continue;
    const terms = line.slice(0, colon).split('+');
    for (const variant of line.slice(colon + 1).split('|')) addVariant(root, variant.trim(), terms);
  }
  return root;
}

function addVariant(root: TrieNode, variant: string, terms: readonly string[]): void {
  const words = variant.match(/[\p{L}\p{N}]+(?:['’]s(?![\p{L}]))?/gu) ?? [];
  let node = root;
  let previous = '';
  for (const word of words) {
    const key = countedForm(stem(word), previous);
    const next: TrieNode = node.next.get(key) ?? {
      next: new Map(),
      terms: undefined,
      capitals: false,
      exact: undefined,
    };
    node.next.set(key, next);
    node = next;
    previous = stem(word);
  }
  node.terms ??= terms;
  node.capitals = variant.length <= 4 && variant === variant.toUpperCase();
  if (/^[A-Z][a-z][A-Z]$/.test(variant)) node.exact = variant;
}
