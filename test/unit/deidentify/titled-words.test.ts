import { describe, expect, it } from '@jest/globals';
import { deidentifyText, NOTHING_KNOWN } from '#deidentify/index.ts';

describe('a name that is a word', () => {
  it.each([
    ['Mr. May is a line cook.', 'May'],
    ['Mr. Will came in alone.', 'Will'],
    ['Seen by Dr. June today.', 'June'],
    ['Mrs. April was seen.', 'April'],
  ])('goes after a title: %s', (text, name) => {
    expect(deidentifyText(text, NOTHING_KNOWN).text).not.toContain(name);
  });

  it.each(['He may come back, and will call.', 'The plan will stay as it is.'])(
    'stays a word elsewhere: %s',
    (text) => {
      expect(deidentifyText(text, NOTHING_KNOWN).text).toBe(text);
    },
  );
});
