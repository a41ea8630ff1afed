import type { Claim, DocumentReference, Encounter, FhirResource } from 'fhir/r4.js';
import { addressOf, encounterReferencesOf } from '#ehr/fhir/index.ts';
import { daysOf, serviceDaysOf } from '../assemble/encounter-days.ts';
import type { ChartSearches } from './chart-searches.ts';

const DAY_MS = 86_400_000;
/** Notes are dated when they are finished, claims when they are made. */
const NOTE_DAYS_AFTER = 2;

/**
 * The claims of an encounter: those linked to it; where there are none, or the EHR cannot search so, those of the patient that
 * are linked to no encounter and bill its days.
 */
export async function claimsOf(
  searches: ChartSearches,
  encounter: Encounter,
  patientId: string,
): Promise<readonly Claim[]> {
  const linked = await searches.tryToFind('Claim', { patient: patientId, encounter: addressOf(encounter) });
  if (linked !== undefined && linked.length > 0) return linked;
  const all = await searches.tryToFind('Claim', { patient: patientId });
  if (linked === undefined && all === undefined) searches.refused('Claim');
  return (all ?? []).filter((claim) => isAbout(claim, encounter, 0));
}

/**
 * The documents of an encounter, found in the same way. Superseded ones come too: the chart says what it does not read.
 */
export async function documentsOf(
  searches: ChartSearches,
  encounter: Encounter,
  patientId: string,
): Promise<readonly DocumentReference[]> {
  const linked = await searches.tryToFind('DocumentReference', { patient: patientId, encounter: addressOf(encounter) });
  if (linked !== undefined && linked.length > 0) return linked;
  const days = daysOf(encounter);
  if (days === undefined) {
    if (linked === undefined) searches.refused('DocumentReference');
    return [];
  }
  // A day more on both sides: servers compare in their own time zone.
  const date = [`ge${shifted(days.first, -1)}`, `le${shifted(days.last, NOTE_DAYS_AFTER + 1)}`];
  const near = await searches.tryToFind('DocumentReference', { patient: patientId, date });
  if (linked === undefined && near === undefined) searches.refused('DocumentReference');
  return (near ?? []).filter((document) => isAbout(document, encounter, NOTE_DAYS_AFTER));
}

function isAbout(resource: FhirResource, encounter: Encounter, daysAfter: number): boolean {
  const links = encounterReferencesOf(resource);
  if (links.length > 0) return links.includes(addressOf(encounter));
  const days = daysOf(encounter);
  const service = serviceDaysOf(resource);
  if (days === undefined || service === undefined) return false;
  return days.first <= service.last && service.first <= shifted(days.last, daysAfter);
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
