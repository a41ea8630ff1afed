import { letterClass } from './fold.ts';
import { GLUED, LINE, LOWER, MARK, MIXED, NUMBER, PARAGRAPH, UPPER, WORD, type TokenList } from './token-list.ts';

/** Folded word at an index, `''` for anything that is no word or past the ends. */
export function wordAt(tokens: TokenList, index: number): string {
  return tokens.kind[index] === WORD ? (tokens.key[index] ?? '') : '';
}

/** The mark at an index, `''` for anything that is none. */
export function markAt(tokens: TokenList, index: number): string {
  return tokens.kind[index] === MARK ? (tokens.key[index] ?? '') : '';
}

/** The digits at an index, `''` for anything that is no number. */
export function digitsAt(tokens: TokenList, index: number): string {
  return tokens.kind[index] === NUMBER ? (tokens.key[index] ?? '') : '';
}

export function isWord(tokens: TokenList, index: number): boolean {
  return tokens.kind[index] === WORD;
}

export function isNumber(tokens: TokenList, index: number): boolean {
  return tokens.kind[index] === NUMBER;
}

/** Index of the first token from `at` on that has one of the leads, or the number of tokens. */
export function nextLead({ leads, count }: TokenList, at: number, wanted: number): number {
  let index = at;
  while (index < count && ((leads[index] ?? 0) & wanted) === 0) index++;
  return index;
}

/** True when nothing stands between a token and the one before it. */
export function isGlued(tokens: TokenList, index: number): boolean {
  return index > 0 && index < tokens.count && tokens.gap[index] === GLUED;
}

/** Gap before a token; past the end it is a paragraph's. */
export function gapBefore(tokens: TokenList, index: number): number {
  return index <= 0 || index >= tokens.count ? PARAGRAPH : (tokens.gap[index] ?? PARAGRAPH);
}

export function flagsAt(tokens: TokenList, index: number): number {
  return tokens.flags[index] ?? 0;
}

export function startOf(tokens: TokenList, index: number): number {
  return tokens.start[index] ?? tokens.text.length;
}

export function endOf(tokens: TokenList, index: number): number {
  return tokens.end[index] ?? tokens.text.length;
}

/** A word that begins with a capital letter, or is all capitals. */
export function isCapitalized(tokens: TokenList, index: number): boolean {
  const shape = tokens.shape[index];
  if (shape === LOWER || tokens.kind[index] !== WORD) return false;
  return shape !== MIXED || letterClass(tokens.text.charCodeAt(startOf(tokens, index))) === 2;
}

const SENTENCE_ENDS = new Set([
  '.',
  '!',
  '?',
  ':',
  '•',
  '*',
  '·',
  '–',
  '—',
  '|',
  '>',
  '¶',
  '§',
  '□',
  '☐',
  '●',
  '○',
  '▪',
]);
const TITLES = new Set(
  'mr mrs ms miss mx dr dra doctor prof professor sr sra rev reverend fr sgt capt lt col maj hon pa np rn'.split(' '),
);

/**
 * True when a token begins a sentence, a line or a list item, so that its capital letter says nothing. A full stop after a title or after a
 * single capital letter ends no sentence.
 */
export function startsSentence(tokens: TokenList, index: number): boolean {
  if (gapBefore(tokens, index) >= LINE) return true;
  const mark = markAt(tokens, index - 1);
  if (mark === '') return false;
  if (mark === '-' && gapBefore(tokens, index - 1) >= LINE) return true;
  if (mark === ')' && isNumber(tokens, index - 2) && gapBefore(tokens, index - 2) >= LINE) return true;
  if (mark === '.') {
    const before = wordAt(tokens, index - 2);
    if (TITLES.has(before) && isGlued(tokens, index - 1)) return false;
    return !(before.length === 1 && tokens.shape[index - 2] === UPPER);
  }
  return SENTENCE_ENDS.has(mark) || mark.length === 2 || mark === '"' || mark === '“';
}

/** True when the words of the token's line (up to eight each way) are mostly in capitals, as in a heading. */
export function isInHeading(tokens: TokenList, index: number): boolean {
  let capitals = 0;
  let others = 0;
  const count = (at: number): void => {
    if (tokens.kind[at] !== WORD || endOf(tokens, at) - startOf(tokens, at) < 2) return;
    if (tokens.shape[at] === UPPER) capitals++;
    else others++;
  };
  for (let at = index - 1; at >= 0 && at > index - 9 && gapBefore(tokens, at + 1) < LINE; at--) count(at);
  for (let at = index + 1; at < tokens.count && at < index + 9 && gapBefore(tokens, at) < LINE; at++) count(at);
  return others === 0 && capitals >= 0 ? others === 0 : capitals > others * 2;
}
