import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** A tool from node_modules, by the path of its program. */
export const TOOL = {
  jest: join(root, 'node_modules/jest/bin/jest.js'),
  tsc: join(root, 'node_modules/typescript/bin/tsc'),
  oxlint: join(root, 'node_modules/oxlint/bin/oxlint'),
  oxfmt: join(root, 'node_modules/oxfmt/bin/oxfmt'),
  knip: join(root, 'node_modules/knip/bin/knip.js'),
} as const;

export interface RunOptions {
  /** Flags for Node itself. */
  readonly nodeFlags?: readonly string[];
  /** Keep the output and show it only when the tool fails. */
  readonly quiet?: boolean;
}

/** Runs a program of node_modules or ours on this Node. Resolves with its exit code. */
export async function run(
  program: string,
  args: readonly string[],
  { nodeFlags = [], quiet = false }: RunOptions = {},
): Promise<number> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...nodeFlags, program, ...args], {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number>((resolve) => child.on('exit', (status) => resolve(status ?? 1)));
  if (code !== 0 && quiet) process.stderr.write(Buffer.concat(output));
  return code;
}
