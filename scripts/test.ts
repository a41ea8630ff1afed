/**
 * Runs the tests: `npm test` all of them, `npm test -- unit` (or integration, chaos, browser) one suite, `npm test -- PATH …`
 * some files. Quiet when green; ends with the counts.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, TOOL } from './run.ts';

const SUITES = ['unit', 'integration', 'chaos', 'browser'];

const args = process.argv.slice(2);
const suites = args.filter((arg) => SUITES.includes(arg));
const others = args.filter((arg) => !SUITES.includes(arg));
const folder = await mkdtemp(join(tmpdir(), 'revrx-test-report-'));
const report = join(folder, 'report.json');

const code = await run(
  TOOL.jest,
  [
    ...(suites.length > 0 ? ['--selectProjects', ...suites] : []),
    '--json',
    `--outputFile=${report}`,
    '--reporters=<rootDir>/test/support/quiet-reporter.mjs',
    '--maxWorkers=2',
    ...others,
  ],
  { nodeFlags: ['--experimental-vm-modules'], quiet: false },
);

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

const counts = await readFile(report, 'utf8').then(
  (text) => JSON.parse(text) as Report,
  () => undefined,
);
await rm(folder, { recursive: true, force: true });
const failed = counts === undefined ? 1 : counts.numFailedTests + counts.numRuntimeErrorTestSuites;
console.log(`${counts?.numPassedTests ?? 0} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : code;
