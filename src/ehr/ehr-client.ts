import type { Bundle, FhirResource } from 'fhir/r4.js';
import { silentLog, systemClock, type Clock, type Log, type Secret } from '#kernel/index.ts';
import { readBinary, type BinaryContent } from './binary.ts';
import { toCapabilities, type EhrCapabilities } from './capabilities.ts';
import { Concurrency } from './concurrency.ts';
import { Exchange, type ExchangeOptions } from './exchange.ts';
import { resourceOf } from './fhir-answer.ts';
import { FhirBase } from './fhir-base.ts';
import { GuardedFhirClient } from './guarded-fhir-client.ts';
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from './retry-policy.ts';
import {
  searchAll,
  searchPages,
  type OfType,
  type ResourceType,
  type SearchLimits,
  type SearchPage,
  type SearchParams,
  type SearchResult,
} from './search.ts';
import { searchBatch, type BatchedResult, type BatchedSearch } from './search-batch.ts';
import {
  createResource,
  sendTransaction,
  updateResource,
  type CreateOptions,
  type UpdateOptions,
  type WriteResult,
} from './writes.ts';

/** FHIR R4 over one EHR, for one token. Every method throws EhrError, an AppError with the status and codes of the answer. */
export interface EhrClient {
  /** The FHIR base address, without a slash at the end. */
  readonly baseUrl: string;
  read<T extends ResourceType>(type: T, id: string): Promise<OfType<T>>;
  /** All matches; `complete` is false when the EHR or a limit cut them short. */
  search<T extends ResourceType>(
    type: T,
    params: SearchParams,
    limits?: Partial<SearchLimits>,
  ): Promise<SearchResult<T>>;
  /** Several searches in one request, where the server can do batches; results in their order. */
  searchBatch(searches: readonly BatchedSearch[], limits?: Partial<SearchLimits>): Promise<BatchedResult[]>;
  /** Page by page, for results that are too many to hold. Does not start anew when pages expire. */
  pages<T extends ResourceType>(
    type: T,
    params: SearchParams,
    limits?: Partial<SearchLimits>,
  ): AsyncGenerator<SearchPage<T>>;
  /** Content of a document by its attachment's address. */
  readBinary(address: string, contentType?: string): Promise<BinaryContent>;
  /** What the server says that it can do (GET /metadata). */
  capabilities(): Promise<EhrCapabilities>;
  create(resource: FhirResource, options?: CreateOptions): Promise<WriteResult>;
  update(resource: FhirResource & { readonly id: string }, options?: UpdateOptions): Promise<WriteResult>;
  transaction(bundle: Bundle): Promise<WriteResult[]>;
}

export interface EhrClientOptions {
  /** The FHIR base address, exactly as the site registered it. */
  readonly baseUrl: string;
  readonly accessToken: () => Promise<Secret<string>>;
  /** Called once for a request whose token the EHR refused (401). */
  readonly renewToken?: (refused: Secret<string>) => Promise<Secret<string>>;
  readonly fetch?: typeof globalThis.fetch;
  readonly log?: Log;
  readonly clock?: Clock;
  /** Ends whatever is under way. */
  readonly signal?: AbortSignal;
  /** Milliseconds for one request, body included. */
  readonly timeoutMs?: number;
  readonly maxBodyBytes?: number;
  /** Requests under way at a time. */
  readonly concurrency?: number;
  readonly retry?: Partial<RetryPolicy>;
  readonly searchLimits?: Partial<SearchLimits>;
  readonly wait?: ExchangeOptions['wait'];
  /** From 0 (inclusive) to 1. */
  readonly random?: () => number;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_BODY_BYTES = 64 * 1024 * 1024;
const DEFAULT_CONCURRENCY = 6;
const DEFAULT_SEARCH_LIMITS: SearchLimits = { maxPages: 200, maxResources: 10_000 };
const USER_AGENT = 'RevRx/0.1';

export function createEhrClient(options: EhrClientOptions): EhrClient {
  const base = new FhirBase(options.baseUrl);
  const exchange = new Exchange(toExchangeOptions(base, options));
  const client = new GuardedFhirClient(String(base), exchange);
  const limits = { ...DEFAULT_SEARCH_LIMITS, ...options.searchLimits };
  const bound = new Concurrency(options.concurrency ?? DEFAULT_CONCURRENCY);
  return {
    baseUrl: String(base),
    read: (type, id) =>
      bound.run(async () =>
        resourceOf(await exchange.send({ method: 'GET', address: `${type}/${encodeURIComponent(id)}` }), type),
      ),
    search: (type, params, own) => bound.run(() => searchAll(client, type, params, { ...limits, ...own })),
    searchBatch: (searches, own) => bound.run(() => searchBatch(exchange, client, searches, { ...limits, ...own })),
    pages: (type, params, own) => searchPages(client, type, params, { ...limits, ...own }),
    readBinary: (address, contentType) => bound.run(() => readBinary(exchange, address, contentType)),
    capabilities: () =>
      bound.run(async () =>
        toCapabilities(resourceOf(await exchange.send({ method: 'GET', address: 'metadata' }), 'CapabilityStatement')),
      ),
    create: (resource, own = {}) => bound.run(() => createResource(exchange, resource, own)),
    update: (resource, own = {}) => bound.run(() => updateResource(exchange, resource, own)),
    transaction: (bundle) => bound.run(() => sendTransaction(exchange, bundle)),
  };
}

function toExchangeOptions(base: FhirBase, options: EhrClientOptions): ExchangeOptions {
  return {
    base,
    fetch: options.fetch ?? globalThis.fetch,
    accessToken: options.accessToken,
    renewToken: options.renewToken,
    log: options.log ?? silentLog,
    clock: options.clock ?? systemClock,
    signal: options.signal,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    maxBodyBytes: options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES,
    retry: { ...DEFAULT_RETRY_POLICY, ...options.retry },
    userAgent: USER_AGENT,
    wait: options.wait,
    random: options.random ?? Math.random,
  };
}
