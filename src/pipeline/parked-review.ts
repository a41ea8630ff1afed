/** A review that is held for a person. */
export interface ParkedReview {
  readonly tenantId: string;
  readonly reviewId: string;
  readonly step: string;
  /** Error code. */
  readonly code: string;
  /** Kinds and counts of what the leak gate found, or the class of an error: never text. */
  readonly detail?: string | undefined;
}
