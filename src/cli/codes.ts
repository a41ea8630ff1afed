import { Command } from 'commander';
import { codesImportCommand } from './codes-import.ts';
import { codesInstallCommand } from './codes-install.ts';
import { codesListCommand } from './codes-list.ts';
import { codesLookupCommand } from './codes-lookup.ts';

/** `revrx codes import|install|list|lookup`: the official tables that claims are checked against. */
export function codesCommand(): Command {
  return new Command('codes')
    .description('Official code tables: import, install, list and look up.')
    .addCommand(codesImportCommand())
    .addCommand(codesInstallCommand())
    .addCommand(codesListCommand())
    .addCommand(codesLookupCommand());
}
