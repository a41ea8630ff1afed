import type { FhirResource } from 'fhir/r4.js';
import { systemClock, type Clock } from '#kernel/index.ts';
import type { Journal } from './journal.ts';
import { isOfType, isServedResource, type ResourceOf, type ResourceType } from './resource.ts';
import { LookupIndex } from './search/lookup-index.ts';
import { isServedType, searchParamsOf } from './search/params.ts';
import { isRecord } from './search/values.ts';

/** One version of a resource. A deletion is a version without a resource. */
export interface ResourceVersion {
  readonly type: string;
  readonly id: string;
  readonly versionId: string;
  /** FHIR instant. */
  readonly lastUpdated: string;
  readonly method: 'create' | 'update' | 'delete';
  readonly resource: FhirResource | undefined;
}

/** The population was there before the EHR was switched on: a pull that leaves the last minutes out finds it. */
const POPULATION_AGE_MS = 60 * 60_000;

/** A write: the resource as it shall stand (with its id; `meta.versionId` and `meta.lastUpdated` are the store's), or a deletion. */
export type Change =
  | { readonly kind: 'put'; readonly resource: FhirResource }
  | { readonly kind: 'delete'; readonly type: ResourceType; readonly id: string };

type ChangeListener = (version: ResourceVersion) => void;

/** What the sandbox EHR holds, with every version. What it hands out is frozen. */
export interface FhirStore {
  get<T extends ResourceType>(type: T, id: string): ResourceOf<T> | undefined;
  /** All current resources of a type, in the order of their creation. */
  list<T extends ResourceType>(type: T): ResourceOf<T>[];
  /**
   * Current resources by an indexed (reference or token) search parameter: `find('Claim', 'patient', 'Patient/1')`,
   * `find('Task', 'identifier', 'urn:x|1')`.
   */
  find<T extends ResourceType>(type: T, param: string, value: string): ResourceOf<T>[];
  /** The newest version, also when it is a deletion. */
  current(type: string, id: string): ResourceVersion | undefined;
  /** Every version, newest first. */
  history(type: string, id: string): readonly ResourceVersion[];
  /** Writes one resource (its id must be set) as its next version. */
  put(resource: FhirResource): ResourceVersion;
  /** Writes all or nothing, as one line of the journal. */
  commit(changes: readonly Change[]): ResourceVersion[];
  /** Calls the listener after each written version; gives back how to stop it. */
  onChange(listener: ChangeListener): () => void;
}

interface TypeShelf {
  readonly versions: Map<string, ResourceVersion[]>;
  readonly index: LookupIndex;
}

interface StoreOptions {
  /** What the EHR holds at start. Resources keep a `meta.lastUpdated` that they bring. */
  readonly population: readonly FhirResource[];
  readonly clock?: Clock;
  readonly journal?: Journal;
}

/** @throws RangeError when a resource has no id, or a type that the sandbox does not serve. */
export function createFhirStore({ population, clock = systemClock, journal }: StoreOptions): FhirStore {
  const store = new MemoryStore(clock, journal);
  store.load(population);
  return store;
}

class MemoryStore implements FhirStore {
  readonly #shelves = new Map<string, TypeShelf>();
  readonly #listeners = new Set<ChangeListener>();
  readonly #clock: Clock;
  readonly #journal: Journal | undefined;

  constructor(clock: Clock, journal: Journal | undefined) {
    this.#clock = clock;
    this.#journal = journal;
  }

  /** The population is the base; the journal's versions come on top. */
  load(population: readonly FhirResource[]): void {
    const lines = this.#journal?.replay() ?? [];
    const loadedAt = this.#populationTime(lines);
    for (const resource of population) {
      this.#apply(this.#next({ kind: 'put', resource }, resource.meta?.lastUpdated ?? loadedAt));
    }
    for (const line of lines) for (const version of parseLine(line)) this.#apply(version);
  }

  /** The first line of a journal: a restart must not make the whole population look changed. */
  #populationTime([first]: readonly unknown[]): string {
    const known = isRecord(first) ? first['populationLoadedAt'] : undefined;
    if (typeof known === 'string') return known;
    const settled = new Date(this.#clock.now().getTime() - POPULATION_AGE_MS).toISOString();
    if (first === undefined) this.#journal?.append({ populationLoadedAt: settled, versions: [] });
    return settled;
  }

  get<T extends ResourceType>(type: T, id: string): ResourceOf<T> | undefined {
    const resource = this.current(type, id)?.resource;
    return resource !== undefined && isOfType(resource, type) ? resource : undefined;
  }

  list<T extends ResourceType>(type: T): ResourceOf<T>[] {
    const ids = this.#shelves.get(type)?.versions.keys() ?? [];
    return this.#resources(type, ids);
  }

  find<T extends ResourceType>(type: T, param: string, value: string): ResourceOf<T>[] {
    return this.#resources(type, this.#shelves.get(type)?.index.find(param, value) ?? []);
  }

  current(type: string, id: string): ResourceVersion | undefined {
    return this.#shelves.get(type)?.versions.get(id)?.at(-1);
  }

  history(type: string, id: string): readonly ResourceVersion[] {
    return (this.#shelves.get(type)?.versions.get(id) ?? []).toReversed();
  }

  put(resource: FhirResource): ResourceVersion {
    const [version] = this.commit([{ kind: 'put', resource }]);
    if (version === undefined) throw new RangeError('a put gives one version');
    return version;
  }

  commit(changes: readonly Change[]): ResourceVersion[] {
    const now = this.#clock.now().toISOString();
    const versions = changes.map((change) => this.#next(change, now));
    this.#journal?.append({ versions });
    for (const version of versions) this.#apply(version);
    for (const version of versions) for (const listener of this.#listeners) listener(version);
    return versions;
  }

  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #resources<T extends ResourceType>(type: T, ids: Iterable<string>): ResourceOf<T>[] {
    return [...ids].flatMap((id) => this.get(type, id) ?? []);
  }

  #next(change: Change, lastUpdated: string): ResourceVersion {
    const [type, id] =
      change.kind === 'put' ? [change.resource.resourceType, change.resource.id] : [change.type, change.id];
    if (id === undefined || id === '') throw new RangeError(`a ${type} without an id cannot be stored`);
    const versions = this.#shelf(type).versions.get(id) ?? [];
    const versionId = String(versions.length + 1);
    const stamp = { type, id, versionId, lastUpdated };
    if (change.kind === 'delete') return { ...stamp, method: 'delete', resource: undefined };
    const resource = structuredClone(change.resource);
    resource.meta = { ...resource.meta, versionId, lastUpdated };
    const method = versions.at(-1)?.resource === undefined ? 'create' : 'update';
    return { ...stamp, method, resource: deepFreeze(resource) };
  }

  #apply(version: ResourceVersion): void {
    const { versions, index } = this.#shelf(version.type);
    const earlier = versions.get(version.id);
    if (earlier === undefined) versions.set(version.id, [version]);
    else earlier.push(version);
    if (version.resource === undefined) index.remove(version.id);
    else index.set(version.id, version.resource);
  }

  #shelf(type: string): TypeShelf {
    const shelf = this.#shelves.get(type);
    if (shelf !== undefined) return shelf;
    if (!isServedType(type)) throw new RangeError(`the sandbox does not serve ${type}`);
    const made = { versions: new Map<string, ResourceVersion[]>(), index: new LookupIndex(searchParamsOf(type)) };
    this.#shelves.set(type, made);
    return made;
  }
}

/** A journal line as versions; anything else in the file means that it is not our journal. */
function parseLine(line: unknown): ResourceVersion[] {
  const versions: unknown = isRecord(line) ? line['versions'] : undefined;
  if (!Array.isArray(versions)) throw new SyntaxError('a line of the sandbox journal holds no versions');
  return versions.map(parseVersion);
}

function parseVersion(value: unknown): ResourceVersion {
  if (!isRecord(value)) throw new SyntaxError('a version in the sandbox journal is not an object');
  const { type, id, versionId, lastUpdated, method, resource } = value;
  if (
    typeof type !== 'string' ||
    typeof id !== 'string' ||
    typeof versionId !== 'string' ||
    typeof lastUpdated !== 'string'
  ) {
    throw new SyntaxError('a version in the sandbox journal lacks its type, id, version or time');
  }
  const stamp = { type, id, versionId, lastUpdated };
  if (method === 'delete') return { ...stamp, method, resource: undefined };
  if ((method !== 'create' && method !== 'update') || !isServedResource(resource)) {
    throw new SyntaxError('a version in the sandbox journal holds no resource');
  }
  return { ...stamp, method, resource: deepFreeze(resource) };
}

function deepFreeze<T extends object>(value: T): T {
  for (const child of Object.values(value)) if (isObject(child)) deepFreeze(child);
  return Object.freeze(value);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
