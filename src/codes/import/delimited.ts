import { importError } from './import-error.ts';
import { type ByteSink, lineSink } from './sinks.ts';

/** A record of a delimited file: its cells, trimmed, and the line it began on. */
export interface DelimitedRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** A quoted cell may run over lines; one that runs over more than this was never closed. */
const MAX_RECORD_CHARACTERS = 100_000;

/** The delimiter of a file, judged by its beginning: the one that occurs most. */
export function delimiterOf(head: string): string {
  const counts = ['\t', ',', '|'].map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ',';
}

/**
 * Calls `onRow` for each record, blank ones left out. Double quotes hold cells with delimiters, quotes and line ends (RFC 4180); in
 * tab-delimited text a quotation mark is a character like others, but for one around the whole cell.
 */
export function delimitedSink(fileName: string, delimiter: string, onRow: (row: DelimitedRow) => void): ByteSink {
  let open: { text: string; line: number } | undefined;
  const close = (text: string, line: number): void => {
    const cells = splitCells(text, delimiter);
    if (cells.some((cell) => cell !== '')) onRow({ cells, line });
  };
  const lines = lineSink(fileName, (line, number) => {
    const begun: { text: string; line: number } =
      open === undefined ? { text: line, line: number } : { text: `${open.text}\n${line}`, line: open.line };
    if (begun.text.length > MAX_RECORD_CHARACTERS) {
      throw importError(
        `${fileName}, line ${begun.line}: a quotation mark is opened and never closed. Download the file again.`,
      );
    }
    if (delimiter !== '\t' && isOpen(begun.text)) {
      open = begun;
      return;
    }
    open = undefined;
    close(begun.text, begun.line);
  });
  return {
    write: (chunk) => lines.write(chunk),
    end() {
      lines.end();
      if (open !== undefined) close(open.text, open.line);
    },
  };
}

function isOpen(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}

function splitCells(text: string, delimiter: string): string[] {
  if (!text.includes('"')) return text.split(delimiter).map((cell) => cell.trim());
  if (delimiter === '\t') return text.split(delimiter).map((cell) => unwrapped(cell.trim()));
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (character === '"' && quoted && text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  cells.push(cell.trim());
  return cells;
}

function unwrapped(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/** A procedure code as NCCI and the fee schedule print it: five characters. */
export function isProcedureCode(text: string | undefined): text is string {
  return text !== undefined && /^[0-9A-Z]{5}$/.test(text);
}

/** CDT codes are the American Dental Association's: they are dropped while reading. */
export function isDentalCode(code: string): boolean {
  return /^D\d{4}$/.test(code);
}
