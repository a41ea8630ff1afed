import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A request as the server of the Responses API was sent it. */
export interface SentRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: {
    readonly model: string;
    readonly instructions: string;
    readonly input: readonly { readonly content: readonly { readonly text: string }[] }[];
    readonly stream?: boolean;
    readonly store?: boolean;
    readonly tools?: unknown;
    readonly max_output_tokens: number;
    readonly text: { readonly format: { readonly type: string; readonly strict: boolean; readonly schema: object } };
  };
  /** The user's text of the request. */
  readonly input: string;
}

/** What the server does with one request. */
export type Turn =
  | { readonly kind: 'text'; readonly text: string | ((request: SentRequest) => string) }
  | { readonly kind: 'refusal' }
  | { readonly kind: 'incomplete'; readonly reason: 'max_output_tokens' | 'content_filter'; readonly text?: string }
  | { readonly kind: 'failed'; readonly code: string }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: string;
      readonly headers?: Record<string, string>;
    }
  /** Takes the request and never answers. */
  | { readonly kind: 'silence' }
  /** Closes the connection: before any answer, or in the middle of the stream. */
  | { readonly kind: 'cut' }
  /** A stream that breaks off with an `error` event. */
  | { readonly kind: 'stream-error'; readonly code: string }
  | { readonly kind: 'redirect'; readonly to: string };

export interface ResponsesServer extends AsyncDisposable {
  readonly baseUrl: string;
  readonly requests: SentRequest[];
}

const USAGE = {
  input_tokens: 4000,
  input_tokens_details: { cached_tokens: 3000 },
  output_tokens: 500,
  output_tokens_details: { reasoning_tokens: 100 },
  total_tokens: 4500,
};

/** A server on loopback that speaks the Responses API, whole and streamed, by a script: one turn a request, the last one for ever. */
export async function startResponsesServer(turns: readonly Turn[]): Promise<ResponsesServer> {
  const requests: SentRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: SentRequest['body'] = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const input = body.input.flatMap(({ content }) => content.map(({ text }) => text)).join('\n');
      const sent = { path: request.url ?? '', headers: request.headers, body, input };
      requests.push(sent);
      const turn = turns[Math.min(requests.length, turns.length) - 1];
      if (turn !== undefined) take(turn, sent, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function take(turn: Turn, sent: SentRequest, response: ServerResponse): void {
  switch (turn.kind) {
    case 'silence':
      return;
    case 'status':
      response
        .writeHead(turn.status, { 'content-type': 'application/json', ...turn.headers })
        .end(
          JSON.stringify({ error: { message: 'scripted', type: 'scripted', param: null, code: turn.code ?? null } }),
        );
      return;
    case 'redirect':
      response.writeHead(307, { location: turn.to }).end();
      return;
    case 'cut':
      if (sent.body.stream !== true) response.destroy();
      else openStream(response, [created(sent), delta('{"codes":[')], () => response.destroy());
      return;
    case 'stream-error':
      openStream(response, [created(sent), { type: 'error', code: turn.code, message: 'scripted', param: null }], () =>
        response.end(),
      );
      return;
    default:
      answer(turn, sent, response);
  }
}

type Answer = Extract<Turn, { kind: 'text' | 'refusal' | 'incomplete' | 'failed' }>;

function answer(turn: Answer, sent: SentRequest, response: ServerResponse): void {
  const final = toResponse(turn, sent);
  if (sent.body.stream !== true) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(final));
    return;
  }
  const ending = { completed: 'response.completed', incomplete: 'response.incomplete', failed: 'response.failed' }[
    final.status
  ];
  const pieces = textOf(turn, sent).match(/[\s\S]{1,40}/g) ?? [];
  openStream(response, [created(sent), ...pieces.map(delta), { type: ending, response: final }], () => response.end());
}

type StreamEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

function openStream(response: ServerResponse, events: readonly StreamEvent[], end: () => void): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  events.forEach((event, index) => {
    response.write(`event: ${event.type}\ndata: ${JSON.stringify({ sequence_number: index, ...event })}\n\n`);
  });
  response.write('', end);
}

function created({ body }: SentRequest) {
  return {
    type: 'response.created',
    response: { ...shell(body.model), status: 'in_progress', output: [], usage: null },
  };
}

function delta(text: string) {
  return {
    type: 'response.output_text.delta',
    item_id: 'msg_1',
    output_index: 0,
    content_index: 0,
    delta: text,
    logprobs: [],
  };
}

function shell(model: string) {
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1_770_000_000,
    model: `${model}-2026-01-01`,
    error: null,
    incomplete_details: null,
  };
}

function toResponse(turn: Answer, sent: SentRequest) {
  const base = { ...shell(sent.body.model), usage: USAGE };
  const message = (content: object) => [
    { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content: [content] },
  ];
  const text = message({ type: 'output_text', text: textOf(turn, sent), annotations: [] });
  switch (turn.kind) {
    case 'text':
      return {
        ...base,
        status: 'completed' as const,
        output: [{ id: 'rs_1', type: 'reasoning', summary: [] }, ...text],
      };
    case 'refusal':
      return {
        ...base,
        status: 'completed' as const,
        output: message({ type: 'refusal', refusal: 'I cannot help with that.' }),
      };
    case 'incomplete':
      return { ...base, status: 'incomplete' as const, incomplete_details: { reason: turn.reason }, output: text };
    default:
      return { ...base, status: 'failed' as const, error: { code: turn.code, message: 'scripted' }, output: [] };
  }
}

function textOf(turn: Answer, sent: SentRequest): string {
  if (turn.kind !== 'text') return turn.kind === 'incomplete' ? (turn.text ?? '{"codes":[') : '';
  return typeof turn.text === 'string' ? turn.text : turn.text(sent);
}
