/**
 * Wraps data keys: the keys that seal rows. Its own key never leaves it (KMS) or its file (local), so that rotating it
 * means wrapping the data keys again, not the data.
 */
export interface Wrapping {
  /** Names the key that wraps new data keys of a tenant; a data key wrapped by another is due for rotation. */
  currentKeyId(tenantId: string): Promise<string>;
  /**
   * Throws AppError `vault-open-failed` when the key file cannot be used or KMS refuses its key, `vault-unavailable` while
   * KMS is away, `vault-seal-failed` otherwise.
   */
  wrap(owner: DataKeyOwner, dataKey: Uint8Array): Promise<WrappedKey>;
  /** Throws AppError `vault-open-failed`, or `vault-unavailable` while KMS is away. */
  unwrap(owner: DataKeyOwner, wrapped: WrappedKey): Promise<Buffer>;
  /**
   * Whether the key of this name is still there: keys are taken out of a key file. Asks the disk at most, never the network
   * or the database, so that it can be asked inside a transaction.
   */
  stillHolds(wrappedBy: string): Promise<boolean>;
}

export interface WrappedKey {
  readonly wrapped: Uint8Array;
  /** Names the key that wrapped it: `local:` or `kms:`, and the id of the key. */
  readonly wrappedBy: string;
}

/** Bound to the wrapped key as encryption context; KMS logs it. Ids only. */
export interface DataKeyOwner {
  readonly tenantId: string;
  readonly dataKeyId: string;
}

/** The encryption context of a wrapped data key. */
export function toWrappingContext({ tenantId, dataKeyId }: DataKeyOwner): Record<string, string> {
  return { tenant: tenantId, table: 'data_key', row: dataKeyId, purpose: 'data-key' };
}
