import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import {
  createDeidentifier,
  deidentifyJsonLine,
  NOTHING_KNOWN,
  parseKnownRecord,
  textLines,
  textPieces,
  type KnownRecord,
} from '#deidentify/index.ts';
import { AppError, toAppError } from '#kernel/index.ts';

interface DeidentifyOptions {
  readonly known?: string;
  readonly jsonl?: true;
  readonly out?: string;
}

/** Input and output of one run. */
interface Pipes {
  readonly input: Readable;
  readonly output: Writable;
  readonly size: number | undefined;
  readonly known: KnownRecord;
}

/** `revrx deidentify [FILE|-]`: text in, de-identified text out; nothing leaves this machine. */
export function deidentifyCommand(): Command {
  return new Command('deidentify')
    .description('Replace every identifier of a text by a token. Reads standard input when no file is given.')
    .argument('[file]', 'a text file, or - for standard input', '-')
    .option('--known <file>', 'FHIR R4 Patient, or { patient, practitioners, organizations, relatedPersons }, as JSON')
    .option(
      '--jsonl',
      'read lines { id, text, known? }, write lines { id, text, spans: [{ start, end, type, token }] }',
    )
    .option('--out <dir>', 'write into this folder, under the name of the input')
    .addHelpText('after', '\nExit code 1 when a line could not be read; the others are written all the same.')
    .action(async (file: string, options: DeidentifyOptions) => {
      const failed = await run(file, options);
      if (failed > 0) process.exitCode = 1;
    });
}

async function run(file: string, options: DeidentifyOptions): Promise<number> {
  const known = options.known === undefined ? NOTHING_KNOWN : await readKnown(options.known);
  const { input, size } = await openInput(file);
  const output = await openOutput(file, options);
  const pipes: Pipes = { input, output, size, known };
  const failed = options.jsonl === true ? await deidentifyLines(pipes) : await deidentifyPlainText(pipes);
  if (output !== process.stdout) {
    output.end();
    await finished(output);
  }
  return failed;
}

async function deidentifyPlainText({ input, output, size, known }: Pipes): Promise<number> {
  const deidentifier = createDeidentifier(known);
  for await (const piece of textPieces(withProgress(input, size))) {
    if (!(await write(output, deidentifier.deidentify(piece).text))) break;
  }
  return 0;
}

async function deidentifyLines({ input, output, size, known }: Pipes): Promise<number> {
  let failed = 0;
  let number = 0;
  for await (const line of textLines(withProgress(input, size))) {
    number++;
    const json = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (json.trim() === '') continue;
    try {
      if (!(await write(output, `${JSON.stringify(deidentifyJsonLine(json, known))}\n`))) break;
    } catch (error) {
      const { code, publicMessage } = toAppError(error);
      if (code !== 'input-invalid') throw error;
      failed++;
      process.stderr.write(`revrx: line ${number}: ${publicMessage}\n`);
    }
  }
  return failed;
}

/** Writes and, when the other side is slower than we are, waits for it; false when nobody reads any more (`… | head`). */
async function write(output: Writable, text: string): Promise<boolean> {
  if (output.destroyed) return false;
  if (output.write(text)) return true;
  try {
    await once(output, 'drain');
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EPIPE') return false;
    throw new AppError('disk-full', { publicMessage: 'The output could not be written. Is the disk full?', cause });
  }
}

/** The decoded stream, with a bar on stderr where a person is looking at one. */
async function* withProgress(input: Readable, size: number | undefined): AsyncGenerator<string> {
  const bar =
    process.stderr.isTTY && size !== undefined
      ? new SingleBar({
          format: 'De-identifying {bar} {percentage}% {eta_formatted}',
          stream: process.stderr,
          hideCursor: true,
        })
      : undefined;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  bar?.start(size ?? 0, 0);
  try {
    for await (const chunk of input) {
      if (!(chunk instanceof Uint8Array)) continue;
      bar?.increment(chunk.byteLength);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (cause) {
    throw new AppError('input-invalid', { publicMessage: 'The input could not be read to its end.', cause });
  } finally {
    bar?.stop();
  }
}

async function openInput(file: string): Promise<{ input: Readable; size: number | undefined }> {
  if (file === '-') return { input: process.stdin, size: undefined };
  const info = await stat(file).catch((cause: unknown) => {
    throw new AppError('input-invalid', { publicMessage: `${file} cannot be read. Check the path.`, cause });
  });
  if (info.isDirectory())
    throw new AppError('input-invalid', {
      publicMessage: `${file} is a folder. Give one file, or - for standard input.`,
    });
  return { input: createReadStream(file), size: info.size };
}

async function openOutput(file: string, { out, jsonl }: DeidentifyOptions): Promise<Writable> {
  if (out === undefined) return process.stdout;
  const name = file === '-' ? (jsonl === true ? 'deidentified.jsonl' : 'deidentified.txt') : basename(file);
  const path = join(out, name);
  if (file !== '-' && resolve(path) === resolve(file))
    throw new AppError('input-invalid', {
      publicMessage: 'The output would overwrite the input. Give another folder with --out.',
    });
  await mkdir(out, { recursive: true, mode: 0o700 });
  const output = createWriteStream(path, { mode: 0o600 });
  await once(output, 'open').catch((cause: unknown) => {
    throw new AppError('input-invalid', {
      publicMessage: `${path} cannot be written. Check the folder of --out.`,
      cause,
    });
  });
  return output;
}

async function readKnown(file: string): Promise<KnownRecord> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('input-invalid', { publicMessage: `${file} cannot be read. Check the path of --known.`, cause });
  });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AppError('input-invalid', {
      publicMessage: `${basename(file)} is not JSON. --known takes a FHIR R4 Patient or { "patient", … }.`,
      cause,
    });
  }
  return parseKnownRecord(json);
}
