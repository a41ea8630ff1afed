import { createHash } from 'node:crypto';
import type { Attachment, DocumentReference } from 'fhir/r4.js';
import type { AttachmentBytes, FetchAttachment } from './chart-material.ts';

/** The attachment's own data, else what its url leads to. */
export async function bytesOfAttachment(
  attachment: Attachment,
  document: DocumentReference,
  fetchAttachment: FetchAttachment,
): Promise<AttachmentBytes> {
  if (attachment.data !== undefined) return decodeData(attachment.data, attachment.contentType);
  if (attachment.url === undefined)
    return { kind: 'gap', reason: 'missing', message: 'The document has neither data nor an address.' };
  const fetched = await fetchAttachment(attachment, document);
  return fetched.kind === 'bytes' && isCutShort(fetched.bytes, attachment)
    ? {
        kind: 'gap',
        reason: 'unreadable',
        message: 'The document is not as long as announced, and its hash differs: it may be cut short.',
      }
    : fetched;
}

/** Base64 (RFC 4648), with line breaks and without padding as some systems write it. */
export function decodeData(data: string, contentType: string | undefined): AttachmentBytes {
  const compact = data.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) {
    return { kind: 'gap', reason: 'unreadable', message: 'The data of the document is not valid Base64.' };
  }
  return { kind: 'bytes', bytes: Buffer.from(compact, 'base64'), contentType };
}

/** Servers that convert a document change its size or its hash: only both together, and fewer bytes, say that some are missing. */
function isCutShort(bytes: Uint8Array, { size, hash }: Attachment): boolean {
  if (size === undefined || hash === undefined || bytes.length >= size) return false;
  return createHash('sha1').update(bytes).digest('base64') !== hash;
}
