import type { Encounter, FhirResource, Patient } from 'fhir/r4.js';
import {
  addressOf,
  addressOfReference,
  dateOf,
  dayOf,
  encounterReferencesOf,
  patientReferenceOf,
} from '#ehr/fhir/index.ts';
import { daysOf } from './encounter-days.ts';

/**
 * Whether a resource about a patient bears on an encounter: it is linked to it, or linked to none and no later than it (the
 * problem list, allergies, what was done before).
 */
export function bearsOn(resource: FhirResource, encounter: Encounter, patient: Patient): boolean {
  const about = patientReferenceOf(resource);
  if (about === undefined || !isSame(about, addressOf(patient))) return false;
  const encounters = encounterReferencesOf(resource);
  if (encounters.length > 0) return encounters.some((reference) => isSame(reference, addressOf(encounter)));
  const date = dateOf(resource);
  const last = daysOf(encounter)?.last;
  return date === undefined || last === undefined || dayOf(date) <= last;
}

function isSame(reference: string, address: string): boolean {
  return reference === address || addressOfReference(reference) === address;
}
