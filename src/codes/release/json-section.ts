import { importError } from '../import/import-error.ts';
import type { Sections } from './release-file.ts';
import { jsonText, section } from './sections.ts';

/** A JSON section that holds one entry a key, each checked. */
export function readRecord<T>(
  sections: Sections,
  name: string,
  isEntry: (value: unknown) => value is T,
): Map<string, T> {
  const value: unknown = JSON.parse(jsonText(section(sections, name)));
  const entries = new Map<string, T>();
  if (typeof value !== 'object' || value === null) throw unreadable(name);
  for (const [key, entry] of Object.entries(value)) {
    if (!isEntry(entry)) throw unreadable(name);
    entries.set(key, entry);
  }
  return entries;
}

export function isStringList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function unreadable(name: string): Error {
  return importError(`An imported code table has an unreadable part (${name}). Import the official file again.`);
}
