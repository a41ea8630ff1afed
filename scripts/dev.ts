/** `npm run dev`: `revrx start`, started again whenever a source changes; prints where to launch. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const watched = ['src', 'migrations', 'launch/src'].map((path) => `--watch-path=${join(root, path)}`);

const child = spawn(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--enable-source-maps',
    '--watch-preserve-output',
    ...watched,
    join(root, 'src/cli/main.ts'),
    'start',
  ],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => (process.exitCode = code ?? 0));
console.log(`Launch RevRx from a chart at http://localhost:${process.env['SANDBOX_PORT'] ?? 4000}`);
