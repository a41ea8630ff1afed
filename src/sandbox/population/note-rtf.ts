import { parseNoteMarkup, type Block, type Run } from './note-markup.ts';

/** Right edges of the cells in twips, by number of columns. */
const LABEL_WIDTH = 2600;
const PAGE_WIDTH = 9400;

/** A formatted note as RTF in code page 1252: `\'e9` for Latin-1, `\u8217?` for what is beyond it. */
export function toNoteRtf(markup: string): string {
  const body = parseNoteMarkup(markup).map(toParagraphs).join('');
  return (
    '{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0\\fswiss\\fcharset0 Calibri;}{\\f1\\froman\\fcharset0 Cambria;}}\r\n' +
    '{\\colortbl ;\\red31\\green56\\blue100;}{\\*\\generator Kestrel Chart 9.2;}\\viewkind4\\pard\\f0\\fs22\r\n' +
    `${body}}\r\n`
  );
}

function toParagraphs(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `\\pard\\sb120\\b\\cf1\\fs${block.level === 1 ? 30 : 25} ${toInline(block.runs)}\\b0\\cf0\\fs22\\par\r\n`;
    case 'paragraph':
      return `\\pard\\sb60 ${toInline(block.runs)}\\par\r\n`;
    case 'list':
      return block.items.map((item, index) => toItem(item, block.ordered ? `${index + 1}.` : "\\'b7")).join('');
    default:
      return `${block.rows.map(toRow).join('')}\\pard\r\n`;
  }
}

function toItem(runs: readonly Run[], marker: string): string {
  return `\\pard{\\pntext ${marker}\\tab}\\fi-300\\li360 ${toInline(runs)}\\par\r\n`;
}

function toRow(cells: readonly (readonly Run[])[]): string {
  const edges = cells.map((_, index) =>
    Math.round(LABEL_WIDTH + (index * (PAGE_WIDTH - LABEL_WIDTH)) / Math.max(1, cells.length - 1)),
  );
  const widths = edges.map((edge) => `\\cellx${edge}`).join('');
  const content = cells.map((cell) => `\\intbl ${toInline(cell)}\\cell`).join(' ');
  return `\\trowd\\trgaph108${widths}\\pard ${content}\\row\r\n`;
}

function toInline(runs: readonly Run[]): string {
  return runs
    .map(({ text, bold, italic }) => {
      const escaped = escapeText(text);
      if (bold) return `{\\b ${escaped}}`;
      return italic ? `{\\i ${escaped}}` : escaped;
    })
    .join('');
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\{}]|[^\x20-\x7e]/g, (character) => {
    const unit = character.charCodeAt(0);
    if (unit < 0x80) return `\\${character}`;
    return unit <= 0xff ? `\\'${unit.toString(16).padStart(2, '0')}` : `\\u${unit > 0x7fff ? unit - 0x10000 : unit}?`;
  });
}
