import { access as canAccess, constants, statfs } from 'node:fs/promises';
import { Command } from 'commander';
import { openAccess, requireMigrated } from '#compose/index.ts';
import { loadCodeTables } from '#codes/index.ts';
import { parseConfig, type Config } from '#config/index.ts';
import { toAppError } from '#kernel/index.ts';
import { translateDatabaseError } from '#persistence/index.ts';
import { readKeyFile } from '#vault/index.ts';
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
  return Promise.all([
    node,
    check('configuration', async () =>
      config.production ? 'production' : 'not production: sandbox and local defaults allowed',
    ),
    check('disk', () => freeSpace(config)),
    check('keys', () => describeKeys(config)),
    check('database', () => describeDatabase(config)),
    check('code tables', async () => describeTables(config)),
  ]);
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

async function describeKeys({ vault }: Config): Promise<string> {
  if (vault.kmsKeyId !== undefined) return 'KMS wraps the data keys';
  const exists = await canAccess(vault.keyFile).then(
    () => true,
    () => false,
  );
  if (!exists && vault.make) return `${vault.keyFile} will be made at the first start`;
  const { keys } = await readKeyFile(vault.keyFile);
  return `${keys.length} key${keys.length === 1 ? '' : 's'} in ${vault.keyFile}`;
}

async function describeDatabase(config: Config): Promise<string> {
  await using stack = new AsyncDisposableStack();
  const access = await openAccess(config, stack);
  await requireMigrated(access);
  const { host, port, database, user } = access.application;
  return `${database} on ${host}:${port} as ${access.application.assumeRole ?? user}, at the newest version`;
}

function describeTables({ codesDirectory }: Config): string {
  const { releases } = loadCodeTables({ directory: codesDirectory });
  if (releases.length === 0) return 'only the starter catalogue. Import the official tables with "revrx codes import".';
  return releases.map(({ label }) => label).join(', ');
}
