import { KMS, type KMSClientConfig } from '@aws-sdk/client-kms';
import { AppError } from '#kernel/index.ts';
import { openFailed } from './message.ts';
import type { DataKeyOwner, Wrapping } from './wrapping.ts';

export interface KmsWrappingOptions {
  /** ARN, id or alias of the KMS key (symmetric). */
  readonly keyId: string;
  /** A key of a tenant's own, where it has one. */
  readonly keyIdOf?: (tenantId: string) => Promise<string | undefined>;
  /** Region, endpoint, credentials; the SDK's defaults otherwise. */
  readonly client?: KMSClientConfig;
}

const CONNECT_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 5_000;
const ATTEMPTS = 3;

/**
 * Wraps data keys with AWS KMS: the key never leaves KMS, and every use stands in CloudTrail with the tenant and the data
 * key's id. One call for a data key made, one for a data key opened (and then cached, see data-keys.ts).
 */
export function createKmsWrapping({ keyId, keyIdOf, client = {} }: KmsWrappingOptions): Wrapping {
  const kms = new KMS({
    maxAttempts: ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
    ...client,
  });
  const keyOf = async (tenantId: string): Promise<string> => (await keyIdOf?.(tenantId)) ?? keyId;
  return {
    currentKeyId: async (tenantId) => `kms:${await keyOf(tenantId)}`,
    async wrap(owner, dataKey) {
      const KeyId = await keyOf(owner.tenantId);
      const answer = await kms
        .encrypt({ KeyId, Plaintext: dataKey, EncryptionContext: toContext(owner) })
        .catch((cause: unknown) => {
          throw new AppError('vault-seal-failed', {
            publicMessage:
              'KMS did not wrap a key, so nothing was stored. Check its key and permissions; the work is tried again.',
            detail: nameOf(cause),
            cause,
          });
        });
      if (answer.CiphertextBlob === undefined) throw openFailed('KMS answered without a ciphertext');
      return Buffer.from(answer.CiphertextBlob);
    },
    async unwrap(owner, wrapped) {
      // Without KeyId: KMS finds the key in the ciphertext, so that what an older key wrapped still opens.
      const answer = await kms
        .decrypt({ CiphertextBlob: wrapped, EncryptionContext: toContext(owner) })
        .catch((cause: unknown) => {
          throw openFailed(nameOf(cause), cause);
        });
      if (answer.Plaintext === undefined) throw openFailed('KMS answered without a plaintext');
      return Buffer.from(answer.Plaintext);
    },
  };
}

function toContext({ tenantId, dataKeyId }: DataKeyOwner): Record<string, string> {
  return { tenant: tenantId, table: 'data_key', row: dataKeyId, purpose: 'data-key' };
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : 'unknown';
}
