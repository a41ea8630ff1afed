import { SCHEDULE, type NewAuditEvent } from '#audit/index.ts';
import type { ErrorCode } from '#kernel/index.ts';
import type { StepName } from './queues.ts';
import type { Review } from './review.entity.ts';

/** What became of a review in a step, as far as it is accounted for. */
export interface AccountedOutcome {
  readonly step: StepName;
  readonly review: Pick<Review, 'tenantId' | 'id' | 'siteId'>;
  readonly kind: 'result' | 'failed' | 'parked';
  readonly code?: ErrorCode;
  readonly at: Date;
}

/** The event of an outcome: what reached the EHR (or could not), and what was held for a person. Nothing for the rest. */
export function toAuditEvents({ step, review, kind, code, at }: AccountedOutcome): NewAuditEvent[] {
  const { tenantId, id, siteId } = review;
  const common = { tenantId, at, actor: SCHEDULE, subject: { type: 'review', id } } as const;
  const details = { siteId, ...(code === undefined ? {} : { code, step }) };
  if (kind === 'parked') return [{ ...common, action: 'review.parked', outcome: 'failure', details }];
  if (step !== 'writeback') return [];
  return [{ ...common, action: 'review.written-back', outcome: kind === 'result' ? 'success' : 'failure', details }];
}
