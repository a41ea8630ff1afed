import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  getLocalCryptographicMaterialsCache,
  NodeCachingMaterialsManager,
  type KeyringNode,
} from '@aws-crypto/client-node';
import { AppError } from '#kernel/index.ts';
import type { SealContext, Vault } from './vault.ts';

/**
 * Bounds of the data-key cache. A data key serves one context (one row and purpose), so what it saves is opening the
 * same row again; the bounds keep keys in memory for minutes, not for the life of the process.
 */
const CACHE = { entries: 1_000, maxAge: 5 * 60_000, maxMessagesEncrypted: 100, maxBytesEncrypted: 64 * 1024 * 1024 };

/** Committed keys, no signature: one writer and reader, so that who sealed is known; 20 times faster than signing. */
const SUITE = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;

/** A vault over any keyring of the AWS Encryption SDK: local AES keys, or KMS. */
export function createKeyringVault(keyring: KeyringNode): Vault {
  const { encrypt, decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
  const cache = getLocalCryptographicMaterialsCache(CACHE.entries);
  const { entries: _, ...limits } = CACHE;
  const materials = new NodeCachingMaterialsManager({ backingMaterials: keyring, cache, ...limits });
  return {
    async seal(context, plaintext) {
      try {
        const { result } = await encrypt(materials, Buffer.from(plaintext), {
          suiteId: SUITE,
          encryptionContext: toEncryptionContext(context),
          plaintextLength: plaintext.byteLength,
        });
        return result;
      } catch (cause) {
        throw new AppError('vault-seal-failed', {
          publicMessage:
            'Data could not be sealed, so it was not stored. Check the key file or KMS; the work is tried again.',
          cause,
        });
      }
    },
    async open(context, sealed) {
      const opened = await decrypt(materials, Buffer.from(sealed)).catch((cause: unknown) => {
        throw openFailed('the key or the bytes do not fit', cause);
      });
      if (!sameContext(opened.messageHeader.encryptionContext, context))
        throw openFailed('the value belongs elsewhere');
      return opened.plaintext;
    },
  };
}

function toEncryptionContext({ tenantId, table, rowId, purpose }: SealContext): Record<string, string> {
  return { tenant: tenantId, table, row: rowId, purpose };
}

function sameContext(actual: Readonly<Record<string, string>>, expected: SealContext): boolean {
  return Object.entries(toEncryptionContext(expected)).every(([key, value]) => actual[key] === value);
}

function openFailed(detail: string, cause?: unknown): AppError {
  return new AppError('vault-open-failed', {
    publicMessage:
      'Data integrity error: stored data could not be opened. It is untouched; an administrator has been alerted.',
    detail,
    cause,
  });
}
