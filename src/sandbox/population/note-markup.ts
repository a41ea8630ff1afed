/** A stretch of a line in one style. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Run[])[])[] };

/**
 * Reads the small markup in which formatted notes are authored: a line is a paragraph, `#` and `##` are headings, `- ` and
 * `1. ` are lists, `| a | b |` is a row of a table, `**bold**` and `*italic*` style words.
 */
export function parseNoteMarkup(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() !== '') appendLine(blocks, line);
  }
  return blocks;
}

function appendLine(blocks: Block[], line: string): void {
  const heading = /^(##?) (.*)$/.exec(line);
  if (heading) {
    blocks.push({ kind: 'heading', level: heading[1] === '#' ? 1 : 2, runs: parseRuns(heading[2] ?? '') });
    return;
  }
  const item = /^(-|\d+\.) (.*)$/.exec(line);
  if (item) {
    appendItem(blocks, item[1] !== '-', parseRuns(item[2] ?? ''));
    return;
  }
  if (line.startsWith('|')) {
    appendRow(
      blocks,
      line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => parseRuns(cell.trim())),
    );
    return;
  }
  blocks.push({ kind: 'paragraph', runs: parseRuns(line) });
}

function appendItem(blocks: Block[], ordered: boolean, runs: readonly Run[]): void {
  const last = blocks.at(-1);
  if (last?.kind === 'list' && last.ordered === ordered) {
    blocks[blocks.length - 1] = { ...last, items: [...last.items, runs] };
  } else {
    blocks.push({ kind: 'list', ordered, items: [runs] });
  }
}

function appendRow(blocks: Block[], row: readonly (readonly Run[])[]): void {
  const last = blocks.at(-1);
  if (last?.kind === 'table') blocks[blocks.length - 1] = { ...last, rows: [...last.rows, row] };
  else blocks.push({ kind: 'table', rows: [row] });
}

function parseRuns(text: string): Run[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map((part) => {
      const bold = part.startsWith('**');
      const italic = !bold && part.startsWith('*') && part.length > 1;
      const trim = bold ? 2 : italic ? 1 : 0;
      return { text: part.slice(trim, part.length - trim), bold, italic };
    });
}
