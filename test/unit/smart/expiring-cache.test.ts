import { describe, expect, it } from '@jest/globals';
import { ExpiringCache } from '#smart/expiring-cache.ts';

function build(maxEntries = 10) {
  let now = 0;
  const cache = new ExpiringCache<string>({
    clock: { now: () => new Date(now) },
    maxEntries,
    ttlMs: () => 1_000,
    failureTtlMs: 100,
  });
  return { cache, advance: (ms: number) => void (now += ms) };
}

/** A loader that counts, and does what its turn says. */
function loader(...turns: (string | Error)[]) {
  let calls = 0;
  const load = async (): Promise<string> => {
    const turn = turns[Math.min(calls, turns.length - 1)] ?? '';
    calls += 1;
    if (turn instanceof Error) throw turn;
    return turn;
  };
  return { load, calls: () => calls };
}

describe('a cache that expires', () => {
  it('loads once for all who ask at the same time', async () => {
    const { cache } = build();
    const { load, calls } = loader('a');
    expect(await Promise.all([cache.get('k', load), cache.get('k', load), cache.get('k', load)])).toEqual([
      'a',
      'a',
      'a',
    ]);
    expect(calls()).toBe(1);
  });

  it('loads again when the time is up', async () => {
    const { cache, advance } = build();
    const { load } = loader('a', 'b');
    await cache.get('k', load);
    advance(999);
    expect(await cache.get('k', load)).toBe('a');
    advance(1);
    expect(await cache.get('k', load)).toBe('b');
  });

  it('remembers a failure for a short while only', async () => {
    const { cache, advance } = build();
    const { load, calls } = loader(new Error('away'), 'back');
    await expect(cache.get('k', load)).rejects.toThrow('away');
    await expect(cache.get('k', load)).rejects.toThrow('away');
    expect(calls()).toBe(1);
    advance(100);
    expect(await cache.get('k', load)).toBe('back');
  });

  it('forgets on demand', async () => {
    const { cache } = build();
    const { load } = loader('a', 'b');
    await cache.get('k', load);
    cache.forget('k');
    expect(await cache.get('k', load)).toBe('b');
  });

  it('keeps no more than its share, and lets the oldest go', async () => {
    const { cache } = build(2);
    for (const key of ['1', '2', '3']) await cache.get(key, loader(key).load);
    const again = loader('new');
    expect(await cache.get('3', again.load)).toBe('3');
    expect(await cache.get('1', again.load)).toBe('new');
  });
});
