import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import { Command } from 'commander';
import { loadCodeTables } from '#codes/index.ts';
import { parseConfig } from '#config/index.ts';
import { AppError, toAppError } from '#kernel/index.ts';
import { LEAK_GATE, reviewBundle, type BundleReview } from './review-bundle.ts';
import { print } from './output.ts';
import { createProgress } from './progress-bar.ts';
import { toReviewJson } from './review-json.ts';
import { describeReview } from './review-text.ts';

interface ReviewOptions {
  readonly json?: true;
  readonly out?: string;
}

/** `revrx review FILE.json…`: FHIR Bundles in files, without database or server. */
export function reviewCommand(): Command {
  return new Command('review')
    .description('Review FHIR Bundles in files: no database, no server, nothing leaves this machine.')
    .argument('<file...>', 'FHIR R4 Bundles (collection, transaction, searchset) with Encounter, Claim and notes')
    .option('--json', 'print { "findings": [...], "notEvaluated": [...] } for a program to read')
    .option('--out <dir>', 'write one JSON file per input into this folder')
    .addHelpText('after', '\nExit code 1 when a file could not be reviewed; the others are reviewed all the same.')
    .action(async (files: string[], options: ReviewOptions) => {
      const failed = await reviewFiles(files, options);
      if (failed > 0) process.exitCode = 1;
    });
}

async function reviewFiles(files: readonly string[], options: ReviewOptions): Promise<number> {
  const library = loadCodeTables({ directory: parseConfig(process.env).codesDirectory });
  if (options.out !== undefined) await makeFolder(options.out);
  const names = outputNames(files);
  using progress = createProgress('Reviewing');
  progress.total(files.length);
  let failed = 0;
  for (const [at, file] of files.entries()) {
    try {
      const review = await reviewBundle(parseJson(await readText(file)), library);
      await present(review, { file, name: names[at] ?? basename(file), options });
      if (review.notEvaluated.some(({ rule }) => rule === LEAK_GATE)) {
        failed += 1;
        process.stderr.write(`revrx: ${file}: an encounter was stopped by the leak gate; see "not evaluated".\n`);
      }
    } catch (error) {
      failed += 1;
      process.stderr.write(`revrx: ${file}: ${toAppError(error).publicMessage}\n`);
    }
    progress.step();
  }
  return failed;
}

interface Presentation {
  readonly file: string;
  /** Of the file in the folder of `--out`. */
  readonly name: string;
  readonly options: ReviewOptions;
}

async function present(review: BundleReview, { file, name, options }: Presentation): Promise<void> {
  const text = JSON.stringify(toReviewJson(review), null, 2);
  if (options.out !== undefined) await write(join(options.out, name), `${text}\n`);
  if (options.json === true) await print(text);
  else if (options.out === undefined) await print(describeReview(file, review));
  else if (name !== basename(file)) process.stderr.write(`revrx: ${file} is written to ${join(options.out, name)}\n`);
}

/** A name for each input's answer: its own, and where an earlier one has that already, with a number: `chart-2.json`. */
export function outputNames(files: readonly string[]): string[] {
  const taken = new Set<string>();
  const own = new Set(files.map((file) => basename(file)));
  return files.map((file) => {
    const { name: stem, ext } = parse(file);
    let name = basename(file);
    for (let number = 2; taken.has(name); number += 1) {
      const numbered = `${stem}-${number}${ext}`;
      if (!own.has(numbered)) name = numbered;
    }
    taken.add(name);
    return name;
  });
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new AppError('input-invalid', {
      publicMessage: `The folder ${folder} cannot be made. Check the path of --out.`,
      cause,
    });
  });
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600 }).catch((cause: unknown) => {
    const full = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
    throw full
      ? new AppError('disk-full', { publicMessage: `The disk is full: ${path} could not be written.`, cause })
      : new AppError('input-invalid', {
          publicMessage: `${path} cannot be written. Check the folder of --out.`,
          cause,
        });
  });
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('input-invalid', { publicMessage: 'The file cannot be read. Check the path.', cause });
  });
}

function parseJson(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  if (json.trim() === '') throw new AppError('input-invalid', { publicMessage: 'The file is empty.' });
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new AppError('input-invalid', {
      publicMessage: 'This is not JSON. Give a FHIR R4 Bundle as application/fhir+json.',
      cause,
    });
  }
}
