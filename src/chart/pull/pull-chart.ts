import type { Encounter, FhirResource, Patient } from 'fhir/r4.js';
import type { EhrCapabilities, EhrClient } from '#ehr/index.ts';
import { addressOf, addressOfReference, encounterReferencesOf, patientReferenceOf } from '#ehr/fhir/index.ts';
import { AppError } from '#kernel/index.ts';
import { assembleChart } from '../assemble/assemble-chart.ts';
import { bearsOn } from '../assemble/belonging.ts';
import type { Chart } from '../chart.ts';
import { DEFAULT_TEXT_LIMITS, type TextLimits } from '../text/document-text.ts';
import { ChartSearches } from './chart-searches.ts';
import { claimsOf, documentsOf } from './claims-and-documents.ts';
import { fetchFrom } from './fetch-attachment.ts';
import { readReferenced } from './referenced.ts';

export interface PullTarget {
  /** Encounter.id. */
  readonly encounterId: string;
  /** Patient.id, where the caller knows it (a launch does): another patient's encounter is refused. */
  readonly patientId?: string;
}

export interface PullOptions {
  /** What the site says that it can do; without it everything is tried. */
  readonly capabilities?: EhrCapabilities;
  readonly limits?: TextLimits;
  /** Ends the reading of documents. The EHR client has its own. */
  readonly signal?: AbortSignal;
}

/** By encounter only: a patient may have thousands of them from other times. */
const OF_ENCOUNTER = ['Procedure', 'Observation', 'MedicationRequest', 'ServiceRequest', 'DiagnosticReport'] as const;

/**
 * Pulls the chart of one encounter. What a site refuses or lacks becomes a gap; without the encounter and its patient there is
 * no chart. The version that results depends on the content alone.
 *
 * @throws AppError `input-invalid` when the encounter is another patient's, `chart-incomplete` when it names no patient, and
 *   what the EHR client throws for failures that may pass
 */
export async function pullChart(ehr: EhrClient, target: PullTarget, options: PullOptions = {}): Promise<Chart> {
  const encounter = await ehr.read('Encounter', target.encounterId);
  const patientId = patientIdOf(encounter, target);
  const searches = new ChartSearches(ehr, options.capabilities);
  const [patient, pulled] = await Promise.all([
    ehr.read('Patient', patientId),
    pullResources(searches, encounter, patientId),
  ]);
  const own = pulled.filter((resource) => isOwn(resource, encounter, patient));
  const referenced = await readReferenced(searches, [encounter, patient, ...own]);
  const material = { encounter, patient, resources: unique([...own, ...referenced]), gaps: searches.gaps };
  const { limits = DEFAULT_TEXT_LIMITS, signal } = options;
  return assembleChart(material, fetchFrom(ehr), { limits, signal });
}

function patientIdOf(encounter: Encounter, { patientId, encounterId }: PullTarget): string {
  const address = addressOfReference(encounter.subject?.reference ?? '');
  const found = address?.startsWith('Patient/') === true ? address.slice('Patient/'.length) : undefined;
  if (found === undefined) {
    throw new AppError('chart-incomplete', {
      publicMessage: 'The encounter names no patient in the EHR, so that RevRx cannot review it.',
      detail: `Encounter/${encounterId}`,
    });
  }
  if (patientId === undefined || patientId === found) return found;
  throw new AppError('input-invalid', {
    publicMessage:
      'The encounter belongs to another patient than the chart that is open. Launch RevRx from the chart again.',
    detail: `Encounter/${encounterId}`,
  });
}

async function pullResources(
  searches: ChartSearches,
  encounter: Encounter,
  patientId: string,
): Promise<FhirResource[]> {
  const link = { patient: patientId, encounter: addressOf(encounter) };
  const ofPatient = ['Condition', 'Coverage', 'RelatedPerson'] as const;
  await searches.prefetch([
    ...(['Claim', 'DocumentReference', ...OF_ENCOUNTER] as const).map((type) => ({ type, params: link })),
    ...ofPatient.map((type) => ({ type, params: { patient: patientId } })),
  ]);
  const found = await Promise.all<readonly FhirResource[]>([
    claimsOf(searches, encounter, patientId),
    documentsOf(searches, encounter, patientId),
    ...OF_ENCOUNTER.map((type) => searches.find(type, link)),
    ...ofPatient.map((type) => searches.find(type, { patient: patientId })),
  ]);
  return found.flat();
}

/**
 * Whether a resource belongs into this chart: servers that ignore a search parameter answer with other patients' resources
 * too. Conditions are searched by patient, because problem lists are linked to no encounter.
 */
function isOwn(resource: FhirResource, encounter: Encounter, patient: Patient): boolean {
  if (resource.resourceType === 'Condition') return bearsOn(resource, encounter, patient);
  const about = patientReferenceOf(resource);
  if (about !== undefined && !isSame(about, addressOf(patient))) return false;
  const links = encounterReferencesOf(resource);
  return links.length === 0 || links.some((reference) => isSame(reference, addressOf(encounter)));
}

function isSame(reference: string, address: string): boolean {
  return reference === address || addressOfReference(reference) === address;
}

function unique(resources: readonly FhirResource[]): FhirResource[] {
  return [...new Map(resources.map((resource) => [addressOf(resource), resource])).values()];
}
