import { expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { detectLocally } from '#deidentify/detect.ts';
import { compileRecord } from '#deidentify/known/compiled-record.ts';

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

const NOBODY = compileRecord({});

/** Expects that of a marked text every identifier is masked to its last letter and digit, and nothing else, whoever the patient is. */
export function expectMasked(marked: string): void {
  const { text, identifiers } = unmark(marked);
  const masked = charactersOf(text, detectLocally(text, NOBODY));
  expect(masked).toBe(charactersOf(text, identifiers));
}

/** The text with its letters and digits outside the spans, and a `#` for each inside. */
function charactersOf(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const inside = new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
  return Array.from({ length: text.length }, (_, at) => {
    const character = text.charAt(at);
    return inside.has(at) && /[\p{L}\p{N}]/u.test(character) ? '#' : character;
  }).join('');
}
