import type { Bundle } from 'fhir/r4.js';
import { errorForStatus, type EhrError } from './ehr-error.ts';
import type { EhrAnswer, Exchange } from './exchange.ts';
import { isOfType, malformed, resourceOf } from './fhir-answer.ts';
import { isRecord } from './fhir/fields.ts';
import { isWellFormed } from './fhir/shape.ts';
import type { GuardedFhirClient } from './guarded-fhir-client.ts';
import { issuesOf } from './operation-outcome.ts';
import { isTransient } from './retry-policy.ts';
import {
  searchAddress,
  searchAll,
  type ResourceType,
  type SearchLimits,
  type SearchParams,
  type SearchResult,
} from './search.ts';

export interface BatchedSearch {
  readonly type: ResourceType;
  readonly params: SearchParams;
}

/** What a search of a batch came to: its result, or why the EHR refused it. `unanswered`: ask for it by itself. */
export type BatchedResult =
  | { readonly kind: 'found'; readonly result: SearchResult<ResourceType> }
  | { readonly kind: 'refused'; readonly error: EhrError }
  | { readonly kind: 'unanswered' };

/**
 * Several searches in one request (FHIR R4, 3.1.0.11.1), each answered by itself and in its order; further pages are fetched.
 *
 * @throws EhrError when the batch as a whole is refused or malformed
 */
export async function searchBatch(
  exchange: Exchange,
  client: GuardedFhirClient,
  searches: readonly BatchedSearch[],
  limits: SearchLimits,
): Promise<BatchedResult[]> {
  const entry = searches.map(({ type, params }) => ({
    request: { method: 'GET' as const, url: searchAddress(type, params) },
  }));
  const body = JSON.stringify({ resourceType: 'Bundle', type: 'batch', entry } satisfies Bundle);
  const answer = await exchange.send({ method: 'POST', address: '', body, readsOnly: true });
  const entries: unknown = resourceOf(answer, 'Bundle').entry ?? [];
  if (!Array.isArray(entries) || entries.length !== searches.length)
    throw malformed(answer, 'a batch of another length');
  return Promise.all(
    searches.map(({ type, params }, index) =>
      toResult(answer, entries[index], (first) => searchAll(client, type, params, limits, first)),
    ),
  );
}

async function toResult(
  answer: EhrAnswer,
  entry: unknown,
  complete: (first: Bundle) => Promise<SearchResult<ResourceType>>,
): Promise<BatchedResult> {
  const { response, resource } = isRecord(entry) ? entry : {};
  const said = isRecord(response) ? response : {};
  const status = Number.parseInt(String(said['status']), 10);
  if (status >= 200 && status < 300 && isWellFormed(resource) && isOfType(resource, 'Bundle')) {
    return { kind: 'found', result: await complete(resource) };
  }
  if (!(status >= 400 && status < 600) || isTransient(status) || status === 401) return { kind: 'unanswered' };
  const issues = issuesOf(said['outcome'] ?? resource);
  return { kind: 'refused', error: errorForStatus(status, answer.label, { issues }) };
}
