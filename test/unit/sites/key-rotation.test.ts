import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KEY_STATES, planRotation, PUBLISH_AFTER_USE_MS, PUBLISH_BEFORE_USE_MS } from '#sites/key-rotation.ts';

const at = (ms: number): Date => new Date(ms);
const active = { id: 'a', state: 'active' as const, publishedAt: at(0), retiredAt: null };
const next = { id: 'n', state: 'next' as const, publishedAt: at(0), retiredAt: null };
const retired = { id: 'r', state: 'retired' as const, publishedAt: at(0), retiredAt: at(0) };

describe('the rotation of signing keys', () => {
  it('makes one new key when asked, and no second one while that waits', () => {
    expect(planRotation([active], at(1), true).make).toBe(true);
    expect(planRotation([active, next], at(1), true).make).toBe(false);
    expect(planRotation([active], at(1), false).make).toBe(false);
  });

  it('lets a new key sign only after every cache has seen it', () => {
    expect(planRotation([active, next], at(PUBLISH_BEFORE_USE_MS - 1), false).activate).toBeUndefined();
    expect(planRotation([active, next], at(PUBLISH_BEFORE_USE_MS), false).activate).toBe('n');
  });

  it('removes an old key only after nobody can need it', () => {
    expect(planRotation([active, retired], at(PUBLISH_AFTER_USE_MS - 1), false).remove).toEqual([]);
    expect(planRotation([active, retired], at(PUBLISH_AFTER_USE_MS), false).remove).toEqual(['r']);
  });

  it('never removes a key that signs or will sign', () => {
    const key = fc.record({
      id: fc.uuid(),
      state: fc.constantFrom(...KEY_STATES),
      publishedAt: fc.date({ noInvalidDate: true }),
      retiredAt: fc.option(fc.date({ noInvalidDate: true })),
    });
    fc.assert(
      fc.property(fc.array(key), fc.date({ noInvalidDate: true }), fc.boolean(), (keys, now, begin) => {
        const { remove } = planRotation(keys, now, begin);
        for (const id of remove) expect(keys.find((candidate) => candidate.id === id)?.state).toBe('retired');
      }),
    );
  });
});
