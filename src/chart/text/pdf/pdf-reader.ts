import { spawn, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isPdfAnswer, type PdfFailure, type PdfRequest } from './pdf-protocol.ts';

export interface PdfLimits {
  readonly maxPages: number;
  readonly maxCharacters: number;
  /** Milliseconds for one document. */
  readonly timeoutMs: number;
}

export type PdfResult =
  | { readonly pages: readonly string[] }
  | { readonly failure: PdfFailure | 'timeout' | 'crashed' };

/** Bounds of the reader process: JavaScript's heap in MiB, all of its data in KiB (inflated streams live outside the heap). */
const HEAP_MIB = 256;
const DATA_KIB = 1_000_000;
/** Afterwards a new process starts, so that what leaks does not add up. */
const DOCUMENTS_PER_PROCESS = 200;

/**
 * Reads PDFs in a process of its own, one at a time: with bounded memory and time, without environment, network use or rights
 * on files. What a hostile file can do is end that process. The process starts with the first PDF and does not keep ours alive.
 */
export class PdfReader {
  #child: ChildProcess | undefined;
  #read = 0;
  #nextId = 1;
  #queue: Promise<unknown> = Promise.resolve();

  async read(bytes: Uint8Array, limits: PdfLimits): Promise<PdfResult> {
    const result = this.#queue.then(() => this.#readNow(bytes, limits));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** Ends the process; the next PDF starts a new one. */
  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #readNow(bytes: Uint8Array, { timeoutMs, maxPages, maxCharacters }: PdfLimits): Promise<PdfResult> {
    if (this.#read >= DOCUMENTS_PER_PROCESS) this.close();
    const child = (this.#child ??= this.#start());
    this.#read++;
    const id = this.#nextId++;
    hold(child, true);
    const result = await ask(
      child,
      { id, data: Buffer.from(bytes).toString('base64'), maxPages, maxCharacters },
      timeoutMs,
    );
    hold(child, false);
    if ('failure' in result && (result.failure === 'timeout' || result.failure === 'crashed')) this.close();
    return result;
  }

  #start(): ChildProcess {
    this.#read = 0;
    const program = fileURLToPath(new URL('./pdf-process.ts', import.meta.url));
    const library = dirname(dirname(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))));
    const readable = [join(library, '*'), join(dirname(program), '*'), join(findRoot(program), 'package.json')];
    const node = [
      process.execPath,
      '--disable-warning=ExperimentalWarning',
      `--max-old-space-size=${HEAP_MIB}`,
      '--permission',
      ...readable.map((path) => `--allow-fs-read=${path}`),
      program,
    ];
    // The shell sets the limit that Node has no option for, and becomes Node.
    const child = spawn('/bin/sh', ['-c', `ulimit -d ${DATA_KIB}; exec "$@"`, 'sh', ...node], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
    });
    // An error between two documents, such as of a broken channel, must not end our process.
    child.on('error', () => undefined);
    return child;
  }
}

function ask(child: ChildProcess, request: PdfRequest, timeoutMs: number): Promise<PdfResult> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle({ failure: 'timeout' }), timeoutMs);
    const onMessage = (message: unknown): void => {
      if (!isPdfAnswer(message) || message.id !== request.id) return;
      settle('pages' in message ? { pages: message.pages } : { failure: message.failure });
    };
    const onEnd = (): void => settle({ failure: 'crashed' });
    const settle = (result: PdfResult): void => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onEnd).off('error', onEnd);
      resolve(result);
    };
    child.on('message', onMessage).on('exit', onEnd).on('error', onEnd);
    if (child.exitCode !== null || child.signalCode !== null || !child.connected) return onEnd();
    child.send(request, (error) => {
      if (error !== null) onEnd();
    });
  });
}

/** While it reads, the process and its channel keep ours alive; idle, they do not. */
function hold(child: ChildProcess, busy: boolean): void {
  if (busy) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

/** The folder with our package.json: Node reads it to know that our files are ECMAScript modules. */
function findRoot(program: string): string {
  return dirname(dirname(dirname(dirname(dirname(program)))));
}
