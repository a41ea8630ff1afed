import { lookup, type LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, fetch as undiciFetch, type RequestInit as UndiciRequestInit } from 'undici';
import { AppError } from '#kernel/index.ts';
import { isAllowedAddress, type AddressPolicy } from './address-guard.ts';
import type { Site } from './site.ts';

export interface GuardedRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

/** `fetch` that reaches only what it may: see `createGuardedFetch`. The body has been read; redirects come back as they are. */
export type GuardedFetch = (url: string, request?: GuardedRequest) => Promise<Response>;

export interface FetchGuard {
  /** `host` or `host:port`, lower case. */
  readonly hosts: readonly string[];
  readonly addresses: AddressPolicy;
  /** Plain http, to loopback only. */
  readonly httpOnLoopback: boolean;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1024 * 1024;

/** Connections by policy: agents keep sockets, so there is one of each kind and not one of each site. */
const agents = new Map<string, Agent>();

/**
 * A fetch for servers that an administrator named: only these hosts, https (http on loopback in development), no redirect
 * followed, the resolved address checked at connect time (so that a name cannot change under us), time and size bounded.
 * Throws AppError `ehr-foreign-origin`, `ehr-timeout`, `ehr-unreachable` or `ehr-malformed`.
 */
export function createGuardedFetch(guard: FetchGuard): GuardedFetch {
  const timeoutMs = guard.timeoutMs ?? TIMEOUT_MS;
  const maxBytes = guard.maxBytes ?? MAX_BYTES;
  return async (url, request = {}) => {
    const target = checkUrl(url, guard);
    const timeout = AbortSignal.timeout(timeoutMs);
    const init: UndiciRequestInit = {
      method: request.method ?? 'GET',
      headers: { ...request.headers },
      redirect: 'manual',
      signal: request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal]),
      dispatcher: agentFor(guard.addresses),
      ...(request.body === undefined ? {} : { body: request.body }),
    };
    try {
      const response = await undiciFetch(target, init);
      const bytes = await readBounded(response.body, maxBytes, target.host);
      return toPlainResponse(response.status, [...response.headers], bytes);
    } catch (error) {
      throw translated(error, target.host, timeout.aborted);
    }
  };
}

/** The fetch of one site, by its pinned hosts. `production` takes loopback and http away. */
export function createSiteFetch(
  site: Pick<Site, 'pinnedHosts' | 'quirks'>,
  production: boolean,
  limits: Pick<FetchGuard, 'timeoutMs' | 'maxBytes'> = {},
): GuardedFetch {
  return createGuardedFetch({
    ...limits,
    hosts: site.pinnedHosts,
    addresses: { loopback: !production, privateNetwork: site.quirks.privateNetwork === true },
    httpOnLoopback: !production,
  });
}

const LOOPBACK_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether the URL is http on this machine: where development may do without TLS. */
export function isLoopbackHttp(url: URL): boolean {
  return url.protocol === 'http:' && LOOPBACK_NAME.test(url.hostname);
}

function checkUrl(url: string, guard: FetchGuard): URL {
  if (!URL.canParse(url)) throw foreign('an address that is no URL');
  const target = new URL(url);
  const secure = target.protocol === 'https:' || (guard.httpOnLoopback && isLoopbackHttp(target));
  if (!secure) throw foreign(`${target.protocol}//${target.host}`);
  if (target.username !== '' || target.password !== '') throw foreign('a URL with credentials');
  if (!guard.hosts.includes(target.host)) throw foreign(target.host);
  const literal = target.hostname.replace(/^\[|\]$/g, '');
  // A literal address never reaches the lookup below.
  if (isIP(literal) !== 0 && !isAllowedAddress(literal, guard.addresses)) throw foreign(target.host);
  return target;
}

function agentFor(policy: AddressPolicy): Agent {
  const key = `${policy.loopback} ${policy.privateNetwork}`;
  const known = agents.get(key);
  if (known !== undefined) return known;
  const agent = new Agent({
    keepAliveTimeout: 4_000,
    connect: {
      timeout: 5_000,
      lookup(hostname, options, callback) {
        lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
          if (error !== null) return callback(error, '', 0);
          const allowed = found.filter(({ address }) => isAllowedAddress(address, policy));
          const [first] = allowed;
          if (first === undefined) return callback(new BlockedAddressError(hostname), '', 0);
          return options.all === true ? callback(null, allowed) : callback(null, first.address, first.family);
        });
      },
    },
  });
  agents.set(key, agent);
  return agent;
}

/** The name resolves to addresses that the policy keeps away from. */
class BlockedAddressError extends Error {
  constructor(hostname: string) {
    super(`${hostname} resolves to addresses that are not allowed`);
    this.name = 'BlockedAddressError';
  }
}

async function readBounded(
  body: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
  host: string,
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw new AppError('ehr-malformed', {
        publicMessage: `The EHR's answer is larger than expected (over ${maxBytes} bytes), so it was not read.`,
        detail: host,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const NO_BODY = new Set([101, 204, 205, 304]);

function toPlainResponse(status: number, headers: readonly [string, string][], bytes: Buffer<ArrayBuffer>): Response {
  const kept = headers.filter(([name]) => !['content-encoding', 'content-length', 'transfer-encoding'].includes(name));
  return new Response(NO_BODY.has(status) ? null : bytes, { status, headers: kept });
}

function foreign(host: string): AppError {
  return new AppError('ehr-foreign-origin', {
    publicMessage: `RevRx was about to contact ${host}, which is not among the addresses that this EHR connection allows. Nothing was sent. If the EHR has moved, an administrator has to confirm the new address.`,
  });
}

function translated(error: unknown, host: string, timedOut: boolean): unknown {
  if (error instanceof AppError) return error;
  const cause = rootCause(error);
  if (cause instanceof BlockedAddressError) return foreign(host);
  if (timedOut) {
    return new AppError('ehr-timeout', {
      publicMessage: 'The EHR did not answer in time. Try again in a moment.',
      detail: host,
      cause,
    });
  }
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return new AppError('ehr-unreachable', {
    publicMessage: 'The EHR cannot be reached. Try again in a moment.',
    detail: `${host} ${code ?? ''}`.trim(),
    cause,
  });
}

function rootCause(error: unknown): unknown {
  let at = error;
  for (let depth = 0; at instanceof Error && at.cause !== undefined && depth < 5; depth += 1) at = at.cause;
  return at;
}
