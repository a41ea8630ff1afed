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

/** 0 not in a word, 1 lower-case letter or letter without case, 2 capital, 3 combining mark. */
const LETTER_CLASS = new Uint8Array(TABLE_SIZE);
const FOLDED: string[] = [];

for (let code = 0; code < TABLE_SIZE; code++) {
  const character = String.fromCharCode(code);
  if (/\p{M}/u.test(character)) {
    LETTER_CLASS[code] = 3;
    FOLDED.push('');
  } else if (/\p{L}/u.test(character)) {
    const lower = character.toLowerCase();
    LETTER_CLASS[code] = lower === character ? 1 : 2;
    const base = lower.normalize('NFD').replace(/\p{M}/gu, '');
    FOLDED.push(WITHOUT_DECOMPOSITION[base] ?? base);
  } else {
    FOLDED.push(character);
  }
}

/** Class of a code unit: 0 not in a word, 1 lower-case or caseless letter, 2 capital, 3 combining mark. */
export function letterClass(code: number): number {
  if (code < TABLE_SIZE) return LETTER_CLASS[code] ?? 0;
  // Beyond: scripts without case in the Basic Multilingual Plane (CJK, Hangul, kana and so on).
  if (code >= 0xd800 && code <= 0xf8ff) return 0;
  if (code >= 0xfe20 && code <= 0xfe2f) return 3;
  return /\p{L}/u.test(String.fromCharCode(code)) ? 1 : 0;
}

/** Folded form of `text.slice(start, end)`. */
export function fold(text: string, start = 0, end = text.length): string {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) > 0x7f) return foldSlowly(text, start, end);
  }
  return text.slice(start, end).toLowerCase();
}

function foldSlowly(text: string, start: number, end: number): string {
  let out = '';
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    out += code < TABLE_SIZE ? (FOLDED[code] ?? '') : text.charAt(at);
  }
  return out;
}
