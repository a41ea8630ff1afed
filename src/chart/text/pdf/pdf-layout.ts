/** A piece of text on a page as pdf.js gives it, in PDF units (1/72 inch), y upwards. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Font height; 0 where unknown. */
  readonly height: number;
}

/** Puts the pieces of one page on lines, top to bottom and left to right, and says what a reader would read. */
export function layOutPage(items: readonly PdfItem[]): string {
  const lines = toLines(items.filter((item) => item.text.trim() !== ''));
  let text = '';
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    if (above !== undefined) text += above.y - line.y > 1.8 * Math.max(line.height, above.height, 1) ? '\n\n' : '\n';
    text += lineText(line.items);
  });
  return text;
}

interface Line {
  y: number;
  height: number;
  readonly items: PdfItem[];
}

function toLines(items: readonly PdfItem[]): Line[] {
  const lines: Line[] = [];
  for (const item of items.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    // Superscripts and mixed sizes stand a little off the base line.
    if (line !== undefined && line.y - item.y <= 0.4 * Math.max(line.height, item.height, 1)) {
      line.items.push(item);
      line.height = Math.max(line.height, item.height);
    } else lines.push({ y: item.y, height: item.height, items: [item] });
  }
  for (const line of lines) line.items.sort((a, b) => a.x - b.x);
  return lines;
}

function lineText(items: readonly PdfItem[]): string {
  let text = '';
  let end: number | undefined;
  for (const item of items) {
    const size = item.height > 0 ? item.height : 10;
    const gap = end === undefined ? 0 : item.x - end;
    if (gap > 2 * size) text += text.endsWith(' ') ? ' ' : '  ';
    else if (gap > 0.15 * size && !/\s$/.test(text) && !/^\s/.test(item.text)) text += ' ';
    text += item.text;
    end = item.x + item.width;
  }
  return text.trimEnd();
}
