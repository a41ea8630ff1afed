import { existsSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { toAppError } from '#kernel/index.ts';
import { translateDatabaseError } from '#persistence/index.ts';
import { auditCommand } from './audit.ts';
import { codesCommand } from './codes.ts';
import { deidentifyCommand } from './deidentify.ts';
import { doctorCommand } from './doctor.ts';
import { jobsCommand } from './jobs.ts';
import { keysCommand } from './keys.ts';
import { migrateCommand } from './migrate.ts';
import { pullCommand } from './pull.ts';
import { reviewCommand } from './review.ts';
import { serveCommand, startCommand, workCommand } from './run.ts';
import { siteCommand } from './site.ts';
import { openSiteServices } from './with-services.ts';

/** Exit codes: 0 done, 1 it failed (a sentence says why), 2 the command line was wrong. */
const USAGE_ERROR = 2;

const program = new Command('revrx')
  .description('Reviews the coding of finished encounters against their documentation.')
  .addCommand(startCommand())
  .addCommand(serveCommand())
  .addCommand(workCommand())
  .addCommand(migrateCommand())
  .addCommand(siteCommand(openSiteServices))
  .addCommand(pullCommand())
  .addCommand(reviewCommand())
  .addCommand(deidentifyCommand())
  .addCommand(codesCommand())
  .addCommand(keysCommand())
  .addCommand(jobsCommand())
  .addCommand(auditCommand(openSiteServices))
  .addCommand(doctorCommand())
  .showHelpAfterError('(add --help for what it takes)');
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
