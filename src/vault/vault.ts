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
}

/** Envelope encryption of everything that holds PHI or a credential. */
export interface Vault {
  /** Throws AppError `vault-seal-failed`. */
  seal(context: SealContext, plaintext: Uint8Array): Promise<Buffer>;
  /** Throws AppError `vault-open-failed`: wrong context, wrong or disabled key, corrupt bytes. The bytes stay untouched. */
  open(context: SealContext, sealed: Uint8Array): Promise<Buffer>;
}
