import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FINDING_KINDS, type Finding } from '#review/index.ts';
import { reconcile } from '../../../src/review/reconcile.ts';

const finding = (parts: Partial<Finding>): Finding => ({
  kind: 'unsupported-diagnosis',
  direction: 'over',
  billed: ['A'],
  suggested: [],
  evidence: [],
  confidence: 0.8,
  source: 'rules',
  rule: { id: 'test', source: 'test' },
  rationale: '',
  ...parts,
});

describe('reconcile', () => {
  it('keeps the most certain of equal findings', () => {
    const kept = reconcile([finding({ confidence: 0.7 }), finding({ confidence: 0.9 })]);
    expect(kept.map(({ confidence }) => confidence)).toEqual([0.9]);
  });

  it('lets an Excludes1 conflict explain why the removed code does not fit', () => {
    const conflict = finding({ kind: 'excludes1-conflict', billed: ['A', 'B'], suggested: ['A'] });
    expect(reconcile([conflict, finding({ billed: ['B'] })])).toEqual([conflict]);
    expect(reconcile([conflict, finding({ billed: ['A'] })])).toHaveLength(2);
  });

  it('does not report as missed what another finding suggests', () => {
    const wrong = finding({ kind: 'wrong-diagnosis', suggested: ['B'] });
    expect(reconcile([wrong, finding({ kind: 'missed-diagnosis', billed: [], suggested: ['B'] })])).toEqual([wrong]);
  });

  it('gives the same findings for any order', () => {
    const codes = fc.subarray(['A', 'B', 'C']);
    const any = fc
      .record({
        kind: fc.constantFrom(...FINDING_KINDS),
        billed: codes,
        suggested: codes,
        confidence: fc.constantFrom(0.6, 0.8, 0.9),
      })
      .map((parts) => finding({ ...parts, rule: { id: JSON.stringify(parts), source: 'test' } }));
    const ids = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule.id).toSorted();
    fc.assert(
      fc.property(fc.uniqueArray(any, { maxLength: 6, selector: ({ rule }) => rule.id }), (findings) => {
        expect(ids(reconcile([...findings].toReversed()))).toEqual(ids(reconcile(findings)));
      }),
    );
  });
});
