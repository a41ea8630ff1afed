import { openFailed } from './message.ts';
import type { Wrapping } from './wrapping.ts';

export interface ChosenWrappingOptions {
  /** Keys named `local:`. */
  readonly local: Wrapping;
  /** Keys named `kms:`. */
  readonly kms: Wrapping;
  /** Whether KMS wraps this tenant's new keys: because it has a key of its own, or because the installation has one. */
  readonly usesKms: (tenantId: string) => Promise<boolean>;
}

/**
 * Wraps with the key file or with KMS, by tenant, and unwraps with whichever wrapped: after the configuration has changed,
 * everything still opens, and "revrx keys rotate" moves it.
 */
export function createChosenWrapping({ local, kms, usesKms }: ChosenWrappingOptions): Wrapping {
  const chosen = async (tenantId: string): Promise<Wrapping> => ((await usesKms(tenantId)) ? kms : local);
  const named = (wrappedBy: string): Wrapping => {
    if (wrappedBy.startsWith('local:')) return local;
    if (wrappedBy.startsWith('kms:')) return kms;
    throw openFailed('wrapped by a kind of key that this version does not know');
  };
  return {
    currentKeyId: async (tenantId) => (await chosen(tenantId)).currentKeyId(tenantId),
    wrap: async (owner, dataKey) => (await chosen(owner.tenantId)).wrap(owner, dataKey),
    unwrap: async (owner, wrapped) => named(wrapped.wrappedBy).unwrap(owner, wrapped),
    stillHolds: async (wrappedBy) => named(wrappedBy).stillHolds(wrappedBy),
  };
}
