import { crc32 } from 'node:zlib';

import { importError } from '../import/import-error.ts';
import type { CodeKind } from './code-kind.ts';

/** What stands at the head of a release file, readable without its body. Dates are YYYY-MM-DD. */
export interface ReleaseHeader {
  readonly kind: CodeKind;
  /** Apart from other tables of its kind: `medicare-practitioner`. Empty when there is one only. */
  readonly variant: string;
  readonly label: string;
  /** First day on which the release is in force. */
  readonly effectiveFrom: string;
  /** Last day of its year or quarter; it still serves later, but is stale. Empty: it never becomes stale. */
  readonly effectiveTo: string;
  readonly importedAt: string;
  readonly sources: readonly ReleaseSource[];
  /** Rows of the tables inside, for people. */
  readonly rows: number;
}

export interface ReleaseSource {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The named parts of a body. */
export type Sections = Readonly<Record<string, Uint8Array>>;

interface StoredHeader extends ReleaseHeader {
  readonly sections: readonly { readonly name: string; readonly bytes: number; readonly crc: number }[];
}

/** Version in the magic: a file of another version is not read but re-imported. */
const MAGIC = Buffer.from('RevRx codes 1\n', 'latin1');
const ALIGNMENT = 8;
const MAX_HEADER_BYTES = 4_000_000;

/**
 * A release as the pieces of a file: magic, length of the header (uint32, little endian), header (JSON), then the sections, each at a
 * multiple of 8 bytes, so that typed arrays can be laid over them without copying.
 */
export function encodeRelease(header: ReleaseHeader, sections: Sections): Uint8Array[] {
  const entries = Object.entries(sections);
  const stored: StoredHeader = {
    ...header,
    sections: entries.map(([name, bytes]) => ({ name, bytes: bytes.byteLength, crc: crc32(bytes) })),
  };
  const json = Buffer.from(JSON.stringify(stored), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.byteLength);
  const pieces: Uint8Array[] = [MAGIC, length, json];
  let size = MAGIC.length + 4 + json.byteLength;
  for (const [, bytes] of entries) {
    const padding = new Uint8Array(paddingOf(size));
    pieces.push(padding, bytes);
    size += padding.length + bytes.byteLength;
  }
  return pieces;
}

/** Bytes of the file that `decodeHeader` needs: the whole of them when `start` holds at least 18. */
export function headerEnd(start: Uint8Array, file: string): number {
  const head = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  if (head.length < MAGIC.length + 4 || !head.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw importError(
      `${file} is not a code table of this version of RevRx. Remove it and import the official file again.`,
    );
  }
  const length = head.readUInt32LE(MAGIC.length);
  if (length > MAX_HEADER_BYTES) throw torn(file);
  return MAGIC.length + 4 + length;
}

export interface DecodedHeader {
  readonly header: ReleaseHeader;
  readonly layout: readonly SectionPlace[];
  readonly fileBytes: number;
}

export interface SectionPlace {
  readonly name: string;
  readonly start: number;
  readonly bytes: number;
  readonly crc: number;
}

/** Reads the header and where the sections lie. Throws `codes-import-failed` when the file is cut off or foreign. */
export function decodeHeader(bytes: Uint8Array, file: string): DecodedHeader {
  const end = headerEnd(bytes, file);
  if (bytes.length < end) throw torn(file);
  const stored = parseHeader(Buffer.from(bytes.subarray(MAGIC.length + 4, end)).toString('utf8'), file);
  const layout: SectionPlace[] = [];
  let size = end;
  for (const section of stored.sections) {
    const start = size + paddingOf(size);
    layout.push({ ...section, start });
    size = start + section.bytes;
  }
  const { sections: _sections, ...header } = stored;
  return { header, layout, fileBytes: size };
}

/** The sections of a whole file as views of it. Every checksum is verified. */
export function decodeSections(bytes: Uint8Array, decoded: DecodedHeader, file: string): Sections {
  if (bytes.length !== decoded.fileBytes) throw torn(file);
  return Object.fromEntries(
    decoded.layout.map(({ name, start, bytes: length, crc }) => {
      const section = bytes.subarray(start, start + length);
      if (crc32(section) !== crc) throw torn(file);
      return [name, section];
    }),
  );
}

export function torn(file: string): Error {
  return importError(
    `${file} is damaged or was cut off while it was written. Remove it and import the official file again.`,
  );
}

function paddingOf(size: number): number {
  return (ALIGNMENT - (size % ALIGNMENT)) % ALIGNMENT;
}

function parseHeader(json: string, file: string): StoredHeader {
  try {
    const value: unknown = JSON.parse(json);
    if (isStoredHeader(value)) return value;
  } catch (error) {
    throw importError(
      `${file} is damaged: its header cannot be read. Remove it and import the official file again.`,
      error,
    );
  }
  throw torn(file);
}

function isStoredHeader(value: unknown): value is StoredHeader {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    'variant' in value &&
    'label' in value &&
    'effectiveFrom' in value &&
    'effectiveTo' in value &&
    'sources' in value &&
    'sections' in value &&
    Array.isArray(value.sections)
  );
}
