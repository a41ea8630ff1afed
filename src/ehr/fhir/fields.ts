import type { FhirResource } from 'fhir/r4.js';

/** Reading of elements that several resource types share, where their types differ or are not known. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An element of whatever type, by name. */
export function elementOf(resource: object, name: string): unknown {
  return Object.hasOwn(resource, name) ? Reflect.get(resource, name) : undefined;
}

/** `Type/id` of a resource. */
export function addressOf(resource: FhirResource): string {
  return `${resource.resourceType}/${resource.id ?? ''}`;
}

/** The literal references that an element holds: of a Reference, of a list of them; none of anything else. */
export function referencesOf(element: unknown): string[] {
  if (Array.isArray(element)) return element.flatMap(referencesOf);
  if (!isRecord(element)) return [];
  const { reference } = element;
  return typeof reference === 'string' ? [reference] : [];
}

/**
 * A reference as `Type/id`: of a relative one, an absolute one and one to a version. Undefined for what names no resource
 * that way: `#contained`, `urn:uuid:…`, conditional references.
 */
export function addressOfReference(reference: string): string | undefined {
  const match = /(?:^|\/)([A-Z][A-Za-z]{2,40})\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference);
  return match === null ? undefined : `${match[1]}/${match[2]}`;
}

/** The patient that a resource is about, as written. */
export function patientReferenceOf(resource: FhirResource): string | undefined {
  return ['subject', 'patient', 'beneficiary'].flatMap((name) => referencesOf(elementOf(resource, name)))[0];
}

/** The encounters that a resource is linked to, as written. */
export function encounterReferencesOf(resource: FhirResource): string[] {
  if (resource.resourceType === 'DocumentReference') return referencesOf(resource.context?.encounter);
  if (resource.resourceType === 'Claim') return (resource.item ?? []).flatMap((item) => referencesOf(item.encounter));
  const context = referencesOf(elementOf(resource, 'context')).filter(
    (reference) => !reference.includes('EpisodeOfCare/'),
  );
  return [...referencesOf(elementOf(resource, 'encounter')), ...context];
}

const DATES = [
  'recordedDate',
  'authoredOn',
  'started',
  'effectiveDateTime',
  'effectiveInstant',
  'performedDateTime',
  'occurrenceDateTime',
  'onsetDateTime',
  'date',
  'created',
  'issued',
];
const PERIODS = ['effectivePeriod', 'performedPeriod', 'occurrencePeriod', 'period', 'onsetPeriod'];

/** When what a resource tells of was, as written; undefined where it does not say. */
export function dateOf(resource: FhirResource): string | undefined {
  for (const name of DATES) {
    const value = elementOf(resource, name);
    if (typeof value === 'string') return value;
  }
  for (const name of PERIODS) {
    const period = elementOf(resource, name);
    if (isRecord(period) && typeof period['start'] === 'string') return period['start'];
  }
  return undefined;
}

/** The day of a FHIR date or dateTime as people at the place wrote it, YYYY-MM-DD; of a year or month its first. */
export function dayOf(date: string): string {
  return `${date.slice(0, 10)}${'-01-01'.slice(date.length < 7 ? 0 : 3)}`.slice(0, 10);
}
