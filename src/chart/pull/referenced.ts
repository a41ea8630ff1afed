import type { FhirResource } from 'fhir/r4.js';
import { addressOf, addressOfReference, isRecord } from '#ehr/fhir/index.ts';
import type { ChartSearches } from './chart-searches.ts';
import { isRefusal } from './chart-searches.ts';

/** People and places whose names may stand in the notes. */
const TYPES = ['Practitioner', 'PractitionerRole', 'Organization', 'Location'] as const;
type PeopleOrPlace = (typeof TYPES)[number];

/** From a note to the role of its author, from the role to the person and the organization. */
const ROUNDS = 3;
const IDS_PER_SEARCH = 40;

/** Reads what the resources refer to, and what that refers to. Nothing is read twice; what is not there is a gap. */
export async function readReferenced(searches: ChartSearches, from: readonly FhirResource[]): Promise<FhirResource[]> {
  const known = new Set(from.map(addressOf));
  const found: FhirResource[] = [];
  let fresh = from;
  for (let round = 0; round < ROUNDS && fresh.length > 0; round++) {
    const wanted = new Set(
      fresh.flatMap((resource) => peopleAndPlacesIn(resource)).filter((address) => !known.has(address)),
    );
    for (const address of wanted) known.add(address);
    await searches.prefetch(TYPES.flatMap((type) => chunksOf(idsOf(type, wanted)).map((ids) => byIds(type, ids))));
    fresh = (await Promise.all(TYPES.map((type) => readAll(searches, type, idsOf(type, wanted))))).flat();
    found.push(...fresh);
  }
  return found;
}

function peopleAndPlacesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(peopleAndPlacesIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, element]) => {
    if (name !== 'reference' || typeof element !== 'string') return peopleAndPlacesIn(element);
    // An absolute reference that is left names another server: there is nothing of it here.
    const address = element.includes('://') ? undefined : addressOfReference(element);
    return address !== undefined && TYPES.some((type) => address.startsWith(`${type}/`)) ? [address] : [];
  });
}

function idsOf(type: PeopleOrPlace, addresses: ReadonlySet<string>): string[] {
  return [...addresses]
    .filter((address) => address.startsWith(`${type}/`))
    .map((address) => address.slice(type.length + 1));
}

async function readAll(searches: ChartSearches, type: PeopleOrPlace, ids: readonly string[]): Promise<FhirResource[]> {
  const found: FhirResource[] = [];
  for (const some of chunksOf(ids)) found.push(...(await readSome(searches, type, some)));
  return found;
}

function chunksOf(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / IDS_PER_SEARCH);
  return Array.from({ length: count }, (_, index) => ids.slice(index * IDS_PER_SEARCH, (index + 1) * IDS_PER_SEARCH));
}

function byIds(type: PeopleOrPlace, ids: readonly string[]) {
  return { type, params: { _id: ids.join(',') } };
}

/** In one search; one by one where the EHR does not search so. */
async function readSome(searches: ChartSearches, type: PeopleOrPlace, ids: readonly string[]): Promise<FhirResource[]> {
  const search = byIds(type, ids);
  const found = ids.length > 1 || searches.has(search) ? ((await searches.tryToFind(type, search.params)) ?? []) : [];
  const missing = ids.filter((id) => !found.some((resource) => resource.id === id));
  const read = await Promise.all(missing.map((id) => readOne(searches, type, id)));
  return [...found, ...read.flat()];
}

async function readOne(searches: ChartSearches, type: PeopleOrPlace, id: string): Promise<FhirResource[]> {
  try {
    return [await searches.ehr.read(type, id)];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    searches.note({
      reference: `${type}/${id}`,
      reason: 'refused',
      message: `The EHR does not give RevRx this ${type}.`,
    });
    return [];
  }
}
