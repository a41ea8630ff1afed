import { describe, expect, it } from '@jest/globals';
import { claimRules } from '#review/rules/claim/index.ts';
import { emRules } from '#review/em/index.ts';
import { draftQuery, lintQuery, type Query } from '#review/queries/index.ts';
import { smallContext, reviewSmall } from '../claim/claim-context.ts';

const SOUND: Query = {
  title: 'Clinical clarification: kidney function',
  type: 'multiple-choice',
  question: 'Can the cause of the change in creatinine be stated?',
  indicators: [{ document: 'note-1', start: 0, end: 14, quote: 'Creatinine 2.4', source: 'Progress note', day: 0 }],
  options: [
    { text: 'Acute kidney injury', kind: 'clinical', supportedBy: [0] },
    { text: 'Other (please specify)', kind: 'other', supportedBy: [] },
    { text: 'Unable to determine', kind: 'unable', supportedBy: [] },
  ],
  aboutDocumentedDiagnosis: false,
};

const rulesOf = (query: Query) => lintQuery(query).map((violation) => violation.rule);

describe('the linter of queries', () => {
  it('passes a query that cites, does not lead, and ends with both tails', () => {
    expect(rulesOf(SOUND)).toEqual([]);
  });
  it('wants a quote of the record, and not of earlier encounters alone', () => {
    expect(rulesOf({ ...SOUND, indicators: [] })).toContain('no-indicator');
    expect(rulesOf({ ...SOUND, indicators: SOUND.indicators.map((one) => ({ ...one, day: -30 })) })).toEqual([
      'only-prior-encounters',
    ]);
  });
  it('refuses a title that names the answer', () => {
    expect(rulesOf({ ...SOUND, title: 'Acute kidney injury' })).toEqual(['leading-title']);
  });
  it('refuses words on payment, quality, severity and denial, and codes', () => {
    for (const word of [
      'payment',
      'DRG',
      'HCC',
      'quality score',
      'severity of illness',
      'denial',
      'RAF',
      'reimbursement',
    ]) {
      expect(rulesOf({ ...SOUND, question: `This affects the ${word}. What was it?` })).toContain('forbidden-words');
    }
    expect(rulesOf({ ...SOUND, question: 'Is N17.9 right?' })).toContain('codes-in-text');
  });
  it('refuses yes or no for a diagnosis that is not documented', () => {
    expect(rulesOf({ ...SOUND, type: 'yes-no' })).toEqual(['yes-no-for-new-diagnosis']);
    expect(rulesOf({ ...SOUND, type: 'yes-no', aboutDocumentedDiagnosis: true })).toEqual([]);
  });
  it('wants "other" and "unable to determine", last, and support for each clinical option', () => {
    const [clinical, other, unable] = SOUND.options;
    if (!clinical || !other || !unable) throw new Error('the sound query has three options');
    expect(rulesOf({ ...SOUND, options: [clinical] })).toEqual(['no-other-option', 'no-unable-option']);
    expect(rulesOf({ ...SOUND, options: [other, clinical, unable] })).toEqual(['tails-not-last']);
    expect(rulesOf({ ...SOUND, options: [{ ...clinical, supportedBy: [] }, other, unable] })).toEqual([
      'unsupported-option',
    ]);
  });
});

describe('drafted queries', () => {
  const context = smallContext({
    items: ['99214-25', '99497'],
    note: 'Advance care planning discussed with the patient.\nA/P: Heart failure, stable.',
  });
  const findings = reviewSmall([...claimRules, ...emRules], context);

  it('are made of a documentation gap, with the words of the record', () => {
    const query = findings
      .filter((finding) => finding.kind === 'documentation-gap')
      .map((finding) => draftQuery(finding, context.chart))[0];
    expect(query?.indicators.map((one) => one.quote)).toEqual(['Advance care planning discussed with the patient.']);
    expect(query && lintQuery(query)).toEqual([]);
  });
  it('are not made of other findings, nor of a quote that is not in the record', () => {
    const [gap] = findings.filter((finding) => finding.kind === 'documentation-gap');
    if (!gap) throw new Error('the chart has a gap');
    expect(draftQuery({ ...gap, kind: 'units' }, context.chart)).toBeUndefined();
    expect(
      draftQuery({ ...gap, evidence: gap.evidence.map((one) => ({ ...one, quote: 'invented' })) }, context.chart),
    ).toBeUndefined();
  });
  it('show an unsigned note by its last line', () => {
    const unsigned = smallContext({
      items: ['99213'],
      documents: [{ docStatus: 'preliminary', text: 'Sore throat.\nPlan: fluids.' }],
    });
    const [finding] = reviewSmall(claimRules, unsigned);
    expect(finding && draftQuery(finding, unsigned.chart)?.indicators.map((one) => one.quote)).toEqual([
      'Plan: fluids.',
    ]);
  });
});
