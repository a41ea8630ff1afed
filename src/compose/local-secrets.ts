import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config, VaultConfig } from '#config/index.ts';
import { AppError, newToken, Secret } from '#kernel/index.ts';
import { createKeyFile, readKeyFile } from '#vault/index.ts';

/**
 * Makes the key file at the first start, where the configuration allows that (never in production), and reads it. Where KMS
 * wraps the data keys there need be none. Throws AppError `config-invalid` or `vault-open-failed`.
 */
export async function ensureKeyFile({ vault }: Config): Promise<void> {
  if (vault.kmsKeyId !== undefined) return;
  if (!existsSync(vault.keyFile)) await makeKeyFile(vault);
  await readKeyFile(vault.keyFile);
}

async function makeKeyFile({ keyFile, make }: VaultConfig): Promise<void> {
  if (!make) {
    throw new AppError('config-invalid', {
      publicMessage: `There is no key file at ${keyFile}. Make one with "revrx keys init --file ${keyFile}", or restore yours from backup.`,
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
