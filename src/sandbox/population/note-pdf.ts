import { parseNoteMarkup, type Block, type Run } from './note-markup.ts';
import { toPdfFile } from './pdf-file.ts';
import { toPdfString, widthOf } from './pdf-text.ts';

/** US Letter in points. */
const PAGE = { width: 612, height: 792, margin: 58 };
const SIZES = { 1: 16, 2: 12, body: 10 } as const;
const LEADING = 1.36;
const INDENT = 16;
const LABEL_COLUMN = 150;

interface Word {
  readonly text: string;
  readonly bold: boolean;
}

/** A formatted note as a PDF of one or more pages with a text layer, in the standard font Helvetica. */
export function toNotePdf(markup: string, title: string): Buffer {
  const layout = new Layout();
  for (const block of parseNoteMarkup(markup)) drawBlock(layout, block);
  return toPdfFile(layout.finish(), title, PAGE);
}

/** Places lines from the top of the page, and starts a new page when one is full. */
class Layout {
  readonly #pages: string[][] = [[]];
  #y = PAGE.height - PAGE.margin;

  space(points: number): void {
    this.#y -= points;
  }

  /** Makes room for a line, on the next page when it must. */
  nextLine(size: number): void {
    this.#y -= size * LEADING;
    if (this.#y >= PAGE.margin) return;
    this.#pages.push([]);
    this.#y = PAGE.height - PAGE.margin - size;
  }

  draw(text: string, x: number, style: { size: number; bold: boolean }): void {
    const operator = `BT /${style.bold ? 'F2' : 'F1'} ${style.size} Tf ${x.toFixed(2)} ${this.#y.toFixed(2)} Td ${toPdfString(text)} Tj ET`;
    this.#pages.at(-1)?.push(operator);
  }

  finish(): string[] {
    return this.#pages.map((operators, index) => {
      const label = `Page ${index + 1} of ${this.#pages.length}`;
      const x = (PAGE.width - widthOf(label, 8, false)) / 2;
      return [...operators, `BT /F1 8 Tf ${x.toFixed(2)} 30 Td ${toPdfString(label)} Tj ET`].join('\n');
    });
  }
}

function drawBlock(layout: Layout, block: Block): void {
  switch (block.kind) {
    case 'heading':
      layout.space(6);
      drawRuns(layout, block.runs, { x: PAGE.margin, size: SIZES[block.level], allBold: true });
      return;
    case 'paragraph':
      drawRuns(layout, block.runs, { x: PAGE.margin, size: SIZES.body });
      return;
    case 'list':
      block.items.forEach((item, index) => {
        const marker = block.ordered ? `${index + 1}.` : '•';
        drawRuns(layout, item, { x: PAGE.margin + INDENT, size: SIZES.body, marker });
      });
      return;
    case 'table':
      for (const row of block.rows) drawRow(layout, row);
  }
}

function drawRow(layout: Layout, cells: readonly (readonly Run[])[]): void {
  layout.nextLine(SIZES.body);
  cells.forEach((cell, index) => {
    const text = cell.map((run) => run.text).join('');
    layout.draw(text, PAGE.margin + index * LABEL_COLUMN, { size: SIZES.body, bold: index === 0 });
  });
}

interface LineStyle {
  readonly x: number;
  readonly size: number;
  readonly allBold?: boolean;
  readonly marker?: string;
}

/** Breaks runs into lines of the width that is left, and draws stretches of one weight together. */
function drawRuns(layout: Layout, runs: readonly Run[], style: LineStyle): void {
  const words = runs.flatMap((run) => toWords(run, style.allBold ?? false));
  const limit = PAGE.width - PAGE.margin - style.x;
  breakLines(words, style.size, limit).forEach((line, index) => {
    layout.nextLine(style.size);
    if (index === 0 && style.marker) layout.draw(style.marker, style.x - INDENT, { size: style.size, bold: false });
    let x = style.x;
    for (const piece of joinWeights(line)) {
      layout.draw(piece.text, x, { size: style.size, bold: piece.bold });
      x += widthOf(piece.text, style.size, piece.bold);
    }
  });
}

function toWords(run: Run, allBold: boolean): Word[] {
  const pieces = run.text.match(/\S+\s*|\s+/g) ?? [];
  return pieces.map((text) => ({ text, bold: allBold || run.bold }));
}

function breakLines(words: readonly Word[], size: number, limit: number): Word[][] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of words) {
    const width = widthOf(word.text.trimEnd(), size, word.bold);
    if (used + width > limit && used > 0) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(word);
    used += widthOf(word.text, size, word.bold);
  }
  return lines;
}

function joinWeights(words: readonly Word[]): Word[] {
  const pieces: Word[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    if (last?.bold === word.bold) pieces[pieces.length - 1] = { text: last.text + word.text, bold: word.bold };
    else pieces.push(word);
  }
  return pieces;
}
