import { TextBuilder, type BuiltText } from '../text-builder.ts';
import { RtfBytes } from './rtf-bytes.ts';
import { FontTable } from './rtf-font-table.ts';
import { encodingOfCodePage, unicodeFor } from './rtf-fonts.ts';
import { tokenizeRtf, type RtfToken } from './rtf-tokenizer.ts';
import { APART, CHARACTERS, SHOWN_STARRED, SKIPPED_DESTINATIONS } from './rtf-words.ts';

type Control = Extract<RtfToken, { kind: 'control' }>;
type HexByte = Extract<RtfToken, { kind: 'hex' }>;

/** What a group hands on to the groups inside it. */
interface GroupState {
  readonly skipped: boolean;
  /** `\v` hidden or `\deleted` text. */
  readonly hidden: boolean;
  readonly font: number | undefined;
  /** Characters that stand after a `\u` for readers that do not know it. */
  readonly fallbackLength: number;
  readonly apart: boolean;
}

const OUTERMOST: GroupState = { skipped: false, hidden: false, font: undefined, fallbackLength: 1, apart: false };
const MAX_DEPTH = 5_000;

/** Decodes a byte as windows-1252, so that each byte of the file is one UTF-16 code unit of the decoded attachment. */
export function decodeRtfSource(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

/**
 * The text of an RTF document, of paragraphs, tables (cells apart by ` | `), headers, footers and fields' results;
 * without fonts, styles, pictures, comments, and hidden or deleted text. Never throws.
 *
 * @param bytes the file; the offsets count its bytes
 */
export function readRtfText(bytes: Uint8Array): BuiltText {
  return new RtfReader(decodeRtfSource(bytes), bytes).read();
}

class RtfReader {
  readonly #source: string;
  readonly #builder = new TextBuilder();
  readonly #fonts = new FontTable();
  readonly #bytes: RtfBytes;
  readonly #groups: GroupState[] = [];
  #state: GroupState = OUTERMOST;
  /** Characters of a `\u`'s fallback that are still to come. */
  #toSkip = 0;
  /** Set by `\*`: the next control word names a destination that old readers may skip. */
  #starred = false;
  #barOwed = false;

  constructor(source: string, bytes: Uint8Array) {
    this.#source = source;
    this.#bytes = new RtfBytes(bytes, this.#builder);
  }

  read(): BuiltText {
    for (const token of tokenizeRtf(this.#source)) {
      if (this.#fonts.reads(token, this.#source)) continue;
      if (token.kind === 'group-start') this.#startGroup();
      else if (token.kind === 'group-end') this.#endGroup();
      else if (token.kind === 'text') this.#text(token.start, token.end);
      else if (token.kind === 'hex') this.#hex(token);
      else this.#control(token);
    }
    this.#bytes.flush();
    return this.#builder.build();
  }

  #startGroup(): void {
    this.#bytes.flush();
    this.#toSkip = 0;
    if (this.#groups.length < MAX_DEPTH) this.#groups.push(this.#state);
  }

  #endGroup(): void {
    this.#bytes.flush();
    this.#toSkip = 0;
    const outer = this.#groups.pop() ?? OUTERMOST;
    if (this.#state.apart && !outer.apart) this.#endLine();
    this.#state = outer;
  }

  get #isShown(): boolean {
    return !this.#state.skipped && !this.#state.hidden;
  }

  #text(start: number, end: number): void {
    const from = Math.min(start + this.#toSkip, end);
    this.#toSkip -= from - start;
    if (this.#isShown && from < end) this.#write(() => this.#bytes.raw(from, end, this.#fonts.get(this.#state.font)));
  }

  #hex({ start, end, byte }: HexByte): void {
    if (this.#toSkip > 0) this.#toSkip--;
    else if (this.#isShown) {
      const font = this.#fonts.get(this.#state.font);
      this.#write(() => this.#bytes.escaped(byte, { start, length: end - start }, font));
    }
  }

  #control(token: Control): void {
    const { word, parameter } = token;
    const starred = this.#starred;
    this.#starred = word === '*';
    if (word === '*' || this.#destination(word, starred)) return;
    if (word === 'u') this.#unicode(token);
    else if (word === 'uc') this.#state = { ...this.#state, fallbackLength: Math.max(0, Math.min(parameter ?? 1, 32)) };
    else if (word === 'ansicpg') this.#fonts.setDefault(encodingOfCodePage(parameter ?? 1252));
    else if (word === 'mac') this.#fonts.setDefault('macintosh');
    else if (word === 'f') this.#state = { ...this.#state, font: parameter };
    else if (word === 'deff') this.#fonts.setDefaultFont(parameter);
    else if (word === 'plain') this.#state = { ...this.#state, hidden: false, font: undefined };
    else if (word === 'v' || word === 'deleted') this.#state = { ...this.#state, hidden: parameter !== 0 };
    else this.#character(token);
  }

  /** Whether the word opened a destination, and with it whether what follows is shown. */
  #destination(word: string, starred: boolean): boolean {
    const skipped = SKIPPED_DESTINATIONS.has(word) || (starred && !SHOWN_STARRED.has(word));
    if (!skipped && !APART.has(word)) return starred;
    this.#bytes.flush();
    if (!skipped && this.#isShown) this.#endLine();
    this.#state = { ...this.#state, skipped: this.#state.skipped || skipped, apart: !skipped };
    return true;
  }

  #unicode({ start, end, parameter = 0 }: Control): void {
    this.#toSkip = this.#state.fallbackLength;
    if (!this.#isShown) return;
    const unit = parameter & 0xffff;
    const text = unit === 0 ? '\ufffd' : unicodeFor(unit, this.#fonts.get(this.#state.font).name);
    this.#write(() => this.#bytes.unicode(text, { start, length: end - start }));
  }

  #character({ word, start, end }: Control): void {
    const text = Object.hasOwn(CHARACTERS, word) ? CHARACTERS[word] : undefined;
    if (text === undefined) return;
    if (this.#toSkip > 0) {
      this.#toSkip--;
      return;
    }
    if (!this.#isShown) return;
    this.#bytes.flush();
    if (word === 'cell' || word === 'nestcell') this.#barOwed = true;
    else if (text === '\n') this.#newline(word, { start, length: end - start });
    else this.#write(() => this.#builder.decoded(text, { start, length: end - start }));
  }

  #newline(word: string, source: { start: number; length: number }): void {
    const endsRow = word === 'row' || word === 'nestrow';
    this.#barOwed = this.#barOwed && !endsRow;
    if (!endsRow || (this.#builder.length > 0 && this.#builder.last !== '\n')) this.#builder.decoded('\n', source);
  }

  /** Writes text, after the border of the cell before it where one is owed. */
  #write(write: () => void): void {
    if (this.#barOwed) this.#builder.made(' | ');
    this.#barOwed = false;
    write();
  }

  #endLine(): void {
    this.#bytes.flush();
    this.#barOwed = false;
    if (this.#builder.length > 0 && this.#builder.last !== '\n') this.#builder.made('\n');
  }
}
