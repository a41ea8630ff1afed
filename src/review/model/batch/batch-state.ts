/** What a batch asks about one review. */
export interface BatchedQuestions {
  readonly reviewId: string;
  readonly parts: number;
  /** That the answers may use at most, by estimate. */
  readonly tokens: number;
}

/** A batch that is under way, as plain data. Kept until its answers are taken up. */
export interface BatchState {
  /** Ours, given before anything is sent, and written into the server's batch: a submission is found again by it. */
  readonly key: string;
  readonly reviews: readonly BatchedQuestions[];
  /** Undefined while it is not known whether the server took it: the process may have died in between. */
  readonly batchId: string | undefined;
  /** ISO 8601. */
  readonly submittedAt: string;
}

/** Where batches are remembered over restarts. `put` must be durable before it resolves. */
export interface BatchStore {
  list(): Promise<readonly BatchState[]>;
  put(state: BatchState): Promise<void>;
  delete(key: string): Promise<void>;
}
