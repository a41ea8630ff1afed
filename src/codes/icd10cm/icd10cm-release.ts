import { importError } from '../import/import-error.ts';
import type { Sections } from '../release/release-file.ts';
import { bytesOf, jsonBytes, jsonText, section, uint32Section } from '../release/sections.ts';
import type { Icd10cmData, PackedCodes, TabularNotes } from './icd10cm-data.ts';

/** Whether the codes come from an order file, and whether there are notes: so that the two files may be imported one after the other. */
export interface Icd10cmOrigin {
  readonly hasOrder: boolean;
  readonly hasTabular: boolean;
}

export function toIcd10cmSections(data: Icd10cmData, origin: Icd10cmOrigin): Sections {
  return {
    origin: jsonBytes(origin),
    codes: data.codes.codes,
    billable: data.codes.billable,
    titleOffsets: bytesOf(data.codes.titleOffsets),
    titles: data.codes.titles,
    notes: jsonBytes(data.notes),
  };
}

export function fromIcd10cmSections(sections: Sections): Icd10cmData {
  return { codes: packedCodes(sections), notes: notesOf(sections) };
}

export function notesOf(sections: Sections): TabularNotes {
  return parseNotes(jsonText(section(sections, 'notes')));
}

export function originOf(sections: Sections): Icd10cmOrigin {
  const origin: unknown = JSON.parse(jsonText(section(sections, 'origin')));
  const has = (name: string): boolean =>
    typeof origin === 'object' && origin !== null && Reflect.get(origin, name) === true;
  return { hasOrder: has('hasOrder'), hasTabular: has('hasTabular') };
}

function packedCodes(sections: Sections): PackedCodes {
  const billable = section(sections, 'billable');
  return {
    count: billable.length,
    codes: section(sections, 'codes'),
    billable,
    titleOffsets: uint32Section(sections, 'titleOffsets'),
    titles: section(sections, 'titles'),
  };
}

function parseNotes(json: string): TabularNotes {
  const notes: unknown = JSON.parse(json);
  if (isTabularNotes(notes)) return notes;
  throw importError(
    'An imported ICD-10-CM release has no notes section of this version. Import the official files again.',
  );
}

/** The checksum was verified and this version wrote it: the outline is enough. */
function isTabularNotes(value: unknown): value is TabularNotes {
  return typeof value === 'object' && value !== null && 'excludes1' in value && 'seventh' in value && 'blocks' in value;
}
