/** Comprehend Medical takes less than 20,000 bytes of UTF-8 (DetectPHI, Text). */
const LARGEST_PIECE_BYTES = 19_000;
/** What the next piece repeats of the one before, in UTF-16 code units: an identifier at a cut is seen whole in one of them. */
const OVERLAP = 300;

/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Cuts a text into stretches small enough for one request each, at ends of sentences where there are any. */
export function cutIntoPieces(text: string, largestBytes: number = LARGEST_PIECE_BYTES): Stretch[] {
  const pieces: Stretch[] = [];
  let start = 0;
  while (start < text.length) {
    const limit = fitting(text, start, largestBytes);
    const end = limit === text.length ? limit : sentenceEndBefore(text, start, limit);
    pieces.push({ start, end });
    if (end === text.length) break;
    start = Math.max(start + 1, wordStartBefore(text, end - Math.min(OVERLAP, (end - start) >> 1)));
  }
  return pieces;
}

/** Furthest end from `start` that fits the bytes; never within a surrogate pair. */
function fitting(text: string, start: number, largestBytes: number): number {
  let bytes = 0;
  let at = start;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > largestBytes) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at === start ? Math.min(text.length, start + 1) : at;
}

/** The last end of a sentence or line in the second half of a stretch; else the last blank; else the limit. */
function sentenceEndBefore(text: string, start: number, limit: number): number {
  const lowest = start + ((limit - start) >> 1);
  for (let at = limit; at > lowest; at--) {
    const before = text.charCodeAt(at - 1);
    if (before === 0x0a || (before === 0x20 && '.!?'.includes(text.charAt(at - 2)))) return at;
  }
  return Math.max(lowest + 1, wordStartBefore(text, limit));
}

/** Start of the word that a position lies in, at most a hundred units back; never within a surrogate pair. */
function wordStartBefore(text: string, position: number): number {
  for (let at = position; at > position - 100 && at > 0; at--) if (/\s/.test(text.charAt(at - 1))) return at;
  const code = text.charCodeAt(position);
  return code >= 0xdc00 && code <= 0xdfff && position > 0 ? position - 1 : position;
}

/** Turns offsets in code points, which Comprehend counts, into UTF-16 code units; undefined outside of the text. */
export function codePointOffsets(text: string): (offset: number) => number | undefined {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text))
    return (offset) => (Number.isInteger(offset) && offset >= 0 && offset <= text.length ? offset : undefined);
  const units: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) units.push(at);
  units.push(text.length);
  return (offset) => units[offset];
}

/** Characters as AWS bills them: code points. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count++;
  return count;
}
