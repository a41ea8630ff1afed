import OpenAI, { toFile } from 'openai';
import type { Batch } from 'openai/resources/batches';
import { AppError } from '#kernel/index.ts';
import type { ModelRequest } from '../answer-source.ts';
import type { OpenAiOptions } from '../openai-source.ts';
import { toBody } from '../request-body.ts';

/** The calls of the Batch API, in RevRx's words. Every failure is AppError `model-unavailable`: the queue tries again later. */
export interface BatchApi {
  /** One request of a batch, as the upload holds it. */
  toLine(customId: string, request: ModelRequest): object;
  /** Uploads the requests and starts the batch. Not repeated by itself: a second try could start a second batch. */
  submit(lines: readonly object[], key: string): Promise<string>;
  get(batchId: string): Promise<Batch>;
  /** The batch that carries our key, among those made since then. */
  findByKey(key: string, since: Date): Promise<Batch | undefined>;
  /** Lines of a result file. */
  lines(fileId: string): Promise<unknown[]>;
  /** Takes requests and answers off the server. What is gone already is no error. */
  deleteFiles(fileIds: readonly string[]): Promise<void>;
}

const KEY_FIELD = 'revrx_batch';
const RETRIES = 3;
/** Clocks of client and server differ. */
const SKEW_MS = 60 * 60_000;

export function createBatchApi({ apiKey, baseUrl, model, timeoutMs }: OpenAiOptions): BatchApi {
  const client = new OpenAI({
    apiKey: apiKey.reveal(),
    baseURL: baseUrl,
    timeout: timeoutMs,
    maxRetries: RETRIES,
    organization: null,
    project: null,
    logLevel: 'off',
    fetchOptions: { redirect: 'error' },
  });
  return {
    toLine: (customId, request) => ({
      custom_id: customId,
      method: 'POST',
      url: '/v1/responses',
      body: toBody(request, model),
    }),
    submit: async (lines, key) =>
      translated(async () => {
        const text = lines.map((line) => JSON.stringify(line)).join('\n');
        const upload = await toFile(Buffer.from(text, 'utf8'), `${key}.jsonl`, { type: 'application/jsonl' });
        const file = await client.files.create({ file: upload, purpose: 'batch' });
        const batch = await client.batches.create(
          {
            input_file_id: file.id,
            endpoint: '/v1/responses',
            completion_window: '24h',
            metadata: { [KEY_FIELD]: key },
          },
          { maxRetries: 0 },
        );
        return batch.id;
      }),
    get: async (batchId) => translated(async () => client.batches.retrieve(batchId)),
    findByKey: async (key, since) =>
      translated(async () => {
        for await (const batch of client.batches.list({ limit: 100 })) {
          if (batch.metadata?.[KEY_FIELD] === key) return batch;
          if (batch.created_at * 1000 < since.getTime() - SKEW_MS) return undefined;
        }
        return undefined;
      }),
    lines: async (fileId) =>
      translated(async () => {
        const text = await (await client.files.content(fileId)).text();
        return text.split('\n').flatMap(parseLine);
      }),
    async deleteFiles(fileIds) {
      await Promise.allSettled(fileIds.map(async (id) => client.files.delete(id)));
    },
  };
}

/** A line that is no JSON is one answer less, and no reason to lose the others. */
function parseLine(line: string): unknown[] {
  if (line.trim() === '') return [];
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw new AppError('model-unavailable', {
      publicMessage: 'The batch service of the language model could not be reached. It is tried again.',
      detail: cause instanceof OpenAI.APIError ? `status ${cause.status ?? 'none'}` : 'no answer',
      cause,
    });
  }
}
