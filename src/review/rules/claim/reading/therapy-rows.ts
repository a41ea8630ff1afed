import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import { THERAPIES } from '../services/therapies.ts';
import type { DocumentedMinutes } from './minutes.ts';
import { isBackground, lineAt, runningText, toPassage, type Passage } from './passage.ts';

/** A word that says that the figures of a table are minutes: a heading, or the row of the sum. */
const IN_MINUTES = /\bmin(?:ute)?s?\b|\btimed (?:codes?|services?|treatment)\b|\b8[- ]minute\b/i;
/** `Manual therapy ....... 14`, `97110 | 30 |`, `TE x 30'`: the figure closes its cell and bears no unit of its own. */
const ROW_END = /(?:[.…_]{2,}|\s{2,}|(?<!\d):|[=|–—\t]|\s-|\bx)\s*(?<minutes>\d{1,2})\s*(?:'|’)?\s*(?:\||$)/;
/** The last word of a cell between commas: `manual therapy 14`. */
const CELL_END = /(?:[a-z)\]=x]|(?<!\d)[:-])\s*(?<minutes>\d{1,2})\s*(?:'|’)?\s*$/i;
const PRIME = /(?<![\d./])(?<minutes>\d{1,2})\s?(?:'|’)(?![\w'’"])/;
const TOTAL = /\btotal\b/i;

/** Minutes of therapies in a list or table whose rows carry bare figures, where the note says that they are minutes. */
export function listTherapyRows(documents: readonly AnalysedDocument[]): DocumentedMinutes[] {
  return documents
    .filter((document) => IN_MINUTES.test(document.document.text))
    .flatMap((document) =>
      [...runningText(document).matchAll(/[^\n]+/g)].flatMap((match) => rowAt(document, match.index)),
    );
}

function rowAt(document: AnalysedDocument, offset: number): DocumentedMinutes[] {
  const line = lineAt(document, offset);
  if (isBackground(line)) return [];
  const named = countTherapies(line.text);
  if (named === 0) return [];
  if (named === 1) return TOTAL.test(line.text) ? [] : minutesOf(line, [ROW_END, PRIME]);
  return cellsOf(line).flatMap((cell) =>
    countTherapies(cell.text) === 1 && !TOTAL.test(cell.text) ? minutesOf(cell, [CELL_END, PRIME]) : [],
  );
}

function countTherapies(text: string): number {
  return THERAPIES.filter(({ mention }) => mention.test(text)).length;
}

/** What stands between the commas of a row that lists several therapies. */
function cellsOf(line: Passage): Passage[] {
  return [...line.text.matchAll(/[^,;|.]+/g)].map((cell) =>
    toPassage(line.document, line.start + cell.index, line.start + cell.index + cell[0].length),
  );
}

function minutesOf(row: Passage, patterns: readonly RegExp[]): DocumentedMinutes[] {
  // A row that writes its minutes out is read with every other amount of minutes.
  if (/\d\s*-?\s*min/i.test(row.text)) return [];
  const match = patterns.map((pattern) => pattern.exec(row.text)).find((one) => one !== null);
  const figure = match?.groups?.minutes;
  if (!match || figure === undefined) return [];
  const start = row.start + match.index + match[0].lastIndexOf(figure);
  const amount = toPassage(row.document, start, start + figure.length);
  return [{ amount, clause: row, sentence: row, minutes: Number(figure), isRange: false }];
}
