import type { FhirResource } from 'fhir/r4.js';
import type { FhirStore } from '../store.ts';
import { isServedType, searchParamsOf } from '../search/params.ts';
import { referenceOf, valuesAt } from '../search/values.ts';

/** Types that belong to no patient: a patient-level scope for them reads the directory. */
const DIRECTORY = new Set(['Practitioner', 'PractitionerRole', 'Organization', 'Location']);

/**
 * Whether a resource is in the patient's compartment (https://hl7.org/fhir/R4/compartmentdefinition-patient.html), with
 * two additions that EHRs make: the directory is readable, and a Binary belongs to the patient whose DocumentReference
 * points to it; a Provenance belongs to the patient of what it is about.
 */
export function isInCompartment(store: FhirStore, resource: FhirResource, patient: string): boolean {
  const { resourceType: type } = resource;
  if (DIRECTORY.has(type)) return true;
  if (type === 'Patient') return resource.id === patient;
  if (type === 'Binary') return isBinaryOf(store, resource.id, patient);
  if (type === 'Provenance') return resource.target.some(({ reference }) => isTargetOf(store, reference, patient));
  return patientsOf(resource).includes(`Patient/${patient}`);
}

function patientsOf(resource: FhirResource): string[] {
  if (!isServedType(resource.resourceType)) return [];
  const param = searchParamsOf(resource.resourceType)['patient'];
  return (param?.paths ?? []).flatMap((path) => valuesAt(resource, path)).flatMap((value) => referenceOf(value) ?? []);
}

function isBinaryOf(store: FhirStore, id: string | undefined, patient: string): boolean {
  const documents = store.find('DocumentReference', 'patient', `Patient/${patient}`);
  const suffix = `Binary/${id ?? ''}`;
  return documents.some(({ content }) =>
    content.some(({ attachment }) => attachment.url === suffix || attachment.url?.endsWith(`/${suffix}`)),
  );
}

function isTargetOf(store: FhirStore, reference: string | undefined, patient: string): boolean {
  const [type, id] = reference?.split('/') ?? [];
  if (type === undefined || id === undefined || type === 'Provenance') return false;
  const target = store.current(type, id)?.resource;
  return target !== undefined && isInCompartment(store, target, patient);
}
