import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  getLocalCryptographicMaterialsCache,
  NodeCachingMaterialsManager,
  type KeyringNode,
} from '@aws-crypto/client-node';
import { AppError } from '#kernel/index.ts';

/**
 * Bounds of the materials cache: how many contexts, for how long, and how much one message key may seal. It saves the
 * key derivation when a row is opened again, and calls to KMS where the keyring is KMS.
 */
const CACHE = { entries: 2_000, maxAge: 5 * 60_000, maxMessagesEncrypted: 100, maxBytesEncrypted: 64 * 1024 * 1024 };

/** Committed keys, no signature: one writer and reader, so that who sealed is known; 20 times faster than signing. */
const SUITE = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;

const { encrypt, decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
const cache = getLocalCryptographicMaterialsCache(CACHE.entries);

/** Messages of the AWS Encryption SDK over one keyring. */
export interface MessageCipher {
  seal(context: Readonly<Record<string, string>>, plaintext: Uint8Array): Promise<Buffer>;
  open(context: Readonly<Record<string, string>>, sealed: Uint8Array): Promise<Buffer>;
}

/** `partition` keeps the cached materials of different keyrings apart: the id of the key. */
export function createMessageCipher(keyring: KeyringNode, partition: string): MessageCipher {
  const { entries: _, ...limits } = CACHE;
  const materials = new NodeCachingMaterialsManager({ backingMaterials: keyring, cache, partition, ...limits });
  return {
    async seal(context, plaintext) {
      try {
        const { result } = await encrypt(materials, Buffer.from(plaintext), {
          suiteId: SUITE,
          encryptionContext: { ...context },
          plaintextLength: plaintext.byteLength,
        });
        return result;
      } catch (cause) {
        throw new AppError('vault-seal-failed', {
          publicMessage:
            'Data could not be sealed, so it was not stored. Check the key file or KMS; the work is tried again.',
          detail: reasonOf(cause),
          cause,
        });
      }
    },
    async open(context, sealed) {
      const opened = await decrypt(materials, Buffer.from(sealed)).catch((cause: unknown) => {
        throw openFailed(reasonOf(cause), cause);
      });
      const actual = opened.messageHeader.encryptionContext;
      if (Object.entries(context).some(([key, value]) => actual[key] !== value)) {
        throw openFailed('the value belongs elsewhere');
      }
      return opened.plaintext;
    },
  };
}

/** Stored data that does not open. The sentence is what users see; the alert says more. */
export function openFailed(detail: string, cause?: unknown): AppError {
  return new AppError('vault-open-failed', {
    publicMessage:
      'Data integrity error: stored data could not be opened. It is untouched; an administrator has been alerted.',
    detail,
    ...(cause === undefined ? {} : { cause }),
  });
}

/** The class of an SDK's error (`AccessDeniedException`, `DisabledException` …): its message may name keys and accounts. */
function reasonOf(cause: unknown): string {
  return cause instanceof Error
    ? (/\b[A-Z]\w+(?:Exception|Error)\b/.exec(`${cause.name} ${cause.message}`)?.[0] ?? cause.name)
    : 'unknown';
}
