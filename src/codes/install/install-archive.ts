import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { importCodes } from '../import/import-codes.ts';
import { importError } from '../import/import-error.ts';
import type { ImportOptions } from '../import/importer.ts';
import type { ReleaseHeader } from '../release/release-file.ts';
import type { Archive } from './archives.ts';
import { download, DOWNLOAD_DEFAULTS, type DownloadOptions } from './download.ts';

export interface InstallRequest {
  readonly directory: string;
  readonly archive: Archive;
  /** The user has accepted the terms of the American Medical Association. */
  readonly acceptAmaTerms: boolean;
  /** Checksum that the user gives; it counts above the pinned one. */
  readonly sha256?: string;
  /** Asked when no checksum is known: whether this one is right. */
  readonly confirmChecksum: (sha256: string) => Promise<boolean>;
  /** A mirror to take the same path from, instead of the publisher: https, or http on this machine. */
  readonly mirror?: string;
  readonly options?: ImportOptions;
  readonly download?: Partial<DownloadOptions>;
}

/** RevRx's own words on what these files are; the terms themselves are the AMA's. */
export const AMA_NOTICE =
  'These tables hold CPT codes. CPT is a registered trademark of the American Medical Association, which holds the copyright in CPT and licenses its use. ' +
  'RevRx keeps the code numbers only. Whoever uses them needs a licence: read the terms at https://www.ama-assn.org/practice-management/cpt and on the page of the publisher.';

/**
 * Downloads an official archive, checks it, and imports it. Nothing is left behind but the release.
 * @throws AppError `codes-import-failed`: terms not accepted, another checksum, no download, no table inside
 */
export async function installArchive(request: InstallRequest): Promise<ReleaseHeader[]> {
  const { archive, directory, options } = request;
  if (archive.amaTerms && !request.acceptAmaTerms) {
    throw importError(`${archive.title} was not installed. ${AMA_NOTICE} If you accept them, add --accept-ama-terms.`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'revrx-codes-'));
  try {
    const url = addressOf(archive, request.mirror);
    const file = join(folder, basename(url.pathname));
    const sha256 = await download(url.href, file, { ...DOWNLOAD_DEFAULTS, ...request.download });
    await verify(request, sha256);
    return await importCodes({
      directory,
      kind: archive.kind,
      files: [file],
      ...(options === undefined ? {} : { options }),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function addressOf(archive: Archive, mirror: string | undefined): URL {
  const published = new URL(archive.url);
  if (mirror === undefined) return published;
  const base = URL.parse(mirror);
  const isLocal = base !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(base.hostname);
  if (base === null || !(base.protocol === 'https:' || (base.protocol === 'http:' && isLocal))) {
    throw importError('The mirror must be an https address (http only on this machine).');
  }
  return new URL(`${base.pathname.replace(/\/$/, '')}${published.pathname}`, base);
}

async function verify({ archive, sha256: given, confirmChecksum }: InstallRequest, sha256: string): Promise<void> {
  const expected = (given ?? archive.sha256)?.toLowerCase();
  if (expected !== undefined && expected !== sha256) {
    throw importError(
      `${archive.title}: the archive's checksum is ${sha256}, not ${expected}. It was changed or replaced, and is not installed.`,
    );
  }
  if (expected === undefined && !(await confirmChecksum(sha256))) {
    throw importError(
      `${archive.title} was not installed: no checksum is known for it. That of the download is ${sha256}; when you have compared it, run again with --sha256 ${sha256}.`,
    );
  }
}
