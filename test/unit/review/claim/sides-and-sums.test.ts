import { describe, expect, it } from '@jest/globals';
import { countedUnits } from '#review/rules/claim/units/counted-units.ts';
import { digitModifier } from '#review/rules/claim/modifiers/digit-modifier.ts';
import { drugUnits } from '#review/rules/claim/units/drug-units.ts';
import { lateralityModifier } from '#review/rules/claim/modifiers/laterality-modifier.ts';
import { telehealthModifier } from '#review/rules/claim/modifiers/telehealth-modifier.ts';
import { timedTherapy } from '#review/rules/claim/units/timed-therapy.ts';
import { said } from './claim-context.ts';

describe('the other side, treated on an earlier day', () => {
  it.each([
    ['66984-RT', 'Procedure: right phacoemulsification with lens.\nLeft eye had its cataract removed 2024, clear.'],
    ['27447-LT', 'Operation: left total knee replacement.\nRight knee replaced three years ago, doing well.'],
    ['64721-RT', 'Procedure: right carpal tunnel release.\nLeft side was released last year with full relief.'],
  ])('makes %s no bilateral service', (item, note) => {
    expect(said(lateralityModifier, { setting: 'surgery', items: [item], note })).toEqual([]);
  });
  it('does not hide that today’s side is another', () => {
    const note = 'Operation: left total knee replacement.\nRight knee replaced three years ago.';
    expect(said(lateralityModifier, { setting: 'surgery', items: ['27447-RT'], note })).toEqual([
      'modifier 27447 -> 27447-LT',
    ]);
  });
});

describe('a service of one toe', () => {
  const note =
    'Foot exam:\n  RIGHT great toe: lateral border incurvated, tender.\n  LEFT great toe: normal nail.\n\nPROCEDURE: partial nail avulsion with phenol, right great toe. Digital block.';
  it('takes its toe and no side', () => {
    expect(said(digitModifier, { items: ['11750-TA'], note })).toEqual(['modifier 11750 -> 11750-T5']);
    expect(said(lateralityModifier, { items: ['11750-TA'], note })).toEqual([]);
  });
  it('is left alone where the toe is right', () => {
    expect(said(digitModifier, { items: ['11750-T5'], note })).toEqual([]);
  });
});

describe('a call without a picture', () => {
  it.each([
    'TELEPHONE ONLY. Counselled on tobacco for 8 minutes.',
    'She has no video device and asked for a call. Counselled on tobacco.',
  ])('is audio only: %s', (note) => {
    expect(said(telehealthModifier, { setting: 'telehealth', items: ['99407-95'], note })).toEqual([
      'modifier 99407 -> 99407-93',
    ]);
  });
});

describe('a toxin', () => {
  const note =
    'OnabotulinumtoxinA 200 units single-dose vial, lot C1.\nfrontalis 20\nTOTAL injected   155 units\nDiscarded   45 U';
  it('is billed by what was injected, its rest by what was thrown away', () => {
    expect(said(drugUnits, { items: ['J0585 200', 'J0585-JW 45'], note })).toEqual(['units J0585 -> J0585']);
    expect(said(drugUnits, { items: ['J0585 155', 'J0585-JW 55'], note })).toEqual(['units J0585 -> J0585']);
  });
  it('rightly billed is left alone', () => {
    expect(said(drugUnits, { items: ['J0585 155', 'J0585-JW 45'], note })).toEqual([]);
  });
});

describe('a sum with its parts in brackets', () => {
  const note =
    'Skin tests: 36 percutaneous tests placed (34 aeroallergens + histamine and saline controls), read by me.';
  it('is the number of tests', () => {
    expect(said(countedUnits, { items: ['95004 44'], note })).toEqual(['units 95004 -> 95004']);
    expect(said(countedUnits, { items: ['95004 36'], note })).toEqual([]);
  });
  it('counts the controls where the note counts allergens alone', () => {
    const plain = 'Prick testing to 34 allergens with histamine and saline controls.';
    expect(said(countedUnits, { items: ['95004 36'], note: plain })).toEqual([]);
  });
});

describe('a therapy that was held', () => {
  const note =
    'Therapeutic exercise 23 min: pulleys, bands.\nManual therapy 15 min: glides   11:25-11:40\n   Ultrasound: held, not given (skin sensitive)\n  Cold pack 5 min, unattended\n  Total timed minutes 38';
  it('is not billed, and the others keep their own minutes', () => {
    expect(said(timedTherapy, { items: ['97110-GP 3', '97140-GP', '97035-GP'], note })).toEqual([
      'unsupported-service 97035 -> ',
      'units 97110 -> 97110',
    ]);
    expect(said(timedTherapy, { items: ['97110-GP 2', '97140-GP'], note })).toEqual([]);
  });
});
