import { z } from 'zod';
import { NO_TOKENS, type ModelReply } from '../answer-source.ts';
import { readResponse } from '../read-response.ts';

const resultLine = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number(), body: z.looseObject({}) }).nullish(),
  error: z.object({ code: z.string().nullish() }).nullish(),
});

/** What came back for one question. `again`: it was not answered, and asking once more is sensible. */
export interface BatchAnswer {
  readonly customId: string;
  readonly reply: ModelReply | 'again';
}

/** A line of an output or error file; undefined for what is none. */
export function readLine(line: unknown, model: string): BatchAnswer | undefined {
  const parsed = resultLine.safeParse(line);
  if (!parsed.success) return undefined;
  const { custom_id: customId, response } = parsed.data;
  // Expired and cancelled requests have an error and no response.
  if (response === null || response === undefined) return { customId, reply: 'again' };
  const { status_code: status, body } = response;
  if (status >= 500 || status === 429 || status === 408) return { customId, reply: 'again' };
  if (status >= 400) {
    const failure = JSON.stringify(body).includes('content_filter') ? 'content-filter' : 'not-permitted';
    return { customId, reply: { kind: 'failed', failure, detail: `status ${status}`, tokens: NO_TOKENS } };
  }
  const reply = readResponse(body, model);
  return { customId, reply: reply.kind === 'failed' && reply.failure === 'unavailable' ? 'again' : reply };
}
