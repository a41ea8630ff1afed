import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { MultiKeyringNode, RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from '@aws-crypto/client-node';
import { AppError } from '#kernel/index.ts';
import { readKeyFile, type KeyFile, type WrappingKey } from './key-file.ts';
import { createMessageCipher, openFailed, type MessageCipher } from './message.ts';
import { toWrappingContext, type Wrapping } from './wrapping.ts';

interface LoadedFile {
  /** Changes whenever the file is written, replaced or given other rights. */
  readonly stamp: string;
  readonly currentKeyId: string;
  readonly keyIds: ReadonlySet<string>;
  /** The newest key alone: what an older key could open would stay open to whoever got hold of that one. */
  readonly sealing: MessageCipher;
  /** All keys. */
  readonly opening: MessageCipher;
}

/**
 * Wraps with the newest key of a local file of mode 0600, unwraps with any of them. The file is read when it is first
 * needed, and again when it has changed: a rotation, or a restored backup, needs no restart. While it cannot be used,
 * nothing is wrapped or unwrapped: AppError `vault-open-failed`.
 */
export function createLocalWrapping({ keyFile }: { readonly keyFile: string }): Wrapping {
  let loaded: LoadedFile | undefined;
  const current = async (): Promise<LoadedFile> => {
    if (loaded?.stamp === (await stampOf(keyFile))) return loaded;
    loaded = await load(keyFile);
    return loaded;
  };
  return {
    currentKeyId: async () => (await current()).currentKeyId,
    async wrap(owner, dataKey) {
      const { sealing, currentKeyId } = await current();
      return { wrapped: await sealing.seal(toWrappingContext(owner), dataKey), wrappedBy: currentKeyId };
    },
    unwrap: async (owner, { wrapped }) => (await current()).opening.open(toWrappingContext(owner), wrapped),
    stillHolds: async (wrappedBy) => (await current()).keyIds.has(wrappedBy),
  };
}

/** How data keys name a key of a key file. */
export function localKeyId({ id }: Pick<WrappingKey, 'id'>): string {
  return `local:${id}`;
}

async function load(keyFile: string): Promise<LoadedFile> {
  // The stamp first: a file that changes in between is read again at the next use.
  const stamp = await stampOf(keyFile);
  const file = await readKeyFile(keyFile).catch((cause: unknown) => {
    // Its own sentence names the path: that is for the log and the operator, not for who asked for a review.
    throw openFailed(cause instanceof AppError ? cause.publicMessage : 'the key file cannot be read', cause);
  });
  return {
    stamp,
    currentKeyId: localKeyId(file.keys[0]),
    keyIds: new Set(file.keys.map(localKeyId)),
    ...ciphersOf(file),
  };
}

async function stampOf(keyFile: string): Promise<string> {
  return stat(keyFile).then(
    ({ ino, mtimeMs, ctimeMs, size }) => [ino, mtimeMs, ctimeMs, size].join(' '),
    () => 'missing',
  );
}

function ciphersOf({ keys }: KeyFile): Pick<LoadedFile, 'sealing' | 'opening'> {
  const keyrings = keys.map(toKeyring);
  // A partition for each time a file is read: nothing that another file's key unwrapped is taken for this one's.
  const partition = randomUUID();
  return {
    sealing: createMessageCipher(toKeyring(keys[0]), `${partition} newest`),
    opening: createMessageCipher(new MultiKeyringNode({ children: keyrings }), partition),
  };
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
