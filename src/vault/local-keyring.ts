import { MultiKeyringNode, RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from '@aws-crypto/client-node';
import { readKeyFile, type WrappingKey } from './key-file.ts';
import { createKeyringVault } from './keyring-vault.ts';
import type { Vault } from './vault.ts';

/**
 * A vault whose keys stand in a local file of mode 0600. Seals with the newest key, opens with any.
 * Throws AppError `vault-open-failed` when the file cannot be used.
 */
export async function createLocalVault({ keyFile }: { readonly keyFile: string }): Promise<Vault> {
  const { keys } = await readKeyFile(keyFile);
  const [newest, ...older] = keys;
  return createKeyringVault(new MultiKeyringNode({ generator: toKeyring(newest), children: older.map(toKeyring) }));
}

function toKeyring({ id, key }: WrappingKey): RawAesKeyringNode {
  // The SDK wants an isolated buffer: Node's pooled buffers share memory with others.
  const unencryptedMasterKey = new Uint8Array(key.reveal());
  return new RawAesKeyringNode({
    keyNamespace: 'revrx-local',
    keyName: id,
    unencryptedMasterKey,
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  });
}
