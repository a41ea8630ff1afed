/** The charset parameter of a media type, such as `text/plain; charset="utf-8"`; lower case. */
export function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:-]+)"?/i.exec(contentType)?.[1]?.toLowerCase();
}

/**
 * Bytes as a string, without a byte order mark. A byte order mark wins over the charset that was declared, that over
 * UTF-8; bytes that are not valid in it are read as windows-1252, which takes any byte: a note is never lost for its charset.
 */
export function decodeBytes(bytes: Uint8Array, charset: string | undefined): string {
  const declared = markedCharset(bytes) ?? (isKnown(charset) ? charset : undefined) ?? 'utf-8';
  try {
    return new TextDecoder(declared, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function markedCharset(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function isKnown(charset: string | undefined): charset is string {
  if (charset === undefined) return false;
  try {
    return new TextDecoder(charset).encoding !== '';
  } catch {
    return false;
  }
}
