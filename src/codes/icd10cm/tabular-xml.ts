import { XMLParser } from 'fast-xml-parser';

import { importError } from '../import/import-error.ts';
import { isCodeShaped, toDotted } from './code-format.ts';
import type { CodeRow, SeventhCharacter, TabularNotes } from './icd10cm-data.ts';
import {
  exceptionsIn,
  expandSeventh,
  NO_SEVENTH,
  type SeventhRule,
  type TabularDiagnosis,
} from './seventh-characters.ts';
import { type NoteKind, TabularNotesBuilder } from './tabular-notes.ts';
import { isElement, listOf, textOf, textsOf, type XmlElement } from './xml-element.ts';

export interface TabularList {
  /** As the file says: `2021`. */
  readonly version: string;
  readonly notes: TabularNotes;
  /** The codes of the list with 7th characters expanded: used when there is no order file beside it. */
  readonly codes: readonly CodeRow[];
}

const NOTE_ELEMENTS: Readonly<Record<string, NoteKind>> = {
  excludes1: 'excludes1',
  excludes2: 'excludes2',
  codeFirst: 'codeFirst',
  useAdditionalCode: 'useAdditional',
  codeAlso: 'codeAlso',
};

const REPEATED = new Set([
  ...Object.keys(NOTE_ELEMENTS),
  'chapter',
  'section',
  'diag',
  'includes',
  'inclusionTerm',
  'notes',
  'note',
  'extension',
  'sevenChrDef',
]);

/** Reads the tabular list as NCHS publishes it (`ICD10CM.tabular`). Throws `codes-import-failed` when it is something else. */
export function parseTabularXml(xml: string, fileName: string): TabularList {
  const root = parseXml(xml, fileName)['ICD10CM.tabular'];
  if (!isElement(root)) {
    throw importError(
      `${fileName} is not an ICD-10-CM tabular list: it has no <ICD10CM.tabular>. Choose icd10cm_tabular_YYYY.xml.`,
    );
  }
  const builder = new TabularNotesBuilder();
  const diagnoses: TabularDiagnosis[] = [];
  for (const chapter of listOf(root, 'chapter')) readChapter(chapter, builder, diagnoses);
  if (diagnoses.length === 0) throw importError(`${fileName} holds no diagnoses. The download may have been cut off.`);
  return { version: textOf(root['version']), notes: builder.build(), codes: expandSeventh(diagnoses) };
}

function parseXml(xml: string, fileName: string): XmlElement {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (name) => REPEATED.has(name),
  });
  try {
    const parsed: unknown = parser.parse(xml, true);
    if (isElement(parsed)) return parsed;
  } catch (error) {
    throw importError(`${fileName} is not well-formed XML. Download it again.`, error);
  }
  throw importError(`${fileName} is not an XML document.`);
}

function readChapter(chapter: XmlElement, builder: TabularNotesBuilder, diagnoses: TabularDiagnosis[]): void {
  const id = `Chapter ${textOf(chapter['name'])}`;
  const categories: string[] = [];
  for (const section of listOf(chapter, 'section')) categories.push(...readSection(section, builder, diagnoses));
  readNotes(chapter, id, builder);
  const [from, to] = extent(categories);
  if (from !== undefined && to !== undefined) builder.addBlock({ id, from, to });
}

function readSection(section: XmlElement, builder: TabularNotesBuilder, diagnoses: TabularDiagnosis[]): string[] {
  const id = textOf(section['@id']);
  const before = diagnoses.length;
  for (const diag of listOf(section, 'diag')) readDiagnosis(diag, NO_SEVENTH, builder, diagnoses);
  const categories = diagnoses.slice(before).map(({ code }) => code.slice(0, 3));
  const [first, last] = extent(categories);
  readNotes(section, id, builder);
  const printed = /^([A-Z]\d[0-9A-Z])-([A-Z]\d[0-9A-Z])$/.exec(id);
  const [from, to] = [printed?.[1] ?? first, printed?.[2] ?? last];
  if (from !== undefined && to !== undefined) builder.addBlock({ id, from, to });
  return categories;
}

function readDiagnosis(
  diag: XmlElement,
  inherited: SeventhRule,
  builder: TabularNotesBuilder,
  diagnoses: TabularDiagnosis[],
): void {
  const name = textOf(diag['name']);
  if (!isCodeShaped(name)) return;
  const code = toDotted(name);
  const own = seventhOf(diag);
  builder.addSeventh(code, own);
  builder.addTerms(code, [...notesIn(diag, 'inclusionTerm'), ...notesIn(diag, 'includes')]);
  readNotes(diag, code, builder);
  const seventh: SeventhRule = {
    characters: own.length > 0 ? own : inherited.characters,
    exceptions: [...inherited.exceptions, ...notesIn(diag, 'notes').flatMap(exceptionsIn)],
  };
  const children = listOf(diag, 'diag');
  diagnoses.push({ code, title: textOf(diag['desc']), seventh, isLeaf: children.length === 0 });
  for (const child of children) readDiagnosis(child, seventh, builder, diagnoses);
}

function readNotes(element: XmlElement, at: string, builder: TabularNotesBuilder): void {
  for (const [name, kind] of Object.entries(NOTE_ELEMENTS)) {
    for (const note of listOf(element, name)) builder.addNote(kind, at, textsOf(note['note']));
  }
}

function notesIn(element: XmlElement, name: string): string[] {
  return listOf(element, name).flatMap((child) => textsOf(child['note']));
}

function seventhOf(diag: XmlElement): SeventhCharacter[] {
  return listOf(diag, 'sevenChrDef')
    .flatMap((definition) => listOf(definition, 'extension'))
    .map((extension) => ({ character: textOf(extension['@char']).toUpperCase(), meaning: textOf(extension['#text']) }))
    .filter(({ character }) => /^[0-9A-Z]$/.test(character));
}

function extent(categories: readonly string[]): [string | undefined, string | undefined] {
  const sorted = categories.toSorted();
  return [sorted[0], sorted.at(-1)];
}
