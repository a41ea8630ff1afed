import type { Config } from '#config/index.ts';
import { AppError } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import {
  createChosenWrapping,
  createKmsWrapping,
  createLocalWrapping,
  findTenantKmsKey,
  type Wrapping,
} from '#vault/index.ts';

/** What wraps the data keys: a KMS key of the tenant's own, else the installation's KMS key, else the local key file. */
export function createWrapping({ vault }: Config, database: Database): Wrapping {
  const kmsKeyOf = async (tenantId: string): Promise<string | undefined> =>
    (await findTenantKmsKey(database, tenantId)) ?? vault.kmsKeyId;
  return createChosenWrapping({
    local: createLocalWrapping({ keyFile: vault.keyFile }),
    kms: createKmsWrapping({
      keyIdOf: async (tenantId) => (await kmsKeyOf(tenantId)) ?? noKmsKey(),
    }),
    usesKms: async (tenantId) => (await kmsKeyOf(tenantId)) !== undefined,
  });
}

/** Taken away between two looks at it: the next attempt finds the key file. */
function noKmsKey(): never {
  throw new AppError('vault-unavailable', {
    publicMessage: 'The key settings of this organization change at this moment. Nothing is lost; try again.',
  });
}
