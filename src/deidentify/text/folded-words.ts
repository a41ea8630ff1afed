import { fold, isAscii } from './fold.ts';

/** Folded words of a name or phrase: runs of letters. */
export function wordsOf(value: string): string[] {
  const folded = fold(value);
  return folded.split(isAscii(folded) ? /[^a-z]+/ : /[^\p{L}]+/u).filter((word) => word !== '');
}

/** Lower-case letters and digits of a value, in order. */
export function bareOf(value: string): string {
  const folded = fold(value);
  return folded.replace(isAscii(folded) ? /[^a-z\d]+/g : /[^\p{L}\p{N}]+/gu, '');
}
