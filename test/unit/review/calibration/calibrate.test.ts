import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calibrate } from '#review/calibration/calibrate.ts';
import { expectedPrecision } from '#review/calibration/expected-precision.ts';
import { MEASURED_PRECISION } from '#review/calibration/measured-precision.ts';
import type { Finding } from '#review/index.ts';

const measured = fc.integer({ min: 0, max: 500 }).chain((found) =>
  fc.record({
    found: fc.constant(found),
    right: fc.integer({ min: 0, max: found }),
    stated: fc.double({ min: 0.05, max: 0.97, noNaN: true }),
  }),
);

function findingOf(rule: string, confidence: number): Finding {
  return {
    kind: 'units',
    direction: 'over',
    billed: ['10000'],
    suggested: [],
    evidence: [],
    confidence,
    source: 'rules',
    rule: { id: rule, source: 'test' },
    rationale: 'test',
  };
}

describe('the precision to expect of a rule', () => {
  it('lies between what the rule states and what the cases have shown', () => {
    fc.assert(
      fc.property(measured, (rule) => {
        const shown = rule.found === 0 ? rule.stated : rule.right / rule.found;
        const expected = expectedPrecision(rule);
        expect(expected).toBeGreaterThanOrEqual(Math.min(shown, rule.stated) - 1e-9);
        expect(expected).toBeLessThanOrEqual(Math.max(shown, rule.stated) + 1e-9);
      }),
    );
  });

  it('hardly moves by one case, and follows many', () => {
    expect(expectedPrecision({ right: 0, found: 1, stated: 0.9 })).toBeCloseTo(0.82, 2);
    expect(expectedPrecision({ right: 100, found: 200, stated: 0.9 })).toBeCloseTo(0.52, 2);
  });
});

describe('a calibrated finding', () => {
  it('is the same finding with another confidence, and the same each time', () => {
    for (const rule of Object.keys(MEASURED_PRECISION.rules)) {
      const finding = findingOf(rule, 0.8);
      const { confidence, ...rest } = calibrate(finding);
      const { confidence: _stated, ...same } = finding;
      expect(rest).toEqual(same);
      expect(confidence).toBeGreaterThan(0.5);
      expect(confidence).toBeLessThanOrEqual(0.97);
      expect(calibrate(finding)).toEqual(calibrate(finding));
    }
  });

  it('keeps what its rule states where no case has shown anything', () => {
    expect(calibrate(findingOf('no-such-rule', 0.66))).toEqual(findingOf('no-such-rule', 0.66));
  });
});

describe('the table of measured precision', () => {
  it('says which cases it comes from, and counts no more right than found', () => {
    expect(MEASURED_PRECISION.source).toMatch(/cases/);
    for (const { right, found, stated } of Object.values(MEASURED_PRECISION.rules)) {
      expect(right).toBeLessThanOrEqual(found);
      expect(stated).toBeGreaterThan(0);
      expect(stated).toBeLessThan(1);
    }
  });
});
