import { IMPORTERS } from '#codes/import/importers.ts';
import type { ImportOptions, ReleaseDraft } from '#codes/import/importer.ts';
import { sniffingSink } from '#codes/import/sniffing-sink.ts';
import { isZip, zipSink } from '#codes/import/zip-sink.ts';
import type { CodeKind } from '#codes/index.ts';
import type { Sections } from '#codes/release/release-file.ts';

export interface GivenFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Runs the importer of a kind over files that exist in memory only, in pieces of `pieceBytes`. */
export function importText(
  kind: CodeKind,
  files: readonly GivenFile[],
  options: ImportOptions = {},
  existing: (variant: string, label: string) => Sections | undefined = () => undefined,
  pieceBytes = 1000,
): ReleaseDraft[] {
  const importer = IMPORTERS[kind](options);
  for (const { name, content } of files) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const open = importer.open.bind(importer);
    const sink = isZip(bytes)
      ? zipSink(name, open)
      : sniffingSink({ displayName: name, fileName: name, archive: undefined }, open);
    for (let at = 0; at < bytes.length; at += pieceBytes) sink.write(bytes.subarray(at, at + pieceBytes));
    sink.end();
  }
  return importer.finish(existing);
}

/** The only release that the files make. */
export function importOne(
  kind: CodeKind,
  files: readonly GivenFile[],
  options: ImportOptions = {},
  existing: (variant: string, label: string) => Sections | undefined = () => undefined,
): ReleaseDraft {
  const [draft, ...others] = importText(kind, files, options, existing);
  if (draft === undefined || others.length > 0) throw new Error('expected one release');
  return draft;
}

export const FRESH = { label: 'test', starter: false, stale: false };
