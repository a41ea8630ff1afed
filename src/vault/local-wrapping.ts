import { stat } from 'node:fs/promises';
import { MultiKeyringNode, RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from '@aws-crypto/client-node';
import { AppError } from '#kernel/index.ts';
import { readKeyFile, type KeyFile, type WrappingKey } from './key-file.ts';
import { createMessageCipher, type MessageCipher } from './message.ts';
import type { DataKeyOwner, Wrapping } from './wrapping.ts';

interface LoadedFile {
  readonly modifiedMs: number;
  readonly currentKeyId: string;
  readonly cipher: MessageCipher;
}

/**
 * Wraps with the newest key of a local file of mode 0600, unwraps with any of them. The file is read again when it has
 * changed: a rotation, or a restored backup, needs no restart.
 * Throws AppError `vault-open-failed` when the file cannot be used.
 */
export async function createLocalWrapping({ keyFile }: { readonly keyFile: string }): Promise<Wrapping> {
  let loaded = await load(keyFile);
  const current = async (): Promise<LoadedFile> => {
    const modifiedMs = await stat(keyFile).then(
      ({ mtimeMs }) => mtimeMs,
      () => -1,
    );
    if (modifiedMs !== loaded.modifiedMs) loaded = await load(keyFile);
    return loaded;
  };
  return {
    currentKeyId: async () => (await current()).currentKeyId,
    wrap: async (owner, dataKey) => (await sealable(current())).cipher.seal(toContext(owner), dataKey),
    unwrap: async (owner, wrapped) => (await current()).cipher.open(toContext(owner), wrapped),
  };
}

async function load(keyFile: string): Promise<LoadedFile> {
  const { mtimeMs } = await stat(keyFile).catch(() => ({ mtimeMs: -1 }));
  const file = await readKeyFile(keyFile);
  return { modifiedMs: mtimeMs, currentKeyId: `local:${file.keys[0].id}`, cipher: cipherOf(file) };
}

/** A key file that cannot be read stops sealing too, and then the work is tried again. */
async function sealable(file: Promise<LoadedFile>): Promise<LoadedFile> {
  return file.catch((cause: unknown) => {
    if (!(cause instanceof AppError)) throw cause;
    throw new AppError('vault-seal-failed', { publicMessage: cause.publicMessage, cause });
  });
}

function cipherOf({ keys }: KeyFile): MessageCipher {
  const [newest, ...older] = keys;
  const keyring = new MultiKeyringNode({ generator: toKeyring(newest), children: older.map(toKeyring) });
  return createMessageCipher(keyring, `local:${keys.map(({ id }) => id).join(',')}`);
}

function toKeyring({ id, key }: WrappingKey): RawAesKeyringNode {
  return new RawAesKeyringNode({
    keyNamespace: 'revrx-local',
    keyName: id,
    // The SDK wants an isolated buffer: Node's pooled buffers share memory with others.
    unencryptedMasterKey: new Uint8Array(key.reveal()),
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  });
}

function toContext({ tenantId, dataKeyId }: DataKeyOwner): Record<string, string> {
  return { tenant: tenantId, table: 'data_key', row: dataKeyId, purpose: 'data-key' };
}
