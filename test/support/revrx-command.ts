import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '..', '..', 'bin', 'revrx.mjs');

export interface CommandEnd {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `revrx …` as its users type it, in a process of its own. Only these settings reach it. */
export class RevrxCommand {
  readonly process: ChildProcess;
  readonly ended: Promise<CommandEnd>;
  #stdout = '';
  #stderr = '';

  constructor(args: readonly string[], settings: Readonly<Record<string, string>>, folder?: string) {
    this.process = spawn(process.execPath, [COMMAND, ...args], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(folder === undefined ? {} : { cwd: folder }),
    });
    this.process.stdout?.on('data', (chunk: Buffer) => (this.#stdout += chunk.toString()));
    this.process.stderr?.on('data', (chunk: Buffer) => (this.#stderr += chunk.toString()));
    this.ended = once(this.process, 'close').then(([code]) => ({
      code: typeof code === 'number' ? code : null,
      stdout: this.#stdout,
      stderr: this.#stderr,
    }));
  }

  get stdout(): string {
    return this.#stdout;
  }

  /** Resolves when a line of stdout begins so. Throws when the command ends before. */
  async untilLine(start: string): Promise<void> {
    let over = false;
    void this.ended.then(() => (over = true));
    while (!`\n${this.#stdout}`.includes(`\n${start}`)) {
      if (over) throw new Error(`ended before "${start}": ${this.#stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Asks it to stop, and waits until it has. */
  stop(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<CommandEnd> {
    this.process.kill(signal);
    return this.ended;
  }
}

/** Runs a command to its end. */
export function revrx(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  folder?: string,
): Promise<CommandEnd> {
  return new RevrxCommand(args, settings, folder).ended;
}
