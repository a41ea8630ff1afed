import { readFileSync } from 'node:fs';

/** An invented note in which every identifier is marked: `«NAME:Orla Fitzwilliam»`; a star says that the record knows it. */
export interface MarkedNote {
  readonly id: string;
  readonly known: unknown;
  readonly text: string;
  readonly identifiers: readonly { readonly start: number; readonly end: number; readonly known: boolean }[];
}

/** Reads a fixture of marked notes. */
export function readMarkedNotes(file: string): MarkedNote[] {
  const lines = readFileSync(new URL(`../../fixtures/deidentify/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const { id, known, marked }: { id: string; known: unknown; marked: string } = JSON.parse(line);
    return { id, known, ...unmark(marked) };
  });
}

/** Takes the marks off a note. */
export function unmark(marked: string): Pick<MarkedNote, 'text' | 'identifiers'> {
  let text = '';
  const identifiers: { start: number; end: number; known: boolean }[] = [];
  for (const piece of marked.split(/(«[A-Z]+\*?:[^»]*»)/s)) {
    const match = /^«[A-Z]+(\*?):([^»]*)»$/s.exec(piece);
    if (match === null) text += piece;
    else {
      const value = match[2] ?? '';
      identifiers.push({ start: text.length, end: text.length + value.length, known: match[1] === '*' });
      text += value;
    }
  }
  return { text, identifiers };
}
