import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { loadCodeTables } from '#codes/index.ts';
import { parseConfig } from '#config/index.ts';
import { AppError, toAppError } from '#kernel/index.ts';
import { reviewBundle, type BundleReview } from './review-bundle.ts';
import { print } from './output.ts';
import { createProgress } from './progress-bar.ts';
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
  if (options.out !== undefined) await mkdir(options.out, { recursive: true });
  using progress = createProgress('Reviewing');
  progress.total(files.length);
  let failed = 0;
  for (const file of files) {
    try {
      const review = await reviewBundle(parseJson(file, await readText(file)), library);
      await present(review, file, options);
    } catch (error) {
      failed += 1;
      process.stderr.write(`revrx: ${file}: ${toAppError(error).publicMessage}\n`);
    }
    progress.step();
  }
  return failed;
}

async function present(review: BundleReview, file: string, { json, out }: ReviewOptions): Promise<void> {
  const { findings, notEvaluated, gaps } = review;
  const text = JSON.stringify({ findings, notEvaluated, gaps }, null, 2);
  if (out !== undefined) await writeFile(join(out, basename(file)), `${text}\n`);
  if (json === true) await print(text);
  else if (out === undefined) await print(describeReview(file, review));
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('input-invalid', { publicMessage: 'The file cannot be read. Check the path.', cause });
  });
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AppError('input-invalid', {
      publicMessage: `${basename(file)} is not JSON. Give a FHIR R4 Bundle as application/fhir+json.`,
      cause,
    });
  }
}
