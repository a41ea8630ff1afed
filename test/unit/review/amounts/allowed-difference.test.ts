import { describe, expect, it } from '@jest/globals';
import { allowedDifference, type FindingKind } from '#review/index.ts';
import { deidentifiedChart } from '#test/support/deidentified-chart.ts';

/** Cents by code, with a modifier behind a hyphen; half in a facility. */
const CENTS: Readonly<Record<string, number>> = {
  '99213': 9_000,
  '99214': 13_000,
  '93000': 2_000,
  '71046': 3_000,
  '71046-26': 1_000,
};
const fees = {
  release: { label: 'PPRRVU test', starter: false, stale: false },
  allowedCents: (code: string, modifier: string | undefined, facility: boolean) => {
    const cents = CENTS[modifier === undefined ? code : `${code}-${modifier}`] ?? CENTS[code];
    return cents === undefined ? undefined : facility ? cents / 2 : cents;
  },
  indicators: () => undefined,
};

function claimOf(code: string, { units = 1, placeOfService = '11' } = {}) {
  const item = { sequence: 1, system: 'cpt' as const, code, modifiers: [], units, placeOfService };
  return deidentifiedChart({ claim: { items: [{ ...item, diagnosisSequence: [1], serviceDay: 0 }] } }).claim;
}

const finding = (kind: FindingKind, billed: readonly string[], suggested: readonly string[]) => ({
  kind,
  billed,
  suggested,
});

describe('the difference in allowed amounts', () => {
  it('is the same with either sign, whichever way a level is off', () => {
    const up = allowedDifference(finding('level-of-service', ['99213'], ['99214']), claimOf('99213'), fees);
    const down = allowedDifference(finding('level-of-service', ['99214'], ['99213']), claimOf('99214'), fees);
    expect(up).toEqual({ kind: 'priced', billedCents: 9_000, suggestedCents: 13_000 });
    expect(down).toEqual({ kind: 'priced', billedCents: 13_000, suggestedCents: 9_000 });
  });

  it('takes all units of an unsupported line away, and adds one of a missed service', () => {
    expect(
      allowedDifference(finding('unsupported-service', ['93000'], []), claimOf('93000', { units: 3 }), fees),
    ).toEqual({
      kind: 'priced',
      billedCents: 6_000,
      suggestedCents: 0,
    });
    expect(allowedDifference(finding('missed-service', [], ['93000']), claimOf('99213'), fees)).toEqual({
      kind: 'priced',
      billedCents: 0,
      suggestedCents: 2_000,
    });
  });

  it('is at the rate of the place of service', () => {
    const claim = claimOf('99213', { placeOfService: '22' });
    expect(allowedDifference(finding('level-of-service', ['99213'], ['99214']), claim, fees)).toEqual({
      kind: 'priced',
      billedCents: 4_500,
      suggestedCents: 6_500,
    });
  });

  it('knows the components that are priced apart', () => {
    const difference = allowedDifference(finding('modifier', ['71046'], ['71046-26']), claimOf('71046'), fees);
    expect(difference).toEqual({ kind: 'priced', billedCents: 3_000, suggestedCents: 1_000 });
  });

  it.each([
    ['a diagnosis', finding('missed-diagnosis', [], ['E11.42'])],
    ['a pair of codes', finding('code-pair-edit', ['99213', '93000'], [])],
    ['a code without a price', finding('missed-service', [], ['G9999'])],
    ['a modifier that changes no price', finding('modifier', ['99213'], ['99213-25'])],
  ])('is not said of %s', (_name, one) => {
    expect(allowedDifference(one, claimOf('99213'), fees).kind).toBe('not-priced');
  });
});
