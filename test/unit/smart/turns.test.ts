import { describe, expect, it } from '@jest/globals';
import { createTurns } from '#smart/turns.ts';

describe('turns', () => {
  it('never let more run at once than they should, let all run in the end, and survive failures', async () => {
    const inTurn = createTurns(3);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const work = async (number: number): Promise<number> => {
      running += 1;
      most = Math.max(most, running);
      order.push(number);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (number % 5 === 0) throw new Error('failed');
      return number;
    };
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    const results = await Promise.allSettled(numbers.map((number) => inTurn(() => work(number))));
    expect(most).toBe(3);
    expect(order).toEqual(numbers);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(4);
    expect(await inTurn(async () => 'still works')).toBe('still works');
  });
});
