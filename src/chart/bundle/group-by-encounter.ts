import type { Encounter, FhirResource, Patient, Period } from 'fhir/r4.js';
import { AppError } from '#kernel/index.ts';
import { ofType } from '../assemble/assemble-chart.ts';
import type { ChartMaterial } from '../assemble/chart-material.ts';
import { isAboutChart } from '../assemble/own-writing.ts';
import type { ChartGap } from '../chart.ts';
import { addressOf, encounterReferencesOf, patientReferenceOf } from '#ehr/fhir/index.ts';
import { bearsOn } from '../assemble/belonging.ts';
import { matchByDay, serviceDaysOf } from '../assemble/encounter-days.ts';
import type { BundleContent } from './read-bundle.ts';

/** Who and where: part of every chart of the Bundle, also because their names stand in notes and must be removed. */
const PEOPLE_AND_PLACES: ReadonlySet<string> = new Set([
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'Medication',
  'Device',
]);
/** Not part of a chart as they stand: patients and encounters have places of their own, documents bring their Binaries. */
const NO_PART: ReadonlySet<string> = new Set(['Patient', 'Encounter', 'Binary', 'Bundle']);

/** What belongs to each encounter that there is something to review about. */
export function groupByEncounter({ resources: all, gaps }: BundleContent): ChartMaterial[] {
  const resources = all.filter((resource) => !isAboutChart(resource));
  const encounters = ofType(resources, 'Encounter');
  const links = linksOf(resources, encounters);
  const standIns = [...links.values()].flat().filter((encounter) => !encounters.includes(encounter));
  const reviewed = new Set([...links.values()].flat());
  const candidates = [...encounters, ...new Set(standIns)];
  const chosen = candidates.filter((encounter) => reviewed.has(encounter) || candidates.length === 1);
  return chosen.map((encounter) => {
    const patient = patientOf(encounter, resources);
    const own = resources.filter((resource) => belongsTo(resource, encounter, patient, links));
    const lacks = encounters.includes(encounter) ? [] : [noEncounter(encounter)];
    return { encounter, patient, resources: own, gaps: [...gaps, ...lacks, ...unlinkedClaims(resources, links)] };
  });
}

type Links = ReadonlyMap<FhirResource, readonly Encounter[]>;

/** For each document and claim the encounters that it is about. */
function linksOf(resources: readonly FhirResource[], encounters: readonly Encounter[]): Links {
  const byAddress = new Map(encounters.map((encounter) => [addressOf(encounter), encounter]));
  const standIns = new Map<string, Encounter>();
  const links = new Map<FhirResource, readonly Encounter[]>();
  for (const resource of [...ofType(resources, 'Claim'), ...ofType(resources, 'DocumentReference')]) {
    const linked = encounterReferencesOf(resource).flatMap((reference) => byAddress.get(reference) ?? []);
    const found = linked.length > 0 ? [...new Set(linked)] : unlinked(resource, encounters, standIns);
    if (found.length > 0) links.set(resource, found);
  }
  return links;
}

function unlinked(
  resource: FhirResource,
  encounters: readonly Encounter[],
  standIns: Map<string, Encounter>,
): Encounter[] {
  const patient = patientReferenceOf(resource);
  const names = encounterReferencesOf(resource);
  const known = encounters.filter((encounter) => patient === undefined || encounter.subject?.reference === patient);
  const byDay = names.length === 0 ? matchByDay(resource, known) : undefined;
  if (byDay !== undefined) return [byDay];
  if (resource.resourceType !== 'DocumentReference' && encounters.length > 0) return [];
  const id = names[0]?.split('/').at(-1) ?? `without-link-${serviceDaysOf(resource)?.first ?? 'undated'}`;
  const key = `${patient ?? ''} ${id}`;
  const standIn = standIns.get(key) ?? standInFor(id, resource, patient);
  standIns.set(key, standIn);
  return [standIn];
}

/** An encounter that is only known from what was written about it. */
function standInFor(id: string, resource: FhirResource, patient: string | undefined): Encounter {
  const period = resource.resourceType === 'Claim' ? resource.billablePeriod : documentPeriod(resource);
  return {
    resourceType: 'Encounter',
    id,
    status: 'unknown',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor', code: 'UNK' },
    ...(patient === undefined ? {} : { subject: { reference: patient } }),
    ...(period === undefined ? {} : { period }),
  };
}

function documentPeriod(resource: FhirResource): Period | undefined {
  if (resource.resourceType !== 'DocumentReference') return undefined;
  const date = resource.date;
  return resource.context?.period ?? (date === undefined ? undefined : { start: date, end: date });
}

function patientOf(encounter: Encounter, resources: readonly FhirResource[]): Patient {
  const patients = ofType(resources, 'Patient');
  const reference = encounter.subject?.reference;
  const named = patients.find((patient) => addressOf(patient) === reference);
  const only = reference === undefined && patients.length === 1 ? patients[0] : undefined;
  const patient = named ?? only;
  if (patient !== undefined) return patient;
  throw new AppError('input-invalid', {
    publicMessage:
      `The Bundle does not hold the patient of Encounter/${encounter.id ?? ''}. Add the Patient resource: ` +
      'RevRx removes the identifiers of a patient by knowing them.',
  });
}

/** Documents and claims by their link, everything else that is about the patient as it bears on the encounter. */
function belongsTo(resource: FhirResource, encounter: Encounter, patient: Patient, links: Links): boolean {
  if (NO_PART.has(resource.resourceType)) return false;
  if (PEOPLE_AND_PLACES.has(resource.resourceType)) return true;
  const linked = links.get(resource);
  if (linked !== undefined) return linked.includes(encounter);
  if (resource.resourceType === 'Claim' || resource.resourceType === 'DocumentReference') return false;
  return bearsOn(resource, encounter, patient);
}

function noEncounter(encounter: Encounter): ChartGap {
  return {
    reference: addressOf(encounter),
    reason: 'missing',
    message: 'The encounter itself is not in the Bundle: setting, class and participants are unknown.',
  };
}

function unlinkedClaims(resources: readonly FhirResource[], links: Links): ChartGap[] {
  return ofType(resources, 'Claim')
    .filter((claim) => !links.has(claim))
    .map((claim) => ({
      reference: addressOf(claim),
      reason: 'missing',
      message: 'The claim names no encounter of the Bundle, and its dates fit none: it was not reviewed.',
    }));
}
