import { describe, expect, it } from '@jest/globals';
import { digitModifier } from '#review/rules/claim/modifiers/digit-modifier.ts';
import { diagnosisPointer } from '#review/rules/claim/eligibility/diagnosis-pointer.ts';
import { lesionCount } from '#review/rules/claim/units/lesion-count.ts';
import { ptpEdit } from '#review/rules/claim/pairs/ptp-edit.ts';
import { serviceNotPerformed } from '#review/rules/claim/performed/service-not-performed.ts';
import { serviceVariant } from '#review/rules/claim/performed/service-variant.ts';
import { timedTherapy } from '#review/rules/claim/units/timed-therapy.ts';
import { said } from './claim-context.ts';

const BOTH = 'Here for freezing of keratoses and biopsy of a spot on the back.\n';

describe('services that one sentence names together', () => {
  it('have their sites from the sentences of their own', () => {
    const note = `${BOTH}Procedure: Liquid nitrogen applied to all keratoses.\nShave biopsy of the back taken, separate lesion.`;
    expect(said(ptpEdit, { items: ['17000', '11102-59'], note })).toEqual([]);
  });

  it('are still one site where every sentence says so', () => {
    const note =
      'Procedure: Shave biopsy of the left cheek, then liquid nitrogen to the same lesion of the left cheek.';
    expect(said(ptpEdit, { items: ['17000', '11102-59'], note })).toEqual(['code-pair-edit 17000+11102 -> 17000']);
  });

  it('count add-ons without their first code as one cause', () => {
    const note = 'Procedure: Liquid nitrogen applied to 4 actinic keratoses.';
    expect(said(lesionCount, { items: ['17003 6'], note })).toEqual([]);
    expect(said(lesionCount, { items: ['17000', '17003 6'], note })).toEqual(['units 17003 -> 17003']);
  });
});

describe('a service and what the note says of it', () => {
  it('was not done where the denial is of the service itself', () => {
    expect(said(serviceNotPerformed, { items: ['12001'], note: 'Wound left open. No closure done.' })).toEqual([
      'unsupported-service 12001 -> ',
    ]);
    const done = 'Wound closed with three sutures, no sedation given.';
    expect(said(serviceNotPerformed, { items: ['12001'], note: done })).toEqual([]);
  });

  it('is not automated where the note says non-automated', () => {
    const note = 'Urine dip by the assistant, non-automated, without microscopy: nitrite positive.';
    expect(said(serviceVariant, { items: ['81002'], note })).toEqual([]);
  });

  it('has a urine test point to the disease of the urinary tract', () => {
    const note = 'Urine dip: leukocytes positive. Assessment: cystitis.';
    expect(said(diagnosisPointer, { items: ['81002 1 -'], diagnoses: ['J30.9', 'N30.00'], note })).toEqual([
      'diagnosis-pointer 81002 -> N30.00',
    ]);
  });

  it('has the digit that was injected, and may have none', () => {
    const note = 'Procedure: right ring finger tendon sheath injection, steroid injected at the pulley.';
    expect(said(digitModifier, { items: ['20550-F3'], note })).toEqual(['modifier 20550 -> 20550-F8']);
    expect(said(digitModifier, { items: ['20550-F8'], note })).toEqual([]);
    expect(said(digitModifier, { items: ['20550-RT'], note })).toEqual([]);
  });

  it('gives nutrition therapy that is all of the visit the time of the visit', () => {
    const note =
      'Medical nutrition therapy, first visit.\nTotal face-to-face time 45 minutes.\nWalks 20 minutes a day.';
    expect(said(timedTherapy, { items: ['97802 4'], note })).toEqual(['units 97802 -> 97802']);
    expect(said(timedTherapy, { items: ['97802 3'], note })).toEqual([]);
  });
});
