import type { Bundle, BundleEntry } from 'fhir/r4.js';
import { isRecord } from '../search/values.ts';
import { isServedType } from '../search/params.ts';
import type { Access } from './access.ts';
import { FhirError, toOutcome } from './fhir-error.ts';
import { read } from './read.ts';
import { search } from './search.ts';
import type { FhirService } from './service.ts';
import { write, type WriteOutcome, type WriteRequest } from './write.ts';

type EntryRequest = { readonly method: 'GET'; readonly url: string } | (WriteRequest & { readonly url: string });

/**
 * POST to the base: a transaction (all or nothing; reads see what it wrote) or a batch (each entry on its own).
 * Source: https://hl7.org/fhir/R4/http.html#transaction
 * @throws FhirError for a transaction that is refused as a whole
 */
export function processBundle(service: FhirService, access: Access, body: unknown): Bundle {
  if (!isRecord(body) || body['resourceType'] !== 'Bundle')
    throw new FhirError(400, 'invalid', 'the body is not a Bundle');
  const entries: unknown = body['entry'] ?? [];
  if (!Array.isArray(entries)) throw new FhirError(400, 'structure', 'Bundle.entry must be a list');
  if (body['type'] === 'transaction') {
    return {
      resourceType: 'Bundle',
      type: 'transaction-response',
      entry: transaction(service, access, entries.map(parseEntry)),
    };
  }
  if (body['type'] === 'batch') {
    return {
      resourceType: 'Bundle',
      type: 'batch-response',
      entry: entries.map((entry) => batchEntry(service, access, entry)),
    };
  }
  throw new FhirError(400, 'invalid', 'Bundle.type must be transaction or batch');
}

function transaction(service: FhirService, access: Access, requests: readonly EntryRequest[]): BundleEntry[] {
  const writes = requests.filter((request) => request.method !== 'GET');
  const outcomes = write(service, access, writes);
  return requests.map((request) => {
    if (request.method === 'GET') return readEntry(service, access, request.url);
    const outcome = outcomes[writes.indexOf(request)];
    if (outcome === undefined) throw new FhirError(500, 'exception', 'an entry of the transaction was left out');
    return toEntry(service, outcome);
  });
}

function batchEntry(service: FhirService, access: Access, entry: unknown): BundleEntry {
  try {
    const [done] = transaction(service, access, [parseEntry(entry)]);
    if (done === undefined) throw new FhirError(500, 'exception', 'an entry of the batch was left out');
    return done;
  } catch (error) {
    if (!(error instanceof FhirError)) throw error;
    return { response: { status: String(error.status), outcome: toOutcome(error.issueCode, error.message) } };
  }
}

function parseEntry(entry: unknown): EntryRequest {
  const request = isRecord(entry) ? entry['request'] : undefined;
  if (!isRecord(entry) || !isRecord(request)) throw new FhirError(400, 'required', 'a Bundle entry has no request');
  const { method, url, ifNoneExist, ifMatch } = request;
  if (typeof url !== 'string' || url === '') throw new FhirError(400, 'required', 'a Bundle entry has no request.url');
  if (method === 'GET') return { method, url };
  if (method !== 'POST' && method !== 'PUT' && method !== 'DELETE') {
    throw new FhirError(400, 'not-supported', 'a Bundle entry has a method that this server does not know');
  }
  const [path = '', query] = url.split('?', 2);
  const [type = '', id, more] = path.split('/');
  if (more !== undefined || (method === 'POST' && (id !== undefined || query !== undefined))) {
    throw new FhirError(400, 'invalid', 'a Bundle entry has a request.url that does not go with its method');
  }
  const condition = method === 'POST' ? ifNoneExist : query;
  const fullUrl = textOf(entry['fullUrl']);
  return {
    method,
    url,
    type,
    id,
    condition: textOf(condition),
    ifMatch: textOf(ifMatch),
    fullUrl,
    body: entry['resource'],
  };
}

function readEntry(service: FhirService, access: Access, url: string): BundleEntry {
  const [path = '', query] = url.split('?', 2);
  const [type = '', id] = path.split('/');
  if (!isServedType(type)) throw new FhirError(404, 'not-supported', `this server has no ${type}`);
  const resource =
    id === undefined
      ? search(service, access, type, new URLSearchParams(query))
      : read(service, access, type, id).resource;
  return { resource, response: { status: '200 OK' } };
}

const REASONS = { 200: '200 OK', 201: '201 Created', 204: '204 No Content' } as const;

function toEntry({ base }: FhirService, { status, version }: WriteOutcome): BundleEntry {
  const { type, id, versionId, lastUpdated } = version;
  const location = `${base}/${type}/${id}/_history/${versionId}`;
  return { response: { status: REASONS[status], location, etag: `W/"${versionId}"`, lastModified: lastUpdated } };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
