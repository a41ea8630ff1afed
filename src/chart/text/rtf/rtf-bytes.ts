import type { SourceSpan, TextBuilder } from '../text-builder.ts';
import type { RtfFont } from './rtf-font-table.ts';
import { SYMBOL, symbolFor } from './rtf-fonts.ts';

const SINGLE_BYTE = 'windows-1252';

/**
 * Turns the bytes of an RTF document into text. Bytes that may belong to one character (two of shift_jis, a surrogate
 * pair of `\u`) are held until the character is whole.
 */
export class RtfBytes {
  readonly #source: Uint8Array;
  readonly #builder: TextBuilder;
  #held: number[] = [];
  #heldFont: RtfFont = { encoding: SINGLE_BYTE, name: '' };
  #heldSpan: SourceSpan = { start: 0, length: 0 };
  #highSurrogate: { readonly text: string; readonly span: SourceSpan } | undefined;

  constructor(source: Uint8Array, builder: TextBuilder) {
    this.#source = source;
    this.#builder = builder;
  }

  /** Bytes that stand in the file as themselves. */
  raw(start: number, end: number, font: RtfFont): void {
    let from = start;
    while (from < end) {
      const special = (this.#source[from] ?? 0) >= 0x80 || font.encoding === SYMBOL || this.#held.length > 0;
      if (special) {
        this.#hold(this.#source[from] ?? 0, { start: from, length: 1 }, font);
        from++;
        continue;
      }
      let to = from;
      while (to < end && (this.#source[to] ?? 0) < 0x80) to++;
      this.flush();
      this.#builder.keep(new TextDecoder('latin1').decode(this.#source.subarray(from, to)), {
        start: from,
        length: to - from,
      });
      from = to;
    }
  }

  /** `\'e9`. */
  escaped(byte: number, span: SourceSpan, font: RtfFont): void {
    this.#hold(byte, span, font);
  }

  /** `\u8217`: one UTF-16 code unit. */
  unicode(unit: string, span: SourceSpan): void {
    const high = this.#highSurrogate;
    if (high !== undefined && isLow(unit)) {
      this.#highSurrogate = undefined;
      this.#builder.decoded(high.text + unit, {
        start: high.span.start,
        length: span.start + span.length - high.span.start,
      });
      return;
    }
    this.flush();
    if (isHigh(unit)) this.#highSurrogate = { text: unit, span };
    else this.#builder.decoded(isLow(unit) ? '\ufffd' : unit, span);
  }

  /** Writes what is held, be it whole or not. */
  flush(): void {
    if (this.#highSurrogate !== undefined) this.#builder.decoded('\ufffd', this.#highSurrogate.span);
    this.#highSurrogate = undefined;
    if (this.#held.length === 0) return;
    this.#builder.decoded(decode(this.#held, this.#heldFont), this.#heldSpan);
    this.#held = [];
  }

  #hold(byte: number, span: SourceSpan, font: RtfFont): void {
    const follows = this.#heldSpan.start + this.#heldSpan.length === span.start;
    if (this.#highSurrogate !== undefined || !follows || font.encoding !== this.#heldFont.encoding) this.flush();
    const start = this.#held.length === 0 ? span.start : this.#heldSpan.start;
    this.#heldSpan = { start, length: span.start + span.length - start };
    this.#heldFont = font;
    this.#held.push(byte);
    if (isWhole(this.#held, font.encoding)) this.flush();
  }
}

/** Whether the bytes make whole characters: always with one byte each, else when no lead byte waits for its trail. */
function isWhole(bytes: readonly number[], encoding: string): boolean {
  if (encoding === SYMBOL) return true;
  const multiByte = /^(?:shift_jis|gbk|big5|euc-kr|utf-8)$/.test(encoding);
  if (!multiByte) return !mayBeUtf8(bytes);
  return encoding === 'utf-8' ? !mayBeUtf8(bytes) || isUtf8(bytes) : bytes.length === 2 || (bytes[0] ?? 0) < 0x80;
}

/** A lead byte of UTF-8 with fewer trail bytes than it announces: some systems write UTF-8 whatever the file declares. */
function mayBeUtf8(bytes: readonly number[]): boolean {
  const lead = bytes[0] ?? 0;
  const announced = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  return bytes.length < announced && bytes.slice(1).every((byte) => byte >= 0x80 && byte <= 0xbf);
}

function isUtf8(bytes: readonly number[]): boolean {
  return bytes.length > 1 && !new TextDecoder().decode(Uint8Array.from(bytes)).includes('\ufffd');
}

function decode(bytes: readonly number[], { encoding, name }: RtfFont): string {
  if (encoding === SYMBOL) return bytes.map((byte) => symbolFor(byte, name)).join('');
  if (isUtf8(bytes)) return new TextDecoder().decode(Uint8Array.from(bytes));
  const label = encoding === 'utf-8' ? SINGLE_BYTE : encoding;
  return new TextDecoder(label).decode(Uint8Array.from(bytes)).replaceAll('\0', ' ');
}

const isHigh = (unit: string): boolean => unit >= '\ud800' && unit <= '\udbff';
const isLow = (unit: string): boolean => unit >= '\udc00' && unit <= '\udfff';
