import type { Bundle, FhirResource } from 'fhir/r4.js';
import { EhrError } from './ehr-error.ts';
import { isOfType } from './fhir-answer.ts';
import { faultOf, isWellFormed } from './fhir/shape.ts';
import { isRecord } from './fhir/fields.ts';
import type { GuardedFhirClient } from './guarded-fhir-client.ts';
import { issuesOf, saysIncomplete, type OutcomeIssue } from './operation-outcome.ts';

export type ResourceType = FhirResource['resourceType'];
export type OfType<T extends ResourceType> = Extract<FhirResource, { resourceType: T }>;

/** Search parameters by name; a list is the same parameter several times, which means all of them. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface SearchLimits {
  readonly maxPages: number;
  readonly maxResources: number;
}

export interface SearchPage<T extends ResourceType> {
  readonly matches: readonly OfType<T>[];
  /** Brought by `_include` and the like. */
  readonly included: readonly FhirResource[];
  /** Resources that have not the form of FHIR R4, and where. */
  readonly malformed: readonly { readonly reference: string; readonly fault: string }[];
  readonly issues: readonly OutcomeIssue[];
  /** False when the EHR said with this page that something is missing. */
  readonly complete: boolean;
  /** The time of the result by the EHR's clock, where it says so. */
  readonly lastUpdated: string | undefined;
}

/** All pages of a search. `complete` is false also when a limit cut them short. */
export type SearchResult<T extends ResourceType> = Omit<SearchPage<T>, 'lastUpdated'>;

/**
 * The pages of a search, one after the other, by the `next` links as the EHR wrote them. A link that was followed before ends
 * the search with an error, as do more pages than allowed.
 *
 * @param first the first page, where it is there already
 * @throws EhrError also of the kind `ehr-not-found` with status 410 or 404 when the pages have expired (see `searchAll`)
 */
export async function* searchPages<T extends ResourceType>(
  client: GuardedFhirClient,
  type: T,
  params: SearchParams,
  limits: SearchLimits,
  first?: Bundle,
): AsyncGenerator<SearchPage<T>> {
  const visited = new Set<string>();
  let pages = 0;
  let next: string | undefined = '';
  for await (const page of client.pages(first ?? searchAddress(type, params), {
    headers: { 'cache-control': 'no-cache' },
  })) {
    if (++pages > limits.maxPages) throw unusable(type, 'too many pages');
    yield toPage(page, type);
    next = nextOf(page);
    if (next !== undefined && visited.has(next)) throw unusable(type, 'a circle of pages');
    if (next !== undefined) visited.add(next);
  }
  // fhirclient takes the first page that is no Bundle for the end.
  if (next !== undefined) throw unusable(type, 'a page that is no Bundle');
}

/**
 * All of a search. When its pages expire under way it is started anew, once.
 *
 * @param first the first page, where it is there already
 */
export async function searchAll<T extends ResourceType>(
  client: GuardedFhirClient,
  type: T,
  params: SearchParams,
  limits: SearchLimits,
  first?: Bundle,
): Promise<SearchResult<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await collect(searchPages(client, type, params, limits, attempt === 1 ? first : undefined), limits);
    } catch (error) {
      if (!(error instanceof ExpiredPages)) throw error;
      if (attempt === 2) throw expiredAgain(type, error);
    }
  }
}

/** The pages of a search are gone: HAPI, Epic and others keep them for some minutes. */
class ExpiredPages extends Error {
  override readonly name = 'ExpiredPages';
}

async function collect<T extends ResourceType>(
  pages: AsyncIterable<SearchPage<T>>,
  limits: SearchLimits,
): Promise<SearchResult<T>> {
  const matches = new Map<string, OfType<T>>();
  const included = new Map<string, FhirResource>();
  const issues: OutcomeIssue[] = [];
  const malformed: { reference: string; fault: string }[] = [];
  let cutShort = false;
  let isFirst = true;
  try {
    for await (const page of pages) {
      isFirst = false;
      // A resource that changes while pages are turned may come twice: the later one stands.
      for (const match of page.matches) matches.set(match.id ?? String(matches.size), match);
      for (const resource of page.included) included.set(`${resource.resourceType}/${resource.id ?? ''}`, resource);
      issues.push(...page.issues);
      malformed.push(...page.malformed);
      cutShort = matches.size >= limits.maxResources;
      if (cutShort) break;
    }
  } catch (error) {
    const expired = error instanceof EhrError && !isFirst && (error.status === 410 || error.status === 404);
    throw expired ? new ExpiredPages('expired', { cause: error }) : error;
  }
  const complete = !cutShort && !issues.some(saysIncomplete);
  return { matches: [...matches.values()], included: [...included.values()], malformed, issues, complete };
}

/** A search as an address below the base. */
export function searchAddress(type: string, params: SearchParams): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) query.append(name, one);
  }
  const text = query.toString();
  return text === '' ? type : `${type}?${text}`;
}

function toPage<T extends ResourceType>(bundle: Bundle, type: T): SearchPage<T> {
  const matches: OfType<T>[] = [];
  const included: FhirResource[] = [];
  const issues: OutcomeIssue[] = [];
  const malformed: { reference: string; fault: string }[] = [];
  const entries: unknown = bundle.entry ?? [];
  for (const entry of Array.isArray(entries) ? entries : []) {
    const resource: unknown = isRecord(entry) ? entry['resource'] : undefined;
    if (resource === undefined) continue;
    issues.push(...issuesOf(resource));
    if (!isWellFormed(resource)) malformed.push({ reference: nameOf(resource), fault: faultOf(resource) ?? '' });
    else if (isOfType(resource, type)) matches.push(resource);
    else if (resource.resourceType !== 'OperationOutcome') included.push(resource);
  }
  const lastUpdated = typeof bundle.meta?.lastUpdated === 'string' ? bundle.meta.lastUpdated : undefined;
  return { matches, included, issues, malformed, complete: !issues.some(saysIncomplete), lastUpdated };
}

function nextOf({ link }: Bundle): string | undefined {
  return Array.isArray(link) ? link.find(({ relation }) => relation === 'next')?.url : undefined;
}

function nameOf(resource: unknown): string {
  const { resourceType, id } = isRecord(resource) ? resource : {};
  return `${typeof resourceType === 'string' ? resourceType.slice(0, 40) : 'Resource'}/${typeof id === 'string' ? id.slice(0, 64) : ''}`;
}

function expiredAgain(type: string, cause: unknown): EhrError {
  return new EhrError('ehr-timeout', {
    publicMessage: 'The EHR dropped a list before RevRx had read it to its end. RevRx will try again.',
    detail: `search of ${type}: pages expired twice`,
    cause,
  });
}

function unusable(type: string, what: string): EhrError {
  return new EhrError('ehr-malformed', {
    publicMessage: 'The EHR answered a search in a way that RevRx cannot follow. Try again later.',
    detail: `search of ${type}: ${what}`,
  });
}
