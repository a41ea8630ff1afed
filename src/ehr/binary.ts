import { EhrError, describe } from './ehr-error.ts';
import type { EhrAnswer, Exchange } from './exchange.ts';
import { resourceOf } from './fhir-answer.ts';
import { isRecord } from './fhir/fields.ts';
import { parseJsonBody } from './read-body.ts';

export interface BinaryContent {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
}

/**
 * The content of a document, from the attachment's address as it stands. Servers give it raw, or as a Binary resource with
 * its data in Base64; which one is read off the answer.
 *
 * @param contentType the attachment's, asked for in `Accept`
 * @throws EhrError also `ehr-foreign-origin` for an address that is not under the FHIR base
 */
export async function readBinary(
  exchange: Exchange,
  address: string,
  contentType: string | undefined,
): Promise<BinaryContent> {
  try {
    return toContent(await exchange.send(request(address, contentType ?? '*/*')));
  } catch (error) {
    const refusesType = error instanceof EhrError && (error.status === 406 || error.status === 415);
    if (!refusesType) throw error;
    return toContent(await exchange.send(request(address, 'application/fhir+json')));
  }
}

function request(address: string, accept: string) {
  return { method: 'GET', address, headers: { accept } } as const;
}

function toContent(answer: EhrAnswer): BinaryContent {
  const contentType = answer.headers.get('content-type') ?? undefined;
  if (!/^application\/(?:fhir\+)?json\b/i.test(contentType ?? '')) return { bytes: answer.body, contentType };
  const value = parseJsonBody(answer.body);
  if (!isRecord(value) || typeof value['resourceType'] !== 'string') return { bytes: answer.body, contentType };
  const binary = resourceOf(answer, 'Binary');
  if (binary.data === undefined) {
    throw new EhrError('ehr-not-found', {
      publicMessage: 'The EHR has no content for this document.',
      detail: `${describe(answer.label)}: Binary without data`,
      status: answer.status,
    });
  }
  return { bytes: Buffer.from(binary.data, 'base64'), contentType: binary.contentType };
}
