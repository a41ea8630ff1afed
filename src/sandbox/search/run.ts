import type { FhirResource } from 'fhir/r4.js';
import type { FhirStore } from '../store.ts';
import type { Criterion, Query } from './query.ts';

/**
 * The current resources that match, in the order of their creation. The smallest set that an indexed criterion leaves is
 * scanned; only a search without any goes through the whole type.
 */
export function runQuery(store: FhirStore, query: Query): FhirResource[] {
  const candidates = candidatesOf(store, query);
  return candidates.filter((resource) => query.criteria.every(({ matches }) => matches(resource)));
}

function candidatesOf(store: FhirStore, { type, criteria, ids }: Query): FhirResource[] {
  if (ids !== undefined) return [...new Set(ids)].flatMap((id) => store.get(type, id) ?? []);
  const found = criteria.flatMap((criterion) => indexed(store, type, criterion));
  if (found.length === 0) return store.list(type);
  return found.reduce((smallest, next) => (next.length < smallest.length ? next : smallest));
}

function indexed(store: FhirStore, type: Query['type'], { name, keys }: Criterion): FhirResource[][] {
  if (keys === undefined) return [];
  const unique = new Map<string, FhirResource>();
  for (const key of keys) for (const resource of store.find(type, name, key)) unique.set(resource.id ?? '', resource);
  return [[...unique.values()]];
}
