import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { Secret } from '#kernel/index.ts';

describe('Secret', () => {
  it('shows itself only when asked to reveal', () => {
    const secret = new Secret('hunter2');
    const shown = [String(secret), `${secret}`, JSON.stringify({ secret }), inspect({ secret }, { depth: 5 })];
    for (const text of shown) expect(text).not.toContain('hunter2');
    expect(secret.reveal()).toBe('hunter2');
  });
});
