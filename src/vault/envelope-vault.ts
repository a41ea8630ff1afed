import { DataKeys, type DataKeyDependencies } from './data-keys.ts';
import type { SealContext, Vault } from './vault.ts';

/** The scope of what belongs to a tenant and to no review: tokens, site keys, notes of people. */
export const TENANT_SCOPE = 'tenant';

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
    async open(context, sealed) {
      const cipher = await dataKeys.forOpening(context.tenantId, scopeOf(context));
      return cipher.open(toEncryptionContext(context), sealed);
    },
  };
}

function scopeOf({ reviewId }: SealContext): string {
  return reviewId ?? TENANT_SCOPE;
}

function toEncryptionContext({ tenantId, table, rowId, purpose }: SealContext): Record<string, string> {
  return { tenant: tenantId, table, row: rowId, purpose };
}
