import type { SourceSpan, TextBuilder } from '../text-builder.ts';

/** White space that HTML folds; a no-break space is kept apart and becomes one plain space. */
const PIECES = /[ \t\r\n\f\0]+|\u00a0|[^ \t\r\n\f\0\u00a0]+/g;
const VERBATIM_PIECES = /\r\n?|\n|\0|\u00a0|[^\r\n\0\u00a0]+/g;

/**
 * Puts text on lines: white space folded, breaks held back until there is text to part, so that nested blocks make one
 * break and neither the beginning nor the end of the text is empty lines.
 */
export class LineWriter {
  readonly #builder: TextBuilder;
  /** Line ends owed before the next text: 1 a new line, 2 an empty line between. */
  #breaks = 0;
  /** Cell borders owed before the next text of the row. */
  #bars = 0;
  #mark = '';
  #rowHasText = false;
  /** Text of the cell that is open, so far: a cell of several lines is not followed on its last one. */
  #cell: 'none' | 'empty' | 'line' | 'lines' = 'none';

  constructor(builder: TextBuilder) {
    this.#builder = builder;
  }

  /** Writes `source` from `start` to `end` with its white space folded. */
  collapse(source: string, start: number, end: number): void {
    for (const match of source.slice(start, end).matchAll(PIECES)) {
      const span = { start: start + match.index, length: match[0].length };
      if (match[0] === '\u00a0') this.#hardSpace(span);
      else if (/^[ \t\r\n\f\0]/.test(match[0])) this.#softSpace(match[0], span);
      else this.#keep(match[0], span);
    }
  }

  /** Writes it as it stands, with `\n` line ends. */
  verbatim(source: string, start: number, end: number): void {
    for (const match of source.slice(start, end).matchAll(VERBATIM_PIECES)) {
      const span = { start: start + match.index, length: match[0].length };
      if (/^[\r\n]/.test(match[0])) this.#newline();
      else if (match[0] === '\0' || match[0] === '\u00a0') this.#hardSpace(span);
      else if (this.#breaks === 0 || match[0].trim() !== '') this.#keep(match[0], span);
    }
  }

  /** Writes what a character reference or a field stands for. */
  decoded(text: string, source: SourceSpan): void {
    if (text === '\u00a0') this.#hardSpace(source);
    else if (/^[\t\n\r\f ]$/.test(text)) this.#softSpace('\n', source);
    // Soft hyphens and zero-width spaces only say where a line may break.
    else if (text !== '' && text !== '\u00ad' && text !== '\u200b') {
      this.#beforeText();
      this.#builder.decoded(text, source);
    }
  }

  /** `<br>`: each one counts, up to one empty line. */
  lineBreak(): void {
    this.#breaks = Math.min(this.#breaks + 1, 2);
  }

  /** The end or start of a block: at least this many line ends. */
  breakLine(breaks: 1 | 2): void {
    if (this.#cell !== 'empty') this.#breaks = Math.max(this.#breaks, breaks);
  }

  /** A list item's mark, written when the item turns out to have text. */
  mark(mark: string): void {
    this.#mark = mark;
  }

  startRow(): void {
    this.#endRow();
    this.#breaks = Math.max(this.#breaks, 1);
  }

  endRow(): void {
    this.#endRow();
    this.breakLine(1);
  }

  startCell(): void {
    this.endCell();
    if (this.#rowHasText) this.#bars++;
    this.#cell = 'empty';
  }

  /** Breaks at the end of a cell part nothing, unless the cell has lines of its own. */
  endCell(): void {
    if (this.#cell === 'lines') {
      this.#rowHasText = false;
      this.#breaks = Math.max(this.#breaks, 1);
    } else if (this.#cell === 'line') this.#breaks = 0;
    this.#cell = 'none';
  }

  #endRow(): void {
    this.#cell = 'none';
    this.#rowHasText = false;
    this.#bars = 0;
  }

  #keep(text: string, span: SourceSpan): void {
    this.#beforeText();
    this.#builder.keep(text, span);
  }

  #newline(): void {
    // A break that is owed already covers the first line end.
    if (this.#breaks === 0 && this.#builder.length > 0) this.#builder.made('\n');
  }

  #softSpace(piece: string, span: SourceSpan): void {
    if (this.#breaks > 0 || this.#bars > 0 || this.#builder.length === 0) return;
    if (this.#builder.last === '\n' || this.#builder.last === ' ') return;
    if (piece === ' ') this.#builder.keep(' ', { ...span, length: 1 });
    else this.#builder.made(' ');
  }

  /** A no-break space: inside a line it stands, around one it only indents. */
  #hardSpace(span: SourceSpan): void {
    if (this.#breaks > 0 || this.#bars > 0 || this.#builder.length === 0) return;
    if (span.length === 1) this.#builder.made(' ');
    else this.#builder.decoded(' ', span);
  }

  #beforeText(): void {
    const inCell = this.#cell !== 'none';
    if (this.#builder.length > 0) {
      if (this.#breaks > 0) this.#builder.made('\n'.repeat(this.#breaks - (this.#builder.last === '\n' ? 1 : 0)));
      else if (this.#bars > 0) this.#builder.made(' | '.repeat(this.#bars));
    }
    if (this.#mark !== '') this.#builder.made(this.#mark);
    if (inCell) this.#cell = this.#cell === 'lines' || (this.#cell === 'line' && this.#breaks > 0) ? 'lines' : 'line';
    this.#breaks = 0;
    this.#bars = 0;
    this.#mark = '';
    this.#rowHasText = true;
  }
}
