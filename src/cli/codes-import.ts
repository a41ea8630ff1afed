import { Argument, Command, InvalidArgumentError } from 'commander';
import { SingleBar } from 'cli-progress';
import {
  CODE_KINDS,
  type CodeKind,
  importCodes,
  type ImportOptions,
  isCodeKind,
  type ReleaseHeader,
} from '#codes/index.ts';
import { parseConfig } from '#config/index.ts';
import { print } from './output.ts';

export interface ReleaseOptions {
  readonly year?: number;
  readonly effective?: string;
  readonly conversionFactor?: number;
}

interface ImportCommandOptions extends ReleaseOptions {
  readonly json?: true;
}

/** `revrx codes import KIND FILE…` */
export function codesImportCommand(): Command {
  return withReleaseOptions(new Command('import'))
    .description('Read official files, as published or unpacked, and keep them as a release.')
    .addArgument(new Argument('<kind>', 'what the files are').choices(CODE_KINDS))
    .argument('<file...>', 'zip archives, text, CSV or XML files')
    .option('--json', 'print the releases as JSON')
    .addHelpText(
      'after',
      '\nThe files of one release (order file and tabular list; f1 to f4) may be given together or one after the other.',
    )
    .action(async (kind: string, files: string[], { json, ...options }: ImportCommandOptions) => {
      if (!isCodeKind(kind)) return;
      const releases = await importWithProgress(kind, files, options);
      await print(json === true ? JSON.stringify(releases, null, 2) : describeReleases(releases));
    });
}

/** What the files do not say of themselves. */
export function withReleaseOptions(command: Command): Command {
  return command
    .option('--year <year>', 'fiscal or calendar year of the release, where the files do not say it', toYear)
    .option('--effective <date>', 'first day in force (YYYY-MM-DD), where the files do not say it', toDate)
    .option('--conversion-factor <dollars>', 'dollars per relative value unit (kind rvu)', toFactor);
}

async function importWithProgress(
  kind: CodeKind,
  files: readonly string[],
  options: ImportOptions,
): Promise<ReleaseHeader[]> {
  const directory = parseConfig(process.env).codesDirectory;
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: 'Reading {bar} {percentage}% {eta_formatted}', stream: process.stderr, hideCursor: true })
    : undefined;
  bar?.start(1, 0);
  try {
    return await importCodes({
      directory,
      kind,
      files,
      options,
      onProgress: (bytes, total) => {
        bar?.setTotal(total);
        bar?.update(bytes);
      },
    });
  } finally {
    bar?.stop();
  }
}

export function describeReleases(releases: readonly ReleaseHeader[]): string {
  return releases
    .map(({ label, variant, rows, effectiveFrom }) => {
      const which = variant === '' ? label : `${label} (${variant})`;
      return `${which}: ${rows.toLocaleString('en-US')} codes or edits, in force from ${effectiveFrom}.`;
    })
    .join('\n');
}

function toYear(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('A year has four digits: 2026.');
  return Number(text);
}

export function toDate(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay) throw new InvalidArgumentError('Write a date as YYYY-MM-DD.');
  return text;
}

function toFactor(text: string): number {
  const factor = Number(text);
  if (!(factor > 0 && factor < 1000)) throw new InvalidArgumentError('Write dollars: 33.4009.');
  return factor;
}
