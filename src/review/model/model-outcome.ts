import type { Evidence, Finding, ModelUsage } from '../finding.ts';
import type { MdmAssessment } from '../em/index.ts';

/** Why a part of a model's answer was not used. Each is counted, none is shown as a finding. */
export const DROP_REASONS = [
  'not-billed',
  'answered-twice',
  'no-such-span',
  'no-evidence',
  'span-gives-orders',
  'unknown-code',
  'code-not-billable',
  'already-billed',
  'excluded-by-billed-code',
  'denied-by-text',
  'named-in-text',
  'level-not-from-table',
  'reason-without-code',
  'uncertain-but-inpatient',
  'not-managed',
  'outside-the-rules-bounds',
  'unanswered',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

export type DropCounts = Readonly<Partial<Record<DropReason, number>>>;

/** A billed code that the model found documented, with the words. */
export interface SupportedCode {
  readonly code: string;
  readonly evidence: readonly Evidence[];
}

/** The billed visit as its decision making and time, read by model and rules, come out of the published table. */
export interface ModelLevel {
  readonly billed: string;
  /** The same as `billed` when it agrees. */
  readonly right: string;
  readonly mdm: MdmAssessment;
}

/** Why the model had no say in a review. */
export type ModelFailure =
  | 'unavailable'
  | 'timed-out'
  | 'not-permitted'
  | 'refused'
  | 'content-filter'
  | 'truncated'
  | 'answer-invalid'
  | 'other-question'
  | 'budget-spent'
  | 'chart-too-long'
  | 'nothing-to-read';

export type ModelOutcome =
  | {
      readonly kind: 'answered';
      /** As the server names it. */
      readonly model: string;
      /** Proven ones only: quotes cut from the text, codes of the table. Source `model`. */
      readonly findings: readonly Finding[];
      readonly supported: readonly SupportedCode[];
      readonly level: ModelLevel | undefined;
      readonly dropped: DropCounts;
      /** Whether a note holds words that give orders to a language model: then its consent counts for nothing. */
      readonly ordersInNote: boolean;
      readonly usage: ModelUsage;
    }
  | {
      readonly kind: 'failed';
      readonly failure: ModelFailure;
      /** For the reader of the review: what happened, without a word of the chart. */
      readonly note: string;
      readonly usage: ModelUsage;
    };

/** Counts drops. */
export class Drops {
  readonly #counts = new Map<DropReason, number>();

  add(reason: DropReason, count = 1): void {
    if (count > 0) this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count);
  }

  counts(): DropCounts {
    return Object.fromEntries([...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}
