/**
 * True when two different words are one slip apart: a letter changed, left out, put in, or two neighbours swapped. Linear in the shorter
 * word.
 */
export function isOneLetterOff(a: string, b: string): boolean {
  const short = a.length <= b.length ? a : b;
  const long = a.length <= b.length ? b : a;
  const gap = long.length - short.length;
  if (gap > 1) return false;
  let at = 0;
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at++;
  if (at === short.length) return gap === 1;
  if (gap === 1) return sameFrom(short, at, long, at + 1);
  if (sameFrom(short, at + 1, long, at + 1)) return true;
  return (
    short.charCodeAt(at) === long.charCodeAt(at + 1) &&
    short.charCodeAt(at + 1) === long.charCodeAt(at) &&
    sameFrom(short, at + 2, long, at + 2)
  );
}

/** The letters of a word as bits, for `mayBeOneLetterOff`; letters beyond `a` to `z` share them. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** False when the letters of two words differ by more than one slip can explain: one letter gone and one come. */
export function mayBeOneLetterOff(letters: number, others: number): boolean {
  const odd = letters ^ others;
  const second = odd & (odd - 1);
  return (second & (second - 1)) === 0;
}

function sameFrom(a: string, fromA: number, b: string, fromB: number): boolean {
  if (a.length - fromA !== b.length - fromB) return false;
  for (let at = 0; at + fromA < a.length; at++) {
    if (a.charCodeAt(fromA + at) !== b.charCodeAt(fromB + at)) return false;
  }
  return true;
}
