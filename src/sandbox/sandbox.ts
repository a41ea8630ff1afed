import { join } from 'node:path';
import express, { type Express } from 'express';
import { AppError, silentLog, systemClock } from '#kernel/index.ts';
import { FaultRules } from './faults/fault-rules.ts';
import { createAuthenticate } from './fhir/bearer-token.ts';
import type { FhirService } from './fhir/service.ts';
import { createFileJournal } from './journal.ts';
import { listen, type Listening } from './listen.ts';
import { createAuthorizationServer, ISSUER_PATH, type AuthorizationServer } from './oauth/authorization-server.ts';
import { isIdTokenFault, type IdTokenFault } from './oauth/id-token-faults.ts';
import type {
  ClientRegistration,
  Expirable,
  Sandbox,
  SandboxOptions,
  SandboxServices,
  TokenLifetimes,
} from './options.ts';
import { addRoutes } from './routes.ts';
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
 * @throws AppError config-invalid in production (its people are invented and its doors are open) and when the port is taken
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

async function compose(app: Express, listening: Listening, options: SandboxOptions): Promise<Sandbox> {
  const parts = await createParts(options.publicUrl ?? `http://localhost:${listening.port}`, options);
  const { authorization, clients, faults, lifetimes, pages, fhir } = parts;
  const services = toServices(parts);
  const hosts = [new URL(services.url).hostname, ...(options.hosts ?? [])];
  addRoutes(app, { hosts, authorization, faults, fhir, page: options.page?.(services), log: options.log ?? silentLog });
  return {
    ...services,
    port: listening.port,
    registerClient: (client) => void clients.set(client.clientId, client),
    setLifetimes: (changed) => void Object.assign(lifetimes, changed),
    expire: (what) => expire(what, authorization, pages),
    stop: () => listening.close(),
    [Symbol.asyncDispose]: () => listening.close(),
  };
}

interface Parts {
  readonly url: string;
  readonly fhir: FhirService;
  readonly faults: FaultRules;
  readonly clients: Map<string, ClientRegistration>;
  readonly lifetimes: TokenLifetimes;
  readonly pages: ResultPages;
  readonly authorization: AuthorizationServer;
}

async function createParts(url: string, options: SandboxOptions): Promise<Parts> {
  const { clock = systemClock, log = silentLog, validate = () => [] } = options;
  const base = `${url}/fhir`;
  const store = createStore(options);
  const faults = new FaultRules();
  const clients = new Map(options.clients.map((client) => [client.clientId, client]));
  const lifetimes = { ...LIFETIMES, ...options.lifetimes };
  const pages = new ResultPages(clock, () => lifetimes.pageSeconds);
  const authorization = await createAuthorizationServer({
    publicUrl: url,
    fhirBaseUrl: base,
    store,
    clock,
    log,
    lifetimes: () => lifetimes,
    client: (id) => clients.get(id),
    idTokenFault: () => dueIdTokenFault(faults),
  });
  const fhir = { store, base, clock, pages, validate, authenticate: createAuthenticate(authorization.findGrant) };
  return { url, fhir, faults, clients, lifetimes, pages, authorization };
}

function createStore({ population, dataDir, clock = systemClock }: SandboxOptions): FhirStore {
  if (dataDir === undefined) return createFhirStore({ population, clock });
  return createFhirStore({ population, clock, journal: createFileJournal(join(dataDir, 'sandbox-journal.ndjson')) });
}

function dueIdTokenFault(faults: FaultRules): IdTokenFault | undefined {
  const kind = faults.due('POST', `${ISSUER_PATH}/token`, isIdTokenFault)?.kind;
  return kind !== undefined && isIdTokenFault(kind) ? kind : undefined;
}

function toServices({ url, fhir, faults, clients, authorization }: Parts): SandboxServices {
  return {
    url,
    fhirBaseUrl: fhir.base,
    issuer: authorization.endpoints.issuer,
    store: fhir.store,
    faults,
    clients: () => [...clients.values()],
    createLaunch: (request) => authorization.launches.create(request),
    launchUrl: (clientId, request) => {
      const launchUrl = clients.get(clientId)?.launchUrl;
      if (launchUrl === undefined) throw new RangeError('this client has no launch URL');
      const target = new URL(launchUrl);
      target.searchParams.set('iss', fhir.base);
      target.searchParams.set('launch', authorization.launches.create(request));
      return target.href;
    },
  };
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
