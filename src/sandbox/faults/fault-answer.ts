import type { Request, RequestHandler, Response } from 'express';
import { toOutcome } from '../fhir/fhir-error.ts';
import { isIdTokenFault } from '../oauth/id-token-faults.ts';
import type { FaultKind, FaultRule } from './fault.ts';
import type { FaultRules } from './fault-rules.ts';

/** Lets the faults act on what passes through it. Mounted before the FHIR and the OAuth server. */
export function faultMiddleware(rules: FaultRules): RequestHandler {
  return (request, response, next) => {
    const path = request.originalUrl.split('?')[0] ?? '';
    const isPage = request.originalUrl.includes('_getpages=');
    const rule = rules.due(request.method, path, (kind) => actsOn(kind, isPage, isWrite(request.method, path)));
    if (rule === undefined) return next();
    const act = refusal(rule, path) ?? ACTS[rule.kind];
    if (act === undefined) return next();
    act({ request, response, next: () => next(), rule });
  };
}

const isWrite = (method: string, path: string): boolean =>
  ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method) && !path.endsWith('/_search');

function actsOn(kind: FaultKind, isPage: boolean, isWriting: boolean): boolean {
  if (isIdTokenFault(kind)) return false;
  if (kind === 'expired-paging') return isPage;
  return kind !== 'write-then-504' || isWriting;
}

interface Acting {
  readonly request: Request;
  readonly response: Response;
  readonly next: () => void;
  readonly rule: FaultRule;
}

type Act = (acting: Acting) => void;

interface Refusal {
  readonly status: number;
  readonly code: Parameters<typeof toOutcome>[0];
  readonly oauth: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const REFUSALS: Partial<Record<FaultKind, Refusal>> = {
  unauthorized: {
    status: 401,
    code: 'login',
    oauth: 'invalid_client',
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  },
  forbidden: { status: 403, code: 'forbidden', oauth: 'access_denied' },
  throttled: { status: 429, code: 'throttled', oauth: 'temporarily_unavailable' },
  'server-error': { status: 500, code: 'exception', oauth: 'server_error' },
  unavailable: { status: 503, code: 'transient', oauth: 'temporarily_unavailable' },
  'expired-paging': { status: 410, code: 'expired', oauth: 'invalid_request' },
};

function refusal({ kind, retryAfter }: FaultRule, path: string): Act | undefined {
  const known = REFUSALS[kind];
  if (known === undefined) return undefined;
  return ({ response }) => {
    const { type, text } = errorBody(path, known, 'a fault that was asked for');
    response.status(known.status).set(known.headers ?? {});
    if (retryAfter !== undefined) response.set('Retry-After', retryAfter);
    response.type(type).send(text);
  };
}

/** FHIR errors are OperationOutcomes, OAuth errors are RFC 6749's. */
function errorBody(path: string, { code, oauth }: Pick<Refusal, 'code' | 'oauth'>, description: string) {
  return path.startsWith('/fhir')
    ? { type: 'application/fhir+json', text: JSON.stringify(toOutcome(code, description)) }
    : { type: 'application/json', text: JSON.stringify({ error: oauth, error_description: description }) };
}

const HTML = '<!doctype html><title>Sign in</title><h1>Please sign in</h1><p>Your session has ended.</p>';
const STRANGER = JSON.stringify({ resourceType: 'Parameters', parameter: [{ name: 'stranger', valueBoolean: true }] });
const DRIP_PIECES = 8;
const DEFAULT_DELAY_MS = 1000;

const ACTS: Partial<Record<FaultKind, Act>> = {
  // The request stays open until the client gives up, or the server stops.
  'time-out': ({ request }) => void request.resume(),
  'connection-reset': ({ request }) => void request.socket.resetAndDestroy(),
  'html-answer': ({ response }) => void response.status(200).type('html').send(HTML),
  'wrong-content': ({ response }) => void response.status(200).type('application/fhir+json').send(STRANGER),
  slow: ({ response, next, rule }) => delay(response, rule.delayMs ?? DEFAULT_DELAY_MS, next),
  drip: ({ response, next, rule }) => {
    captureBody(response, (body) => dripBody(response, body, rule.delayMs ?? DEFAULT_DELAY_MS));
    next();
  },
  'truncated-body': ({ response, next }) => {
    captureBody(response, (body) => {
      response.setHeader('Content-Length', body.length);
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
    });
    next();
  },
  'write-then-504': ({ request, response, next }) => {
    const refused = { code: 'timeout', oauth: 'temporarily_unavailable' } as const;
    const { type, text } = errorBody(request.originalUrl, refused, 'the gateway gave up waiting');
    captureBody(response, () => {
      for (const name of ['ETag', 'Location', 'Last-Modified']) response.removeHeader(name);
      response.statusCode = 504;
      response.setHeader('Content-Type', type);
      response.setHeader('Content-Length', Buffer.byteLength(text));
      response.end(text);
    });
    next();
  },
};

function delay(response: Response, ms: number, then: () => void): void {
  const timer = setTimeout(then, ms);
  response.once('close', () => clearTimeout(timer));
}

function dripBody(response: Response, body: Buffer, delayMs: number): void {
  const size = Math.max(1, Math.ceil(body.length / DRIP_PIECES));
  const send = (offset: number): void => {
    if (offset >= body.length) return void response.end();
    response.write(body.subarray(offset, offset + size));
    delay(response, delayMs, () => send(offset + size));
  };
  send(0);
}

/** Holds back what the handlers write; `send` decides, with the true `write` and `end` back in place. */
function captureBody(response: Response, send: (body: Buffer) => void): void {
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = (chunk: unknown) => {
    keep(chunk);
    return true;
  };
  response.end = (chunk?: unknown) => {
    keep(chunk);
    response.write = write;
    response.end = end;
    send(Buffer.concat(chunks));
    return response;
  };
}
