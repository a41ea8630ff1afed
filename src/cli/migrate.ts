import { Command, InvalidArgumentError } from 'commander';
import { migrateAll, openAccess } from '#compose/index.ts';
import { parseConfig } from '#config/index.ts';
import { migrateDown } from '#persistence/index.ts';
import { createLog } from '#telemetry/index.ts';
import { migrations } from '../../migrations/index.ts';
import { print } from './output.ts';

/** `revrx migrate`. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('Bring the database to the newest version. Safe to run again and beside running processes.')
    .option('--down <steps>', 'take back this many migrations instead; what they made is lost', toSteps)
    .action(async ({ down }: { down?: number }) => {
      const config = parseConfig(process.env);
      await using stack = new AsyncDisposableStack();
      const access = await openAccess(config, stack);
      const names =
        down === undefined
          ? await migrateAll(access, createLog({ ...config.log, level: 'warn' }))
          : await migrateDown(access, migrations, down);
      const verb = down === undefined ? 'Ran' : 'Took back';
      await print(names.length === 0 ? 'The database is at the newest version.' : `${verb}: ${names.join(', ')}`);
    });
}

function toSteps(text: string): number {
  const steps = Number(text);
  if (!Number.isInteger(steps) || steps < 1) throw new InvalidArgumentError('Give a number of migrations, such as 1.');
  return steps;
}
