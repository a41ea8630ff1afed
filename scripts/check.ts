/** Everything that CI checks, in the order in which a mistake shows soonest. `--fast` leaves out the tests with servers. */
import { join } from 'node:path';
import { run, TOOL } from './run.ts';

const script = (name: string): string => join(import.meta.dirname, `${name}.ts`);
const fast = process.argv.includes('--fast');

const checks: readonly [string, string, readonly string[]][] = [
  ['format', TOOL.oxfmt, ['--check', '.']],
  ['types', TOOL.tsc, ['-p', '.']],
  ['lint', TOOL.oxlint, ['--type-aware', '--deny-warnings']],
  ['unused code', TOOL.knip, []],
  ['generated files', script('generate'), ['--check']],
  ['tests', script('test'), fast ? ['unit'] : []],
];

let failed = 0;
for (const [name, program, args] of checks) {
  const started = performance.now();
  const code = await run(program, args, { quiet: name !== 'tests' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (code !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
