/** Mends what a machine can: format, lint, generated files. */
import { join } from 'node:path';
import { run, TOOL } from './run.ts';

const codes = [
  await run(TOOL.oxlint, ['--type-aware', '--fix', '--quiet']),
  await run(TOOL.oxfmt, ['.']),
  await run(join(import.meta.dirname, 'generate.ts'), []),
];
process.exitCode = Math.max(...codes);
