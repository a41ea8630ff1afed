import type { FhirResource } from 'fhir/r4.js';
import { isServedType } from './search/params.ts';
import { isRecord } from './search/values.ts';

export type ResourceType = FhirResource['resourceType'];
export type ResourceOf<T extends ResourceType> = Extract<FhirResource, { resourceType: T }>;

/** True for an object whose `resourceType` is one that the sandbox serves; its content is for validation.ts to check. */
export function isServedResource(value: unknown): value is FhirResource {
  return isRecord(value) && typeof value['resourceType'] === 'string' && isServedType(value['resourceType']);
}

export function isOfType<T extends ResourceType>(resource: FhirResource, type: T): resource is ResourceOf<T> {
  return resource.resourceType === type;
}
