import { describe, expect, it } from '@jest/globals';
import { annualWellness } from '#review/rules/claim/eligibility/annual-wellness.ts';
import { retiredServiceCode } from '#review/rules/claim/eligibility/retired-service-code.ts';
import { modifier25 } from '#review/rules/claim/modifiers/modifier-25.ts';
import { telehealthModifier } from '#review/rules/claim/modifiers/telehealth-modifier.ts';
import { ptpEdit } from '#review/rules/claim/pairs/ptp-edit.ts';
import { psychotherapyMinutes } from '#review/rules/claim/units/psychotherapy-minutes.ts';
import { sedationTime } from '#review/rules/claim/units/sedation-time.ts';
import { said } from './claim-context.ts';

describe('codes that left the code set', () => {
  it.each([
    ['49568', ''],
    ['49560', ''],
    ['99219', '99222'],
    ['99336', '99349'],
    ['96152', '96158'],
    ['99441', ''],
  ])('%s gives way to %s', (code, successor) => {
    expect(said(retiredServiceCode, { items: [code] })).toEqual([`invalid-code ${code} -> ${successor}`]);
  });
  it('leaves them to the years in which they were there', () => {
    expect(said(retiredServiceCode, { items: ['99441'], tables: { year: 2024 } })).toEqual([]);
    expect(said(retiredServiceCode, { items: ['99219', '99201'], tables: { year: 2022 } })).toEqual([
      'invalid-code 99201 -> 99202',
    ]);
  });
  it('leaves what took their place', () => {
    expect(said(retiredServiceCode, { items: ['49591', '99222', '96158', '98016', '49505'] })).toEqual([]);
  });
});

describe('sedation past its first quarter of an hour', () => {
  const note = (minutes: number) => `SEDATION by me, RN observer: fasted 6 h. Intra-service time ${minutes} minutes.`;
  it('needs 23 minutes for one unit more and 38 for two', () => {
    expect(said(sedationTime, { items: ['99152', '99153'], note: note(16) })).toEqual([
      'unsupported-service 99153 -> ',
    ]);
    expect(said(sedationTime, { items: ['99152', '99153 2'], note: note(30) })).toEqual(['units 99153 -> 99153']);
    expect(said(sedationTime, { items: ['99152', '99153'], note: note(23) })).toEqual([]);
    expect(said(sedationTime, { items: ['99152', '99153 2'], note: note(38) })).toEqual([]);
  });
  it('says nothing without the time', () => {
    expect(said(sedationTime, { items: ['99152', '99153'], note: 'Moderate sedation by me.' })).toEqual([]);
  });
});

describe('a problem visit beside the annual wellness visit', () => {
  it('takes modifier 25', () => {
    expect(said(modifier25, { items: ['G0439', '99213'] })).toEqual(['modifier 99213 -> 99213-25']);
    expect(said(modifier25, { items: ['G0439', '99213-25'] })).toEqual([]);
    expect(said(modifier25, { items: ['G0439'] })).toEqual([]);
  });
});

describe('the annual wellness visit', () => {
  it.each([
    'Medicare annual wellness visit, subsequent (first AWV 2019, last 02/2025)',
    'Part B since 08/2019; initial AWV 05/2021, last AWV 05/14/2025, both here.',
  ])('is a later one: %s', (note) => {
    expect(said(annualWellness, { items: ['G0438'], note })).toEqual(['level-of-service G0438 -> G0439']);
    expect(said(annualWellness, { items: ['G0439'], note })).toEqual([]);
  });
});

describe('psychotherapy that the note says was not given', () => {
  it('is not supported, and takes no telehealth modifier', () => {
    const note = 'Video visit. Advice on homework, 9 minutes; no psychotherapy given.';
    const chart = { setting: 'telehealth' as const, items: ['99214-95', '90833'], note };
    expect(said(psychotherapyMinutes, chart)).toEqual(['unsupported-service 90833 -> ']);
    expect(said(telehealthModifier, chart)).toEqual([]);
  });
  it('is supported by its minutes', () => {
    const note = 'Video visit. Psychotherapy 20 minutes: sleep and routines.';
    expect(said(psychotherapyMinutes, { items: ['99214-95', '90833-95'], note })).toEqual([]);
  });
});

describe('one wound', () => {
  it('leaves no separate site behind the modifier of a pair', () => {
    const pair = (words: string) => ({
      items: ['11042', '97598-59'],
      note: `${words}: sharp debridement to subcutaneous tissue, 4.6 sq cm.`,
    });
    expect(said(ptpEdit, pair('One wound, one session'))).toEqual(['code-pair-edit 11042+97598 -> 11042']);
    expect(said(ptpEdit, pair('A second wound at a separate site too'))).toEqual([]);
  });
});
