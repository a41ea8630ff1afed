import type { EntityManager } from '@mikro-orm/postgresql';
import type { Review } from './review.entity.ts';
import type { StepName } from './queues.ts';

/** What a step leaves behind: rows to store, and what it learned about the review. */
export interface StepOutput {
  /** Stores the rows, inside the transaction that moves the review on. Database calls only. */
  store(em: EntityManager): Promise<void>;
  /** Facts for the review's row. */
  readonly learned?: { readonly patientId?: string; readonly chartVersion?: string };
}

/** What became of a review in a step. */
export type StepResult =
  | { readonly kind: 'done'; readonly output: StepOutput }
  /** Nothing to do: the chart has not changed since this review was published. */
  | { readonly kind: 'unchanged' }
  /** The language model answers later, in a batch: to be looked for after so long. */
  | { readonly kind: 'waiting'; readonly lookAfterSeconds: number }
  /** The chart has changed: this review ends, and a new one of this id and the new version goes on with this output. */
  | { readonly kind: 'new-version'; readonly reviewId: string; readonly output: StepOutput };

/** A step of the pipeline. `run` may take its time and call anything; it must be safe to run again. */
export interface Step {
  readonly name: StepName;
  run(review: Readonly<Review>, signal: AbortSignal): Promise<StepResult>;
}
