/**
 * Where a sealed value belongs. Bound to the ciphertext as encryption context (authenticated, not secret, never PHI):
 * a value moved to another tenant, table, row or purpose does not open.
 */
export interface SealContext {
  readonly tenantId: string;
  readonly table: string;
  readonly rowId: string;
  /** What the value is: `chart`, `phi-map`, `refresh-token` … */
  readonly purpose: string;
  /** The review whose key seals it, and whose shredding takes it away; without one, the tenant's key does. */
  readonly reviewId?: string;
}

/** Envelope encryption of everything that holds PHI or a credential. */
export interface Vault {
  /**
   * Throws AppError `vault-seal-failed`; of the key for it also `vault-open-failed`, `vault-unavailable`, or `erased` when it
   * was shredded.
   */
  seal(context: SealContext, plaintext: Uint8Array): Promise<Buffer>;
  /**
   * Throws AppError `vault-open-failed` (wrong context, wrong or disabled key, corrupt bytes; the bytes stay untouched)
   * or `erased` when the key was shredded.
   */
  open(context: SealContext, sealed: Uint8Array): Promise<Buffer>;
  /**
   * A name for a value that tells nothing of it: HMAC-SHA-256 under a key of the tenant, 32 hexadecimal digits. The same as
   * long as the tenant is not shredded, also after rotations. A plain hash of a code gives it to who tries all codes.
   * Throws what `seal` throws.
   */
  pseudonym(tenantId: string, value: string): Promise<string>;
}
