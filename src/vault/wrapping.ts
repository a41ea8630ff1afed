/**
 * Wraps data keys: the keys that seal rows. Its own key never leaves it (KMS) or its file (local), so that rotating it
 * means wrapping the data keys again, not the data.
 */
export interface Wrapping {
  /** Names the key that wraps new data keys of a tenant; a data key wrapped by another is due for rotation. */
  currentKeyId(tenantId: string): Promise<string>;
  /** Throws AppError `vault-seal-failed`. */
  wrap(owner: DataKeyOwner, dataKey: Uint8Array): Promise<Buffer>;
  /** Throws AppError `vault-open-failed`. */
  unwrap(owner: DataKeyOwner, wrapped: Uint8Array): Promise<Buffer>;
}

/** Bound to the wrapped key as encryption context; KMS logs it. Ids only. */
export interface DataKeyOwner {
  readonly tenantId: string;
  readonly dataKeyId: string;
}
