import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Bundle, FhirResource } from 'fhir/r4.js';
import type { Log } from '#kernel/index.ts';
import { isServedType, type ServedType } from '../search/params.ts';
import { isRecord } from '../search/values.ts';
import { sendBinary } from './binary.ts';
import { processBundle } from './bundle.ts';
import { capabilityStatement } from './capability-statement.ts';
import { FhirError, toOutcome } from './fhir-error.ts';
import { FHIR_JSON, queryOf, requireAcceptable, requireFhirBody, requireFormBody } from './negotiation.ts';
import { history, read, vread, type LiveVersion } from './read.ts';
import { nextPage, search } from './search.ts';
import type { FhirService } from './service.ts';
import { write, type WriteOutcome, type WriteRequest } from './write.ts';

const MAX_BODY = '20mb';

/** The FHIR R4 REST API, to be mounted at the FHIR base. Every answer that is not a resource is an OperationOutcome. */
export function createFhirRouter(service: FhirService, endpoints: CapabilityEndpoints, log: Log): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    next();
  });
  router.use(express.text({ type: FHIR_JSON, limit: MAX_BODY }));
  router.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '64kb' }));
  router.get('/metadata', (request, response) => {
    requireAcceptable(request);
    sendResource(response, capabilityStatement(service, endpoints));
  });
  addBaseRoutes(router, service);
  addSearchRoutes(router, service);
  addReadRoutes(router, service);
  addWriteRoutes(router, service);
  router.use((request) => {
    throw new FhirError(404, 'not-found', `this server has nothing at ${request.method} ${request.path}`);
  });
  router.use(errorHandler(log));
  return router;
}

interface CapabilityEndpoints {
  readonly authorize: string;
  readonly token: string;
}

function addBaseRoutes(router: Router, service: FhirService): void {
  router.get('/', async (request, response) => {
    const access = await service.authenticate(request);
    requireAcceptable(request);
    const name = queryOf(request).get('_getpages');
    if (name === null) throw new FhirError(400, 'not-supported', 'a search across all types is not supported');
    sendResource(response, nextPage(service, access, name));
  });
  router.post('/', async (request, response) => {
    const access = await service.authenticate(request);
    requireAcceptable(request);
    requireFhirBody(request);
    sendResource(response, processBundle(service, access, parseJson(request.body)));
  });
}

function addSearchRoutes(router: Router, service: FhirService): void {
  router.get('/:type', async (request, response) => {
    const access = await service.authenticate(request);
    requireAcceptable(request);
    sendResource(response, search(service, access, servedType(request), queryOf(request)));
  });
  router.post('/:type/_search', async (request, response) => {
    const access = await service.authenticate(request);
    requireAcceptable(request);
    requireFormBody(request);
    if (queryOf(request).size > 0)
      throw new FhirError(400, 'invalid', 'a POST _search takes its parameters in the body only');
    const body: unknown = request.body;
    sendResource(
      response,
      search(service, access, servedType(request), new URLSearchParams(typeof body === 'string' ? body : '')),
    );
  });
}

function addReadRoutes(router: Router, service: FhirService): void {
  router.get('/:type/:id', async (request, response) => {
    const access = await service.authenticate(request);
    const version = read(service, access, servedType(request), request.params.id);
    if (version.resource.resourceType === 'Binary') return sendBinary(request, response, version, version.resource);
    requireAcceptable(request);
    sendVersion(response, version);
  });
  router.get('/:type/:id/_history', async (request, response) => {
    const access = await service.authenticate(request);
    requireAcceptable(request);
    sendResource(response, history(service, access, servedType(request), request.params.id));
  });
  router.get('/:type/:id/_history/:version', async (request, response) => {
    const access = await service.authenticate(request);
    requireAcceptable(request);
    sendVersion(response, vread(service, access, servedType(request), request.params.id, request.params.version));
  });
}

function addWriteRoutes(router: Router, service: FhirService): void {
  const answer = async (
    request: Request,
    response: Response,
    asked: Pick<WriteRequest, 'method' | 'id' | 'condition'>,
  ) => {
    const access = await service.authenticate(request);
    requireAcceptable(request);
    if (asked.method !== 'DELETE') requireFhirBody(request);
    const body = asked.method === 'DELETE' ? undefined : parseJson(request.body);
    const ifMatch = request.get('If-Match');
    const [outcome] = write(service, access, [
      { ...asked, type: servedType(request), ifMatch, fullUrl: undefined, body },
    ]);
    if (outcome !== undefined) sendOutcome(request, response, service, outcome);
  };
  router.post('/:type', (request, response) =>
    answer(request, response, { method: 'POST', id: undefined, condition: request.get('If-None-Exist') }),
  );
  router.put('/:type', (request, response) =>
    answer(request, response, { method: 'PUT', id: undefined, condition: queryOf(request).toString() }),
  );
  router.put('/:type/:id', (request, response) =>
    answer(request, response, { method: 'PUT', id: request.params.id, condition: undefined }),
  );
  router.delete('/:type/:id', (request, response) =>
    answer(request, response, { method: 'DELETE', id: request.params.id, condition: undefined }),
  );
}

function servedType(request: Request): ServedType {
  const type = request.params['type'];
  if (typeof type === 'string' && isServedType(type)) return type;
  throw new FhirError(404, 'not-supported', `this server has no ${String(type)}`);
}

function parseJson(body: unknown): unknown {
  try {
    return typeof body === 'string' ? JSON.parse(body) : undefined;
  } catch {
    throw new FhirError(400, 'structure', 'the body is not JSON');
  }
}

function sendResource(response: Response, resource: FhirResource | Bundle, status = 200): void {
  response.status(status).type(FHIR_JSON).send(JSON.stringify(resource));
}

function setVersionHeaders(
  response: Response,
  { versionId, lastUpdated }: { versionId: string; lastUpdated: string },
): void {
  response.set({ ETag: `W/"${versionId}"`, 'Last-Modified': new Date(lastUpdated).toUTCString() });
}

function sendVersion(response: Response, version: LiveVersion): void {
  setVersionHeaders(response, version);
  sendResource(response, version.resource);
}

/** `Prefer: return=minimal` leaves the body out, as the client asks. */
function sendOutcome(
  request: Request,
  response: Response,
  { base }: FhirService,
  { status, version }: WriteOutcome,
): void {
  setVersionHeaders(response, version);
  const { type, id, versionId, resource } = version;
  if (status !== 204) response.set('Location', `${base}/${type}/${id}/_history/${versionId}`);
  if (resource === undefined || request.get('Prefer')?.includes('return=minimal') === true)
    response.status(status).end();
  else sendResource(response, resource, status);
}

/** Every error as an OperationOutcome; what is not ours says nothing of the inside. */
function errorHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const refusal = toFhirError(error);
    if (refusal.status >= 500)
      log.error('the sandbox EHR failed', {
        path: request.path,
        cause: error instanceof Error ? error.name : typeof error,
      });
    response.set(refusal.headers);
    sendResource(response, toOutcome(refusal.issueCode, refusal.message), refusal.status);
  };
}

function toFhirError(error: unknown): FhirError {
  if (error instanceof FhirError) return error;
  const status = isRecord(error) ? error['status'] : undefined;
  if (status === 413) return new FhirError(413, 'too-long', `the body is larger than ${MAX_BODY}`);
  if (status === 400) return new FhirError(400, 'structure', 'the request could not be read');
  if (status === 415)
    return new FhirError(415, 'not-supported', 'the body has an encoding that this server does not know');
  return new FhirError(500, 'exception', 'the server failed');
}
