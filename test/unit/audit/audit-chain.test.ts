import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHAIN_START, ChainFollower, hashOfEvent } from '../../../src/audit/audit-chain.ts';
import type { AuditEvent } from '../../../src/audit/audit-event.entity.ts';

const TENANT = '0193a000-0000-7000-8000-000000000001';

function chainOf(actors: readonly string[]): AuditEvent[] {
  const events: AuditEvent[] = [];
  for (const [index, actor] of actors.entries()) {
    const row = {
      id: `0193a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      tenantId: TENANT,
      position: index + 1,
      at: new Date(Date.UTC(2026, 0, 1, 0, index)),
      action: 'review.viewed' as const,
      outcome: 'success' as const,
      actor,
      subjectType: 'review' as const,
      subjectId: 'r',
      reviewId: null,
      details: { index },
      previousHash: events.at(-1)?.hash ?? CHAIN_START,
    };
    events.push({ ...row, hash: hashOfEvent(row) });
  }
  return events;
}

function isWhole(events: readonly AuditEvent[], noted: { position: number; hash: string }): boolean {
  const follower = new ChainFollower();
  for (const event of events) if (!follower.next(event).intact) return false;
  return follower.finish(noted).intact;
}

const actors = fc.array(fc.string(), { minLength: 2, maxLength: 12 });

describe('a chain of audit events', () => {
  it('is whole as it was appended, and not when any event is left out, moved, doubled or changed', () => {
    fc.assert(
      fc.property(actors, fc.nat(), fc.nat(), (names, a, b) => {
        const events = chainOf(names);
        const end = events.at(-1) ?? { position: 0, hash: CHAIN_START };
        expect(isWhole(events, end)).toBe(true);
        const [at, other] = [a % events.length, b % events.length];
        const [event, second] = [events[at], events[other]];
        if (event === undefined || second === undefined) throw new RangeError('no event');
        expect(isWhole(events.toSpliced(at, 1), end)).toBe(false);
        expect(isWhole(events.toSpliced(at, 0, event), end)).toBe(false);
        expect(isWhole(events.with(at, { ...event, actor: `${event.actor}!` }), end)).toBe(false);
        expect(isWhole(events.with(at, { ...event, details: { ...event.details, more: 1 } }), end)).toBe(false);
        if (at !== other) expect(isWhole(events.with(at, second).with(other, event), end)).toBe(false);
      }),
    );
  });

  it('hashes details alike however their keys are ordered', () => {
    const [event] = chainOf(['somebody']);
    if (event === undefined) throw new RangeError('no event');
    expect(hashOfEvent({ ...event, details: { b: 1, a: 'x' } })).toBe(
      hashOfEvent({ ...event, details: { a: 'x', b: 1 } }),
    );
  });
});
