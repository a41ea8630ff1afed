import type { FhirResource } from 'fhir/r4.js';
import { AppError } from '#kernel/index.ts';
import type { ChartGap } from '../chart.ts';
import { isRecord } from '#ehr/fhir/index.ts';
import { faultOf, isWellFormed } from '#ehr/fhir/index.ts';
import type { BundleEntry } from './bundle-entry.ts';
import { addressesOf, rewriteReferences, type Addresses } from './bundle-addresses.ts';

/** The resources of a Bundle, each with an id, and with references that lead to each other as `Type/id`. */
export interface BundleContent {
  readonly resources: readonly FhirResource[];
  readonly gaps: readonly ChartGap[];
}

/** Bundles in Bundles: a batch of searches is two deep. */
const MAX_BUNDLE_DEPTH = 4;
const MAX_JSON_DEPTH = 100;
const NOT_READ: ReadonlySet<string> = new Set(['OperationOutcome', 'Bundle', 'Parameters']);

/**
 * Reads a FHIR R4 Bundle of any type that carries resources: collection, transaction, searchset, batch-response, document.
 *
 * @throws AppError `input-invalid` when it is no Bundle, or its patients and encounters have not the form of FHIR R4
 */
export function readBundle(bundle: unknown): BundleContent {
  if (!isRecord(bundle) || bundle['resourceType'] !== 'Bundle') throw invalid(whatItIs(bundle));
  if (depthOf(bundle) > MAX_JSON_DEPTH) throw invalid('It is nested too deeply to be a FHIR Bundle.');
  const gaps: ChartGap[] = [];
  const entries = withIds(flatten(bundle, gaps, 0));
  const addresses = addressesOf(entries);
  const resources = new Map<string, FhirResource>();
  for (const { fullUrl, resource } of entries) {
    const read = readResource(resource, fullUrl, addresses, gaps);
    // Pages and batches may repeat a resource: the first stands.
    if (read !== undefined && !resources.has(`${read.resourceType}/${read.id}`))
      resources.set(`${read.resourceType}/${read.id}`, read);
  }
  return { resources: [...resources.values()], gaps };
}

function readResource(
  raw: Record<string, unknown>,
  fullUrl: string | undefined,
  addresses: Addresses,
  gaps: ChartGap[],
): FhirResource | undefined {
  const resource = rewriteReferences(raw, addresses, fullUrl);
  if (isWellFormed(resource)) return resource;
  const name = `${String(raw['resourceType']).slice(0, 40)}/${String(raw['id']).slice(0, 64)}`;
  const fault = `${name} does not have the form of FHIR R4 at "${faultOf(resource) ?? ''}"`;
  if (raw['resourceType'] === 'Patient' || raw['resourceType'] === 'Encounter') throw invalid(`${fault}.`);
  gaps.push({ reference: name, reason: 'unreadable', message: `${fault} and was not read.` });
  return undefined;
}

function flatten(bundle: Record<string, unknown>, gaps: ChartGap[], depth: number): BundleEntry[] {
  const { entry: entries = [], link: links } = bundle;
  if (!Array.isArray(entries)) throw invalid('Its "entry" is not a list.');
  if (Array.isArray(links) && links.some((link: unknown) => isRecord(link) && link['relation'] === 'next'))
    gaps.push(ONE_PAGE);
  return entries.flatMap((entry: unknown): BundleEntry[] => {
    if (!isRecord(entry)) throw invalid('An entry is not an object.');
    const { resource, fullUrl, response } = entry;
    if (isRecord(response) && typeof response['status'] === 'string' && /^[45]/.test(response['status']))
      gaps.push(REFUSED);
    if (!isRecord(resource)) return [];
    if (resource['resourceType'] === 'Bundle' && depth < MAX_BUNDLE_DEPTH) return flatten(resource, gaps, depth + 1);
    if (NOT_READ.has(String(resource['resourceType']))) return [];
    return [{ fullUrl: typeof fullUrl === 'string' ? fullUrl : undefined, resource }];
  });
}

/** In a transaction the server gives the ids: until then a resource is known by its fullUrl or its place. */
function withIds(entries: readonly BundleEntry[]): BundleEntry[] {
  return entries.map(({ fullUrl, resource }, index) => {
    if (typeof resource['id'] === 'string' && resource['id'] !== '') return { fullUrl, resource };
    const fromUrl = /([A-Za-z0-9\-.]{1,64})$/.exec(fullUrl ?? '')?.[1];
    return { fullUrl, resource: { ...resource, id: fromUrl ?? `entry-${index + 1}` } };
  });
}

const ONE_PAGE: ChartGap = {
  reference: 'Bundle',
  reason: 'missing',
  message: 'The Bundle is one page of a longer search result; the other pages were not given.',
};

const REFUSED: ChartGap = {
  reference: 'Bundle',
  reason: 'refused',
  message: 'The Bundle holds an answer by which the EHR refused part of what was asked for.',
};

function whatItIs(value: unknown): string {
  if (Array.isArray(value)) return 'It is a list; put the resources into the "entry" list of a Bundle.';
  if (!isRecord(value)) return 'It is not a JSON object.';
  const { resourceType } = value;
  if (typeof resourceType !== 'string') return 'It has no "resourceType".';
  return /^[A-Z][A-Za-z]{1,40}$/.test(resourceType)
    ? `It is a ${resourceType} resource; put it into a Bundle with its patient and encounter.`
    : 'Its "resourceType" is not "Bundle".';
}

function invalid(why: string): AppError {
  return new AppError('input-invalid', { publicMessage: `This is not a FHIR R4 Bundle that RevRx can read. ${why}` });
}

function depthOf(value: unknown, depth = 0): number {
  if (depth > MAX_JSON_DEPTH || typeof value !== 'object' || value === null) return depth;
  let deepest = depth;
  for (const child of Object.values(value)) deepest = Math.max(deepest, depthOf(child, depth + 1));
  return deepest;
}
