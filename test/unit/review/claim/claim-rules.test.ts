import { describe, expect, it } from '@jest/globals';
import { claimRules } from '#review/rules/claim/index.ts';
import { addOnPrimary } from '#review/rules/claim/pairs/add-on-primary.ts';
import { diagnosisPointer } from '#review/rules/claim/eligibility/diagnosis-pointer.ts';
import { drugUnits } from '#review/rules/claim/units/drug-units.ts';
import { duplicateLines } from '#review/rules/claim/pairs/duplicate-lines.ts';
import { lateralityModifier } from '#review/rules/claim/modifiers/laterality-modifier.ts';
import { modifier25 } from '#review/rules/claim/modifiers/modifier-25.ts';
import { mue } from '#review/rules/claim/units/mue.ts';
import { ptpEdit } from '#review/rules/claim/pairs/ptp-edit.ts';
import { serviceNotPerformed } from '#review/rules/claim/performed/service-not-performed.ts';
import { telehealthModifier } from '#review/rules/claim/modifiers/telehealth-modifier.ts';
import { said, smallContext } from './claim-context.ts';

const TWO_POLYPS = 'Cecal polyp biopsied with forceps.\nSeparate sigmoid polyp removed with snare.';
const ONE_POLYP = 'Sigmoid polyp biopsied with forceps, then the same polyp removed with snare.';

describe('NCCI pairs', () => {
  it('never lets a pair with indicator 0 stand, whatever the modifier', () => {
    expect(said(ptpEdit, { items: ['45385', '45378-59'], note: TWO_POLYPS })).toEqual([
      'code-pair-edit 45385+45378 -> 45385',
    ]);
  });
  it('asks for a modifier when indicator 1 and the note shows two sites', () => {
    expect(said(ptpEdit, { items: ['45385', '45380'], note: TWO_POLYPS })).toEqual(['modifier 45380 -> 45380-59']);
  });
  it('reports the pair when the note shows one lesion', () => {
    expect(said(ptpEdit, { items: ['45385', '45380'], note: ONE_POLYP })).toEqual([
      'code-pair-edit 45385+45380 -> 45385',
    ]);
  });
  it('lets a supported bypass modifier stand and doubts one that the note contradicts', () => {
    expect(said(ptpEdit, { items: ['45385', '45380-XS'], note: TWO_POLYPS })).toEqual([]);
    expect(said(ptpEdit, { items: ['45385', '45380-59'], note: ONE_POLYP })).toEqual([
      'code-pair-edit 45385+45380 -> 45385',
    ]);
  });
  it('leaves an edit that was never in force alone', () => {
    expect(said(ptpEdit, { items: ['99214', '93000'], note: 'ECG done.' })).toEqual([]);
  });
});

describe('medically unlikely edits', () => {
  it('sums the lines of a day for indicators 2 and 3', () => {
    expect(said(mue, { items: ['12002', '12002-59'], note: '' })).toEqual(['units 12002 -> 12002']);
  });
  it('judges line by line for indicator 1', () => {
    expect(said(mue, { items: ['A4550', 'A4550-76'], note: '' })).toEqual([]);
    expect(said(mue, { items: ['A4550 2'], note: '' })).toEqual(['units A4550 -> A4550']);
  });
});

describe('add-on codes', () => {
  it('accepts a primary that the table or the published families name', () => {
    expect(said(addOnPrimary, { items: ['99214', '90833'], note: '' })).toEqual([]);
    expect(said(addOnPrimary, { items: ['99205', '90833'], note: '' })).toEqual([]);
  });
  it('names the stand-alone psychotherapy of the documented minutes', () => {
    expect(said(addOnPrimary, { items: ['90833'], note: 'Psychotherapy 54 minutes, no medical evaluation.' })).toEqual([
      'add-on-without-primary 90833 -> 90837',
    ]);
  });
  it('knows common families without the table', () => {
    expect(said(addOnPrimary, { items: ['99292'], note: '', tables: { addOn: undefined } })).toEqual([
      'add-on-without-primary 99292 -> ',
    ]);
  });
});

describe('modifier 25', () => {
  const visit =
    'A/P\n1. Hypertension, above goal - increase losartan to 100 mg.\n2. Wart on right hand.\nPROCEDURE: wart frozen with liquid nitrogen.';
  it('is missing beside a minor procedure when another problem is managed', () => {
    expect(said(modifier25, { items: ['99213 1 1', '17110 1 2'], diagnoses: ['I10', 'B07.8'], note: visit })).toEqual([
      'modifier 99213 -> 99213-25',
    ]);
  });
  it('is not asked for where nothing but the visit is billed', () => {
    expect(said(modifier25, { items: ['99213 1 1'], note: visit })).toEqual([]);
  });
  it('is not supported when the patient came for the planned procedure only', () => {
    const note =
      'Here for scheduled wart treatment. No other concerns today.\nPROCEDURE: plantar wart frozen with liquid nitrogen.';
    expect(said(modifier25, { items: ['99213-25 1 1', '17110 1 1'], note })).toEqual(['unsupported-service 99213 -> ']);
  });
});

describe('sides', () => {
  it('takes the side from the sentence on the service', () => {
    const note = 'Left knee compared with right knee on exam.\nPROCEDURE: right knee injected with lidocaine.';
    expect(said(lateralityModifier, { items: ['20610-LT'], note })).toEqual(['modifier 20610 -> 20610-RT']);
    expect(said(lateralityModifier, { items: ['20610-RT'], note })).toEqual([]);
  });
  it('asks for 50 when both sides were done, not when each has its line', () => {
    const note = 'PROCEDURE: both shoulders injected with triamcinolone.';
    expect(said(lateralityModifier, { items: ['20610'], note })).toEqual(['modifier 20610 -> 20610-50']);
    expect(said(lateralityModifier, { items: ['20610-RT', '20610-LT'], note })).toEqual([]);
  });
});

describe('telehealth', () => {
  it('tells a telephone visit from a video visit that was only offered', () => {
    const note = 'Audio-only visit by telephone. Video offered, patient has no camera.';
    expect(said(telehealthModifier, { setting: 'telehealth', items: ['99213-95'], note })).toEqual([
      'modifier 99213 -> 99213-93',
    ]);
    expect(said(telehealthModifier, { setting: 'telehealth', items: ['99213-93'], note })).toEqual([]);
  });
});

describe('drug units', () => {
  it('divides the dose given by the dose of one unit and rounds up', () => {
    const note = 'Ketorolac 20 mg IM given in the left deltoid.';
    expect(said(drugUnits, { items: ['J1885 1'], note })).toEqual(['units J1885 -> J1885']);
    expect(said(drugUnits, { items: ['J1885 2'], note })).toEqual([]);
  });
  it('reads grams, trade names and micrograms', () => {
    expect(said(drugUnits, { items: ['J0696 4'], note: 'Rocephin 1 g IM given.' })).toEqual([]);
    expect(said(drugUnits, { items: ['J3420 1'], note: 'B12 1,000 mcg IM administered.' })).toEqual([]);
  });
  it('does not take a prescription for a dose given', () => {
    expect(said(drugUnits, { items: ['J1885 4'], note: 'Rx ketorolac 10 mg tablets PO q6h.' })).toEqual([]);
  });
});

describe('notes broken at a margin', () => {
  it('are read across the break, and quoted as they stand', () => {
    const note =
      'Patient seen for shoulder pain of two months that wakes her at night; the right\nshoulder was injected with lidocaine.';
    const [finding] = lateralityModifier.evaluate(smallContext({ items: ['20610-LT'], note })).findings;
    expect(finding?.suggested).toEqual(['20610-RT']);
    expect(note).toContain(finding?.evidence[0]?.quote);
  });
});

describe('lines', () => {
  it('reports the same line twice unless a modifier says repeated', () => {
    expect(said(duplicateLines, { items: ['93000', '93000'] })).toEqual(['units 93000 -> 93000']);
    expect(said(duplicateLines, { items: ['93000', '93000-76'] })).toEqual([]);
  });
  it('points a service to the diagnosis that explains it', () => {
    expect(said(diagnosisPointer, { items: ['69210 1 1'], diagnoses: ['I10', 'H61.22'] })).toEqual([
      'diagnosis-pointer 69210 -> H61.22',
    ]);
    expect(said(diagnosisPointer, { items: ['69210 1 2'], diagnoses: ['I10', 'H61.22'] })).toEqual([]);
    expect(said(diagnosisPointer, { items: ['69210 1 1'], diagnoses: ['I10'] })).toEqual([]);
  });
  it('doubts a service that the note says was not done, not one that need not be repeated', () => {
    expect(said(serviceNotPerformed, { items: ['93000'], note: 'ECG not done today, machine broken.' })).toEqual([
      'unsupported-service 93000 -> ',
    ]);
    expect(
      said(serviceNotPerformed, {
        items: ['93000'],
        note: 'ECG interpreted by me: sinus rhythm.\nRepeat ECG not needed.',
      }),
    ).toEqual([]);
  });
});

describe('tables that are not loaded', () => {
  it('are said to be missing, never passed over', () => {
    const context = smallContext({
      items: ['J1885'],
      note: 'Ketorolac 15 mg IM given.',
      tables: { ptp: undefined, mue: undefined, addOn: undefined, hcpcs: undefined },
    });
    const missing = claimRules.flatMap((rule) => rule.evaluate(context).notEvaluated ?? []);
    expect(missing.map((one) => one.rule).toSorted()).toEqual([
      'add-on-primary',
      'drug-units',
      'lcd-coverage',
      'mue',
      'ptp-edit',
    ]);
  });
});
