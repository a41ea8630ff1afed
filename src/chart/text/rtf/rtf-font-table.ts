import { encodingOfFontCharset } from './rtf-fonts.ts';
import type { RtfToken } from './rtf-tokenizer.ts';

export interface RtfFont {
  /** WHATWG label, or `symbol`. */
  readonly encoding: string;
  readonly name: string;
}

/** Reads `{\fonttbl …}` as it goes by, and knows then in which encoding each font's bytes are. */
export class FontTable {
  readonly #fonts = new Map<number, RtfFont>();
  #defaultEncoding = 'windows-1252';
  #defaultFont: number | undefined;
  /** Depth of groups inside the font table; 0 while outside of it. */
  #depth = 0;
  #number: number | undefined;
  #encoding: string | undefined;
  #name = '';

  setDefault(encoding: string): void {
    this.#defaultEncoding = encoding;
  }

  setDefaultFont(number: number | undefined): void {
    this.#defaultFont = number;
  }

  get(number: number | undefined): RtfFont {
    const font = this.#fonts.get(number ?? this.#defaultFont ?? -1);
    return font ?? { encoding: this.#defaultEncoding, name: '' };
  }

  /** Whether the token belongs to the font table, and is thereby dealt with. */
  reads(token: RtfToken, source: string): boolean {
    if (this.#depth === 0) {
      if (token.kind === 'control' && token.word === 'fonttbl') this.#depth = 1;
      return false;
    }
    if (token.kind === 'group-start') this.#depth++;
    else if (token.kind === 'group-end') {
      this.#finish();
      this.#depth--;
      return this.#depth > 0;
    } else if (token.kind === 'text') this.#name += source.slice(token.start, token.end);
    else if (token.kind === 'control') this.#control(token.word, token.parameter);
    if (this.#name.endsWith(';')) this.#finish();
    return true;
  }

  #control(word: string, parameter: number | undefined): void {
    if (word === 'f') {
      this.#finish();
      this.#number = parameter;
    } else if (word === 'fcharset' && parameter !== undefined) this.#encoding = encodingOfFontCharset(parameter);
  }

  #finish(): void {
    if (this.#number !== undefined) {
      const known = this.#fonts.get(this.#number);
      const encoding = this.#encoding ?? known?.encoding ?? this.#defaultEncoding;
      this.#fonts.set(this.#number, { encoding, name: this.#name.replace(/;$/, '').trim() || (known?.name ?? '') });
    }
    this.#number = undefined;
    this.#encoding = undefined;
    this.#name = '';
  }
}
