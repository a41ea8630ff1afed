import { AppError } from '#kernel/index.ts';
import { DataKeys, TENANT_SCOPE, type DataKeyDependencies } from './data-keys.ts';
import { erased } from './erased.ts';
import type { SealContext, Vault } from './vault.ts';

export interface EnvelopeVault extends Vault {
  readonly dataKeys: DataKeys;
}

/**
 * Seals each row under the data key of its review or tenant, in AWS Encryption SDK messages whose encryption context is
 * tenant, table, row and purpose.
 */
export function createEnvelopeVault(deps: DataKeyDependencies): EnvelopeVault {
  const dataKeys = new DataKeys(deps);
  return {
    dataKeys,
    async seal(context, plaintext) {
      const cipher = await dataKeys.forSealing(context.tenantId, scopeOf(context));
      return cipher.seal(toEncryptionContext(context), plaintext);
    },
    async pseudonym(tenantId, value) {
      return (await dataKeys.forSealing(tenantId, TENANT_SCOPE)).pseudonym(value);
    },
    async open(context, sealed) {
      const { tenantId } = context;
      try {
        const cipher = await dataKeys.forOpening(tenantId, scopeOf(context));
        return await cipher.open(toEncryptionContext(context), sealed);
      } catch (error) {
        const failed = error instanceof AppError && error.code === 'vault-open-failed';
        if (failed && (await dataKeys.wasShredded(tenantId, sealed))) throw erased();
        throw error;
      }
    },
  };
}

function scopeOf({ reviewId }: SealContext): string {
  return reviewId ?? TENANT_SCOPE;
}

function toEncryptionContext({ tenantId, table, rowId, purpose }: SealContext): Record<string, string> {
  return { tenant: tenantId, table, row: rowId, purpose };
}
