import type { Section, Sentence } from './analysed-document.ts';

const ABBREVIATION_BEFORE_STOP =
  /(?:^|[\s(])(?:dr|mr|mrs|ms|st|vs|approx|no|fig|e\.g|i\.e|etc|incl|pt|pts|resp|dept|hosp|jr|sr|wt|ht|temp|neg|pos|hx|dx|tx|rx|[A-Za-z])$/i;
const STOP =
  /[.!?]+(?=\s)|;(?=\s)|[ \t]\|[ \t]|\n|[ \t]{4,}|[ \t]{2,}(?=\(?\d{1,2}[.)][ \t])|(?<=[.;,])[ \t](?=\(?\d[.)][ \t][A-Z])|[ \t](?=\(?[1-9]\)[ \t]*[A-Z])/g;
const LIST_ITEM = /^[ \t]*(?:[-*•#>]+[ \t]|\(?\d{1,2}[.)][ \t]|\[[ xX]?\]|[☐☒☑])/;

/** A bullet or number of a list, with the space behind it: it is no part of the sentence. */
const LIST_MARKER = /^(?:[-*•#>]+|\(?\d{1,2}[.)])[ \t]+/;

/**
 * The sentences of a text, in order: ended by a full stop (not that of an abbreviation), a semicolon, a table cell,
 * or the end of a line, unless the next line goes on in lower case. White space around a sentence is not part of it.
 */
export function findSentences(text: string, sections: readonly Section[]): Sentence[] {
  return sections.flatMap((section) =>
    listPieces(text, section.bodyStart, section.end).map(([start, end]) => ({ start, end, section })),
  );
}

function listPieces(text: string, from: number, to: number): [number, number][] {
  const pieces: [number, number][] = [];
  let start = from;
  STOP.lastIndex = from;
  for (let stop = STOP.exec(text); stop !== null && stop.index < to; stop = STOP.exec(text)) {
    const end = stop.index + stop[0].length;
    if (!endsSentence(text, stop.index, stop[0], start)) continue;
    addTrimmed(text, start, end, pieces);
    start = end;
  }
  addTrimmed(text, start, to, pieces);
  return pieces;
}

function endsSentence(text: string, at: number, stop: string, start: number): boolean {
  if (stop === '\n') return !continuesOnNextLine(text, at, start);
  if (stop.startsWith('.')) {
    const before = text.slice(Math.max(start, at - 8), at);
    if (/^\s*\(?\d{1,2}$/.test(text.slice(start, at))) return false;
    if (
      /[a-z]/.test(
        text
          .slice(at + 1)
          .trimStart()
          .charAt(0),
      )
    )
      return !ABBREVIATION_BEFORE_STOP.test(before);
    // `Corneal abrasion, small, L. Open globe not found`: the side ends its sentence, an initial does not.
    if (/,[ \t][LR]$/.test(before)) return true;
    return !/(?:^|[\s(])(?:dr|mr|mrs|ms|st|vs|e\.g|i\.e|approx|[A-Z])$/i.test(before);
  }
  return true;
}

/** Wrapped prose: the line is long, has no closing mark, and the next begins in lower case and is no list item. */
function continuesOnNextLine(text: string, newline: number, start: number): boolean {
  const next = text.slice(newline + 1, newline + 60);
  if (!/^[ \t]{0,3}[a-z(]/.test(next) || LIST_ITEM.test(next)) return false;
  const lineStart = Math.max(start, text.lastIndexOf('\n', newline - 1) + 1);
  return newline - lineStart > 50 && !/[.:;!?]\s*$/.test(text.slice(lineStart, newline));
}

function addTrimmed(text: string, start: number, end: number, pieces: [number, number][]): void {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  from += LIST_MARKER.exec(text.slice(from, Math.min(to, from + 8)))?.[0].length ?? 0;
  while (to > from && /[\s|]/.test(text.charAt(to - 1))) to -= 1;
  if (to > from) pieces.push([from, to]);
}
