import type { OffsetMap, OffsetRun } from '../chart.ts';

/** Where a piece of text stands in the decoded attachment, in UTF-16 code units. */
export interface SourceSpan {
  readonly start: number;
  readonly length: number;
  /** PDF only, from 1. */
  readonly page?: number;
}

export interface BuiltText {
  readonly text: string;
  readonly offsets: OffsetMap;
}

/** Collects the text of a document piece by piece, and for each piece where it came from. */
export class TextBuilder {
  readonly #parts: string[] = [];
  readonly #runs: OffsetRun[] = [];
  #length = 0;
  #last = '';

  /** UTF-16 code units so far. */
  get length(): number {
    return this.#length;
  }

  /** The last code unit so far, '' at the start. */
  get last(): string {
    return this.#last;
  }

  /** Text that stands in the source just so. Runs that follow one another in text and source become one. */
  keep(text: string, source: SourceSpan): void {
    if (text === '') return;
    const previous = this.#runs.at(-1);
    if (previous !== undefined && isContinuedBy(previous, this.#length, source)) {
      const length = previous.length + text.length;
      this.#runs[this.#runs.length - 1] = { ...previous, length, sourceLength: length };
    } else this.#pushRun(text.length, source);
    this.#pushText(text);
  }

  /** Text that stands for something else in the source: an entity, an escape, a ligature. */
  decoded(text: string, source: SourceSpan): void {
    if (text === '') return;
    this.#pushRun(text.length, source);
    this.#pushText(text);
  }

  /** Text that is not in the source: a line break for an end of paragraph, a bar between cells. */
  made(text: string): void {
    if (text !== '') this.#pushText(text);
  }

  build(): BuiltText {
    return { text: this.#parts.join(''), offsets: { runs: this.#runs } };
  }

  #pushRun(length: number, { start, length: sourceLength, page }: SourceSpan): void {
    const run = { textStart: this.#length, length, sourceStart: start, sourceLength };
    this.#runs.push(page === undefined ? run : { ...run, page });
  }

  #pushText(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    this.#last = text.slice(-1);
  }
}

function isContinuedBy(run: OffsetRun, textStart: number, source: SourceSpan): boolean {
  return (
    run.length === run.sourceLength &&
    run.textStart + run.length === textStart &&
    run.sourceStart + run.sourceLength === source.start &&
    run.page === source.page
  );
}
