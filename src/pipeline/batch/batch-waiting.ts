/** Why a review that was to be answered by a batch goes the ordinary way. */
export const LEFT_BATCH = ['unanswered', 'too-long', 'over-budget', 'person-waits'] as const;
export type LeftBatch = (typeof LEFT_BATCH)[number];

/** How reviews wait for batches. */
export interface BatchWaiting {
  /** How long after the first review that waits the batches are looked at, and how long between two looks. */
  readonly lookAfterSeconds: number;
}

/** For the reader of the review; what came of asking apart stands before it. */
export const LEFT_BATCH_NOTE = "The language model's nightly batch gave no answer on this chart.";

/** Whether nobody waits for a review, so that it may take hours at half the price. */
export function waitsForBatch({
  requestedBy,
  leftBatch,
}: {
  readonly requestedBy: string;
  readonly leftBatch?: LeftBatch | null | undefined;
}): boolean {
  return requestedBy !== 'launch' && (leftBatch === null || leftBatch === undefined);
}
