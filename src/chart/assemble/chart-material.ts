import type { Attachment, DocumentReference, FhirResource } from 'fhir/r4.js';
import type { Chart, ChartGap } from '../chart.ts';

/** What belongs to one encounter, before its documents are read. From an EHR or from a file, it makes a chart the same way. */
export interface ChartMaterial extends Pick<Chart, 'encounter' | 'patient'> {
  /** Every other resource that belongs to the chart, once each, in any order; DocumentReferences too. */
  readonly resources: readonly FhirResource[];
  readonly gaps: readonly ChartGap[];
}

/** The bytes of an attachment, or why there are none. */
export type AttachmentBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly contentType: string | undefined }
  | ({ readonly kind: 'gap' } & Pick<ChartGap, 'reason' | 'message'>);

/** Brings the bytes that an attachment's `url` names. Throws only for what should end the whole pull. */
export type FetchAttachment = (attachment: Attachment, document: DocumentReference) => Promise<AttachmentBytes>;
