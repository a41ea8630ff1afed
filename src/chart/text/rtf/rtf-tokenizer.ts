/** A piece of an RTF file. Offsets are bytes, which are also UTF-16 code units of the file read as windows-1252. */
export type RtfToken =
  | { readonly kind: 'group-start'; readonly start: number; readonly end: number }
  | { readonly kind: 'group-end'; readonly start: number; readonly end: number }
  /** A control word (`\par`, `\u8217`) or symbol (`\~`, `\*`). */
  | {
      readonly kind: 'control';
      readonly start: number;
      readonly end: number;
      readonly word: string;
      readonly parameter: number | undefined;
    }
  /** A byte, as `\'e9`. */
  | { readonly kind: 'hex'; readonly start: number; readonly end: number; readonly byte: number }
  | { readonly kind: 'text'; readonly start: number; readonly end: number };

const TOKEN = /\{|\}|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^])|[\r\n\0]+|[^{}\\\r\n\0]+|\\/y;

/**
 * Splits RTF (Rich Text Format Specification 1.9.1) into tokens; `source` holds one byte a code unit. Line ends, which
 * mean nothing, are left out, and the data of `\bin` is stepped over. Never throws.
 */
export function* tokenizeRtf(source: string): Generator<RtfToken> {
  let at = 0;
  while (at < source.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (match === null) return;
    const [whole, word, parameter, hex, symbol] = match;
    const place = { start: at, end: at + whole.length };
    at = place.end;
    if (whole === '{') yield { kind: 'group-start', ...place };
    else if (whole === '}') yield { kind: 'group-end', ...place };
    else if (word !== undefined) {
      const value = parameter === undefined ? undefined : Number(parameter);
      if (word === 'bin' && value !== undefined && value > 0) at = Math.min(at + value, source.length);
      yield { kind: 'control', ...place, word, parameter: value };
    } else if (hex !== undefined) {
      yield { kind: 'hex', ...place, byte: Number.parseInt(hex, 16) };
    } else if (symbol !== undefined) yield { kind: 'control', ...place, word: symbol, parameter: undefined };
    else if (!/^[\r\n\0\\]/.test(whole)) yield { kind: 'text', ...place };
  }
}
