import { access as canAccess, constants, statfs } from 'node:fs/promises';
import { Command } from 'commander';
import { openAccess, requireMigrated } from '#compose/index.ts';
import { loadCodeTables } from '#codes/index.ts';
import { parseConfig, type Config } from '#config/index.ts';
import { toAppError } from '#kernel/index.ts';
import { openDatabase, translateDatabaseError, type Database } from '#persistence/index.ts';
import { findMissingKeys, listTenantVaults, readKeyFile } from '#vault/index.ts';
import { entities } from '../entities.ts';
import { print } from './output.ts';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What was found, or what is wrong and what to do. */
  readonly message: string;
}

/** `revrx doctor`: looks at everything that RevRx needs, and says what to do about what is missing. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Check the configuration, the database, the keys, the code tables and the disk.')
    .option('--json', 'for a program to read')
    .action(async ({ json }: { json?: true }) => {
      const checks = await runChecks();
      if (json === true) await print(JSON.stringify({ checks }, null, 2));
      else for (const { name, ok, message } of checks) await print(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${message}`);
      if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}

async function runChecks(): Promise<Check[]> {
  const node = check('node', async () => process.version);
  let config: Config;
  try {
    config = parseConfig(process.env);
  } catch (error) {
    return [await node, { name: 'configuration', ok: false, message: toAppError(error).publicMessage }];
  }
  const kept = await databaseAndKeys(config);
  const others = await Promise.all([
    node,
    check('configuration', async () =>
      config.production ? 'production' : 'not production: sandbox and local defaults allowed',
    ),
    check('disk', () => freeSpace(config)),
    check('code tables', async () => describeTables(config)),
  ]);
  return [...others, ...kept];
}

/** The keys are checked against what they sealed, where the database can be asked. */
async function databaseAndKeys(config: Config): Promise<Check[]> {
  await using stack = new AsyncDisposableStack();
  let database: Database | undefined;
  const opened = await check('database', async () => {
    const access = await openAccess(config, stack);
    await requireMigrated(access);
    database = stack.use(openDatabase({ connection: access.application, entities }));
    const { host, port, database: name, user } = access.application;
    return `${name} on ${host}:${port} as ${access.application.assumeRole ?? user}, at the newest version`;
  });
  return [await check('keys', () => describeKeys(config, database)), opened];
}

async function check(name: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, message: await look() };
  } catch (error) {
    const known = toAppError(translateDatabaseError(error));
    // A doctor is asked by who runs RevRx: of what nobody foresaw, the plain message helps more than an apology.
    if (known.code === 'internal' && error instanceof Error) return { name, ok: false, message: error.message };
    const { publicMessage, detail } = known;
    return { name, ok: false, message: detail === undefined ? publicMessage : `${publicMessage} (${detail})` };
  }
}

async function freeSpace({ home }: Config): Promise<string> {
  const folder = await canAccess(home, constants.W_OK).then(
    () => home,
    () => '.',
  );
  const { bavail, bsize } = await statfs(folder);
  const gigabytes = (bavail * bsize) / 1024 ** 3;
  if (gigabytes < 1) throw new Error(`only ${gigabytes.toFixed(1)} GiB free in ${folder}. Free some space.`);
  return `${gigabytes.toFixed(0)} GiB free in ${folder}`;
}

async function describeKeys({ vault }: Config, database: Database | undefined): Promise<string> {
  if (vault.kmsKeyId !== undefined) return 'KMS wraps the data keys';
  const exists = await canAccess(vault.keyFile).then(
    () => true,
    () => false,
  );
  const sealed = database === undefined ? [] : await listTenantVaults(database);
  if (!exists && vault.make && sealed.length === 0) return `${vault.keyFile} will be made at the first start`;
  const { keys } = await readKeyFile(vault.keyFile);
  const missing = database === undefined ? [] : await findMissingKeys(database, vault.keyFile);
  if (missing.length > 0) {
    throw new Error(
      `${vault.keyFile} lacks a key that data keys need (${missing.join(', ')}). Restore the file from your backup.`,
    );
  }
  return `${keys.length} key${keys.length === 1 ? '' : 's'} in ${vault.keyFile}`;
}

function describeTables({ codesDirectory }: Config): string {
  const { releases } = loadCodeTables({ directory: codesDirectory });
  if (releases.length === 0) return 'only the starter catalogue. Import the official tables with "revrx codes import".';
  return releases.map(({ label }) => label).join(', ');
}
