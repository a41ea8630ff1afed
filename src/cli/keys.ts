import { Command } from 'commander';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseConfig } from '#config/index.ts';
import { createKeyFile } from '#vault/index.ts';
import { keysListCommand } from './keys-list.ts';
import { keysRotateCommand } from './keys-rotate.ts';
import { keysReopenCommand, keysShredCommand } from './keys-shred.ts';
import { keysUseCommand } from './keys-use.ts';
import { print } from './output.ts';

/** `revrx keys init|list|rotate|use|shred|reopen`: what seals everything derived from a chart. */
export function keysCommand(): Command {
  return new Command('keys')
    .description('Keys that seal everything derived from a chart.')
    .addCommand(initCommand())
    .addCommand(keysListCommand())
    .addCommand(keysRotateCommand())
    .addCommand(keysUseCommand())
    .addCommand(keysShredCommand())
    .addCommand(keysReopenCommand());
}

function initCommand(): Command {
  return new Command('init')
    .description('Make a key file (mode 0600). Back it up: without it, what it sealed cannot be read again.')
    .option('--file <path>', 'where to write it; default: REVRX_KEY_FILE, or keys.json in REVRX_HOME')
    .action(async ({ file }: { file?: string }) => {
      const path =
        file === undefined ? parseConfig({ ...process.env, NODE_ENV: 'development' }).vault.keyFile : resolve(file);
      await mkdir(dirname(path), { recursive: true });
      await createKeyFile(path);
      await print(`Made ${path}. Back it up somewhere else than the database.`);
    });
}
