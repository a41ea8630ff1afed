import express, { Router } from 'express';
import type { FhirResource } from 'fhir/r4.js';
import { createHttpApp, createHttpSessions, listen, type RunningServer } from '#http/index.ts';
import { Secret, silentLog, type Clock, type Log } from '#kernel/index.ts';
import { openDatabase, type Database } from '#persistence/index.ts';
import { createSandbox, type Sandbox, type TokenLifetimes } from '#sandbox/index.ts';
import { createSiteService, type Site, type SiteInput, type SiteService } from '#sites/index.ts';
import { createSmart, launchOf, STANDALONE_SCOPE, type Launch, type Smart } from '#smart/index.ts';
import type { Vault } from '#vault/index.ts';
import { entities } from '../../src/entities.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';
import { createTestVault } from './vault.ts';

/** A clock that a test moves: real time, plus what the test adds. */
export class MovableClock implements Clock {
  #aheadMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#aheadMs);
  }

  advance(ms: number): void {
    this.#aheadMs += ms;
  }

  reset(): void {
    this.#aheadMs = 0;
  }
}

export const CLIENT_ID = 'revrx-test';

/** RevRx's front half, whole, against the sandbox EHR: real database, real vault, real HTTP on loopback. */
export interface SmartStack extends AsyncDisposable {
  readonly access: TestDatabase;
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: MovableClock;
  readonly sites: SiteService;
  readonly smart: Smart;
  readonly sandbox: Sandbox;
  readonly tenantId: string;
  readonly site: Site;
  /** `http://localhost:PORT` */
  readonly url: string;
  readonly launched: Launch[];
  readonly log: string[];
}

export interface SmartStackOptions {
  readonly lifetimes?: Partial<TokenLifetimes>;
  readonly site?: Partial<SiteInput>;
}

export async function startSmartStack(options: SmartStackOptions = {}): Promise<SmartStack> {
  const access = await createTestDatabase();
  const database = openDatabase({ connection: access.application, entities });
  const vault = await createTestVault(database);
  const clock = new MovableClock();
  const sites = createSiteService({ database, vault, clock });
  const sandbox = await createSandbox({
    port: 0,
    population: practice(),
    clients: [],
    ...(options.lifetimes === undefined ? {} : { lifetimes: options.lifetimes }),
  });
  const tenantId = await sites.addTenant('Quill Harbor Health');
  const site = await sites.addSite(tenantId, {
    name: 'Sandbox',
    fhirBaseUrl: sandbox.fhirBaseUrl,
    clientId: CLIENT_ID,
    frameAncestors: [sandbox.url],
    ...options.site,
  });
  const log: string[] = [];
  const web = await startWeb({ access, database, vault, clock, sites, log: collectingLog(log) });
  const { clientSecret } = options.site ?? {};
  sandbox.registerClient({
    clientId: CLIENT_ID,
    ...(clientSecret === undefined ? { jwksUri: `${web.url}/sites/${site.id}/jwks.json` } : { clientSecret }),
    redirectUris: [`${web.url}/callback`],
    launchUrl: `${web.url}/launch`,
    grantTypes: ['authorization_code', 'refresh_token', 'client_credentials'],
    scope: `${site.launchScope} ${STANDALONE_SCOPE} ${site.backendScope}`,
  });
  return {
    access,
    database,
    vault,
    clock,
    sites,
    sandbox,
    tenantId,
    site,
    log,
    smart: web.smart,
    url: web.url,
    launched: web.launched,
    async [Symbol.asyncDispose]() {
      await web.stop();
      await sandbox.stop();
      await database[Symbol.asyncDispose]();
      await access[Symbol.asyncDispose]();
    },
  };
}

interface WebParts {
  readonly access: TestDatabase;
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly sites: SiteService;
  readonly log: Log;
}

async function startWeb({ access, log, ...deps }: WebParts) {
  // The port comes from the operating system, and the app must know it: an empty shell listens first.
  const shell = express();
  const server: RunningServer = await listen(shell, { port: 0, graceMs: 100 });
  const url = `http://localhost:${server.port}`;
  const sessions = createHttpSessions({ connection: access.application, secret: new Secret('s'.repeat(32)), log });
  const smart = createSmart({ ...deps, publicUrl: url, production: false });
  const launched: Launch[] = [];
  const smartRouter = smart.createRouter({
    sessions: sessions.browser,
    onLaunched: async (launch) => void launched.push(launch),
  });
  const launchApi = Router({ mergeParams: true });
  launchApi.get('/', (request, response) => void response.json(launchOf(request)));
  launchApi.post('/echo', (request, response) => void response.json(request.body));
  shell.use(createHttpApp({ ...deps, log, publicUrl: url, trustProxy: 0, sessions, smart, smartRouter, launchApi }));
  return {
    url,
    smart,
    launched,
    async stop() {
      await server[Symbol.asyncDispose]();
      await sessions[Symbol.asyncDispose]();
    },
  };
}

/** Every line with its fields, as text: for tests of what must not be in it. */
function collectingLog(lines: string[]): Log {
  const write =
    (level: string) =>
    (message: string, fields = {}): void =>
      void lines.push(JSON.stringify({ level, message, ...fields }));
  const log: Log = { ...silentLog, info: write('info'), warn: write('warn'), error: write('error'), with: () => log };
  return log;
}

/** Two invented patients with a finished visit each, one with two, one with none. */
function practice(): FhirResource[] {
  return [
    { resourceType: 'Practitioner', id: 'dr-oma', name: [{ family: 'Omabe', given: ['Ines'] }] },
    { resourceType: 'Practitioner', id: 'dr-pell', name: [{ family: 'Pellworth', given: ['Odo'] }] },
    ...['ada', 'ben', 'cyd'].map((id): FhirResource => ({
      resourceType: 'Patient',
      id,
      name: [{ family: `Test-${id}` }],
    })),
    visit('visit-ada-old', 'ada', '2026-01-05'),
    visit('visit-ada', 'ada', '2026-03-02'),
    visit('visit-ben', 'ben', '2026-03-04'),
  ];
}

function visit(id: string, patient: string, day: string): FhirResource {
  return {
    resourceType: 'Encounter',
    id,
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    subject: { reference: `Patient/${patient}` },
    period: { start: `${day}T09:00:00Z`, end: `${day}T09:20:00Z` },
  };
}
