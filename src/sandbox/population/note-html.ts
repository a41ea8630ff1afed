import { parseNoteMarkup, type Block, type Run } from './note-markup.ts';

/** Characters that EHRs write as named references. */
const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '°': '&deg;',
  '–': '&ndash;',
  '×': '&times;',
  '“': '&ldquo;',
  '”': '&rdquo;',
};

/** A formatted note as the HTML page that an EHR stores. */
export function toNoteHtml(markup: string, title: string): string {
  const body = parseNoteMarkup(markup).map(toElement).join('\n');
  return [
    '<!DOCTYPE html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<title>${escapeText(title)}</title>`,
    '<style>body{font-family:Arial,sans-serif;font-size:13px} td{border:1px solid #ccc;padding:2px 8px} .v{color:#333}</style>',
    '</head><body>',
    `<div class="note">${body}</div>`,
    '</body></html>',
    '',
  ].join('\n');
}

function toElement(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${toInline(block.runs)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${toInline(block.runs)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${toInline(item)}</li>`).join('')}</${tag}>`;
    }
    default:
      return `<table>${block.rows.map(toRow).join('')}</table>`;
  }
}

function toRow(cells: readonly (readonly Run[])[]): string {
  return `<tr>${cells.map((cell) => `<td>${toInline(cell) || '&nbsp;'}</td>`).join('')}</tr>`;
}

function toInline(runs: readonly Run[]): string {
  return runs
    .map(({ text, bold, italic }) => {
      const escaped = escapeText(text);
      if (bold) return `<b>${escaped}</b>`;
      return italic ? `<i>${escaped}</i>` : escaped;
    })
    .join('');
}

function escapeText(text: string): string {
  return text.replaceAll(/[&<>°–×“”]/g, (character) => NAMED[character] ?? character);
}
