import type { ChartGap, OffsetMap } from '../chart.ts';
import { charsetOf, decodeBytes } from './decode-bytes.ts';
import {
  formatOfMediaType,
  hasPdfHeader,
  isVague,
  mediaTypeOf,
  sniffFormat,
  type DocumentFormat,
} from './document-format.ts';
import { readHtmlText } from './html/html-text.ts';
import { PdfReader, type PdfResult } from './pdf/pdf-reader.ts';
import { readPlainText } from './plain-text.ts';
import { readRtfText } from './rtf/rtf-text.ts';
import { TextBuilder, type BuiltText } from './text-builder.ts';

export interface TextLimits {
  /** Bytes of one attachment. */
  readonly maxBytes: number;
  /** UTF-16 code units of one document's text. */
  readonly maxCharacters: number;
  readonly maxPages: number;
  /** Milliseconds for one PDF. */
  readonly pdfTimeoutMs: number;
}

export const DEFAULT_TEXT_LIMITS: TextLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxCharacters: 2_000_000,
  maxPages: 500,
  pdfTimeoutMs: 30_000,
};

export type DocumentText =
  | { readonly kind: 'text'; readonly format: DocumentFormat; readonly text: string; readonly offsets: OffsetMap }
  | ({ readonly kind: 'gap' } & Pick<ChartGap, 'reason' | 'message'>);

/** One process reads the PDFs of all charts. It starts with the first PDF and ends with ours. */
const pdfReader = new PdfReader();

/**
 * The text of an attachment. What cannot be read is a gap with a sentence for a person; no bytes make this throw.
 * What the bytes say they are wins over the declared type.
 */
export async function readDocumentText(
  bytes: Uint8Array,
  contentType: string,
  limits: TextLimits = DEFAULT_TEXT_LIMITS,
): Promise<DocumentText> {
  if (bytes.length === 0) return gap('empty', 'The document is empty.');
  if (bytes.length > limits.maxBytes) {
    return gap('too-large', `The document has ${bytes.length} bytes; RevRx reads up to ${limits.maxBytes}.`);
  }
  const format = chooseFormat(bytes, contentType);
  if (typeof format !== 'string') return format;
  if (format === 'pdf') return readPdf(bytes, limits);
  const built = readMarkup(format, bytes, contentType);
  return checked(format, built, limits);
}

function readMarkup(format: 'plain' | 'html' | 'rtf', bytes: Uint8Array, contentType: string): BuiltText {
  if (format === 'rtf') return readRtfText(bytes);
  const source = decodeBytes(bytes, charsetOf(contentType) ?? (format === 'html' ? metaCharset(bytes) : undefined));
  return format === 'html' ? readHtmlText(source) : readPlainText(source);
}

/** The charset that an HTML page or XML declaration names for itself, within the first 1,024 bytes. */
function metaCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<(?:meta[^>]*charset|\?xml[^>]*encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]?.toLowerCase();
}

async function readPdf(bytes: Uint8Array, limits: TextLimits): Promise<DocumentText> {
  const result = await pdfReader.read(bytes, { ...limits, timeoutMs: limits.pdfTimeoutMs });
  if ('failure' in result) return pdfGap(result.failure);
  const builder = new TextBuilder();
  result.pages.forEach((page, index) => {
    if (index > 0) builder.made('\n\n');
    builder.keep(page, { start: 0, length: page.length, page: index + 1 });
  });
  const built = builder.build();
  if (built.text.trim() === '') return gap('unreadable', 'The PDF has no text layer: it holds pictures of pages only.');
  return checked('pdf', built, limits);
}

const PDF_GAPS: Readonly<Record<Extract<PdfResult, { failure: unknown }>['failure'], ReturnType<typeof gap>>> = {
  'no-pdf': gap('unreadable', 'The document is declared a PDF, but is none or is damaged.'),
  encrypted: gap('unreadable', 'The PDF is protected by a password.'),
  'too-large': gap('too-large', 'The PDF has more pages or text than RevRx reads.'),
  timeout: gap('too-large', 'The PDF took too long to read.'),
  crashed: gap('unreadable', 'The PDF could not be read within the memory that RevRx allows.'),
};

function pdfGap(failure: Extract<PdfResult, { failure: unknown }>['failure']): DocumentText {
  return PDF_GAPS[failure];
}

function checked(format: DocumentFormat, built: BuiltText, limits: TextLimits): DocumentText {
  if (built.text.length > limits.maxCharacters) {
    return gap('too-large', `The document has more text than the ${limits.maxCharacters} characters that RevRx reads.`);
  }
  if (built.text.trim() === '') return gap('empty', 'The document has no text.');
  return { kind: 'text', format, ...built };
}

function chooseFormat(bytes: Uint8Array, contentType: string): DocumentFormat | DocumentText {
  const sniffed = sniffFormat(bytes);
  const declared = formatOfMediaType(contentType);
  if (sniffed === 'binary') return unsupported(contentType);
  if (sniffed !== 'unknown') return sniffed;
  if (declared === 'pdf') return hasPdfHeader(bytes) ? 'pdf' : pdfGap('no-pdf');
  if (declared === 'rtf')
    return looksLikeText(bytes) ? 'plain' : gap('unreadable', 'The document is declared RTF, but is none.');
  if (declared !== undefined) return declared;
  const mayBeText = mediaTypeOf(contentType).startsWith('text/') || isVague(contentType);
  return mayBeText && looksLikeText(bytes) && !looksLikeXml(bytes) ? 'plain' : unsupported(contentType);
}

function looksLikeXml(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*<\?xml|^\s*<ClinicalDocument/.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  );
}

/** Text has none of the control characters that binary formats are full of. */
function looksLikeText(bytes: Uint8Array): boolean {
  return bytes
    .subarray(0, 4096)
    .every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
}

function unsupported(contentType: string): DocumentText {
  const type = mediaTypeOf(contentType);
  // Only what looks like a media type is repeated: the field may hold anything.
  const named = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(type) ? `of the type ${type}` : 'of a type that is not declared';
  return gap('unsupported-type', `The document is ${named}; RevRx reads plain text, HTML, RTF and PDF.`);
}

function gap(
  reason: ChartGap['reason'],
  message: string,
): { kind: 'gap'; reason: ChartGap['reason']; message: string } {
  return { kind: 'gap', reason, message };
}
