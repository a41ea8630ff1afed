import { AppError } from '#kernel/index.ts';
import type { Site } from '#sites/index.ts';
import type { BackendTokens } from './backend-tokens.ts';
import { requireS256 } from './discovery-document.ts';
import type { SiteConnection, SiteConnections } from './openid-configurations.ts';

export interface CheckResult {
  readonly name: 'discovery' | 'pkce' | 'openid' | 'keys' | 'backend-token' | 'capabilities';
  readonly ok: boolean;
  /** What was found, or what to do. */
  readonly message: string;
}

export interface SiteReport {
  readonly siteId: string;
  readonly name: string;
  readonly ok: boolean;
  readonly checks: readonly CheckResult[];
}

interface Dependencies {
  readonly connections: SiteConnections;
  readonly backendTokens: BackendTokens;
}

/** Tries a connection as far as that goes without a user, and says in sentences what works. Never throws for the EHR's faults. */
export async function checkSite({ connections, backendTokens }: Dependencies, site: Site): Promise<SiteReport> {
  const checks: CheckResult[] = [];
  const attempt = async (name: CheckResult['name'], work: () => Promise<string> | string): Promise<void> => {
    checks.push(await outcomeOf(name, work));
  };
  let connection: SiteConnection | undefined;
  await attempt('discovery', async () => {
    connection = await connections.connectAfresh(site);
    return `The SMART configuration is valid; tokens come from ${connection.discovered.smart.tokenEndpoint}.`;
  });
  if (connection !== undefined) {
    const { smart, openid } = connection.discovered;
    await attempt('pkce', () => {
      requireS256(smart, site.quirks);
      return 'PKCE with S256 is supported.';
    });
    if (openid !== undefined) await attempt('openid', () => checkIdTokenKeys(connection, openid.jwksUri));
    await attempt('keys', () => checkSigningAlgorithm(site, smart.signingAlgorithms));
    await attempt('backend-token', () => checkBackendToken(backendTokens, site));
    await attempt('capabilities', () => checkCapabilities(connection, site));
  }
  return { siteId: site.id, name: site.name, ok: checks.every(({ ok }) => ok), checks };
}

async function outcomeOf(name: CheckResult['name'], work: () => Promise<string> | string): Promise<CheckResult> {
  try {
    return { name, ok: true, message: await work() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { name, ok: false, message: error.publicMessage };
  }
}

async function checkIdTokenKeys(connection: SiteConnection | undefined, jwksUri: string): Promise<string> {
  const body: unknown = await fetchJson(connection, jwksUri, 'application/json');
  const keys = typeof body === 'object' && body !== null && 'keys' in body && Array.isArray(body.keys) ? body.keys : [];
  if (keys.length === 0) {
    throw new AppError('oauth-discovery-failed', {
      publicMessage: 'The EHR publishes no keys for its id_tokens, so nobody can be signed in.',
    });
  }
  return `The EHR publishes ${keys.length} ${keys.length === 1 ? 'key' : 'keys'} for its id_tokens.`;
}

function checkSigningAlgorithm(site: Site, supported: readonly string[] | undefined): string {
  if (site.authMethod === 'client_secret_basic') return 'RevRx proves itself with a client secret.';
  if (supported !== undefined && !supported.includes(site.signingAlgorithm)) {
    throw new AppError('oauth-discovery-failed', {
      publicMessage: `The EHR does not accept ${site.signingAlgorithm}; it offers ${supported.join(', ')}. Change the connection's signing algorithm.`,
    });
  }
  return `RevRx signs with ${site.signingAlgorithm}; the EHR reads its keys at /sites/${site.id}/jwks.json.`;
}

async function checkBackendToken(backendTokens: BackendTokens, site: Site): Promise<string> {
  const { grantedScope } = await backendTokens.fetch(site.id);
  const granted = new Set(grantedScope.split(' '));
  const missing = site.backendScope.split(' ').filter((scope) => !granted.has(scope));
  const note = missing.length === 0 ? '' : ` Not granted as asked: ${missing.join(', ')}.`;
  return `The EHR gave a token for nightly work.${note}`;
}

async function checkCapabilities(connection: SiteConnection | undefined, site: Site): Promise<string> {
  const body: unknown = await fetchJson(
    connection,
    `${site.fhirBaseUrl.replace(/\/$/, '')}/metadata`,
    'application/fhir+json',
  );
  const version = typeof body === 'object' && body !== null && 'fhirVersion' in body ? body.fhirVersion : undefined;
  if (typeof version !== 'string' || !version.startsWith('4.')) {
    throw new AppError('ehr-malformed', {
      publicMessage: 'The EHR does not say that it speaks FHIR R4, which RevRx needs.',
    });
  }
  return `The EHR speaks FHIR ${version}.`;
}

async function fetchJson(connection: SiteConnection | undefined, address: string, accept: string): Promise<unknown> {
  const response = await connection?.fetch(address, { headers: { accept } });
  if (response?.status !== 200) {
    throw new AppError('ehr-malformed', {
      publicMessage: `${new URL(address).pathname} answered ${response?.status ?? 'nothing'}.`,
    });
  }
  try {
    return await response.json();
  } catch (cause) {
    throw new AppError('ehr-malformed', {
      publicMessage: `${new URL(address).pathname} answered something other than JSON.`,
      cause,
    });
  }
}
