import { describe, expect, it } from '@jest/globals';
import { parseNotification } from '#pipeline/model-reading.ts';

describe('a notification about reviews', () => {
  it('names those that moved', () => {
    expect(parseNotification('a-1,b-2')).toEqual({ ids: ['a-1', 'b-2'] });
  });

  it('says how far the model is with one, in numbers', () => {
    expect(parseNotification('a-1 2/3 1200')).toEqual({
      ids: ['a-1'],
      reading: { part: 2, parts: 3, characters: 1200 },
    });
  });
});
