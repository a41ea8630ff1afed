import type { Bundle, BundleEntry } from 'fhir/r4.js';
import type { ResourceVersion } from '../store.ts';
import type { ServedType } from '../search/params.ts';
import type { Access } from './access.ts';
import { isInCompartment } from './compartment.ts';
import { FhirError } from './fhir-error.ts';
import type { FhirService } from './service.ts';

/** A version that holds a resource. */
export type LiveVersion = ResourceVersion & { readonly resource: NonNullable<ResourceVersion['resource']> };

/** @throws FhirError 403, 404 (unknown, or outside of the token's patient), 410 (deleted) */
export function read(service: FhirService, access: Access, type: ServedType, id: string): LiveVersion {
  return visible(service, access, service.store.current(type, id), `${type}/${id}`, type);
}

/** @throws FhirError as `read` does */
export function vread(
  service: FhirService,
  access: Access,
  type: ServedType,
  id: string,
  versionId: string,
): LiveVersion {
  const version = service.store.history(type, id).find((one) => one.versionId === versionId);
  return visible(service, access, version, `${type}/${id}/_history/${versionId}`, type);
}

function visible(
  service: FhirService,
  access: Access,
  version: ResourceVersion | undefined,
  name: string,
  type: ServedType,
): LiveVersion {
  const reach = access.require(type, 'r');
  if (version === undefined) throw new FhirError(404, 'not-found', `${name} is not known`);
  if (!isLive(version)) throw new FhirError(410, 'deleted', `${name} has been deleted`);
  if (reach.patient !== undefined && !isInCompartment(service.store, version.resource, reach.patient)) {
    throw new FhirError(404, 'not-found', `${name} is not known`);
  }
  return version;
}

const isLive = (version: ResourceVersion): version is LiveVersion => version.resource !== undefined;

/** Every version of one resource, newest first. @throws FhirError 403, 404 */
export function history(service: FhirService, access: Access, type: ServedType, id: string): Bundle {
  const reach = access.require(type, 'r');
  const versions = service.store.history(type, id);
  const shown = versions.find(isLive);
  const hidden =
    reach.patient !== undefined &&
    shown !== undefined &&
    !isInCompartment(service.store, shown.resource, reach.patient);
  if (versions.length === 0 || hidden) throw new FhirError(404, 'not-found', `${type}/${id} is not known`);
  const url = `${service.base}/${type}/${id}`;
  const entry = versions.map((version) => toHistoryEntry(version, url));
  const link = [{ relation: 'self', url: `${url}/_history` }];
  return { resourceType: 'Bundle', type: 'history', total: versions.length, link, entry };
}

const METHODS = { create: 'POST', update: 'PUT', delete: 'DELETE' } as const;
const STATUSES = { create: '201 Created', update: '200 OK', delete: '204 No Content' } as const;

function toHistoryEntry(
  { type, id, method, resource, versionId, lastUpdated }: ResourceVersion,
  fullUrl: string,
): BundleEntry {
  const request = { method: METHODS[method], url: method === 'create' ? type : `${type}/${id}` };
  const response = { status: STATUSES[method], etag: `W/"${versionId}"`, lastModified: lastUpdated };
  return resource === undefined ? { fullUrl, request, response } : { fullUrl, resource, request, response };
}
