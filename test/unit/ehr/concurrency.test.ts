import { describe, expect, it } from '@jest/globals';
import { Concurrency } from '#ehr/concurrency.ts';

describe('bounded concurrency', () => {
  it('runs as many tasks at a time as allowed, and all of them, failures included', async () => {
    const bound = new Concurrency(3);
    let running = 0;
    let most = 0;
    const task = async (number: number): Promise<number> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      if (number % 4 === 0) throw new Error('no');
      return number;
    };
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, number) => bound.run(() => task(number))));
    expect(most).toBe(3);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(15);
    expect(await bound.run(() => Promise.resolve('free again'))).toBe('free again');
  });
});
