import { describe, expect, it } from '@jest/globals';
import type { Finding, ModelOutcome } from '#review/index.ts';
import { NO_USAGE } from '#review/model/usage.ts';
import { reconcileWithModel } from '#review/reconcile-model.ts';

const QUOTE = { document: 'note-1', start: 0, end: 4, quote: 'text' };

function finding(more: Partial<Finding>): Finding {
  return {
    kind: 'unsupported-diagnosis',
    direction: 'over',
    billed: ['J45.909'],
    suggested: [],
    evidence: [QUOTE],
    confidence: 0.8,
    source: 'rules',
    rule: { id: 'denied-diagnosis', source: 'Guidelines' },
    rationale: 'The record denies it.',
    ...more,
  };
}

const byModel = (more: Partial<Finding>) =>
  finding({
    source: 'model',
    confidence: 0.6,
    rule: { id: 'model-documented', source: 'Guidelines' },
    rationale: 'Read so.',
    ...more,
  });

type Answered = Extract<ModelOutcome, { kind: 'answered' }>;
const outcome = (more: Partial<Answered>): Answered => ({
  kind: 'answered',
  model: 'tester',
  findings: [],
  supported: [],
  level: undefined,
  dropped: {},
  ordersInNote: false,
  usage: NO_USAGE,
  ...more,
});

describe('rules and model', () => {
  it('saying the same make one finding, surer than either', () => {
    const joined = reconcileWithModel([finding({})], outcome({ findings: [byModel({})] }));
    expect(joined).toHaveLength(1);
    expect(joined[0]).toMatchObject({
      source: 'both',
      rule: { id: 'denied-diagnosis' },
      rationale: 'The record denies it.',
    });
    expect(joined[0]?.confidence).toBeGreaterThan(0.8);
    expect(joined[0]?.confidence).toBeLessThan(1);
  });

  it('saying the same of a line with and without its modifier make one finding', () => {
    const rule = finding({ kind: 'unsupported-service', billed: ['99213-25'] });
    const joined = reconcileWithModel(
      [rule],
      outcome({ findings: [byModel({ kind: 'unsupported-service', billed: ['99213'] })] }),
    );
    expect(joined.map(({ source }) => source)).toEqual(['both']);
  });

  it('disagreeing on the right code leave the rule, which says so', () => {
    const rule = finding({ kind: 'diagnosis-specificity', billed: ['M17.9'], suggested: ['M17.11'] });
    const model = byModel({ kind: 'diagnosis-specificity', billed: ['M17.9'], suggested: ['M17.12'] });
    const [only, ...others] = reconcileWithModel([rule], outcome({ findings: [model] }));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ source: 'rules', suggested: ['M17.11'] });
    expect(only?.rationale).toContain('M17.12');
    expect(only?.confidence).toBeLessThan(0.8);
  });

  it('disagreeing on whether a code stands leave the rule with less confidence, and it says so', () => {
    const supported = [{ code: 'J45.909', evidence: [QUOTE] }];
    const [only] = reconcileWithModel([finding({})], outcome({ supported }));
    expect(only?.confidence).toBeCloseTo(0.6);
    expect(only?.rationale).toBe('The record denies it. The model reads the code as documented.');
  });

  it('do not disagree because a model says that a code stands whose pair is at fault', () => {
    const pair = finding({ kind: 'code-pair-edit', billed: ['11042', '97598'] });
    expect(reconcileWithModel([pair], outcome({ supported: [{ code: '11042', evidence: [QUOTE] }] }))).toEqual([pair]);
  });

  it("leave the rule's finding alone when a note gives orders to the model", () => {
    const supported = [{ code: 'J45.909', evidence: [QUOTE] }];
    expect(reconcileWithModel([finding({})], outcome({ supported, ordersInNote: true }))).toEqual([finding({})]);
  });

  it('report one cause once: what a rule suggests already is not missed too', () => {
    const rule = finding({ kind: 'wrong-diagnosis', billed: ['M17.12'], suggested: ['M17.11'] });
    const missed = byModel({ kind: 'missed-diagnosis', direction: 'under', billed: [], suggested: ['M17.11'] });
    expect(reconcileWithModel([rule], outcome({ findings: [missed] }))).toEqual([rule]);
  });

  it('keep what the model alone says, as its own', () => {
    const missed = byModel({ kind: 'missed-diagnosis', direction: 'under', billed: [], suggested: ['I10'] });
    expect(reconcileWithModel([finding({})], outcome({ findings: [missed] }))).toEqual([finding({}), missed]);
  });
});
