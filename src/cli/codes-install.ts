import { createInterface } from 'node:readline/promises';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { AMA_NOTICE, type Archive, ARCHIVES, findArchives, installArchive, type ReleaseHeader } from '#codes/index.ts';
import { parseConfig } from '#config/index.ts';
import { AppError } from '#kernel/index.ts';
import { describeReleases, type ReleaseOptions, withReleaseOptions } from './codes-import.ts';
import { print, toTable } from './output.ts';

interface InstallOptions extends ReleaseOptions {
  readonly acceptAmaTerms?: true;
  readonly sha256?: string;
  readonly mirror?: string;
  readonly json?: true;
}

/** `revrx codes install [NAME…]` */
export function codesInstallCommand(): Command {
  return withReleaseOptions(new Command('install'))
    .description('Download official archives and import them. Without a name: show what there is.')
    .argument('[name...]', 'archives, or kinds for all their archives')
    .option('--accept-ama-terms', 'accept the terms of the American Medical Association for tables with CPT codes')
    .option('--sha256 <hash>', 'checksum that the archive must have')
    .option('--mirror <url>', 'take the archives from here instead of the publisher')
    .option('--json', 'print JSON')
    .addHelpText('after', `\n${AMA_NOTICE}`)
    .action(async (names: string[], options: InstallOptions) => {
      if (names.length === 0)
        return print(options.json === true ? JSON.stringify(ARCHIVES, null, 2) : describeArchives());
      const archives = chosen(names);
      if (options.sha256 !== undefined && archives.length > 1) {
        throw new AppError('input-invalid', {
          publicMessage: 'A checksum is of one archive: install one at a time with --sha256.',
        });
      }
      const releases: ReleaseHeader[] = [];
      for (const archive of archives) releases.push(...(await install(archive, options)));
      return print(options.json === true ? JSON.stringify(releases, null, 2) : describeReleases(releases));
    });
}

function chosen(names: readonly string[]): Archive[] {
  return names.flatMap((name) => {
    const found = findArchives(name);
    if (found.length > 0) return found;
    throw new AppError('input-invalid', {
      publicMessage: `There is no archive "${name}". "revrx codes install" shows what there is; other files are read with "revrx codes import".`,
    });
  });
}

async function install(archive: Archive, { acceptAmaTerms, sha256, mirror, json: _json, ...options }: InstallOptions) {
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: `${archive.id} {bar} {percentage}% {eta_formatted}`,
        stream: process.stderr,
        hideCursor: true,
      })
    : undefined;
  bar?.start(archive.megabytes * 1_000_000, 0);
  try {
    return await installArchive({
      directory: parseConfig(process.env).codesDirectory,
      archive,
      acceptAmaTerms: acceptAmaTerms === true,
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(mirror === undefined ? {} : { mirror }),
      options,
      confirmChecksum: async (found) => {
        bar?.stop();
        return askFor(archive, found);
      },
      download: {
        onProgress: (bytes, total) => {
          if (total !== undefined) bar?.setTotal(total);
          bar?.update(bytes);
        },
      },
    });
  } finally {
    bar?.stop();
  }
}

/** A person at a terminal may say yes; a program cannot. */
async function askFor(archive: Archive, sha256: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(
      `${archive.url}\nSHA-256 ${sha256}\nNo checksum is pinned for it. Install it? [y/N] `,
    );
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}

function describeArchives(): string {
  const rows = ARCHIVES.map(({ id, title, megabytes, amaTerms }) => [
    id,
    title,
    `${megabytes} MB`,
    amaTerms ? 'AMA terms' : '',
  ]);
  return toTable([['NAME', 'WHAT', 'SIZE', 'TERMS'], ...rows]);
}
