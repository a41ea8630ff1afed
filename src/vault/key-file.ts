import { randomBytes, randomUUID } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { AppError, Secret } from '#kernel/index.ts';
import { lockKeyFile } from './key-file-lock.ts';

/** A wrapping key of the local keyring: AES-256, named so that old messages find it after a rotation. */
export interface WrappingKey {
  readonly id: string;
  readonly createdAt: string;
  readonly key: Secret<Buffer>;
}

/** The keys of a key file; new messages are sealed with the first. */
export interface KeyFile {
  readonly keys: readonly [WrappingKey, ...WrappingKey[]];
}

/** Of wrapping keys and data keys alike: AES-256. */
export const KEY_BYTES = 32;

const keyFileSchema = z.object({
  revrxKeyFile: z.literal(1),
  keys: z
    .array(z.object({ id: z.string().min(1), createdAt: z.string(), key: z.base64() }))
    .min(1)
    .refine((keys) => keys.every(({ key }) => Buffer.from(key, 'base64').length === KEY_BYTES), {
      message: `every key must be ${KEY_BYTES} bytes, in base64`,
    }),
});

/** Reads a key file. Throws AppError `vault-open-failed` when it is missing, unreadable or readable by others. */
export async function readKeyFile(path: string): Promise<KeyFile> {
  const { text, mode } = await readWithMode(path).catch((cause: unknown) => {
    throw unusable(path, 'it cannot be read. Restore it from your backup, or make one with "revrx keys init"', cause);
  });
  if ((mode & 0o077) !== 0) throw unusable(path, `others may read it. Run: chmod 600 ${path}`);
  const parsed = keyFileSchema.safeParse(parseJson(text));
  if (!parsed.success)
    throw unusable(path, 'it is not a RevRx key file, or it is damaged. Restore it from your backup');
  const [first, ...rest] = parsed.data.keys.map((entry) => ({
    id: entry.id,
    createdAt: entry.createdAt,
    key: new Secret(Buffer.from(entry.key, 'base64')),
  }));
  if (first === undefined) throw unusable(path, 'it holds no key');
  return { keys: [first, ...rest] };
}

/** Makes a key file with one new key, mode 0600. Refuses to overwrite: what an old key sealed would be lost. */
export async function createKeyFile(path: string): Promise<KeyFile> {
  const file: KeyFile = { keys: [newWrappingKey()] };
  // Linked, not renamed: a file that stands there already makes this fail, and nobody ever reads half a file.
  await writeBeside(path, file, (half) => link(half, path));
  return file;
}

/** Puts a new key in front; the old ones stay, to open what they sealed. Two at once wait for each other. */
export async function addKey(path: string): Promise<KeyFile> {
  return changing(path, ({ keys }) => ({ keys: [newWrappingKey(), ...keys] }));
}

/** Takes keys out of the file; the newest stays whatever `isNeeded` says. Returns the ids of those taken out. */
export async function pruneKeyFile(path: string, isNeeded: (key: WrappingKey) => boolean): Promise<string[]> {
  let taken: readonly WrappingKey[] = [];
  await changing(path, (file) => {
    const [newest, ...older] = file.keys;
    taken = older.filter((key) => !isNeeded(key));
    return taken.length === 0 ? file : { keys: [newest, ...older.filter(isNeeded)] };
  });
  return taken.map(({ id }) => id);
}

/** Reads the file, and puts the changed one in its place, while nobody else does. */
async function changing(path: string, change: (file: KeyFile) => KeyFile): Promise<KeyFile> {
  await using _lock = await lockKeyFile(path);
  const before = await readKeyFile(path);
  const after = change(before);
  if (after !== before) await writeBeside(path, after, (half) => rename(half, path));
  return after;
}

function newWrappingKey(): WrappingKey {
  return { id: randomUUID(), createdAt: new Date().toISOString(), key: new Secret(randomBytes(KEY_BYTES)) };
}

/** Writes the whole file beside its place, and has it put there at once: a kill leaves the old file or the new one. */
async function writeBeside(path: string, { keys }: KeyFile, place: (half: string) => Promise<void>): Promise<void> {
  const half = `${path}.${randomUUID()}.new`;
  const entries = keys.map(({ id, createdAt, key }) => ({ id, createdAt, key: key.reveal().toString('base64') }));
  try {
    await writeDurably(half, `${JSON.stringify({ revrxKeyFile: 1, keys: entries }, null, 2)}\n`);
    await place(half);
    await syncFolder(dirname(path));
  } catch (cause) {
    throw new AppError('conflict', {
      publicMessage: `The key file ${path} cannot be written: ${whyNot(cause)}.`,
      cause,
    });
  } finally {
    await rm(half, { force: true });
  }
}

function whyNot(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EEXIST') return 'it exists already, and what its keys sealed would be lost';
  if (code === 'ENOENT') return 'its folder does not exist';
  if (code === 'ENOSPC') return 'the disk is full';
  return 'its folder does not let this user write';
}

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the new name durable before anything is wrapped with the new key. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readWithMode(path: string): Promise<{ text: string; mode: number }> {
  const handle = await open(path, 'r');
  try {
    return { mode: (await handle.stat()).mode, text: await handle.readFile('utf8') };
  } finally {
    await handle.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unusable(path: string, why: string, cause?: unknown): AppError {
  return new AppError('vault-open-failed', { publicMessage: `The key file ${path} cannot be used: ${why}.`, cause });
}
