import type { DetectedSpan } from '../span.ts';

/** Letters become `X`, digits `0`, marks nothing new; the length in UTF-16 code units and in code points stays. */
export function blankFound(text: string, found: readonly DetectedSpan[]): string {
  let blanked = '';
  let at = 0;
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    blanked += text.slice(at, from) + blank(text.slice(from, end));
    at = end;
  }
  return blanked + text.slice(at);
}

/** Letters beyond the BMP stay two code units, so that offsets hold. */
const ASTRAL_STAND_IN = '\u{1D54F}';

function blank(identifier: string): string {
  return identifier
    .replace(/[\p{L}\p{M}]/gu, (letter) => (letter.length === 1 ? 'X' : ASTRAL_STAND_IN))
    .replace(/\p{N}/gu, (digit) => (digit.length === 1 ? '0' : ASTRAL_STAND_IN));
}
