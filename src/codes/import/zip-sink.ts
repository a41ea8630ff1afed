import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';

import { AppError } from '#kernel/index.ts';
import { importError } from './import-error.ts';
import { type MemberOpener, sniffingSink } from './sniffing-sink.ts';
import type { ByteSink } from './sinks.ts';

/** Far above any published table, far below what fills a disk or an afternoon. */
const MAX_UNPACKED_BYTES = 4_000_000_000;
const MAX_MEMBERS = 1000;
const MAX_DEPTH = 2;
const ZIP_MAGIC = 'PK\u0003\u0004';

export function isZip(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && start[2] === 0x03 && start[3] === 0x04;
}

/** Unpacks an archive while it streams in, archives in it too, and hands each member to `open`. Keeps no member in memory. */
export function zipSink(archive: string, open: MemberOpener, depth = 1): ByteSink {
  const openMember: MemberOpener = (member) =>
    depth < MAX_DEPTH && member.head.startsWith(ZIP_MAGIC)
      ? zipSink(member.displayName, open, depth + 1)
      : open(member);
  let failure: unknown;
  let unpacked = 0;
  let members = 0;
  let unfinished = 0;
  const unzip = new Unzip((file) => {
    if (file.name.endsWith('/')) return;
    members += 1;
    if (members > MAX_MEMBERS)
      throw importError(`${archive} holds more than ${MAX_MEMBERS} files, which no published archive does.`);
    const fileName = file.name.split(/[/\\]/).at(-1) ?? file.name;
    const sink = sniffingSink({ displayName: `${archive}: ${file.name}`, fileName, archive }, openMember);
    unfinished += 1;
    file.ondata = (error, chunk, final) => {
      if (error !== null) {
        failure ??= error;
        return;
      }
      unpacked += chunk.length;
      if (unpacked > MAX_UNPACKED_BYTES)
        throw importError(`${archive} unpacks to more than ${MAX_UNPACKED_BYTES} bytes.`);
      sink.write(chunk);
      if (!final) return;
      unfinished -= 1;
      sink.end();
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  const push = (chunk: Uint8Array, final: boolean): void => {
    try {
      unzip.push(chunk, final);
    } catch (error) {
      // What a reader of a member says counts; what the unpacker says means that the bytes are none of an archive.
      if (error instanceof AppError) throw error;
      failure ??= error;
    }
    if (failure !== undefined) throw importError(`${archive} is damaged. Download it again.`, failure);
  };
  return {
    write: (chunk) => push(chunk, false),
    end() {
      push(new Uint8Array(0), true);
      if (unfinished > 0) throw importError(`${archive} was cut off. Download it again.`);
      if (members === 0) throw importError(`${archive} is an empty archive.`);
    },
  };
}
