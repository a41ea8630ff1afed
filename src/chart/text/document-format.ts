/** What RevRx can read, in the order in which it prefers them when one note comes in several formats. */
export const DOCUMENT_FORMATS = ['plain', 'html', 'rtf', 'pdf'] as const;

export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

const BY_MEDIA_TYPE: ReadonlyMap<string, DocumentFormat> = new Map([
  ['text/plain', 'plain'],
  ['text/markdown', 'plain'],
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['application/xhtml', 'html'],
  ['text/rtf', 'rtf'],
  ['application/rtf', 'rtf'],
  ['text/richtext', 'rtf'],
  ['application/x-rtf', 'rtf'],
  ['application/pdf', 'pdf'],
  ['application/x-pdf', 'pdf'],
]);

/** Types that say nothing, or so little that only the bytes can tell. */
const VAGUE = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'text/xml', 'application/xml']);

/** The media type alone, lower case: `text/html` of `Text/HTML; charset=utf-8`. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

export function formatOfMediaType(contentType: string | undefined): DocumentFormat | undefined {
  return BY_MEDIA_TYPE.get(mediaTypeOf(contentType));
}

/** Whether the type leaves it to the bytes to say what they are. */
export function isVague(contentType: string | undefined): boolean {
  return VAGUE.has(mediaTypeOf(contentType));
}

type Sniffed = DocumentFormat | 'binary' | 'unknown';

const BINARY_MAGIC: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // ZIP, DOCX, ODT
  [0xd0, 0xcf, 0x11, 0xe0], // legacy Office
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x49, 0x49, 0x2a, 0x00], // TIFF, little endian
  [0x4d, 0x4d, 0x00, 0x2a], // TIFF, big endian
  [0x1f, 0x8b], // gzip
];

const HTML_START =
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/** What the bytes say they are. */
export function sniffFormat(bytes: Uint8Array): Sniffed {
  const head = headOf(bytes);
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (BINARY_MAGIC.some((magic) => magic.every((byte, index) => bytes[index] === byte))) return 'binary';
  if (/^\s*%PDF-\d/.test(head)) return 'pdf';
  return HTML_START.test(head) ? 'html' : 'unknown';
}

/** Whether a PDF starts within the first 1,024 bytes, where readers look for it (ISO 32000-1, annex H.3). */
export function hasPdfHeader(bytes: Uint8Array): boolean {
  return /%PDF-\d/.test(headOf(bytes));
}

function headOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
}
