import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4.js';
import { parseQuery, type Query } from '../search/query.ts';
import type { ResultSet } from '../search/result-pages.ts';
import { runQuery } from '../search/run.ts';
import { isSearchable, type ServedType } from '../search/params.ts';
import type { Access } from './access.ts';
import { isInCompartment } from './compartment.ts';
import { FhirError } from './fhir-error.ts';
import type { FhirService } from './service.ts';

/** Types that may only be searched for a patient, an encounter or by identity, as EHRs have it: no sweep across charts. */
const PATIENT_BOUND: ReadonlySet<string> = new Set([
  'Condition',
  'Procedure',
  'Observation',
  'DiagnosticReport',
  'MedicationRequest',
  'ServiceRequest',
  'DocumentReference',
  'Coverage',
  'RelatedPerson',
]);
const BINDING = new Set(['patient', 'subject', 'beneficiary', 'encounter', 'identifier']);

/** First page of a search. @throws FhirError 400 for what the server does not know, 403 for a missing scope */
export function search(service: FhirService, access: Access, type: ServedType, params: URLSearchParams): Bundle {
  const reach = access.require(type, 's');
  if (!isSearchable(type)) throw new FhirError(405, 'not-supported', `${type} cannot be searched on this server`);
  const query = parseQuery(type, params, service.base);
  requireBound(query);
  const found = runQuery(service.store, query).filter(
    (resource) => reach.patient === undefined || isInCompartment(service.store, resource, reach.patient),
  );
  const self = `${service.base}/${type}${params.size === 0 ? '' : `?${params.toString()}`}`;
  const ids = found.flatMap(({ id }) => id ?? []);
  return toPage(service, { query, ids, self, owner: access.owner }, 0);
}

/** A later page, by the name in its `next` link. @throws FhirError 410 when it has expired */
export function nextPage(service: FhirService, access: Access, name: string): Bundle {
  const { results, offset } = service.pages.get(name, access.owner);
  access.require(results.query.type, 's');
  return toPage(service, results, offset);
}

function requireBound({ type, criteria, ids }: Query): void {
  if (!PATIENT_BOUND.has(type) || ids !== undefined || criteria.some(({ name }) => BINDING.has(name))) return;
  throw new FhirError(400, 'required', `a search of ${type} must say for which patient, encounter, identifier or _id`);
}

function toPage(service: FhirService, results: ResultSet, offset: number): Bundle {
  const { query, ids, self } = results;
  const end = offset + query.count;
  const entry = ids.slice(offset, end).flatMap((id) => toEntry(service, service.store.get(query.type, id)));
  const link = [{ relation: 'self', url: self }];
  if (end < ids.length && query.count > 0) {
    link.push({ relation: 'next', url: `${service.base}?_getpages=${service.pages.keep(results, end)}` });
  }
  const meta = { lastUpdated: service.clock.now().toISOString() };
  const bundle: Bundle = { resourceType: 'Bundle', type: 'searchset', meta, total: ids.length, link };
  return entry.length === 0 ? bundle : { ...bundle, entry };
}

function toEntry(service: FhirService, resource: FhirResource | undefined): BundleEntry[] {
  if (resource?.id === undefined) return [];
  const fullUrl = `${service.base}/${resource.resourceType}/${resource.id}`;
  return [{ fullUrl, resource, search: { mode: 'match' } }];
}
