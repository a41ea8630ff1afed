import type { FhirResource } from 'fhir/r4.js';
import { isRecord } from '#ehr/fhir/index.ts';

/** The resource with references under the EHR's base as `Type/id`, the one form that the rest of RevRx compares. */
export function withRelativeReferences<T extends FhirResource>(resource: T, baseUrl: string): T {
  const prefix = `${baseUrl}/`;
  if (JSON.stringify(resource).includes(`"${prefix}`)) makeRelative(resource, prefix);
  return resource;
}

/** In place: the resource has just been parsed and nobody else holds it. */
function makeRelative(value: unknown, prefix: string): void {
  if (Array.isArray(value)) for (const item of value) makeRelative(item, prefix);
  else if (isRecord(value)) {
    const { reference } = value;
    if (typeof reference === 'string' && reference.startsWith(prefix))
      value['reference'] = reference.slice(prefix.length);
    for (const child of Object.values(value)) makeRelative(child, prefix);
  }
}
