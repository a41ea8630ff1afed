import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { infusionTime } from '#review/rules/claim/units/infusion-time.ts';
import { lesionCount } from '#review/rules/claim/units/lesion-count.ts';
import { numberOfWords } from '#review/rules/claim/reading/minutes.ts';
import { psychotherapyMinutes } from '#review/rules/claim/units/psychotherapy-minutes.ts';
import { repairLength } from '#review/rules/claim/units/repair-length.ts';
import { allocate, timedTherapy } from '#review/rules/claim/units/timed-therapy.ts';
import { timedServiceMinutes } from '#review/rules/claim/units/timed-service-minutes.ts';
import { vaccineAdministration } from '#review/rules/claim/unbilled/vaccine-administration.ts';
import { said } from './claim-context.ts';

describe('psychotherapy', () => {
  it('changes code at 16, 38 and 53 minutes', () => {
    const note = (minutes: number) => `Individual psychotherapy, ${minutes} minutes.`;
    expect(said(psychotherapyMinutes, { items: ['90834'], note: note(37) })).toEqual([
      'unsupported-service 90834 -> 90832',
    ]);
    expect(said(psychotherapyMinutes, { items: ['90834'], note: note(38) })).toEqual([]);
    expect(said(psychotherapyMinutes, { items: ['90834'], note: note(52) })).toEqual([]);
    expect(said(psychotherapyMinutes, { items: ['90834'], note: note(53) })).toEqual(['missed-service  -> 90837']);
    expect(said(psychotherapyMinutes, { items: ['90832'], note: note(15) })).toEqual(['unsupported-service 90832 -> ']);
  });
  it('reads start and stop when no minutes are written', () => {
    expect(said(psychotherapyMinutes, { items: ['90837'], note: 'Psychotherapy session 2:05 pm - 2:50 pm.' })).toEqual([
      'unsupported-service 90837 -> 90834',
    ]);
  });
});

describe('counselling by time', () => {
  it('asks for the minutes where there are none', () => {
    expect(
      said(timedServiceMinutes, { items: ['99497'], note: 'Advance care planning discussed with patient.' }),
    ).toEqual(['documentation-gap 99497 -> ']);
  });
  it('steps down the ladder', () => {
    expect(said(timedServiceMinutes, { items: ['99407'], note: 'Smoking cessation counselling 7 minutes.' })).toEqual([
      'unsupported-service 99407 -> 99406',
    ]);
  });
});

describe('therapy by fifteen minutes', () => {
  it('holds the units of a day to the 8-minute rule', () => {
    const note = 'Therapeutic exercise 23 minutes.\nManual therapy 8 minutes.';
    expect(said(timedTherapy, { items: ['97110 2', '97140 1'], note })).toEqual(['unsupported-service 97140 -> ']);
    expect(said(timedTherapy, { items: ['97110 2'], note: 'Therapeutic exercise 23 minutes.' })).toEqual([]);
  });
  it('never allots more units than the summed minutes hold', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 70 }), { minLength: 1, maxLength: 5 }), (minutes) => {
        const units = allocate(minutes.map((value, index) => ({ therapy: { code: String(index) }, minutes: value })));
        const sum = [...units.values()].reduce((total, value) => total + value, 0);
        expect(sum).toBe(Math.floor((minutes.reduce((total, value) => total + value, 0) + 7) / 15));
      }),
    );
  });
});

describe('infusions', () => {
  it('needs 16 minutes for the first hour and 31 past it for the next', () => {
    expect(said(infusionTime, { items: ['96365'], note: 'Infusion start 09:00, stop 09:12.' })).toEqual([
      'unsupported-service 96365 -> 96374',
    ]);
    expect(said(infusionTime, { items: ['96365', '96366'], note: 'Infusion start 09:00, stop 10:30.' })).toEqual([
      'unsupported-service 96366 -> ',
    ]);
    expect(said(infusionTime, { items: ['96365', '96366'], note: 'Infusion start 09:00, stop 10:31.' })).toEqual([]);
  });
});

describe('counts and lengths', () => {
  it('makes seven premalignant lesions one and six units', () => {
    const note = 'Seven actinic keratoses treated with liquid nitrogen.';
    expect(said(lesionCount, { items: ['17000', '17003 6'], note })).toEqual([]);
    expect(said(lesionCount, { items: ['17000', '17003 7'], note })).toEqual(['units 17003 -> 17003']);
  });
  it('says nothing when the counts of the note disagree', () => {
    expect(
      said(lesionCount, { items: ['17000', '17003 6'], note: 'Cryotherapy to 7 AKs.\nLN2 applied to 5 lesions.' }),
    ).toEqual([]);
  });
  it('adds up repairs of one class and keeps classes apart', () => {
    const note =
      'Left arm 4.0 cm laceration closed with nylon.\nRight leg 2.0 cm laceration closed with nylon.\nForehead 2.0 cm laceration closed with nylon.';
    expect(said(repairLength, { items: ['12002', '12011'], note })).toEqual([]);
    expect(said(repairLength, { items: ['12004', '12011'], note })).toEqual(['unsupported-service 12004 -> 12002']);
  });
  it('counts components of vaccines given with counselling to a child', () => {
    const chart = {
      ageYears: 4,
      note: 'Counseled on each component. MMRV given.',
      items: ['90710', '90460', '90461 2'],
    };
    expect(said(vaccineAdministration, chart)).toEqual(['units 90461 -> 90461']);
  });
});

describe('numbers in words', () => {
  it('adds tens and ones', () => {
    expect(numberOfWords('forty-five')).toBe(45);
    expect(numberOfWords('many')).toBeUndefined();
  });
});
