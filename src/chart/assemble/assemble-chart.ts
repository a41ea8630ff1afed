import type { Claim, DocumentReference, Encounter, FhirResource } from 'fhir/r4.js';
import type { Chart, ChartDocument, ChartGap } from '../chart.ts';
import { addressOf, addressOfReference } from '#ehr/fhir/index.ts';
import { DEFAULT_TEXT_LIMITS } from '../text/document-text.ts';
import type { ChartMaterial, FetchAttachment } from './chart-material.ts';
import { chartVersion } from './chart-version.ts';
import { confidentialityOf } from './confidentiality.ts';
import { isAboutChart } from './own-writing.ts';
import { unreadReports } from './report-texts.ts';
import { readDocuments, type ReadingOptions } from './read-documents.ts';

/** Statuses of a document or claim that nobody should read as it stands. */
const WITHDRAWN: ReadonlySet<string> = new Set(['entered-in-error', 'superseded', 'cancelled']);

/**
 * Reads the documents and makes the chart. What RevRx wrote itself is left out; withdrawn documents and claims and
 * everything that could not be read become gaps.
 */
export async function assembleChart(
  { encounter, patient, resources, gaps }: ChartMaterial,
  fetchAttachment: FetchAttachment,
  options: ReadingOptions = { limits: DEFAULT_TEXT_LIMITS },
): Promise<Chart> {
  const chartResources = resources.filter((resource) => !isAboutChart(resource));
  const withdrawn = chartResources.filter(isWithdrawn);
  const standing = chartResources.filter((resource) => !isWithdrawn(resource));
  const withheld = standing.filter((resource) => isWithheld(resource, encounter));
  const current = standing.filter((resource) => !withheld.includes(resource));
  const documents: ChartDocument[] = [];
  const bytes = new Map<string, Uint8Array>();
  const found: ChartGap[] = [
    ...gaps,
    ...withdrawn.filter((one) => !isReplaced(one, current)).map(withdrawnGap),
    ...withheld.map(withheldGap),
  ];
  const references = inOrder(ofType(current, 'DocumentReference'));
  const reads = await readDocuments(references, fetchAttachment, options);
  for (const [index, read] of reads.entries()) {
    const address = addressOf(references[index] ?? encounter);
    if (read.document !== undefined) documents.push(read.document);
    if (read.bytes !== undefined) bytes.set(address, read.bytes);
    found.push(...read.gaps);
  }
  found.push(...unreadReports(chartResources));
  const claims = ofType(current, 'Claim').filter(isBilling);
  if (claims.length === 0) found.push(noClaim(encounter.id));
  return {
    version: chartVersion([encounter, patient, ...chartResources], bytes),
    encounter,
    patient,
    claims,
    ...byType(current),
    documents,
    gaps: found,
  };
}

type OfType<T extends FhirResource['resourceType']> = Extract<FhirResource, { resourceType: T }>;

export function ofType<T extends FhirResource['resourceType']>(
  resources: readonly FhirResource[],
  type: T,
): OfType<T>[] {
  return resources.filter((resource): resource is OfType<T> => resource.resourceType === type);
}

const PLACED: ReadonlySet<string> = new Set([
  'RelatedPerson',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'Coverage',
  'Condition',
  'Procedure',
  'Claim',
  'DocumentReference',
  'Binary',
  'Patient',
  'Encounter',
]);

function byType(resources: readonly FhirResource[]) {
  return {
    relatedPersons: ofType(resources, 'RelatedPerson'),
    practitioners: ofType(resources, 'Practitioner'),
    practitionerRoles: ofType(resources, 'PractitionerRole'),
    organizations: ofType(resources, 'Organization'),
    locations: ofType(resources, 'Location'),
    coverages: ofType(resources, 'Coverage'),
    conditions: ofType(resources, 'Condition'),
    procedures: ofType(resources, 'Procedure'),
    others: resources.filter(({ resourceType }) => !PLACED.has(resourceType)),
  };
}

/** Oldest first; those of one time by id, so that numbers given to documents do not depend on the EHR's order. */
function inOrder(documents: readonly DocumentReference[]): DocumentReference[] {
  const key = ({ date, context, id }: DocumentReference): string => {
    const time = Date.parse(date ?? context?.period?.start ?? '');
    return `${Number.isNaN(time) ? 'none' : new Date(time).toISOString()} ${id ?? ''}`;
  };
  return documents.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Estimates and requests for approval are no bill. */
function isBilling(claim: Claim): boolean {
  return claim.use === undefined || claim.use === 'claim';
}

function isWithdrawn(resource: FhirResource): boolean {
  if (resource.resourceType !== 'DocumentReference' && resource.resourceType !== 'Claim') return false;
  return (
    WITHDRAWN.has(resource.status) ||
    (resource.resourceType === 'DocumentReference' && resource.docStatus === 'entered-in-error')
  );
}

/** Whether a document that is read has taken its place: then nothing is missing. */
function isReplaced(resource: FhirResource, current: readonly FhirResource[]): boolean {
  const address = addressOf(resource);
  return ofType(current, 'DocumentReference').some(({ relatesTo }) =>
    relatesTo?.some(
      ({ code, target }) => code === 'replaces' && addressOfReference(target?.reference ?? '') === address,
    ),
  );
}

function withdrawnGap(resource: FhirResource): ChartGap {
  const what = resource.resourceType === 'Claim' ? 'claim' : 'document';
  return {
    reference: addressOf(resource),
    reason: 'not-current',
    message: `The ${what} is superseded, cancelled or entered in error, and was not read.`,
  };
}

/** Who and where, and what was billed: no content of the record. */
const NO_CONTENT: ReadonlySet<string> = new Set([
  'Patient',
  'RelatedPerson',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'Coverage',
  'Claim',
]);

/** What is marked so itself; the documents of an encounter that is, too. */
function isWithheld(resource: FhirResource, encounter: Encounter): boolean {
  if (NO_CONTENT.has(resource.resourceType)) return false;
  if (confidentialityOf(resource) === 'withheld') return true;
  return resource.resourceType === 'DocumentReference' && confidentialityOf(encounter) === 'withheld';
}

function withheldGap(resource: FhirResource): ChartGap {
  return {
    reference: addressOf(resource),
    reason: 'confidential',
    message:
      'It, or its encounter, is marked as very restricted, as a psychotherapy note or as not to be used so, and was not read. Codes that only it supports may seem undocumented.',
  };
}

function noClaim(encounterId: string | undefined): ChartGap {
  return {
    reference: `Encounter/${encounterId ?? ''}`,
    reason: 'missing',
    message: 'There is no claim for this encounter: what was billed cannot be checked.',
  };
}
