import { setTimeout as sleep } from 'node:timers/promises';
import { newId, type Clock, type Log, type Secret } from '#kernel/index.ts';
import { EhrError, errorForStatus, type RequestLabel } from './ehr-error.ts';
import type { FhirBase } from './fhir-base.ts';
import { issuesOf } from './operation-outcome.ts';
import { parseJsonBody, readBody } from './read-body.ts';
import { isTransient, parseRetryAfter, pauseBefore, type RetryPolicy } from './retry-policy.ts';
import { errorWithoutAnswer } from './transport-error.ts';

export interface EhrRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Absolute, or relative to the FHIR base. */
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Of a POST that only reads, and may be sent again like a GET. */
  readonly readsOnly?: boolean;
}

export interface EhrAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly label: RequestLabel;
}

export interface ExchangeOptions {
  readonly base: FhirBase;
  readonly fetch: typeof globalThis.fetch;
  readonly accessToken: () => Promise<Secret<string>>;
  /** A new token in place of one that the EHR refused; without it a refused token ends the work. */
  readonly renewToken: ((refused: Secret<string>) => Promise<Secret<string>>) | undefined;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
  readonly retry: RetryPolicy;
  readonly userAgent: string;
  /** Waits between attempts; from 0 to 1 at random. */
  readonly wait: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
  readonly random: () => number;
}

/**
 * Sends a request to the EHR and returns a successful answer, whole. A GET is sent again after network errors and statuses
 * that pass; nothing else is, because it may have been done. A refused token is renewed once for any request: a 401 did nothing.
 *
 * @throws EhrError with what went wrong; the abort reason when the caller's signal ends it
 */
export class Exchange {
  readonly #options: ExchangeOptions;

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  async send(request: EhrRequest): Promise<EhrAnswer> {
    const { base, retry, random } = this.#options;
    const url = base.resolve(request.address);
    let waitedMs = 0;
    for (let attempt = 1; ; attempt++) {
      const label = { method: request.method, path: base.pathOf(url), requestId: newId() };
      try {
        return await this.#authorized(request, url, label);
      } catch (error) {
        const repeatable = request.method === 'GET' || request.readsOnly === true;
        if (!(error instanceof EhrError) || !repeatable || !mayPass(error)) throw error;
        const pause = pauseBefore({ attempt, waitedMs, retryAfterMs: error.retryAfterMs }, retry, random());
        if (pause === undefined) throw error;
        waitedMs += pause;
        await this.#pause(pause);
      }
    }
  }

  async #authorized(request: EhrRequest, url: URL, label: RequestLabel): Promise<EhrAnswer> {
    const { accessToken, renewToken } = this.#options;
    const token = await accessToken();
    try {
      return await this.#attempt(request, url, label, token);
    } catch (error) {
      if (!(error instanceof EhrError) || error.status !== 401 || renewToken === undefined) throw error;
      return await this.#attempt(request, url, label, await renewToken(token));
    }
  }

  async #attempt(request: EhrRequest, url: URL, label: RequestLabel, token: Secret<string>): Promise<EhrAnswer> {
    const { log, clock } = this.#options;
    const startedAt = performance.now();
    try {
      const answer = await this.#fetch(request, url, label, token);
      const ms = Math.round(performance.now() - startedAt);
      log.debug('EHR answered', {
        ...label,
        path: typeOf(label.path),
        status: answer.status,
        ms,
        bytes: answer.body.length,
      });
      if (answer.status >= 200 && answer.status < 300) return answer;
      const retryAfterMs = parseRetryAfter(answer.headers.get('retry-after'), clock.now());
      const issues = issuesOf(parseJsonBody(answer.body));
      throw errorForStatus(answer.status, label, retryAfterMs === undefined ? { issues } : { issues, retryAfterMs });
    } catch (error) {
      if (error instanceof EhrError)
        log.info('EHR request failed', { ...label, path: typeOf(label.path), code: error.code, status: error.status });
      throw error;
    }
  }

  async #fetch(request: EhrRequest, url: URL, label: RequestLabel, token: Secret<string>): Promise<EhrAnswer> {
    const { fetch, signal, timeoutMs, maxBodyBytes, userAgent } = this.#options;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, {
        method: request.method,
        headers: {
          accept: 'application/fhir+json',
          'user-agent': userAgent,
          'x-request-id': label.requestId,
          ...(request.body === undefined ? {} : { 'content-type': 'application/fhir+json' }),
          ...request.headers,
          authorization: `Bearer ${token.reveal()}`,
        },
        redirect: 'manual',
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
        ...(request.body === undefined ? {} : { body: request.body }),
      });
      return {
        status: response.status,
        headers: response.headers,
        body: await readBody(response, maxBodyBytes, label),
        label,
      };
    } catch (error) {
      if (error instanceof EhrError) throw error;
      signal?.throwIfAborted();
      throw errorWithoutAnswer(error, timeout.aborted, label);
    }
  }

  async #pause(ms: number): Promise<void> {
    const { wait, signal } = this.#options;
    if (wait !== undefined) await wait(ms, signal);
    else await sleep(ms, undefined, signal === undefined ? {} : { signal });
  }
}

/** No answer, or one that says that a later one may be better. */
function mayPass({ status, code }: EhrError): boolean {
  return status === undefined ? code === 'ehr-unreachable' || code === 'ehr-timeout' : isTransient(status);
}

/** The resource type of a path: ids stay out of the log. */
function typeOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}
