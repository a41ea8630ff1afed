// Runs a script on the Node that package.json pins, whatever Node the machine has.
// Plain JavaScript that any Node >= 20 can run: `node bin/pinned-node.mjs SCRIPT [ARG ...]`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { constants } from 'node:os';

/** Node's flags for everything of ours: types are stripped, warnings about it are not the user's business. */
const NODE_FLAGS = ['--disable-warning=ExperimentalWarning', '--enable-source-maps'];

/** Where Node keeps what it made of the sources (types stripped, code compiled), so that a second start is quicker. */
const COMPILE_CACHE = fileURLToPath(new URL('../node_modules/.cache/revrx-node', import.meta.url));

/** The pinned binary, from the optional dependency for this platform; undefined where npm has none. */
export function pinnedNode() {
  const path = fileURLToPath(
    new URL(`../node_modules/node-${process.platform}-${process.arch}/bin/node`, import.meta.url),
  );
  return existsSync(path) ? path : undefined;
}

function newEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

/** Runs `node FLAGS args` on the pinned Node, hands signals on, and ends as it ends. */
export function runOnPinnedNode(args) {
  const node = pinnedNode() ?? (newEnough() ? process.execPath : undefined);
  if (node === undefined) {
    console.error(
      `RevRx needs Node 24 and found ${process.version}. Run "npm ci" first (it brings Node 24 along), or install Node 24.`,
    );
    process.exitCode = 1;
    return;
  }
  const env = { NODE_COMPILE_CACHE: COMPILE_CACHE, ...process.env };
  const child = spawn(node, [...NODE_FLAGS, ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`RevRx could not start ${node}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) runOnPinnedNode(process.argv.slice(2));
