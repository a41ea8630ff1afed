import { describe, expect, it } from '@jest/globals';
import { settleWithin } from '#kernel/index.ts';

describe('settleWithin', () => {
  it('waits for the work', async () => {
    let done = false;
    const work = async (): Promise<void> => {
      await Promise.resolve();
      done = true;
    };
    await settleWithin(60_000, work());
    expect(done).toBe(true);
  });

  it('does not say whether the work failed', async () => {
    await expect(settleWithin(60_000, Promise.reject(new Error('lost')))).resolves.toBeUndefined();
  });

  it('leaves what never ends', async () => {
    await expect(settleWithin(1, new Promise(() => undefined))).resolves.toBeUndefined();
  });
});
