import { createServer, type ServerResponse } from 'node:http';

/** A line of a batch as it was uploaded. */
export interface BatchLine {
  readonly custom_id: string;
  readonly method: string;
  readonly url: string;
  readonly body: {
    readonly model: string;
    readonly input: readonly { readonly content: readonly { readonly text: string }[] }[];
  };
}

/** What becomes of one request of a batch: an answer's text, a status of failure, or no time left. */
export type BatchFate = { readonly text: string } | { readonly status: number } | 'expired';

export interface BatchServer extends AsyncDisposable {
  readonly baseUrl: string;
  readonly uploads: BatchLine[][];
  readonly batches: Record<string, unknown>[];
  readonly deleted: string[];
  /** `POST /v1/files`, in their order. */
  readonly requests: string[];
  /** Ends the last batch, or the one at a position: what each request came to. Half the lines of a batch that expires are answered. */
  finish(status: 'completed' | 'expired' | 'failed', fate: (line: BatchLine) => BatchFate, position?: number): void;
  /** The next request to start a batch is carried out and its answer lost on the way. */
  loseNextAnswer(): void;
  /** Called with every request (`POST /v1/files`): before it is carried out, and after, when its answer is still to be sent. */
  watch(watcher: (request: string, when: 'before' | 'after') => void): void;
}

/** A server on loopback that speaks the Files and Batches APIs. */
export async function startBatchServer(): Promise<BatchServer> {
  const files = new Map<string, string>();
  const uploads: BatchLine[][] = [];
  const batches: Record<string, unknown>[] = [];
  const deleted: string[] = [];
  const requests: string[] = [];
  let losing = false;
  let watch: (request: string, when: 'before' | 'after') => void = () => undefined;
  const json = (response: ServerResponse, body: unknown, status = 200) => {
    const { method, url } = response.req;
    watch(`${method} ${url?.split('?')[0]}`, 'after');
    return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const answer = (method: string, path: string, body: string, response: ServerResponse): unknown => {
    const id = path.split('/')[3] ?? '';
    if (method === 'POST' && path === '/v1/files') {
      const content = /\r\n\r\n(\{[\s\S]*?\})\r\n--/.exec(body)?.[1] ?? '';
      files.set(`file-${files.size + 1}`, content);
      uploads.push(content.split('\n').map((line): BatchLine => JSON.parse(line)));
      return json(response, { id: `file-${files.size}`, object: 'file', purpose: 'batch' });
    }
    if (method === 'POST' && path === '/v1/batches') {
      const request: Record<string, unknown> = JSON.parse(body);
      const batch = {
        id: `batch-${batches.length + 1}`,
        object: 'batch',
        status: 'in_progress',
        created_at: Math.floor(Date.now() / 1000),
        request_counts: { total: 0, completed: 0, failed: 0 },
        ...request,
      };
      batches.push(batch);
      if (losing) return response.destroy();
      return json(response, batch);
    }
    if (method === 'GET' && path === '/v1/batches')
      return json(response, { object: 'list', data: batches.toReversed(), has_more: false });
    if (method === 'GET' && path.startsWith('/v1/batches/'))
      return json(response, batches.find((batch) => batch['id'] === id) ?? {});
    if (method === 'GET' && path.endsWith('/content')) return response.writeHead(200).end(files.get(id));
    if (method === 'DELETE') {
      deleted.push(id);
      return json(response, { id, object: 'file', deleted: true });
    }
    return json(response, { error: { message: 'none' } }, 404);
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [path = ''] = (request.url ?? '').split('?');
      requests.push(`${request.method} ${path}`);
      watch(`${request.method} ${path}`, 'before');
      answer(request.method ?? '', path, Buffer.concat(chunks).toString('utf8'), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    uploads,
    batches,
    deleted,
    requests,
    watch: (watcher) => {
      watch = watcher;
    },
    loseNextAnswer: () => {
      losing = true;
    },
    finish(status, fate, position = -1) {
      const batch = batches.at(position) ?? {};
      const own = String(batch['id']);
      const results = (uploads.at(position) ?? []).map((line) => toResult(line, fate(line)));
      const store = (name: string, lines: readonly object[]) => {
        if (lines.length === 0) return;
        files.set(`file-${own}-${name}`, lines.map((line) => JSON.stringify(line)).join('\n'));
        batch[`${name}_file_id`] = `file-${own}-${name}`;
      };
      batch['status'] = status;
      if (status === 'failed') return;
      store(
        'output',
        results.filter(({ error }) => error === null),
      );
      store(
        'error',
        results.filter(({ error }) => error !== null),
      );
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const USAGE = {
  input_tokens: 4000,
  input_tokens_details: { cached_tokens: 3000 },
  output_tokens: 500,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 4500,
};

function toResult({ custom_id, body }: BatchLine, fate: BatchFate) {
  if (fate === 'expired')
    return {
      id: 'r',
      custom_id,
      response: null,
      error: { code: 'batch_expired', message: 'This request could not be executed in time.' },
    };
  if ('status' in fate)
    return {
      id: 'r',
      custom_id,
      response: { status_code: fate.status, body: { error: { message: 'scripted' } } },
      error: { code: String(fate.status), message: 'scripted' },
    };
  const content = [{ type: 'output_text', text: fate.text, annotations: [] }];
  const output = [{ id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content }];
  const response = {
    id: 'resp_1',
    object: 'response',
    status: 'completed',
    model: `${body.model}-2026-01-01`,
    output,
    usage: USAGE,
  };
  return { id: 'r', custom_id, response: { status_code: 200, request_id: 'q', body: response }, error: null };
}
