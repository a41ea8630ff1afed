import type { Attachment, DocumentReference } from 'fhir/r4.js';
import type { FhirStore } from '../store.ts';

interface AttachmentContent {
  /** Without parameters: `text/html`. */
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** The bytes of an attachment, held in it or in a Binary of this EHR. Undefined when they are elsewhere or gone. */
export function findAttachmentContent(
  store: FhirStore,
  document: DocumentReference,
  index: number,
): AttachmentContent | undefined {
  const attachment = document.content[index]?.attachment;
  const data = attachment?.data ?? (attachment && findBinaryData(store, attachment));
  if (attachment === undefined || data === undefined) return undefined;
  const [contentType = ''] = (attachment.contentType ?? 'application/octet-stream').split(';');
  return { contentType: contentType.trim().toLowerCase(), bytes: Buffer.from(data, 'base64') };
}

function findBinaryData(store: FhirStore, attachment: Attachment): string | undefined {
  const id = /(?:^|\/)Binary\/([A-Za-z0-9.-]{1,64})$/.exec(attachment.url ?? '')?.[1];
  return id === undefined ? undefined : store.get('Binary', id)?.data;
}
