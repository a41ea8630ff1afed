import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextWindow, watermarkAfter } from '#pull/pull-window.ts';

const anyDate = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
const NOW = new Date('2026-05-04T02:15:00Z');

describe('the window of a pull', () => {
  it('begins an hour before the watermark and ends a little before now', () => {
    expect(nextWindow(NOW, new Date('2026-05-03T02:13:00Z'), undefined)).toEqual({
      from: new Date('2026-05-03T01:13:00Z'),
      until: new Date('2026-05-04T02:13:00Z'),
    });
  });

  it('is a week for a site that was never pulled, and as long as a person asks for', () => {
    expect(nextWindow(NOW, undefined, undefined).from).toEqual(new Date('2026-04-27T02:13:00Z'));
    const since = new Date('2026-01-01T00:00:00Z');
    expect(nextWindow(NOW, new Date('2026-05-03T02:13:00Z'), since).from).toEqual(since);
  });

  it('is never turned around', () => {
    fc.assert(
      fc.property(fc.option(anyDate), fc.option(anyDate), (watermark, since) => {
        const { from, until } = nextWindow(NOW, watermark ?? undefined, since ?? undefined);
        expect(from <= until).toBe(true);
      }),
    );
  });
});

describe('the watermark after a pull', () => {
  const window = { from: new Date('2026-05-03T00:00:00Z'), until: new Date('2026-05-04T00:00:00Z') };

  it('is the end of the window', () => {
    expect(watermarkAfter(window, new Date('2026-05-03T01:00:00Z'), undefined)).toEqual(window.until);
    expect(watermarkAfter(window, undefined, undefined)).toEqual(window.until);
  });

  it('is earlier when the clock of the EHR is behind ours', () => {
    expect(watermarkAfter(window, undefined, new Date('2026-05-03T20:00:00Z'))).toEqual(
      new Date('2026-05-03T19:58:00Z'),
    );
  });

  it('stays when the window leaves a hole before it', () => {
    const watermark = new Date('2026-05-01T00:00:00Z');
    expect(watermarkAfter(window, watermark, undefined)).toEqual(watermark);
  });

  it('never goes back', () => {
    const watermark = new Date('2026-05-05T00:00:00Z');
    expect(watermarkAfter(window, watermark, undefined)).toEqual(watermark);
  });
});
