/**
 * Folding: lower case without accents, so that `Béchard`, `BE\u0301CHARD` and `bechard` are one key. Works on UTF-16 code units, because
 * every offset of this room counts those.
 */

const TABLE_SIZE = 0x2000;
/** Letters that have no canonical decomposition, as people write them without their stroke or ligature. */
const WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ſ: 's',
  ƒ: 'f',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
};

const UNKNOWN = 255;
/** Filled as characters come up: most texts need a hundred of them, and the start is quicker. */
const LETTER_CLASS = new Uint8Array(TABLE_SIZE).fill(UNKNOWN);
const FOLDED: (string | undefined)[] = [];

/** Class of a code unit: 0 not in a word, 1 lower-case or caseless letter, 2 capital, 3 combining mark. */
export function letterClass(code: number): number {
  if (code < TABLE_SIZE) {
    const known = LETTER_CLASS[code] ?? UNKNOWN;
    return known === UNKNOWN ? (LETTER_CLASS[code] = classify(String.fromCharCode(code))) : known;
  }
  // Beyond: scripts without case in the Basic Multilingual Plane (CJK, Hangul, kana and so on).
  if (code >= 0xd800 && code <= 0xf8ff) return 0;
  if (code >= 0xfe20 && code <= 0xfe2f) return 3;
  return /\p{L}/u.test(String.fromCharCode(code)) ? 1 : 0;
}

function classify(character: string): number {
  if (/\p{M}/u.test(character)) return 3;
  if (!/\p{L}/u.test(character)) return 0;
  return character.toLowerCase() === character ? 1 : 2;
}

function foldCharacter(code: number): string {
  const known = FOLDED[code];
  if (known !== undefined) return known;
  const character = String.fromCharCode(code);
  const base = character.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return (FOLDED[code] = letterClass(code) === 0 ? character : (WITHOUT_DECOMPOSITION[base] ?? base));
}

/** Folded form of `text.slice(start, end)`. */
export function fold(text: string, start = 0, end = text.length): string {
  return isAscii(text, start, end) ? text.slice(start, end).toLowerCase() : foldSlowly(text, start, end);
}

export function isAscii(text: string, start = 0, end = text.length): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** Runs of ASCII go over whole; the rest by character. */
function foldSlowly(text: string, start: number, end: number): string {
  let out = '';
  let plain = start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    if (at > plain) out += text.slice(plain, at).toLowerCase();
    out += code < TABLE_SIZE ? foldCharacter(code) : text.charAt(at);
    plain = at + 1;
  }
  return plain < end ? out + text.slice(plain, end).toLowerCase() : out;
}
