import type { Attachment, DocumentReference, DocumentReferenceContent } from 'fhir/r4.js';
import type { ChartDocument, ChartGap } from '../chart.ts';
import { addressOf } from '#ehr/fhir/index.ts';
import type { ChartBudget } from '../text/chart-budget.ts';
import { DOCUMENT_FORMATS, formatOfMediaType, type DocumentFormat } from '../text/document-format.ts';
import { readDocumentText, type TextLimits } from '../text/document-text.ts';
import { bytesOfAttachment } from './attachment-bytes.ts';
import type { AttachmentBytes, FetchAttachment } from './chart-material.ts';

export interface ReadDocument {
  readonly document?: ChartDocument;
  /** The bytes that were read, or of the first attachment, for the chart's version; undefined where none could be had. */
  readonly bytes?: Uint8Array;
  readonly gaps: readonly ChartGap[];
}

/**
 * Reads one note. Its attachments are the same note in several formats: the first that can be read is taken, plain text
 * before HTML, RTF and PDF. Where none can, there is a gap for the first that failed.
 */
export async function readDocument(
  reference: DocumentReference,
  fetchAttachment: FetchAttachment,
  { limits, budget }: { readonly limits: TextLimits; readonly budget: ChartBudget },
): Promise<ReadDocument> {
  let gap: Pick<ChartGap, 'reason' | 'message'> = { reason: 'missing', message: 'The document has no content.' };
  let bytes: Uint8Array | undefined;
  let isFirst = true;
  for (const { attachment } of byPreference(reference.content)) {
    budget.signal?.throwIfAborted();
    const got =
      budget.leftBytes === 0 ? CHART_IS_FULL : await bytesOfAttachment(attachment, reference, fetchAttachment);
    if (got.kind === 'bytes') budget.useBytes(got.bytes.length);
    const contentType = attachment.contentType ?? (got.kind === 'bytes' ? got.contentType : undefined) ?? '';
    const read = got.kind === 'gap' ? got : await readDocumentText(got.bytes, contentType, limits, budget);
    if (read.kind === 'text' && got.kind === 'bytes') {
      return { document: toDocument(reference, attachment.title, contentType, read), bytes: got.bytes, gaps: [] };
    }
    if (read.kind === 'gap' && isFirst) gap = { reason: read.reason, message: read.message };
    // How long reading took may differ the next time; what there was to read does not.
    if (got.kind === 'bytes') bytes ??= got.bytes;
    isFirst = false;
  }
  return { ...(bytes === undefined ? {} : { bytes }), gaps: [{ reference: addressOf(reference), ...gap }] };
}

const CHART_IS_FULL: AttachmentBytes = {
  kind: 'gap',
  reason: 'too-large',
  message: 'The documents of this chart are larger than RevRx reads, all together; this one was not read.',
};

/** The attachment that is tried first. */
export function preferredAttachment({ content }: DocumentReference): Attachment | undefined {
  return byPreference(content)[0]?.attachment;
}

function byPreference(content: readonly DocumentReferenceContent[]): DocumentReferenceContent[] {
  const rank = ({ attachment }: DocumentReferenceContent): number => {
    const format = formatOfMediaType(attachment.contentType);
    return format === undefined ? DOCUMENT_FORMATS.length : DOCUMENT_FORMATS.indexOf(format);
  };
  return content.toSorted((a, b) => rank(a) - rank(b));
}

const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  plain: 'text/plain',
  html: 'text/html',
  rtf: 'application/rtf',
  pdf: 'application/pdf',
};

function toDocument(
  reference: DocumentReference,
  attachmentTitle: string | undefined,
  contentType: string,
  { format, text, offsets }: Pick<ChartDocument, 'text' | 'offsets'> & { readonly format: DocumentFormat },
): ChartDocument {
  const codings = reference.type?.coding ?? [];
  return {
    id: reference.id ?? '',
    reference,
    title: reference.type?.text ?? codings.find(({ display }) => display)?.display ?? attachmentTitle ?? 'Document',
    loinc: codings.find(({ system }) => system === 'http://loinc.org')?.code,
    date: reference.date ?? reference.context?.period?.start,
    contentType: formatOfMediaType(contentType) === format ? contentType : MEDIA_TYPES[format],
    text,
    offsets,
  };
}
