import { existsSync } from 'node:fs';
import { CommanderError, type Command } from 'commander';
import { toAppError } from '#kernel/index.ts';
import { createProgram } from './commands.ts';

/** Exit codes: 0 done, 1 it failed (a sentence says why), 2 the command line was wrong. */
const USAGE_ERROR = 2;

const program = await createProgram(process.argv.slice(2));
overrideExit(program);

if (existsSync('.env')) process.loadEnvFile('.env');

// Who reads our output may stop reading (`revrx … | head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exitCode = 0;
  else throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : USAGE_ERROR;
  } else {
    const { translateDatabaseError } = await import('#persistence/index.ts');
    const { publicMessage, detail, code } = toAppError(translateDatabaseError(error));
    process.stderr.write(`revrx: ${publicMessage}${detail === undefined ? '' : ` (${detail})`} [${code}]\n`);
    if (process.env['REVRX_DEBUG'] !== undefined)
      process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
    process.exitCode = 1;
  }
}

/** Makes every command throw instead of ending the process: what it opened is closed, and the exit code is ours. */
function overrideExit(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) overrideExit(child);
}
