import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import type { Response, ResponseCreateParamsBase } from 'openai/resources/responses/responses';
import { systemClock, type Clock, type Secret } from '#kernel/index.ts';
import { NO_TOKENS, type AnswerSource, type AskOptions, type ModelReply, type ModelRequest } from './answer-source.ts';
import { readResponse } from './read-response.ts';
import { toBody } from './request-body.ts';
import { parseRetryAfter, pauseBefore, realSleep, type Sleep } from './retry.ts';

export interface OpenAiOptions {
  readonly apiKey: Secret<string>;
  /** Of OpenAI, Azure OpenAI (`https://NAME.openai.azure.com/openai/v1`) or any server that speaks the Responses API. */
  readonly baseUrl: string;
  /** Name of the model, or of the deployment. */
  readonly model: string;
  /** For one request, its whole answer included. */
  readonly timeoutMs: number;
  /** Further tries after 408, 409, 429, 5xx, a broken connection or a time-out. */
  readonly maxRetries: number;
  readonly clock?: Clock;
  readonly sleep?: Sleep;
}

/** One failed try. */
interface Failed {
  readonly failure: 'unavailable' | 'timed-out' | 'not-permitted' | 'content-filter';
  readonly detail: string;
  readonly again: boolean;
  readonly retryAfterMs?: number | undefined;
}

/** Asks a server of the Responses API. Nothing is kept there (`store: false`), nothing is followed elsewhere, nothing is logged. */
export function createOpenAiSource(options: OpenAiOptions): AnswerSource {
  const { model, maxRetries, clock = systemClock, sleep = realSleep } = options;
  const client = createClient(options);
  return {
    model,
    async ask(request, { signal, onText }) {
      for (let attempt = 0; ; attempt += 1) {
        signal.throwIfAborted();
        const tried = await tryOnce(client, request, { signal, onText, options, clock });
        if (!('again' in tried)) return withRequests(tried, attempt + 1);
        const pause = tried.again && attempt < maxRetries ? pauseBefore(attempt, tried.retryAfterMs) : undefined;
        if (pause === undefined) return giveUp(tried, attempt + 1);
        await sleep(pause, signal);
      }
    },
  };
}

function createClient({ apiKey, baseUrl, timeoutMs }: OpenAiOptions): OpenAI {
  return new OpenAI({
    apiKey: apiKey.reveal(),
    baseURL: baseUrl,
    timeout: timeoutMs,
    // Retries are ours: the SDK waits on a Retry-After only up to a minute and then guesses.
    maxRetries: 0,
    // Undefined would read OPENAI_ORG_ID and OPENAI_PROJECT_ID; the log could print bodies.
    organization: null,
    project: null,
    logLevel: 'off',
    fetchOptions: { redirect: 'error' },
  });
}

interface Try extends AskOptions {
  readonly options: OpenAiOptions;
  readonly clock: Clock;
}

async function tryOnce(
  client: OpenAI,
  request: ModelRequest,
  { signal, onText, options, clock }: Try,
): Promise<ModelReply | Failed> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const either = AbortSignal.any([signal, timeout]);
  const body = toBody(request, options.model);
  try {
    const response =
      onText === undefined
        ? await client.responses.create({ ...body, stream: false }, { signal: either })
        : await readStream(client, body, either, onText);
    if (response === undefined) return { failure: 'unavailable', detail: 'stream ended early', again: true };
    const reply = readResponse(response, options.model);
    return reply.kind === 'failed' && reply.failure === 'unavailable'
      ? { failure: 'unavailable', detail: reply.detail, again: true }
      : reply;
  } catch (error) {
    signal.throwIfAborted();
    if (timeout.aborted) return { failure: 'timed-out', detail: `no answer in ${options.timeoutMs} ms`, again: true };
    return toFailed(error, clock);
  }
}

/** The response that ends a stream; undefined when the stream ends without one. */
async function readStream(
  client: OpenAI,
  body: ResponseCreateParamsBase,
  signal: AbortSignal,
  onText: (characters: number) => void,
): Promise<Response | undefined> {
  const stream = await client.responses.create({ ...body, stream: true }, { signal });
  let characters = 0;
  let last: Response | undefined;
  for await (const event of stream) {
    if (event.type === 'response.output_text.delta') {
      characters += event.delta.length;
      onText(characters);
    } else if (
      event.type === 'response.completed' ||
      event.type === 'response.incomplete' ||
      event.type === 'response.failed'
    ) {
      last = event.response;
    }
  }
  signal.throwIfAborted();
  return last;
}

const AGAIN = new Set([408, 409, 429]);

function toFailed(error: unknown, clock: Clock): Failed {
  if (error instanceof APIUserAbortError || error instanceof APIConnectionError)
    return { failure: 'unavailable', detail: 'connection failed', again: true };
  if (!(error instanceof APIError)) return { failure: 'unavailable', detail: 'unreadable answer', again: true };
  const { status, code, headers } = error;
  const detail = `status ${status ?? 'none'}${typeof code === 'string' ? `, ${code}` : ''}`;
  if (code === 'content_filter' || code === 'content_policy_violation')
    return { failure: 'content-filter', detail, again: false };
  if (code === 'insufficient_quota') return { failure: 'not-permitted', detail, again: false };
  // An `error` event within a stream has no status.
  if (status === undefined || AGAIN.has(status) || status >= 500)
    return { failure: 'unavailable', detail, again: true, retryAfterMs: parseRetryAfter(headers, clock.now()) };
  return { failure: 'not-permitted', detail, again: false };
}

function giveUp({ failure, detail }: Failed, requests: number): ModelReply {
  return { kind: 'failed', failure, detail: `${detail}, ${requests} requests`, tokens: { ...NO_TOKENS, requests } };
}

function withRequests(reply: ModelReply, requests: number): ModelReply {
  return { ...reply, tokens: { ...reply.tokens, requests } };
}
