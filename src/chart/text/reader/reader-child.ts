import { spawn, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isReadAnswer, type ReadAnswer, type ReadRequest } from './reader-protocol.ts';

/** Without its number: `Omit` would merge the kinds into one. */
type Unnumbered<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never;
export type ReadOrder = Unnumbered<ReadRequest>;
export type ReadResult = Unnumbered<ReadAnswer> | { readonly failure: 'timeout' | 'crashed' };

/** Bounds of a reader process: JavaScript's heap in MiB, all of its data in KiB (inflated streams live outside the heap). */
const HEAP_MIB = 512;
const DATA_KIB = 1_000_000;
/** Afterwards a new process starts, so that what leaks does not add up. */
const DOCUMENTS_PER_PROCESS = 200;

/**
 * Reads documents in a process of its own, one at a time: with bounded memory and time, without environment, network use or
 * rights on files. What a hostile file can do is end that process. It starts with the first document and does not keep ours alive.
 */
export class ReaderChild {
  #child: ChildProcess | undefined;
  #read = 0;
  #nextId = 1;

  /** Not before the last one is answered. Throws the signal's reason when it aborts; the process ends then. */
  async read(order: ReadOrder, timeoutMs: number, signal?: AbortSignal): Promise<ReadResult> {
    signal?.throwIfAborted();
    if (this.#read >= DOCUMENTS_PER_PROCESS) this.close();
    const child = (this.#child ??= this.#start());
    this.#read++;
    hold(child, true);
    const result = await ask(child, { ...order, id: this.#nextId++ }, { timeoutMs, signal });
    hold(child, false);
    if (result === 'aborted' || isEnd(result)) this.close();
    if (result !== 'aborted') return result;
    signal?.throwIfAborted();
    return { failure: 'crashed' };
  }

  /** Ends the process; the next document starts a new one. */
  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): ChildProcess {
    this.#read = 0;
    const program = fileURLToPath(new URL('./reader-process.ts', import.meta.url));
    const library = dirname(dirname(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))));
    const readable = [
      join(library, '*'),
      join(dirname(dirname(program)), '*'),
      join(findRoot(program), 'package.json'),
    ];
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
      serialization: 'advanced',
      env: {},
    });
    // An error between two documents, such as of a broken channel, must not end our process.
    child.on('error', () => undefined);
    return child;
  }
}

function isEnd(result: ReadResult): boolean {
  return 'failure' in result && (result.failure === 'timeout' || result.failure === 'crashed');
}

interface AskOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

function ask(
  child: ChildProcess,
  request: ReadRequest,
  { timeoutMs, signal }: AskOptions,
): Promise<ReadResult | 'aborted'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle({ failure: 'timeout' }), timeoutMs);
    const onMessage = (message: unknown): void => {
      if (isReadAnswer(message) && message.id === request.id) settle(message);
    };
    const onEnd = (): void => settle({ failure: 'crashed' });
    const onAbort = (): void => settle('aborted');
    const settle = (result: ReadResult | 'aborted'): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      child.off('message', onMessage).off('exit', onEnd).off('error', onEnd);
      resolve(result);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
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
