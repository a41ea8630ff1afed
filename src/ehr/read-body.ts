import { EhrError, describe, type RequestLabel } from './ehr-error.ts';

/**
 * The whole body of an answer, as long as it has at most so many bytes.
 *
 * @throws EhrError `ehr-malformed` for a longer one; whatever the connection throws when it breaks
 */
export async function readBody(response: Response, maxBytes: number, label: RequestLabel): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > maxBytes) {
      await response.body.cancel().catch(() => undefined);
      throw new EhrError('ehr-malformed', {
        publicMessage: 'The EHR sent an answer that is larger than RevRx reads.',
        detail: `${describe(label)}: more than ${maxBytes} bytes`,
        status: response.status,
      });
    }
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, length);
}

/** The body as JSON; undefined for an empty body and for what is no JSON, such as an HTML page or half an answer. */
export function parseJsonBody(body: Uint8Array): unknown {
  if (body.length === 0) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return value;
  } catch {
    return undefined;
  }
}
