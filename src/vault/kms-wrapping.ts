import { KMS, type KMSClientConfig } from '@aws-sdk/client-kms';
import { AppError } from '#kernel/index.ts';
import { KEY_BYTES } from './key-file.ts';
import { kmsOpenError, kmsSealError, kmsUnavailable } from './kms-errors.ts';
import { openFailed } from './message.ts';
import { toWrappingContext, type Wrapping } from './wrapping.ts';

export interface KmsWrappingOptions {
  /** ARN, id or alias of the KMS key (symmetric) that wraps a tenant's new data keys. */
  readonly keyIdOf: (tenantId: string) => Promise<string>;
  /** Region, endpoint, credentials, timeouts; the SDK's own settings (AWS_REGION, AWS_ENDPOINT_URL_KMS ...) otherwise. */
  readonly client?: KMSClientConfig;
}

const BOUNDS = {
  /** The first included. The SDK waits between them with jitter; who called tries again later, see `vault-unavailable`. */
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
};

/**
 * Wraps data keys with AWS KMS: the key never leaves KMS, and every use stands in CloudTrail with the tenant and the data
 * key's id. One call for a data key made, one for a data key opened (and then cached, see data-keys.ts).
 */
export function createKmsWrapping({ keyIdOf, client = {} }: KmsWrappingOptions): Wrapping {
  let made: KMS | undefined;
  // Made when first needed: most installations need none, and one without a region cannot be made.
  const kms = (): KMS => (made ??= new KMS({ ...BOUNDS, ...client }));
  const aliases = new AliasReader(kms);
  const keyOf = async (tenantId: string): Promise<string> => aliases.keyOf(await keyIdOf(tenantId));
  return {
    currentKeyId: async (tenantId) => toName(await keyOf(tenantId)),
    async wrap(owner, dataKey) {
      const KeyId = await keyOf(owner.tenantId);
      const request = { KeyId, Plaintext: dataKey, EncryptionContext: toWrappingContext(owner) };
      const { CiphertextBlob } = await translated(() => kms().encrypt(request), kmsSealError);
      if (CiphertextBlob === undefined || CiphertextBlob.byteLength === 0) throw kmsUnavailable('NoCiphertext');
      return { wrapped: Buffer.from(CiphertextBlob), wrappedBy: toName(KeyId) };
    },
    async unwrap(owner, { wrapped, wrappedBy }) {
      // Without KeyId: KMS finds the key in the ciphertext, also a multi-Region key's replica when this is another Region.
      const request = { CiphertextBlob: wrapped, EncryptionContext: toWrappingContext(owner) };
      const { Plaintext, KeyId } = await translated(() => kms().decrypt(request), kmsOpenError);
      if (Plaintext === undefined || Plaintext.byteLength === 0) throw kmsUnavailable('NoPlaintext');
      if (Plaintext.byteLength !== KEY_BYTES) throw openFailed('KMS opened something that is no data key');
      if (!isSameKey(wrappedBy, KeyId)) throw openFailed('another KMS key opened it than the one that wrapped it');
      return Buffer.from(Plaintext);
    },
    // Deleting a KMS key takes a week at least, and KMS says so; nothing is known without asking it.
    stillHolds: async () => true,
  };
}

async function translated<T>(ask: () => Promise<T>, toError: (cause: unknown) => AppError): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw toError(cause);
  }
}

function toName(keyId: string): string {
  return `kms:${keyId}`;
}

/** Whoever can write to the database must not have us use a key of theirs that KMS also lets us use. */
function isSameKey(wrappedBy: string, opener: string | undefined): boolean {
  if (opener === undefined || wrappedBy.includes('alias/')) return true;
  // Replicas of a multi-Region key have ARNs of their own Regions and one key id.
  const idOf = (name: string): string => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('kms:') + 3) + 1);
  return idOf(wrappedBy) === idOf(opener);
}

const ALIAS_TRUSTED_MS = 60_000;

/**
 * The key behind an alias, asked once a minute: data keys remember the key and not the alias, so that they are due for
 * rotation once the alias points to another key. Where KMS does not let us ask (`kms:DescribeKey`), the alias's own name.
 */
class AliasReader {
  readonly #kms: () => KMS;
  readonly #known = new Map<string, { readonly at: number; readonly key: string }>();

  constructor(kms: () => KMS) {
    this.#kms = kms;
  }

  async keyOf(keyId: string): Promise<string> {
    if (!/(?:^|:)alias\//.test(keyId)) return keyId;
    const known = this.#known.get(keyId);
    if (known !== undefined && performance.now() - known.at < ALIAS_TRUSTED_MS) return known.key;
    const key = await this.#ask(keyId);
    this.#known.set(keyId, { at: performance.now(), key });
    return key;
  }

  async #ask(KeyId: string): Promise<string> {
    try {
      const { KeyMetadata } = await translated(() => this.#kms().describeKey({ KeyId }), kmsSealError);
      return KeyMetadata?.Arn ?? KeyId;
    } catch (error) {
      if (error instanceof AppError && error.detail === 'AccessDeniedException') return KeyId;
      throw error;
    }
  }
}
