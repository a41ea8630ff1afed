import { randomBytes } from 'node:crypto';
import { commandActor, recordAuditEvent } from '#audit/index.ts';
import { newId } from '#kernel/index.ts';
import { countDue, createKmsWrapping, useTenantKmsKey } from '#vault/index.ts';
import type { Services } from './services.ts';

export interface TenantKmsKey {
  readonly tenantId: string;
  /** Undefined: what the installation uses. */
  readonly kmsKeyId: string | undefined;
}

/**
 * Has a KMS key wrap the tenant's data keys from now on, after wrapping and unwrapping a value of no use with it. Returns
 * how many data keys are due for rotation then. Throws AppError `vault-open-failed` or `vault-unavailable`
 * when the key cannot be used.
 */
export async function useKmsKey(services: Services, choice: TenantKmsKey): Promise<number> {
  const { database, wrapping, clock } = services;
  const { tenantId, kmsKeyId } = choice;
  if (kmsKeyId !== undefined) await tryKey(tenantId, kmsKeyId);
  await database.inTenant(tenantId, async (em) => {
    await useTenantKmsKey(em, choice);
    await recordAuditEvent(em, {
      tenantId,
      at: clock.now(),
      action: 'keys.changed',
      actor: commandActor(),
      subject: { type: 'tenant', id: tenantId },
      details: { kmsKey: kmsKeyId ?? 'none' },
    });
  });
  return countDue({ database, wrapping, tenantIds: [tenantId] });
}

async function tryKey(tenantId: string, kmsKeyId: string): Promise<void> {
  const kms = createKmsWrapping({ keyIdOf: async () => kmsKeyId });
  const owner = { tenantId, dataKeyId: newId() };
  await kms.unwrap(owner, await kms.wrap(owner, randomBytes(32)));
}
