import { randomBytes, randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { z } from 'zod';
import { AppError, Secret } from '#kernel/index.ts';

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

const KEY_BYTES = 32;

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
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw unusable(path, 'it cannot be read. Restore it from your backup, or make one with "revrx keys init"', cause);
  });
  if (((await stat(path)).mode & 0o077) !== 0) {
    throw unusable(path, `others may read it. Run: chmod 600 ${path}`);
  }
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
  await writeWhole(path, file, 'wx');
  return file;
}

/** Puts a new key in front; the old ones stay, to open what they sealed. Written beside and renamed: never half a file. */
export async function addKey(path: string): Promise<KeyFile> {
  const { keys } = await readKeyFile(path);
  const file: KeyFile = { keys: [newWrappingKey(), ...keys] };
  const half = `${path}.${process.pid}.new`;
  try {
    await writeWhole(half, file, 'wx');
    await rename(half, path);
  } finally {
    await rm(half, { force: true });
  }
  return file;
}

function newWrappingKey(): WrappingKey {
  return { id: randomUUID(), createdAt: new Date().toISOString(), key: new Secret(randomBytes(KEY_BYTES)) };
}

async function writeWhole(path: string, { keys }: KeyFile, flag: 'wx'): Promise<void> {
  const handle = await open(path, flag, 0o600).catch((cause: unknown) => {
    throw new AppError('conflict', {
      publicMessage: `The key file ${path} cannot be made: it exists, or its folder does not.`,
      cause,
    });
  });
  try {
    const entries = keys.map(({ id, createdAt, key }) => ({ id, createdAt, key: key.reveal().toString('base64') }));
    await handle.writeFile(`${JSON.stringify({ revrxKeyFile: 1, keys: entries }, null, 2)}\n`);
    await handle.sync();
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
