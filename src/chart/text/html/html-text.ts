import { TextBuilder, type BuiltText } from '../text-builder.ts';
import { decodeReference } from './entities.ts';
import { CELL, LINE, PARAGRAPH, SKIPPED, VOID } from './html-elements.ts';
import { attributeOf, isHidden, tokenizeHtml, type HtmlToken } from './html-tokenizer.ts';
import { LineWriter } from './line-writer.ts';

type OpenTag = Extract<HtmlToken, { kind: 'open' }>;

/**
 * What a reader of the page sees: paragraphs and rows on lines of their own, cells apart by ` | `, list items with `- ` or
 * their number, no scripts, styles, comments or hidden elements. Never throws.
 */
export function readHtmlText(source: string): BuiltText {
  const tokens = [...tokenizeHtml(source)];
  return new HtmlReader(source, tokens, matchEndTags(tokens)).read();
}

/** For each opening tag's index the index of its end tag, where there is one. Elements of other names may cross. */
function matchEndTags(tokens: readonly HtmlToken[]): ReadonlyMap<number, number> {
  const open = new Map<string, number[]>();
  const ends = new Map<number, number>();
  tokens.forEach((token, index) => {
    if (token.kind === 'open' && !token.selfClosing && !VOID.has(token.name)) {
      const stack = open.get(token.name);
      if (stack === undefined) open.set(token.name, [index]);
      else stack.push(index);
    } else if (token.kind === 'close') {
      const start = open.get(token.name)?.pop();
      if (start !== undefined) ends.set(start, index);
    }
  });
  return ends;
}

class HtmlReader {
  readonly #source: string;
  readonly #tokens: readonly HtmlToken[];
  readonly #ends: ReadonlyMap<number, number>;
  readonly #builder = new TextBuilder();
  readonly #writer = new LineWriter(this.#builder);
  /** Numbers of the lists that are open; undefined for a bulleted one. */
  readonly #lists: (number | undefined)[] = [];
  /** Index of the token up to which white space stands as written. */
  #verbatimUntil = -1;

  constructor(source: string, tokens: readonly HtmlToken[], ends: ReadonlyMap<number, number>) {
    this.#source = source;
    this.#tokens = tokens;
    this.#ends = ends;
  }

  read(): BuiltText {
    for (let index = 0; index < this.#tokens.length; index++) {
      const token = this.#tokens[index];
      if (token === undefined) break;
      if (token.kind === 'text') this.#text(token.start, token.end, index < this.#verbatimUntil);
      else if (token.kind === 'cdata') this.#writer.collapse(this.#source, token.start, token.end);
      else if (token.kind === 'close') this.#close(token.name);
      else {
        const skipTo = this.#skippedUntil(token, index);
        if (skipTo === undefined) this.#open(token, index);
        else index = skipTo;
      }
    }
    return this.#builder.build();
  }

  /** Where a skipped element ends. One that never ends is not skipped: better to show too much than to lose a note. */
  #skippedUntil(token: OpenTag, index: number): number | undefined {
    if (!SKIPPED.has(token.name) && !isHidden(token.attributes)) return undefined;
    return VOID.has(token.name) || token.selfClosing ? index : this.#ends.get(index);
  }

  #text(start: number, end: number, verbatim: boolean): void {
    let from = start;
    // Searched in the piece alone: in a long source without references, each search would run to its end.
    const piece = this.#source.slice(start, end);
    for (let found = piece.indexOf('&'); found !== -1; found = piece.indexOf('&', found + 1)) {
      const at = start + found;
      const reference = decodeReference(this.#source, at);
      if (reference === undefined || at < from || at + reference.length > end) continue;
      this.#plain(from, at, verbatim);
      this.#writer.decoded(reference.text, { start: at, length: reference.length });
      from = at + reference.length;
    }
    this.#plain(from, end, verbatim);
  }

  #plain(start: number, end: number, verbatim: boolean): void {
    if (verbatim) this.#writer.verbatim(this.#source, start, end);
    else this.#writer.collapse(this.#source, start, end);
  }

  #open(token: OpenTag, index: number): void {
    const { name, attributes } = token;
    if (name === 'br') return this.#writer.lineBreak();
    if (name === 'input') return this.#input(token);
    if (CELL.has(name)) return this.#writer.startCell();
    if (name === 'tr') return this.#writer.startRow();
    if (name === 'ul' || name === 'ol' || name === 'menu') this.#startList(name, attributes);
    else if (PARAGRAPH.has(name)) this.#writer.breakLine(2);
    else if (LINE.has(name)) this.#writer.breakLine(1);
    if (name === 'li') this.#writer.mark(this.#itemMark(attributes));
    if (keepsWhiteSpace(name, attributes)) {
      this.#verbatimUntil = Math.max(this.#verbatimUntil, this.#ends.get(index) ?? (name === 'pre' ? Infinity : -1));
    }
  }

  #close(name: string): void {
    if (CELL.has(name)) return this.#writer.endCell();
    if (name === 'tr' || name === 'table') this.#writer.endRow();
    if (name === 'ul' || name === 'ol' || name === 'menu') {
      this.#lists.pop();
      this.#writer.breakLine(this.#lists.length > 0 ? 1 : 2);
    } else if (PARAGRAPH.has(name)) this.#writer.breakLine(2);
    else if (LINE.has(name)) this.#writer.breakLine(1);
    else if (name === 'br') this.#writer.lineBreak();
  }

  #startList(name: string, attributes: string): void {
    this.#writer.breakLine(this.#lists.length > 0 ? 1 : 2);
    const start = Number.parseInt(attributeOf(attributes, 'start') ?? '1', 10);
    this.#lists.push(name === 'ol' ? (Number.isNaN(start) ? 1 : start) : undefined);
  }

  #itemMark(attributes: string): string {
    const last = this.#lists.length - 1;
    const indent = '  '.repeat(Math.min(Math.max(last, 0), 8));
    const number = this.#lists[last];
    if (number === undefined) return `${indent}- `;
    const value = Number.parseInt(attributeOf(attributes, 'value') ?? '', 10);
    const own = Number.isNaN(value) ? number : value;
    this.#lists[last] = own + 1;
    return `${indent}${own}. `;
  }

  /** Boxes and fields of a form that was filled in are part of what it says. */
  #input({ attributes, start, end }: OpenTag): void {
    const type = attributeOf(attributes, 'type')?.toLowerCase() ?? 'text';
    const source = { start, length: end - start };
    if (type === 'checkbox' || type === 'radio') {
      const checked = attributeOf(attributes, 'checked') !== undefined;
      this.#writer.decoded(checked ? '[x] ' : '[ ] ', source);
    } else if (type === 'text' || type === 'number' || type === 'date') {
      this.#writer.decoded(attributeOf(attributes, 'value') ?? '', source);
    }
  }
}

function keepsWhiteSpace(name: string, attributes: string): boolean {
  if (name === 'pre' || name === 'listing' || name === 'xmp' || name === 'textarea') return true;
  return /white-space\s*:\s*(?:pre|break-spaces)/i.test(attributeOf(attributes, 'style') ?? '');
}
