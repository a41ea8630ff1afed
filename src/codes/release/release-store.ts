import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  fstatSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import { importError } from '../import/import-error.ts';
import type { CodeKind } from './code-kind.ts';
import {
  type DecodedHeader,
  decodeHeader,
  decodeSections,
  encodeRelease,
  headerEnd,
  type ReleaseHeader,
  type Sections,
  torn,
} from './release-file.ts';

const SUFFIX = '.codes';
const HEAD_BYTES = 64 * 1024;

/** A release on disk whose header has been read. */
export interface StoredRelease extends DecodedHeader {
  readonly path: string;
}

/** The releases in a directory, oldest first; none when the directory is not there. Throws `codes-import-failed` on a damaged file. */
export function listReleases(directory: string): StoredRelease[] {
  return fileNames(directory)
    .map((name) => readHeader(join(directory, name)))
    .toSorted((a, b) => compare(a.header, b.header));
}

export function findRelease(
  directory: string,
  wanted: { readonly kind: CodeKind; readonly variant: string; readonly label: string },
): StoredRelease | undefined {
  const name = fileNameOf(wanted);
  return fileNames(directory).includes(name) ? readHeader(join(directory, name)) : undefined;
}

/** The body of a release, read whole and verified. */
export function readSections(release: StoredRelease): Sections {
  const descriptor = openSync(release.path, 'r');
  try {
    const size = fstatSync(descriptor).size;
    if (size !== release.fileBytes) throw torn(release.path);
    // An own buffer (not a pooled one) begins at a multiple of 8: typed arrays are laid over it.
    return decodeSections(readFully(descriptor, new Uint8Array(new ArrayBuffer(size))), release, release.path);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes beside the place, syncs, and renames: a reader sees the old release or the new one, never a part. */
export function writeRelease(directory: string, header: ReleaseHeader, sections: Sections): void {
  const path = join(directory, fileNameOf(header));
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    mkdirSync(directory, { recursive: true });
    const descriptor = openSync(temporary, 'wx');
    try {
      for (const piece of encodeRelease(header, sections)) writeFully(descriptor, piece);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw importError(
      `The code table could not be written to ${directory} (${code}). Check the folder and the space on its disk.`,
      error,
    );
  }
}

function fileNames(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => name.endsWith(SUFFIX));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw importError(`The folder of code tables, ${directory}, cannot be read.`, error);
  }
}

function readHeader(path: string): StoredRelease {
  const descriptor = openSync(path, 'r');
  try {
    const size = fstatSync(descriptor).size;
    const start = readFully(descriptor, new Uint8Array(Math.min(size, HEAD_BYTES)));
    const end = headerEnd(start, path);
    const head = end <= start.length ? start : readFully(descriptor, new Uint8Array(Math.min(size, end)));
    const decoded = decodeHeader(head, path);
    if (decoded.fileBytes !== size) throw torn(path);
    return { ...decoded, path };
  } finally {
    closeSync(descriptor);
  }
}

function readFully(descriptor: number, into: Uint8Array): Uint8Array {
  let at = 0;
  while (at < into.length) {
    const read = readSync(descriptor, into, at, into.length - at, at);
    if (read === 0) break;
    at += read;
  }
  return into.subarray(0, at);
}

function writeFully(descriptor: number, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.length) at += writeSync(descriptor, bytes, at);
}

/** One file a release: importing it again replaces it. */
function fileNameOf({
  kind,
  variant,
  label,
}: {
  readonly kind: string;
  readonly variant: string;
  readonly label: string;
}): string {
  const slug = [kind, variant, label]
    .filter((part) => part !== '')
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `${slug.replace(/-$/, '')}${SUFFIX}`;
}

function compare(a: ReleaseHeader, b: ReleaseHeader): number {
  const [left, right] = [a, b].map(({ kind, variant, effectiveFrom }) => `${kind} ${variant} ${effectiveFrom}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
