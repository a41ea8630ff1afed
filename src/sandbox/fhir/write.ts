import type { FhirResource } from 'fhir/r4.js';
import { newId } from '#kernel/index.ts';
import type { Change, ResourceVersion } from '../store.ts';
import { parseQuery } from '../search/query.ts';
import { runQuery } from '../search/run.ts';
import { isServedType } from '../search/params.ts';
import type { Access } from './access.ts';
import { isInCompartment } from './compartment.ts';
import { FhirError } from './fhir-error.ts';
import { resolveReferences } from './references.ts';
import type { FhirService } from './service.ts';
import { parseResource } from './validation.ts';
import { isWritable, type WritableType } from './writable-shapes.ts';

/** One write as a client asks for it, over its own URL or as an entry of a Bundle. */
export interface WriteRequest {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly type: string;
  readonly id: string | undefined;
  /** If-None-Exist of a POST, the query of a conditional PUT. */
  readonly condition: string | undefined;
  readonly ifMatch: string | undefined;
  /** Full URL of a Bundle entry, that others in the Bundle may refer to. */
  readonly fullUrl: string | undefined;
  readonly body: unknown;
}

export interface WriteOutcome {
  readonly status: 200 | 201 | 204;
  readonly version: ResourceVersion;
}

/** What a request comes to, before references are resolved: an existing resource to answer with, or a change. */
interface Plan {
  readonly request: WriteRequest;
  readonly type: WritableType;
  readonly id: string;
  readonly existing: ResourceVersion | undefined;
  readonly kind: 'keep' | 'create' | 'update' | 'delete';
}

/**
 * Does all the writes or none of them.
 * @throws FhirError with the status that FHIR R4 gives (400, 403, 404, 405, 409, 410, 412, 422); nothing is then written
 */
export function write(service: FhirService, access: Access, requests: readonly WriteRequest[]): WriteOutcome[] {
  const plans = requests.map((request) => plan(service, access, request));
  refuseTwice(plans);
  const changes = plans.map((one) => toChange(service, access, one, plans));
  const versions = service.store.commit(changes.flatMap((change) => change ?? []));
  return plans.map((one) => toOutcome(one, versions));
}

function plan(service: FhirService, access: Access, request: WriteRequest): Plan {
  const { type } = request;
  if (!isServedType(type)) throw new FhirError(404, 'not-supported', `this server has no ${type}`);
  if (!isWritable(type)) throw new FhirError(405, 'not-supported', `this server lets no client write ${type}`);
  access.require(type, ({ POST: 'c', PUT: 'u', DELETE: 'd' } as const)[request.method]);
  if (request.method === 'POST') return planCreate(service, request, type);
  return request.id === undefined
    ? planConditionalUpdate(service, request, type)
    : planById(service, request, type, request.id);
}

function planCreate(service: FhirService, request: WriteRequest, type: WritableType): Plan {
  const existing = request.condition === undefined ? undefined : findOne(service, type, request.condition);
  return existing === undefined
    ? { request, type, id: newId(), existing: undefined, kind: 'create' }
    : { request, type, id: existing.id, existing, kind: 'keep' };
}

function planConditionalUpdate(service: FhirService, request: WriteRequest, type: WritableType): Plan {
  if (request.method === 'DELETE' || request.condition === undefined) {
    throw new FhirError(405, 'not-supported', `${request.method} needs the id of a ${type}`);
  }
  const existing = findOne(service, type, request.condition);
  if (existing === undefined) return { request, type, id: newId(), existing, kind: 'create' };
  if (request.ifMatch !== undefined) requireMatch(request.ifMatch, existing);
  return { request, type, id: existing.id, existing, kind: 'update' };
}

function planById(service: FhirService, request: WriteRequest, type: WritableType, id: string): Plan {
  const existing = service.store.current(type, id);
  const kind = request.method === 'DELETE' ? 'delete' : 'update';
  if (existing === undefined && kind === 'delete') throw new FhirError(404, 'not-found', `${type}/${id} is not known`);
  if (existing === undefined) {
    throw new FhirError(405, 'not-supported', `${type}/${id} is not known, and this server gives out ids itself`);
  }
  if (existing.resource === undefined) throw new FhirError(410, 'deleted', `${type}/${id} has been deleted`);
  if (request.ifMatch !== undefined) requireMatch(request.ifMatch, existing);
  else if (kind === 'update') {
    throw new FhirError(400, 'required', `an update of ${type}/${id} needs If-Match with the ETag that was read`);
  }
  return { request, type, id, existing, kind };
}

function requireMatch(ifMatch: string, existing: ResourceVersion): void {
  const versionId = /^W\/"([^"]+)"$/.exec(ifMatch.trim())?.[1];
  if (versionId === undefined) throw new FhirError(400, 'invalid', 'If-Match must look like W/"1"');
  if (versionId !== existing.versionId) {
    throw new FhirError(412, 'conflict', `${existing.type}/${existing.id} stands at version ${existing.versionId}`);
  }
}

/** @param condition a query without its `?`, such as `identifier=urn:x|1` */
function findOne(service: FhirService, type: WritableType, condition: string): ResourceVersion | undefined {
  const query = parseQuery(type, new URLSearchParams(condition), service.base);
  if (query.criteria.length === 0 && query.ids === undefined) {
    throw new FhirError(400, 'invalid', 'a conditional write needs a condition');
  }
  const [first, ...more] = runQuery(service.store, query);
  if (more.length > 0) throw new FhirError(412, 'multiple-matches', `several ${type} match the condition`);
  return first?.id === undefined ? undefined : service.store.current(type, first.id);
}

function refuseTwice(plans: readonly Plan[]): void {
  const seen = new Set<string>();
  for (const { request, type, id, kind } of plans) {
    if (kind === 'keep') continue;
    // Two entries that would be created by one condition are the same resource as well.
    const names = [`${type}/${id}`, ...(request.condition === undefined ? [] : [`${type}?${request.condition}`])];
    for (const name of names) {
      if (seen.has(name)) throw new FhirError(400, 'invalid', `${name} is written twice in one Bundle`);
      seen.add(name);
    }
  }
}

function toChange(service: FhirService, access: Access, one: Plan, plans: readonly Plan[]): Change | undefined {
  const { request, type, id, existing, kind } = one;
  if (kind === 'keep') return undefined;
  if (existing?.resource !== undefined) requireReach(service, access, existing.resource, request);
  if (kind === 'delete') return { kind, type, id };
  const parsed = parseResource(request.body, type);
  if (kind === 'update' && request.id !== undefined && parsed.id !== id) {
    throw new FhirError(400, 'invalid', `the body's id is not ${id}`);
  }
  const fullUrls = new Map(
    plans.flatMap((p) => (p.request.fullUrl === undefined ? [] : [[p.request.fullUrl, `${p.type}/${p.id}`]])),
  );
  const created = new Set(plans.filter((p) => p.kind === 'create').map((p) => `${p.type}/${p.id}`));
  refuseProblems(service.validate(parsed), type);
  const resource = resolveReferences(parsed, { store: service.store, base: service.base, fullUrls, created });
  resource.id = id;
  requireReach(service, access, resource, request);
  return { kind: 'put', resource };
}

function refuseProblems(problems: readonly string[], type: WritableType): void {
  if (problems.length > 0) throw new FhirError(422, 'invalid', `${type}: ${problems.join('; ')}`);
}

function requireReach(
  service: FhirService,
  access: Access,
  resource: FhirResource,
  { method, type }: WriteRequest,
): void {
  const reach = access.require(type, ({ POST: 'c', PUT: 'u', DELETE: 'd' } as const)[method]);
  // A new Binary belongs to nobody yet: the DocumentReference that will point to it says whose it is.
  const unowned = method === 'POST' && type === 'Binary';
  if (reach.patient === undefined || unowned || isInCompartment(service.store, resource, reach.patient)) return;
  throw new FhirError(403, 'forbidden', `the token may write for its own patient only`);
}

function toOutcome({ type, id, existing, kind }: Plan, versions: readonly ResourceVersion[]): WriteOutcome {
  const version = kind === 'keep' ? existing : versions.find((one) => one.type === type && one.id === id);
  if (version === undefined) throw new FhirError(500, 'exception', `${type}/${id} was not written`);
  return { status: ({ keep: 200, create: 201, update: 200, delete: 204 } as const)[kind], version };
}
