/** Groups that hold no text of the note. */
const SILENT_GROUP = /^\{\\(?:\*|fonttbl|colortbl|stylesheet|info|pict|generator)/;
const WORDS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  tab: '\t',
  cell: '  ',
  bullet: '•',
  endash: '–',
  emdash: '—',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
};
/** Control word with its number, hexadecimal character, escaped character, brace, line end, or plain text. */
const TOKEN = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

const LATIN = new TextDecoder('windows-1252');

/**
 * The words of an RTF file for reading on screen: no styles, tables as spaced cells. A preview only; the file itself is
 * what was signed.
 */
export function toRtfPreview(rtf: string): string {
  let text = '';
  let depth = 0;
  let silentAbove = Number.POSITIVE_INFINITY;
  let skip = 0;
  for (const token of rtf.matchAll(TOKEN)) {
    const [whole, word, number, hex, symbol, brace, plain] = token;
    if (brace === '{') {
      depth += 1;
      if (depth < silentAbove && SILENT_GROUP.test(rtf.slice(token.index, token.index + 12))) silentAbove = depth;
    } else if (brace === '}') {
      if (depth === silentAbove) silentAbove = Number.POSITIVE_INFINITY;
      depth -= 1;
    } else if (depth >= silentAbove) {
      continue;
    } else if (word === 'u' && number !== undefined) {
      text += String.fromCharCode((Number(number) + 0x10000) % 0x10000);
      skip = 1;
    } else {
      const characters = hex
        ? LATIN.decode(Uint8Array.of(Number.parseInt(hex, 16)))
        : (plain ?? toCharacters(word, symbol));
      text += characters.slice(whole === '' ? 0 : Math.min(skip, characters.length));
      skip = characters === '' ? skip : 0;
    }
  }
  return text.trim();
}

function toCharacters(word: string | undefined, symbol: string | undefined): string {
  if (word !== undefined) return WORDS[word.toLowerCase()] ?? '';
  return symbol === '~' ? ' ' : symbol === '*' ? '' : (symbol ?? '');
}
