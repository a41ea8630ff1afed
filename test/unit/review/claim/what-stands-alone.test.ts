import { describe, expect, it } from '@jest/globals';
import { diagnosisPointer } from '#review/rules/claim/eligibility/diagnosis-pointer.ts';
import { digitModifier } from '#review/rules/claim/modifiers/digit-modifier.ts';
import { includedService } from '#review/rules/claim/pairs/included-service.ts';
import { missedService } from '#review/rules/claim/unbilled/missed-service.ts';
import { said } from './claim-context.ts';

describe('a note about one finger', () => {
  const note = (more = '') =>
    `Trigger finger, right ring.\nINJECTION\n Time out: R ring finger marked.\n Triamcinolone 10 mg, flowed freely.${more}`;
  it('contradicts the modifier of another, wherever it names it', () => {
    expect(said(digitModifier, { items: ['20550-F3'], note: note() })).toEqual(['modifier 20550 -> 20550-F8']);
    expect(said(digitModifier, { items: ['20550-F8'], note: note() })).toEqual([]);
  });
  it('says nothing where it names a second, or the line names none', () => {
    expect(said(digitModifier, { items: ['20550-F3'], note: note('\n Left ring finger stiff too.') })).toEqual([]);
    expect(said(digitModifier, { items: ['20550'], note: note() })).toEqual([]);
  });
});

describe('a vaccine', () => {
  it('points to the vaccination where the claim has it', () => {
    const diagnoses = ['Z00.129', 'Z23'];
    expect(said(diagnosisPointer, { items: ['90651 1 1'], diagnoses })).toEqual(['diagnosis-pointer 90651 -> Z23']);
    for (const pointers of ['2', '1,2'])
      expect(said(diagnosisPointer, { items: [`90651 1 ${pointers}`], diagnoses })).toEqual([]);
    expect(said(diagnosisPointer, { items: ['90651 1 1'], diagnoses: ['Z00.129'] })).toEqual([]);
    expect(said(diagnosisPointer, { items: ['90715 1 1'], diagnoses: ['S61.411A', 'Z23'] })).toEqual([]);
  });
});

describe('a device that is billed without its insertion', () => {
  const note = 'Sound 7.5 cm.\nInserter advanced, device seated at the fundus; strings trimmed 3 cm.';
  it('misses the insertion', () => {
    expect(said(missedService, { items: ['J7298', '81025'], note })).toEqual(['missed-service  -> 58300']);
    expect(said(missedService, { items: ['J7298', '58300'], note })).toEqual([]);
    expect(said(missedService, { items: ['J7298'], note: 'Device expelled; strings trimmed last year.' })).toEqual([]);
  });
});

describe('a nurse visit beside an injection', () => {
  const note = 'Here for B12. Given 1000 mcg IM by RN.';
  it('is part of it, with modifier 25 or without', () => {
    expect(said(includedService, { items: ['96372', '99211-25'], note })).toEqual(['unsupported-service 99211 -> ']);
    expect(said(includedService, { items: ['96372', '99211'], note })).toEqual(['unsupported-service 99211 -> ']);
    expect(said(includedService, { items: ['96372', '99213-25'], note })).toEqual([]);
  });
});
