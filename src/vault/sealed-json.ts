import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import type { SealContext, Vault } from './vault.ts';

const compress = promisify(deflate);
const expand = promisify(inflate);

/** More than any chart: a sealed value that would grow beyond is not ours. Bytes. */
const MAX_JSON_BYTES = 256 * 1024 * 1024;

/** Seals a JSON value, compressed. Throws AppError `vault-seal-failed`. */
export async function sealJson(vault: Vault, context: SealContext, value: unknown): Promise<Buffer> {
  return vault.seal(context, await compress(JSON.stringify(value), { level: 3 }));
}

/**
 * Opens what `sealJson` sealed. The caller names the type that it sealed under this context: the encryption context
 * authenticates the purpose, so the value is what was sealed for it. Throws AppError `vault-open-failed`.
 */
export async function openJson<T>(vault: Vault, context: SealContext, sealed: Uint8Array): Promise<T> {
  const opened = await vault.open(context, sealed);
  const text = await expand(opened, { maxOutputLength: MAX_JSON_BYTES });
  return JSON.parse(text.toString('utf8')) as T;
}
