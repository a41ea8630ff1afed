import { charsetOf, decodeBytes } from './decode-bytes.ts';
import { readHtmlText } from './html/html-text.ts';
import { readPlainText } from './plain-text.ts';
import { readRtfText } from './rtf/rtf-text.ts';
import type { BuiltText } from './text-builder.ts';

export type MarkupFormat = 'plain' | 'html' | 'rtf';

/** The text of a document that is no PDF. Never throws; takes about a third of a second for a MiB. */
export function readMarkup(format: MarkupFormat, bytes: Uint8Array, contentType: string): BuiltText {
  if (format === 'rtf') return readRtfText(bytes);
  const source = decodeBytes(bytes, charsetOf(contentType) ?? (format === 'html' ? metaCharset(bytes) : undefined));
  return format === 'html' ? readHtmlText(source) : readPlainText(source);
}

/** The charset that an HTML page or XML declaration names for itself, within the first 1,024 bytes. */
function metaCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<(?:meta[^>]*charset|\?xml[^>]*encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]?.toLowerCase();
}
