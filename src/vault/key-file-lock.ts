import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '#kernel/index.ts';

const holderSchema = z.object({ host: z.string(), pid: z.int().positive(), token: z.string() });
type Holder = z.infer<typeof holderSchema>;

const LOOK_AGAIN_MS = 20;
/** A change of the file takes milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Has one process at a time change a key file: two that each put a key in front would lose one of them, with what it
 * wrapped. A lock whose process has ended on this machine is taken away. Throws AppError `conflict` after ten seconds.
 */
export async function lockKeyFile(path: string): Promise<AsyncDisposable> {
  const lock = `${path}.lock`;
  const own: Holder = { host: hostname(), pid: process.pid, token: randomUUID() };
  const until = performance.now() + PATIENCE_MS;
  while (!(await take(lock, own))) {
    const holder = await holderOf(lock);
    if (performance.now() > until) throw isHeld(path, lock, holder);
    if (holder !== undefined && hasEnded(holder)) await takeAway(lock, holder, own);
    else await delay(LOOK_AGAIN_MS);
  }
  return { [Symbol.asyncDispose]: () => rm(lock, { force: true }) };
}

/** Written beside and linked, so that who finds a lock finds it whole. */
async function take(lock: string, own: Holder): Promise<boolean> {
  const half = `${lock}.${own.token}`;
  try {
    await writeFile(half, JSON.stringify(own), { mode: 0o600 });
    await link(half, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new AppError('conflict', {
      publicMessage: `The lock ${lock} cannot be made: the folder does not exist, or does not let this user write.`,
      cause: error,
    });
  } finally {
    await rm(half, { force: true });
  }
}

async function holderOf(lock: string): Promise<Holder | undefined> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(lock, 'utf8')));
  } catch {
    return undefined;
  }
}

function hasEnded({ host, pid }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** Of two that find the same dead lock, one may take it away: who holds the lock that is named for it. */
async function takeAway(lock: string, dead: Holder, own: Holder): Promise<void> {
  const right = `${lock}.${dead.token}.ended`;
  if (!(await take(right, own))) return delay(LOOK_AGAIN_MS);
  try {
    if ((await holderOf(lock))?.token === dead.token) await rm(lock, { force: true });
  } finally {
    await rm(right, { force: true });
  }
}

function isHeld(path: string, lock: string, holder: Holder | undefined): AppError {
  const who = holder === undefined ? 'another process' : `process ${holder.pid} on ${holder.host}`;
  return new AppError('conflict', {
    publicMessage: `The key file ${path} is being changed by ${who}. If that is no more, delete ${lock} and try again.`,
  });
}
