/** Encodings of font charsets (`\fcharset`, RTF specification 1.9.1, "Font Table") by WHATWG label. */
const CHARSETS: ReadonlyMap<number, string> = new Map([
  [0, 'windows-1252'],
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);

const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [866, 'ibm866'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [65001, 'utf-8'],
]);

/** The encoding of an ANSI code page, for `\ansicpg`; windows-1252 for one that we cannot decode. */
export function encodingOfCodePage(codePage: number): string {
  if ((codePage >= 1250 && codePage <= 1258) || codePage === 874) return `windows-${codePage}`;
  return CODE_PAGES.get(codePage) ?? 'windows-1252';
}

export const SYMBOL = 'symbol';

/** The encoding of `\fcharset`, or `symbol` for fonts with pictures in place of letters; undefined for "as the file". */
export function encodingOfFontCharset(charset: number): string | undefined {
  return charset === 2 ? SYMBOL : CHARSETS.get(charset);
}

/** The Symbol font, from code 0x61, 0x41 and 0xa0 on ("-": none); Wingdings' boxes and ticks where the font is that. */
const SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const CAPITAL = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const UPPER = '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…';
const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: '•',
  0x6e: '▪',
  0x6f: '☐',
  0x71: '☐',
  0x72: '☐',
  0x78: '☒',
  0x76: '•',
  0xa7: '▪',
  0xa8: '☐',
  0xb7: '•',
  0xd8: '➢',
  0xe0: '→',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/** The character that a picture font shows for a byte; the byte as windows-1252 where we do not know. */
export function symbolFor(byte: number, fontName: string): string {
  const plain = new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
  if (/wingding|webding|dingbat/i.test(fontName)) return WINGDINGS[byte] ?? plain;
  if (byte >= 0x61 && byte <= 0x7a) return SMALL.charAt(byte - 0x61);
  if (byte >= 0x41 && byte <= 0x5a) return CAPITAL.charAt(byte - 0x41);
  if (byte >= 0xa0 && byte < 0xa0 + UPPER.length) return UPPER.charAt(byte - 0xa0);
  return plain;
}

/** The character of a `\u` code unit: Word puts the bytes of picture fonts at U+F000 in the private use area. */
export function unicodeFor(unit: number, fontName: string): string {
  return unit >= 0xf020 && unit <= 0xf0ff ? symbolFor(unit - 0xf000, fontName) : String.fromCharCode(unit);
}
