import { Command } from 'commander';
import { codesImportCommand } from './codes-import.ts';
import { codesInstallCommand } from './codes-install.ts';
import { codesListCommand } from './codes-list.ts';
import { codesLookupCommand } from './codes-lookup.ts';

/** `revrx codes import|install|list|lookup`: the official tables that claims are checked against. */
export function codesCommand(): Command {
  const codes = new Command('codes')
    .description('Official code tables: import, install, list and look up.')
    .exitOverride();
  // Commands that are added do not inherit: a usage error must reach the caller, who knows the exit codes.
  for (const command of [codesImportCommand(), codesInstallCommand(), codesListCommand(), codesLookupCommand()]) {
    codes.addCommand(command.exitOverride());
  }
  return codes;
}
