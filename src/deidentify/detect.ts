import { cities } from './context/cities.ts';
import { employers } from './context/employers.ts';
import { facilities } from './context/facilities.ts';
import { letterhead } from './context/letterhead.ts';
import { people } from './context/people.ts';
import { signatures } from './context/signatures.ts';
import { smallLetters } from './context/small-letters.ts';
import { placedOrganizations } from './context/placed-organizations.ts';
import type { Detector, Note } from './detector.ts';
import type { CompiledRecord } from './known/record-tables.ts';
import { knownPeople } from './known/people.ts';
import { knownValues } from './known/values.ts';
import { mergeSpans } from './merge.ts';
import { addresses } from './patterns/addresses.ts';
import { ages } from './patterns/ages.ts';
import { dates } from './patterns/dates.ts';
import { ids } from './patterns/ids.ts';
import { online } from './patterns/online.ts';
import { phones } from './patterns/phones.ts';
import type { DetectedSpan } from './span.ts';
import { tokenize } from './text/token-list.ts';

/** The detectors that run in this process. */
export const LOCAL_DETECTORS: readonly Detector[] = [
  knownPeople,
  knownValues,
  dates,
  ages,
  phones,
  ids,
  online,
  addresses,
  people,
  signatures,
  facilities,
  letterhead,
  employers,
  placedOrganizations,
  smallLetters,
  cities,
];

/** The ones that know the record: they run whatever else is asked. */
export const RECORD_DETECTORS: readonly Detector[] = [knownPeople, knownValues];

/** Identifiers of a text by the local detectors, merged. */
export function detectLocally(text: string, record: CompiledRecord, detectors = LOCAL_DETECTORS): DetectedSpan[] {
  return mergeSpans(findAll({ tokens: tokenize(text), record }, detectors));
}

/** What the local detectors say about a note, unmerged. */
export function findAll(note: Note, detectors = LOCAL_DETECTORS): DetectedSpan[] {
  const found: DetectedSpan[] = [];
  for (const detector of detectors) for (const span of detector.detect(note)) found.push(span);
  return found;
}
