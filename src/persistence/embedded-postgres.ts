import { randomBytes } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { AppError, Secret } from '#kernel/index.ts';
import type { ConnectionSettings } from './connection.ts';
import {
  findBinaries,
  findServerUser,
  isOurFolder,
  type ServerBinaries,
  type ServerUser,
} from './postgres-binaries.ts';

export interface EmbeddedPostgresOptions {
  /** Folder for the cluster and its password. Made when absent. */
  readonly directory: string;
  /** Throw-away cluster for tests: no fsync, and gone after `stop`. */
  readonly disposable?: boolean;
}

const SUPERUSER = 'postgres';
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;

/** A PostgreSQL server of our own, from the binaries that npm brought along, on 127.0.0.1 only. */
export interface EmbeddedPostgres extends AsyncDisposable {
  /** As superuser, to the `postgres` database. */
  readonly superuser: ConnectionSettings;
}

/**
 * Starts the server of `directory`, or joins the one that runs there already (a second `revrx` command beside
 * `revrx start`). Only the process that started it stops it; one whose starter died is taken over.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const user = await findServerUser();
  const data = join(options.directory, 'data');
  await mkdir(options.directory, { recursive: true });
  if (user !== undefined) {
    await chmod(options.directory, 0o755);
    if (!(await isOurFolder(options.directory))) {
      throw new AppError('database-unavailable', {
        publicMessage: `${options.directory} is not ours alone. Remove it, set REVRX_HOME to another folder, or set DATABASE_URL.`,
      });
    }
  }
  const password = await superuserPassword(options.directory);
  const running = await runningServer(data);
  if (running !== undefined) {
    const adopted = !(await starterLives(options.directory));
    if (adopted) await writeFile(join(options.directory, 'starter.pid'), String(process.pid));
    return serverHandle(running.port, password, async () => (adopted ? stopServer(running.pid) : undefined));
  }
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(binaries, user, data, password);
  const port = await freePort();
  const child = await launch({ binaries, user, data, port, disposable: options.disposable === true });
  await writeFile(join(options.directory, 'starter.pid'), String(process.pid));
  await untilReady(child, port, password);
  return serverHandle(port, password, async () => {
    await stopServer(child.process.pid);
    if (options.disposable === true) await rm(options.directory, { recursive: true, force: true });
  });
}

function serverHandle(port: number, password: Secret<string>, stop: () => Promise<void>): EmbeddedPostgres {
  const superuser = { host: '127.0.0.1', port, database: 'postgres', user: SUPERUSER, password, ssl: false };
  return { superuser, [Symbol.asyncDispose]: stop };
}

async function superuserPassword(directory: string): Promise<Secret<string>> {
  const file = join(directory, 'superuser-password');
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return new Secret((await readFile(file, 'utf8')).trim());
}

/** postmaster.pid: line 1 the pid, line 4 the port. */
async function runningServer(data: string): Promise<{ pid: number; port: number } | undefined> {
  const lines = await readFile(join(data, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : undefined;
}

async function starterLives(directory: string): Promise<boolean> {
  const text = await readFile(join(directory, 'starter.pid'), 'utf8').catch(() => '');
  const pid = Number(text);
  return pid > 0 && isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function initialise(
  { initdb, libraries }: ServerBinaries,
  user: ServerUser | undefined,
  data: string,
  password: Secret<string>,
): Promise<void> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const passwordFile = join(data, '..', 'initdb-password');
  await writeFile(passwordFile, password.reveal(), { mode: 0o600 });
  if (user !== undefined) await Promise.all([chown(data, user.uid, user.gid), chown(passwordFile, user.uid, user.gid)]);
  const flags = [
    '-D',
    data,
    '-U',
    SUPERUSER,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ];
  try {
    await runToEnd(initdb, flags, user, libraries);
    await chmod(data, 0o700);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

interface LaunchedServer {
  readonly process: ChildProcess;
  readonly stderr: () => string;
}

async function launch(options: {
  binaries: ServerBinaries;
  user: ServerUser | undefined;
  data: string;
  port: number;
  disposable: boolean;
}): Promise<LaunchedServer> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    ...(options.disposable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(options.binaries.postgres, ['-D', options.data, '-p', String(options.port), ...flags], {
    ...options.user,
    cwd: options.data,
    env: { PATH: process.env['PATH'], LD_LIBRARY_PATH: options.binaries.libraries, TZ: 'UTC' },
    // A process group of its own: Ctrl-C on the terminal must reach us first, who stop the server in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(-4_000)));
  child.unref();
  return { process: child, stderr: () => stderr };
}

async function untilReady(server: LaunchedServer, port: number, password: Secret<string>): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && server.process.exitCode === null) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: SUPERUSER,
      password: password.reveal(),
      database: 'postgres',
    });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await delay(50);
    }
  }
  throw new AppError('database-unavailable', {
    publicMessage: `The embedded PostgreSQL did not start. Its last words: ${server.stderr().trim().split('\n').at(-1) ?? 'none'}`,
  });
}

/** Fast shutdown (SIGINT): sessions end, everything committed stays. */
async function stopServer(pid: number | undefined): Promise<void> {
  if (pid === undefined || !isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isAlive(pid) && Date.now() < deadline) await delay(25);
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new TypeError('no port was given');
  return address.port;
}

async function runToEnd(file: string, args: string[], user: ServerUser | undefined, libraries: string): Promise<void> {
  const child = spawn(file, args, {
    ...user,
    cwd: '/',
    env: { PATH: process.env['PATH'], LD_LIBRARY_PATH: libraries, TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (code === 0) return;
  throw new AppError('database-unavailable', {
    publicMessage: `The embedded PostgreSQL could not make its data folder: ${stderr.trim().split('\n').at(-1) ?? 'no reason given'}`,
  });
}
