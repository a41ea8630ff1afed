import { join } from 'node:path';
import type { FhirResource } from 'fhir/r4.js';
import { AppError } from '#kernel/index.ts';
import { createSandbox, type Sandbox } from '#sandbox/index.ts';
import { createEhrPage } from '#sandbox/page/index.ts';
import { createPopulation } from '#sandbox/population/index.ts';
import type { Site } from '#sites/index.ts';
import { STANDALONE_SCOPE } from '#smart/index.ts';
import type { Services } from './services.ts';

/** The tenant that the sandbox's chart reviews belong to. */
const DEMO_TENANT = '0193a000-0000-7000-8000-000000000001';
const CLIENT_ID = 'revrx';

export interface SandboxRun extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** RevRx's connection to it. */
  readonly site: Site;
}

/** Starts the synthetic EHR and connects RevRx to it. What is written into it survives restarts, in REVRX_HOME. */
export async function startSandbox(
  services: Services,
  { population }: { readonly population?: readonly FhirResource[] } = {},
): Promise<SandboxRun> {
  const { config, log, clock } = services;
  if (config.sandbox === undefined) {
    throw new AppError('config-invalid', { publicMessage: 'The sandbox EHR is switched off. Set SANDBOX=true.' });
  }
  const sandbox = await createSandbox({
    port: config.sandbox.port,
    dataDir: join(config.home, 'sandbox'),
    population: population ?? createPopulation(),
    clients: [],
    page: createEhrPage,
    log,
    clock,
    production: config.production,
  });
  const site = await connect(services, sandbox);
  sandbox.registerClient({
    clientId: CLIENT_ID,
    name: 'RevRx',
    jwksUri: `${config.publicUrl}/sites/${site.id}/jwks.json`,
    redirectUris: [`${config.publicUrl}/callback`],
    launchUrl: `${config.publicUrl}/launch`,
    grantTypes: ['authorization_code', 'refresh_token', 'client_credentials'],
    scope: `${site.launchScope} ${site.backendScope} ${STANDALONE_SCOPE}`,
  });
  return { sandbox, site, [Symbol.asyncDispose]: () => sandbox.stop() };
}

/** The connection of an earlier start, or a new one. */
async function connect({ sites }: Services, { fhirBaseUrl, port }: Sandbox): Promise<Site> {
  const known = await sites.findSiteByIssuer(fhirBaseUrl);
  if (known !== undefined) return known;
  if ((await sites.listSites(DEMO_TENANT)).length === 0) {
    await sites.addTenant('Demonstration hospital', DEMO_TENANT).catch(() => undefined);
  }
  return sites.addSite(DEMO_TENANT, {
    name: `Sandbox EHR on port ${port}`,
    fhirBaseUrl,
    clientId: CLIENT_ID,
    frameAncestors: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
    nightlyEnabled: false,
  });
}
