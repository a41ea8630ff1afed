import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { AppError, silentLog, systemClock, type Clock, type Log } from '#kernel/index.ts';
import { FaultRules } from './faults/fault-rules.ts';
import { faultMiddleware } from './faults/fault-answer.ts';
import { createFaultRoutes } from './faults/fault-routes.ts';
import { Access } from './fhir/access.ts';
import { FhirError, toOutcome } from './fhir/fhir-error.ts';
import { createFhirRouter } from './fhir/router.ts';
import type { FhirService } from './fhir/service.ts';
import { createFileJournal } from './journal.ts';
import { listen, type Listening } from './listen.ts';
import { createAuthorizationServer, ISSUER_PATH, type AuthorizationServer } from './oauth/authorization-server.ts';
import { isIdTokenFault, type IdTokenFault } from './oauth/id-token-faults.ts';
import { SMART_STYLE } from './oauth/launch-context.ts';
import { smartConfiguration } from './oauth/smart-configuration.ts';
import type {
  ClientRegistration,
  Expirable,
  LaunchRequest,
  Sandbox,
  SandboxOptions,
  SandboxServices,
  TokenLifetimes,
} from './options.ts';
import { isRecord } from './search/values.ts';
import { ResultPages } from './search/result-pages.ts';
import { createFhirStore, type FhirStore } from './store.ts';

const LIFETIMES: TokenLifetimes = {
  accessTokenSeconds: 3600,
  backendTokenSeconds: 300,
  refreshTokenSeconds: 30 * 24 * 3600,
  codeSeconds: 60,
  launchSeconds: 300,
  pageSeconds: 600,
};

/**
 * Starts the synthetic EHR and resolves when it answers.
 * @throws AppError config-invalid in production: its people are invented and its doors are open
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  if (options.production === true) {
    throw new AppError('config-invalid', {
      publicMessage: 'The sandbox EHR does not run in production: connect a real EHR instead.',
    });
  }
  const app = express().disable('x-powered-by').set('query parser', 'simple').set('etag', false);
  const listening = await listen(app, options);
  try {
    return await compose(app, listening, options);
  } catch (error) {
    await listening.close();
    throw error;
  }
}

async function compose(app: Express, { port, close }: Listening, options: SandboxOptions): Promise<Sandbox> {
  const { clock = systemClock, log = silentLog } = options;
  const url = options.publicUrl ?? `http://localhost:${port}`;
  const fhirBaseUrl = `${url}/fhir`;
  const store = createStore(options, clock);
  const faults = new FaultRules();
  const clients = new Map(options.clients.map((client) => [client.clientId, client]));
  let lifetimes: TokenLifetimes = { ...LIFETIMES, ...options.lifetimes };
  const idTokenFault = (): IdTokenFault | undefined => {
    const kind = faults.due('POST', `${ISSUER_PATH}/token`, isIdTokenFault)?.kind;
    return kind !== undefined && isIdTokenFault(kind) ? kind : undefined;
  };
  const authorization = await createAuthorizationServer({
    ...{ publicUrl: url, fhirBaseUrl, store, clock, log, idTokenFault },
    lifetimes: () => lifetimes,
    client: (id) => clients.get(id),
  });
  const pages = new ResultPages(clock, () => lifetimes.pageSeconds);
  const createLaunch = (request: LaunchRequest): string => authorization.launches.create(request);
  const services: SandboxServices = {
    ...{ url, fhirBaseUrl, issuer: authorization.endpoints.issuer, store, faults, createLaunch },
    clients: () => [...clients.values()],
    launchUrl: (clientId, request) => toLaunchUrl(clients.get(clientId), fhirBaseUrl, createLaunch(request)),
  };
  addRoutes(app, {
    services,
    authorization,
    faults,
    options,
    log,
    service: toFhirService(services, authorization, { clock, pages, validate: options.validate ?? (() => []) }),
  });
  return {
    ...services,
    port,
    registerClient: (client) => void clients.set(client.clientId, client),
    setLifetimes: (changed) => {
      lifetimes = { ...lifetimes, ...changed };
    },
    expire: (what) => expire(what, authorization, pages),
    stop: close,
    [Symbol.asyncDispose]: close,
  };
}

function createStore({ population, dataDir }: SandboxOptions, clock: Clock): FhirStore {
  const journal = dataDir === undefined ? undefined : createFileJournal(join(dataDir, 'sandbox-journal.ndjson'));
  return createFhirStore({ population, clock, ...(journal === undefined ? {} : { journal }) });
}

function toLaunchUrl(client: ClientRegistration | undefined, iss: string, launch: string): string {
  if (client?.launchUrl === undefined) throw new RangeError('this client has no launch URL');
  const url = new URL(client.launchUrl);
  url.searchParams.set('iss', iss);
  url.searchParams.set('launch', launch);
  return url.href;
}

function expire(what: Expirable, { storage, launches }: AuthorizationServer, pages: ResultPages): void {
  if (what === 'launches') return launches.expireAll();
  if (what === 'pages') return pages.expireAll();
  const models = {
    'access-tokens': ['AccessToken', 'ClientCredentials'],
    'refresh-tokens': ['RefreshToken'],
    codes: ['AuthorizationCode'],
  } as const;
  for (const model of models[what]) storage.expire(model);
}

function toFhirService(
  { store, fhirBaseUrl }: SandboxServices,
  authorization: AuthorizationServer,
  parts: Pick<FhirService, 'clock' | 'pages' | 'validate'>,
): FhirService {
  return {
    ...{ ...parts, store, base: fhirBaseUrl },
    authenticate: async (request) => {
      const [, token] = /^Bearer ([\w.~+/=-]+)$/.exec(request.get('Authorization') ?? '') ?? [];
      const grant = token === undefined ? undefined : await authorization.findGrant(token);
      if (grant !== undefined) return new Access(grant);
      const challenge = token === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
      throw new FhirError(401, 'login', 'a valid bearer token is needed', { 'WWW-Authenticate': challenge });
    },
  };
}

interface Routing {
  readonly services: SandboxServices;
  readonly authorization: AuthorizationServer;
  readonly faults: FaultRules;
  readonly options: SandboxOptions;
  readonly log: Log;
  readonly service: FhirService;
}

function addRoutes(app: Express, { services, authorization, faults, options, log, service }: Routing): void {
  const { endpoints } = authorization;
  app.use(onlyKnownHosts([new URL(services.url).hostname, ...(options.hosts ?? [])]));
  app.use('/faults', createFaultRoutes(faults));
  app.use(['/fhir', ISSUER_PATH], faultMiddleware(faults));
  app.get(
    '/fhir/.well-known/smart-configuration',
    (_request, response) => void response.json(smartConfiguration(endpoints)),
  );
  app.get('/smart-style.json', (_request, response) => void response.json(SMART_STYLE));
  app.use('/fhir', createFhirRouter(service, { authorize: endpoints.authorize, token: endpoints.token }, log));
  app.use(ISSUER_PATH, authorization.router);
  if (options.page !== undefined) app.use('/', options.page(services));
  app.use(plainErrors(log));
}

/** Outside of FHIR and OAuth: a sentence, never a stack trace. */
function plainErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = isRecord(error) && error['status'] === 400 ? 400 : 500;
    if (status === 500) log.error('a page of the sandbox EHR failed', { path: request.path, cause: String(error) });
    response
      .status(status)
      .json({ error: status === 400 ? 'The request could not be read.' : 'The sandbox EHR failed.' });
  };
}

/** A page on the web cannot reach the sandbox under a name of its own (DNS rebinding). */
function onlyKnownHosts(hosts: readonly string[]): RequestHandler {
  const known = new Set(['localhost', '127.0.0.1', '[::1]', ...hosts]);
  return (request, response, next) => {
    const host = request.headers.host?.replace(/:\d+$/, '') ?? '';
    if (known.has(host)) return next();
    response
      .status(421)
      .type('application/fhir+json')
      .send(JSON.stringify(toOutcome('security', 'this server does not go by that name')));
  };
}
