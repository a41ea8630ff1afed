import type { FhirResource } from 'fhir/r4.js';
import type {
  BatchedResult,
  BatchedSearch,
  EhrCapabilities,
  EhrClient,
  OfType,
  ResourceType,
  SearchParams,
  SearchResult,
} from '#ehr/index.ts';
import { AppError, type ErrorCode } from '#kernel/index.ts';
import type { ChartGap } from '../chart.ts';
import { withRelativeReferences } from './relative-references.ts';

/** Answers that will be the same next time: the site does not have it, does not support it, or does not allow it. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['ehr-forbidden', 'ehr-not-found', 'ehr-rejected']);

export function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && REFUSALS.has(error.code);
}

/** The searches for one chart. What the EHR refuses is noted as a gap and searched no further. */
export class ChartSearches {
  readonly ehr: EhrClient;
  readonly #capabilities: EhrCapabilities | undefined;
  readonly #fetched = new Map<string, BatchedResult>();
  readonly #gaps = new Map<string, ChartGap>();

  constructor(ehr: EhrClient, capabilities: EhrCapabilities | undefined) {
    this.ehr = ehr;
    this.#capabilities = capabilities;
  }

  get gaps(): readonly ChartGap[] {
    return [...this.#gaps.values()];
  }

  /** All matches, none where the EHR refuses. */
  async find<T extends ResourceType>(type: T, params: SearchParams): Promise<readonly OfType<T>[]> {
    const found = await this.tryToFind(type, params);
    if (found === undefined) this.refused(type);
    return found ?? [];
  }

  /** All matches; undefined where the EHR refuses. */
  async tryToFind<T extends ResourceType>(type: T, params: SearchParams): Promise<readonly OfType<T>[] | undefined> {
    if (!this.#supports(type, params)) return undefined;
    try {
      const { matches, complete, malformed } = await this.#search(type, params);
      if (!complete)
        this.note({
          reference: type,
          reason: 'missing',
          message: `The EHR says that its list of ${type} is not complete.`,
        });
      for (const { reference, fault } of malformed) {
        this.note({
          reference,
          reason: 'unreadable',
          message: `The EHR sent it in a form that is not FHIR R4, at "${fault}".`,
        });
      }
      return matches
        .filter((match) => isOfType(match, type))
        .map((match) => withRelativeReferences(match, this.ehr.baseUrl));
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  }

  /**
   * Asks for several searches at once where the EHR can do that; `find` then has their answers already. An EHR that does not
   * answer the batch is asked one by one.
   */
  async prefetch(searches: readonly BatchedSearch[]): Promise<void> {
    const wanted = searches.filter(({ type, params }) => this.#supports(type, params));
    if (this.#capabilities?.batch !== true || wanted.length < 2) return;
    try {
      const results = await this.ehr.searchBatch(
        wanted.map(({ type, params }) => ({ type, params: inLargePages(params) })),
      );
      wanted.forEach((search, index) => {
        const result = results[index];
        if (result !== undefined) this.#fetched.set(keyOf(search), result);
      });
    } catch (error) {
      if (!isRefusal(error) && !(error instanceof AppError && error.code === 'ehr-malformed')) throw error;
    }
  }

  /** Whether the answer is there already. */
  has(search: BatchedSearch): boolean {
    return this.#fetched.has(keyOf(search));
  }

  async #search(type: ResourceType, params: SearchParams): Promise<SearchResult<ResourceType>> {
    const fetched = this.#fetched.get(keyOf({ type, params }));
    if (fetched?.kind === 'refused') throw fetched.error;
    return fetched?.kind === 'found' ? fetched.result : this.ehr.search(type, inLargePages(params));
  }

  refused(type: string): void {
    this.note({
      reference: type,
      reason: 'refused',
      message: `The EHR does not give RevRx any ${type} for this encounter.`,
    });
  }

  note(gap: ChartGap): void {
    this.#gaps.set(`${gap.reference} ${gap.reason}`, gap);
  }

  #supports(type: string, params: SearchParams): boolean {
    if (this.#capabilities === undefined) return true;
    const capabilities = this.#capabilities.types[type];
    // A server that lists no parameters at all has not said which it knows.
    if (capabilities?.search === true && capabilities.searchParams.length === 0) return true;
    return (
      capabilities?.search === true &&
      Object.keys(params).every((name) => name.startsWith('_') || capabilities.searchParams.includes(name))
    );
  }
}

function keyOf({ type, params }: BatchedSearch): string {
  return `${type} ${JSON.stringify(params)}`;
}

function isOfType<T extends ResourceType>(resource: FhirResource, type: T): resource is OfType<T> {
  return resource.resourceType === type;
}

/** Servers left to themselves give 10 or 20 resources a page. */
function inLargePages(params: SearchParams): SearchParams {
  return { ...params, _count: '100' };
}
