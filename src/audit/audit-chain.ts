import { createHash } from 'node:crypto';
import type { AuditEvent } from './audit-event.entity.ts';

/** What the first event of a chain follows. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256, in hexadecimal, of everything that an event says and of the hash before it. */
export function hashOfEvent(event: Readonly<Omit<AuditEvent, 'hash'>>): string {
  const { tenantId, id, position, at, action, outcome, actor, subjectType, subjectId, previousHash } = event;
  // JSON columns forget the order of their keys.
  const details = Object.entries(event.details).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const who = [tenantId, id, position, at.toISOString(), actor];
  const what = [action, outcome, subjectType, subjectId, event.reviewId ?? null, details];
  return createHash('sha256')
    .update(JSON.stringify([previousHash, who, what]))
    .digest('hex');
}

/** Where a chain ends. */
export interface ChainEnd {
  readonly position: number;
  readonly hash: string;
}

/**
 * How a chain stands. `missing`: no event at this place. `changed`: the event there is not what was appended, or does not
 * follow the one before (changed, put in, moved). `tail-missing`: events were taken off the end. `beyond-end`: events
 * stand behind the noted end, or that end is another.
 */
export type ChainCheck =
  | { readonly intact: true; readonly end: ChainEnd }
  | { readonly intact: false; readonly position: number; readonly reason: ChainBreak };

export type ChainBreak = 'missing' | 'changed' | 'tail-missing' | 'beyond-end';

/** Follows a chain event by event, in the order of their positions. */
export class ChainFollower {
  #end: ChainEnd = { position: 0, hash: CHAIN_START };

  next(event: AuditEvent): ChainCheck {
    const position = this.#end.position + 1;
    if (event.position !== position) return { intact: false, position, reason: 'missing' };
    if (event.previousHash !== this.#end.hash || event.hash !== hashOfEvent(event)) {
      return { intact: false, position, reason: 'changed' };
    }
    this.#end = { position, hash: event.hash };
    return { intact: true, end: this.#end };
  }

  /** Compares the end that was reached with the noted one. */
  finish(noted: ChainEnd): ChainCheck {
    const { position, hash } = this.#end;
    if (position < noted.position) return { intact: false, position: position + 1, reason: 'tail-missing' };
    if (position > noted.position) return { intact: false, position: noted.position + 1, reason: 'beyond-end' };
    if (hash !== noted.hash) return { intact: false, position, reason: 'beyond-end' };
    return { intact: true, end: this.#end };
  }
}
