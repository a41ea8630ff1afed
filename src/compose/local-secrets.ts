import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '#config/index.ts';
import { AppError, newToken, Secret } from '#kernel/index.ts';
import { createKeyFile } from '#vault/index.ts';

/** Makes the key file at the first start, where the configuration allows that (never in production). */
export async function ensureKeyFile({ vault }: Config): Promise<void> {
  if (existsSync(vault.keyFile)) return;
  if (!vault.make) {
    throw new AppError('config-invalid', {
      publicMessage: `There is no key file at ${vault.keyFile}. Make one with "revrx keys init --file ${vault.keyFile}", or restore yours from backup.`,
    });
  }
  await mkdir(dirname(vault.keyFile), { recursive: true });
  await createKeyFile(vault.keyFile);
}

/** The configured session secret, or one made at the first start and kept beside the keys. */
export async function sessionSecret({ sessionSecret: configured, home }: Config): Promise<Secret<string>> {
  if (configured !== undefined) return configured;
  const file = join(home, 'session-secret');
  if (!existsSync(file)) await writeFile(file, newToken(), { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return new Secret((await readFile(file, 'utf8')).trim());
}
