import type { FhirResource } from 'fhir/r4.js';
import { elementOf, isRecord } from '#ehr/fhir/index.ts';

/** Identifiers that RevRx gives to what it writes start so; the report's is `…/identifier/report`. */
const OWN_SYSTEMS = 'https://revrx.dev/fhir/';

/** Work about a chart, not part of it: RevRx writes such resources, and others do. */
const ABOUT_CHARTS: ReadonlySet<string> = new Set([
  'DetectedIssue',
  'Task',
  'Provenance',
  'AuditEvent',
  'Communication',
  'CommunicationRequest',
  'OperationOutcome',
  'Subscription',
]);

/**
 * Whether a resource is no part of the chart that is reviewed. What RevRx wrote must be neither read as a note nor change
 * the chart's version: each review would call for the next.
 */
export function isAboutChart(resource: FhirResource): boolean {
  return ABOUT_CHARTS.has(resource.resourceType) || hasOwnIdentifier(resource);
}

function hasOwnIdentifier(resource: FhirResource): boolean {
  const identifiers = [elementOf(resource, 'identifier'), elementOf(resource, 'masterIdentifier')].flat();
  return identifiers.some((identifier: unknown) => {
    if (!isRecord(identifier)) return false;
    const { system } = identifier;
    return typeof system === 'string' && system.startsWith(OWN_SYSTEMS);
  });
}
