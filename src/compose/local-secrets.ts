import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '#config/index.ts';
import { AppError, newToken, Secret } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { createKeyFile, listTenantVaults, readKeyFile } from '#vault/index.ts';

/**
 * The key file, where there must be one: read, so that a start with a broken one leaves nothing behind. Where KMS wraps
 * the data keys, and where `makeFirstKeyFile` may make it, there need be none. Throws AppError `config-invalid` or
 * `vault-open-failed`.
 */
export async function requireKeyFile({ vault }: Config): Promise<void> {
  const { keyFile, kmsKeyId, make } = vault;
  if (kmsKeyId !== undefined || (make && !existsSync(keyFile))) return;
  if (!existsSync(keyFile)) {
    throw new AppError('config-invalid', {
      publicMessage: `There is no key file at ${keyFile}. Make one with "revrx keys init --file ${keyFile}", or restore yours from backup.`,
    });
  }
  await readKeyFile(keyFile);
}

/**
 * Makes the key file at the first start, where the configuration allows that (never in production). Once anything is
 * sealed, a file that is not there is missing, and another in its place would hide that. Throws AppError `config-invalid`.
 */
export async function makeFirstKeyFile({ vault }: Config, database: Database): Promise<void> {
  const { keyFile, kmsKeyId } = vault;
  if (kmsKeyId !== undefined || existsSync(keyFile)) return;
  if ((await listTenantVaults(database)).length > 0) {
    throw new AppError('config-invalid', {
      publicMessage: `The key file ${keyFile} is missing, and what is stored was sealed with it. Restore it from your backup; "revrx keys init --file ${keyFile}" makes a new one, which opens nothing of that.`,
    });
  }
  await mkdir(dirname(keyFile), { recursive: true });
  await createKeyFile(keyFile).catch((error: unknown) => {
    // Another process that starts at this moment was quicker: both use its file.
    if (!existsSync(keyFile)) throw error;
  });
}

/** The configured session secret, or one made at the first start and kept beside the keys. */
export async function sessionSecret({ sessionSecret: configured, home }: Config): Promise<Secret<string>> {
  if (configured !== undefined) return configured;
  const file = join(home, 'session-secret');
  if (!existsSync(file)) await writeFile(file, newToken(), { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return new Secret((await readFile(file, 'utf8')).trim());
}
