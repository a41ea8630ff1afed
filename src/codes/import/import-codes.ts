import type { CodeKind } from '../release/code-kind.ts';
import type { ReleaseHeader } from '../release/release-file.ts';
import { findRelease, readSections, writeRelease } from '../release/release-store.ts';
import { importError } from './import-error.ts';
import type { ImportOptions } from './importer.ts';
import { IMPORTERS } from './importers.ts';
import { readMembers, type ReadProgress } from './read-members.ts';

export interface ImportRequest {
  /** Where releases are kept; made when it is not there. */
  readonly directory: string;
  readonly kind: CodeKind;
  /** Official files, as published or unpacked. */
  readonly files: readonly string[];
  readonly options?: ImportOptions;
  readonly onProgress?: ReadProgress;
  readonly now?: Date;
}

/**
 * Reads official files and stores them as releases, each written whole or not at all.
 * @throws AppError `codes-import-failed` with a sentence on which file, which line, and what to do
 */
export async function importCodes(request: ImportRequest): Promise<ReleaseHeader[]> {
  const { directory, kind, files, options = {}, onProgress, now = new Date() } = request;
  if (files.length === 0) throw importError('No file was given.');
  const importer = IMPORTERS[kind](options);
  let understood = 0;
  const sources = await readMembers(
    files,
    (member) => {
      const sink = importer.open(member);
      if (sink !== undefined) understood += 1;
      return sink;
    },
    onProgress,
  );
  if (understood === 0) throw importError(`No file given holds ${importer.expects}.`);
  const drafts = importer.finish((variant, label) => {
    const stored = findRelease(directory, { kind, variant, label });
    return stored === undefined ? undefined : readSections(stored);
  });
  return drafts.map(({ sections, ...draft }) => {
    const earlier = findRelease(directory, { kind, variant: draft.variant, label: draft.label });
    const known = new Set(sources.map(({ sha256 }) => sha256));
    const kept = (earlier?.header.sources ?? []).filter(({ sha256 }) => !known.has(sha256));
    const header: ReleaseHeader = { kind, ...draft, importedAt: now.toISOString(), sources: [...kept, ...sources] };
    writeRelease(directory, header, sections);
    return header;
  });
}
