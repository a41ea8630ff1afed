import type { Attachment, DocumentReference } from 'fhir/r4.js';
import { ChartBudget } from '../text/chart-budget.ts';
import type { TextLimits } from '../text/document-text.ts';
import type { AttachmentBytes, FetchAttachment } from './chart-material.ts';
import { preferredAttachment, readDocument, type ReadDocument } from './read-document.ts';

/** Documents that are fetched while an earlier one is read: waiting is spared, and memory holds a few only. */
const FETCHED_AHEAD = 6;

export interface ReadingOptions {
  readonly limits: TextLimits;
  readonly signal?: AbortSignal | undefined;
}

/** Reads the notes of a chart one after the other, so that what its limits leave unread does not depend on chance. */
export async function readDocuments(
  references: readonly DocumentReference[],
  fetchAttachment: FetchAttachment,
  { limits, signal }: ReadingOptions,
): Promise<ReadDocument[]> {
  const budget = new ChartBudget(limits, signal);
  const ahead = new Map<Attachment, Promise<AttachmentBytes>>();
  const prefetch = (reference: DocumentReference): void => {
    const attachment = preferredAttachment(reference);
    if (attachment?.url === undefined || attachment.data !== undefined || ahead.has(attachment)) return;
    const fetched = fetchAttachment(attachment, reference);
    // Whoever reads the document learns of a failure; until then nobody waits for it.
    fetched.catch(() => undefined);
    ahead.set(attachment, fetched);
  };
  const fetch: FetchAttachment = (attachment, reference) => {
    const fetched = ahead.get(attachment) ?? fetchAttachment(attachment, reference);
    ahead.delete(attachment);
    return fetched;
  };
  const reads: ReadDocument[] = [];
  for (const [index, reference] of references.entries()) {
    if (budget.leftBytes > 0) references.slice(index, index + FETCHED_AHEAD).forEach(prefetch);
    reads.push(await readDocument(reference, fetch, { limits, budget }));
  }
  return reads;
}
