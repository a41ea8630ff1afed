import { fold, isAscii } from './fold.ts';

/** Folded words of a name or phrase: runs of letters. */
export function wordsOf(value: string): string[] {
  const folded = fold(value);
  if (isAscii(folded)) return folded.match(/[a-z]+/g) ?? [];
  return folded.match(/\p{L}+/gu) ?? [];
}

/** Lower-case letters and digits of a value, in order. */
export function bareOf(value: string): string {
  const folded = fold(value);
  return folded.replace(isAscii(folded) ? /[^a-z\d]+/g : /[^\p{L}\p{N}]+/gu, '');
}
