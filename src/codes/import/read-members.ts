import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';

import { AppError } from '#kernel/index.ts';

import type { ReleaseSource } from '../release/release-file.ts';
import { importError } from './import-error.ts';
import { type MemberOpener, sniffingSink } from './sniffing-sink.ts';
import { isZip, zipSink } from './zip-sink.ts';

const CHUNK_BYTES = 256 * 1024;

export interface ReadProgress {
  /** Called after each piece; over all files. */
  (bytesRead: number, bytesTotal: number): void;
}

/**
 * Reads each file once, in pieces, and hands it (or, of an archive, each member) to `open` by its beginning.
 * @returns checksum and size of every file, in the order given
 * @throws AppError `codes-import-failed` when a file is missing, cut off or an archive is damaged
 */
export async function readMembers(
  paths: readonly string[],
  open: MemberOpener,
  onProgress: ReadProgress = () => undefined,
): Promise<ReleaseSource[]> {
  const sizes = await Promise.all(paths.map(sizeOf));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const sources: ReleaseSource[] = [];
  let done = 0;
  for (const path of paths) {
    const source = await readOne(path, open, (bytes) => onProgress(done + bytes, total));
    done += source.bytes;
    sources.push(source);
  }
  return sources;
}

async function sizeOf(path: string): Promise<number> {
  try {
    const stats = await stat(path);
    if (stats.isFile()) return stats.size;
  } catch (error) {
    throw importError(`There is no file ${path}, or it may not be read.`, error);
  }
  throw importError(`${path} is not a file. Give the files themselves, zipped or not.`);
}

async function readOne(path: string, open: MemberOpener, onBytes: (bytes: number) => void): Promise<ReleaseSource> {
  const name = basename(path);
  const hash = createHash('sha256');
  let bytes = 0;
  let sink: ReturnType<typeof sniffingSink> | undefined;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      if (!(chunk instanceof Uint8Array)) continue;
      hash.update(chunk);
      bytes += chunk.length;
      sink ??= isZip(chunk)
        ? zipSink(name, open)
        : sniffingSink({ displayName: name, fileName: name, archive: undefined }, open);
      sink.write(chunk);
      onBytes(bytes);
    }
    sink?.end();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw importError(`${name} cannot be read to its end. Download it again.`, error);
  }
  return { name, sha256: hash.digest('hex'), bytes };
}
