import { describe, expect, it } from '@jest/globals';
import { modifier25 } from '#review/rules/claim/modifiers/modifier-25.ts';
import { screeningColonoscopy } from '#review/rules/claim/modifiers/screening-colonoscopy.ts';
import { includedService } from '#review/rules/claim/pairs/included-service.ts';
import { serviceNotPerformed } from '#review/rules/claim/performed/service-not-performed.ts';
import { missedService } from '#review/rules/claim/unbilled/missed-service.ts';
import { missedTherapy } from '#review/rules/claim/unbilled/missed-therapy.ts';
import { said } from './claim-context.ts';

describe('a second operation of the session', () => {
  it.each([
    ['64721-LT', '26055-F3', 'Separate incision. A1 pulley of the left ring finger divided in full; A2 kept.'],
    ['26055-F8', '64721', 'Transverse carpal ligament divided under vision.'],
    ['19301-LT', '38525', 'Left axilla: probe count high at one sentinel node, level I, deep node removed.'],
    ['29827-RT', '29826', 'Acromioplasty performed with the burr to a flat acromion.'],
    ['29827-RT', '29824', 'Distal clavicle resected 8 mm with the burr.'],
    ['52351-LT', '52332', 'A 6 Fr ureteral stent was placed, good coil on fluoroscopy.'],
    ['42830', '69436', 'Myringotomy, fluid suctioned, PE tube placed on each side.'],
  ])('%s and %s: %s', (billed, code, note) => {
    const [bare = ''] = code.split('-');
    expect(said(missedService, { setting: 'surgery', items: [billed], note })).toEqual([`missed-service  -> ${code}`]);
    expect(said(missedService, { setting: 'surgery', items: [billed, bare], note })).toEqual([]);
    // Alone it is the operation that the claim bills by another code.
    expect(said(missedService, { setting: 'surgery', items: ['30520'], note })).toEqual([]);
  });
  it.each(['A1 pulleys of the left ring finger not divided.', 'No stent was placed; none needed.'])(
    'is not made of what was left alone: %s',
    (note) => {
      expect(said(missedService, { setting: 'surgery', items: ['64721-LT', '52351-LT'], note })).toEqual([]);
    },
  );
});

describe('a catheter in the emergency department', () => {
  const chart = (who: string) => ({
    setting: 'ed' as const,
    items: ['99284'],
    note: `Procedure: lidocaine jelly, ${who}, balloon 10 mL, 900 mL clear.`,
  });
  it('is the physician’s only where the physician placed it', () => {
    expect(said(missedService, chart('I placed a 16 Fr Foley catheter'))).toEqual(['missed-service  -> 51702']);
    expect(said(missedService, chart('16 Fr Foley catheter placed by RN'))).toEqual([]);
    expect(said(missedService, chart('16 Fr Foley catheter placed'))).toEqual([]);
  });
});

describe('an operation on a structure that the report says was left alone', () => {
  it('is not supported', () => {
    const note = 'Carpal tunnel released on the right. Ulnar nerve at the elbow not explored. A1 pulleys not touched.';
    expect(said(serviceNotPerformed, { setting: 'surgery', items: ['64718-RT'], note })).toEqual([
      'unsupported-service 64718 -> ',
    ]);
    expect(said(serviceNotPerformed, { setting: 'surgery', items: ['64721-RT'], note })).toEqual([]);
  });
  it('is supported where the same report does it on the other side', () => {
    const note = 'Left ulnar nerve decompressed in situ through a 6 cm incision. Right ulnar nerve not explored.';
    expect(said(serviceNotPerformed, { setting: 'surgery', items: ['64718-LT'], note })).toEqual([]);
  });
});

describe('a step of the same operation under modifier 59', () => {
  const chart = (step: string) => ({
    setting: 'surgery' as const,
    items: ['49650', step],
    note: 'Laparoscope in, four quadrants normal. Hernia repaired with mesh.',
  });
  it('is part of it, unless the modifier tells of another session', () => {
    expect(said(includedService, chart('49320-59'))).toEqual(['code-pair-edit 49650+49320 -> 49650']);
    expect(said(includedService, chart('49320-XE'))).toEqual([]);
  });
});

describe('a screening colonoscopy that became a removal', () => {
  const note = 'INDICATION: average risk colorectal cancer screening. Cecum: polyp removed with snare.';
  const chart = { setting: 'surgery' as const, diagnoses: ['Z12.11', 'D12.0'], note };
  it('takes modifier 33, or PT at the age of Medicare', () => {
    expect(said(screeningColonoscopy, { ...chart, items: ['45385'], ageYears: 46 })).toEqual([
      'modifier 45385 -> 45385-33',
    ]);
    expect(said(screeningColonoscopy, { ...chart, items: ['45385'], ageYears: 70 })).toEqual([
      'modifier 45385 -> 45385-PT',
    ]);
    expect(said(screeningColonoscopy, { ...chart, items: ['45385-33'], ageYears: 46 })).toEqual([]);
  });
  it('is not one that was done for a cause, or without a removal', () => {
    expect(said(screeningColonoscopy, { ...chart, items: ['45385'], diagnoses: ['D12.0', 'K62.5'] })).toEqual([]);
    expect(said(screeningColonoscopy, { ...chart, items: ['45378'] })).toEqual([]);
  });
});

describe('a therapy beside those that are billed', () => {
  const note = (rows: string) => `INTERVENTION\n Therapeutic exercise   30 min   band ER 3x12\n ${rows}`;
  it('is missed with minutes for a unit of its own', () => {
    expect(said(missedTherapy, { items: ['97110-GP 2'], note: note('Manual therapy   12 min   GH glides') })).toEqual([
      'missed-service  -> 97140',
    ]);
  });
  it('is not missed with fewer, at home, or where the billed one has no minutes', () => {
    for (const rows of ['Manual therapy   6 min', 'Home program: manual therapy 12 min daily by husband', 'Ice 10 min'])
      expect(said(missedTherapy, { items: ['97110-GP 2'], note: note(rows) })).toEqual([]);
    expect(said(missedTherapy, { items: ['97112-GP 2'], note: note('Manual therapy   12 min') })).toEqual([]);
  });
});

describe('a visit for nothing but the procedure', () => {
  it.each([
    'Here only for the injection decided on at the 6/30 visit; no other complaint, no new evaluation.',
    'Here for IUD insertion as arranged at her annual exam. Method chosen then, no questions today.',
  ])('is not supported: %s', (note) => {
    expect(said(modifier25, { items: ['99213-25', '20550'], note })).toEqual(['unsupported-service 99213 -> ']);
  });
  it('is supported by a second problem', () => {
    const note =
      'Here for the injection as planned, and for his blood pressure.\nA/P\n1. Hypertension: increase lisinopril to 20 mg.';
    expect(said(modifier25, { items: ['99213-25', '20550'], note })).toEqual([]);
  });
});
