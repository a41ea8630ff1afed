import type { ChartGap, OffsetMap } from '../chart.ts';
import { ChartBudget, DEFAULT_CHART_LIMITS, type ChartLimits } from './chart-budget.ts';
import {
  formatOfMediaType,
  hasPdfHeader,
  isVague,
  mediaTypeOf,
  sniffFormat,
  type DocumentFormat,
} from './document-format.ts';
import { readMarkup, type MarkupFormat } from './read-markup.ts';
import { DocumentReader } from './reader/document-reader.ts';
import type { ReadResult } from './reader/reader-child.ts';
import { unpackRuns } from './reader/reader-protocol.ts';
import { TextBuilder, type BuiltText } from './text-builder.ts';

export interface TextLimits extends ChartLimits {
  /** Bytes of one attachment. */
  readonly maxBytes: number;
  /** UTF-16 code units of one document's text. */
  readonly maxCharacters: number;
  readonly maxPages: number;
  /** Milliseconds for one document in a reader process. */
  readonly documentTimeoutMs: number;
}

export const DEFAULT_TEXT_LIMITS: TextLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxCharacters: 2_000_000,
  maxPages: 500,
  documentTimeoutMs: 20_000,
  ...DEFAULT_CHART_LIMITS,
};

export type DocumentText =
  | { readonly kind: 'text'; readonly format: DocumentFormat; readonly text: string; readonly offsets: OffsetMap }
  | ({ readonly kind: 'gap' } & Pick<ChartGap, 'reason' | 'message'>);

/** Reads PDFs and large documents of all charts. Its processes start with the first one and end with ours. */
const reader = new DocumentReader();

/** Larger ones would keep everybody else waiting here: a MiB takes about a third of a second. */
const READ_HERE_BYTES = 128 * 1024;

/**
 * The text of an attachment. What cannot be read is a gap with a sentence for a person; no bytes make this throw.
 * What the bytes say they are wins over the declared type. Takes what it needs from the chart's budget; throws when its signal aborts.
 */
export async function readDocumentText(
  bytes: Uint8Array,
  contentType: string,
  limits: TextLimits = DEFAULT_TEXT_LIMITS,
  budget: ChartBudget = new ChartBudget(limits),
): Promise<DocumentText> {
  budget.signal?.throwIfAborted();
  if (bytes.length === 0) return gap('empty', 'The document is empty.');
  if (bytes.length > limits.maxBytes) {
    return gap('too-large', `The document has ${bytes.length} bytes; RevRx reads up to ${limits.maxBytes}.`);
  }
  const format = chooseFormat(bytes, contentType);
  if (typeof format !== 'string') return format;
  const left = whatIsLeft(limits, budget);
  const read = format === 'pdf' ? readPdf(bytes, left, budget) : readText(format, { bytes, contentType }, left, budget);
  const text = await read;
  if (text.kind === 'text') budget.useText({ pages: 0, characters: text.text.length });
  return text;
}

/** The limits of a document, or what its chart has left where that is less. */
function whatIsLeft(limits: TextLimits, budget: ChartBudget): TextLimits {
  return {
    ...limits,
    maxPages: Math.min(limits.maxPages, budget.leftPages),
    maxCharacters: Math.min(limits.maxCharacters, budget.leftCharacters),
  };
}

async function readText(
  format: MarkupFormat,
  { bytes, contentType }: { readonly bytes: Uint8Array; readonly contentType: string },
  limits: TextLimits,
  budget: ChartBudget,
): Promise<DocumentText> {
  if (bytes.length <= READ_HERE_BYTES) return checked(format, readMarkup(format, bytes, contentType), limits);
  if (budget.leftMs === 0) return CHART_TIME_IS_UP;
  const result = await reader.read(budget, { format, bytes, contentType, limits }, limits.documentTimeoutMs);
  if ('failure' in result) return failureGap(result.failure);
  if (!('text' in result)) return failureGap('crashed');
  return checked(format, { text: result.text, offsets: { runs: unpackRuns(result.runs) } }, limits);
}

async function readPdf(bytes: Uint8Array, limits: TextLimits, budget: ChartBudget): Promise<DocumentText> {
  if (budget.leftMs === 0) return CHART_TIME_IS_UP;
  const result = await reader.read(budget, { format: 'pdf', bytes, limits }, limits.documentTimeoutMs);
  if ('failure' in result) return failureGap(result.failure);
  if (!('pages' in result)) return failureGap('crashed');
  budget.useText({ pages: result.pages.length, characters: 0 });
  const builder = new TextBuilder();
  result.pages.forEach((page, index) => {
    if (index > 0) builder.made('\n\n');
    builder.keep(page, { start: 0, length: page.length, page: index + 1 });
  });
  const built = builder.build();
  if (built.text.trim() === '') return gap('unreadable', 'The PDF has no text layer: it holds pictures of pages only.');
  return checked('pdf', built, limits);
}

type Failure = Extract<ReadResult, { failure: unknown }>['failure'];

const CHART_TIME_IS_UP = gap(
  'too-large',
  'The documents of this chart took longer to read than RevRx allows; this one was not read.',
);

const FAILURE_GAPS: Readonly<Record<Failure, ReturnType<typeof gap>>> = {
  'no-pdf': gap('unreadable', 'The document is declared a PDF, but is none or is damaged.'),
  encrypted: gap('unreadable', 'The PDF is protected by a password.'),
  'too-large': gap('too-large', 'The document, or its chart with it, has more text than RevRx reads.'),
  'too-many-pages': gap('too-large', 'The PDF, or its chart with it, has more pages than RevRx reads.'),
  timeout: gap('too-large', 'The document took too long to read.'),
  crashed: gap('unreadable', 'The document could not be read within the memory that RevRx allows.'),
};

function failureGap(failure: Failure): DocumentText {
  return FAILURE_GAPS[failure];
}

function checked(format: DocumentFormat, built: BuiltText, limits: TextLimits): DocumentText {
  if (built.text.length > limits.maxCharacters) return failureGap('too-large');
  if (built.text.trim() === '') return gap('empty', 'The document has no text.');
  return { kind: 'text', format, ...built };
}

function chooseFormat(bytes: Uint8Array, contentType: string): DocumentFormat | DocumentText {
  const sniffed = sniffFormat(bytes);
  const declared = formatOfMediaType(contentType);
  if (sniffed === 'binary') return unsupported(contentType);
  if (sniffed !== 'unknown') return sniffed;
  if (declared === 'pdf') return hasPdfHeader(bytes) ? 'pdf' : failureGap('no-pdf');
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
