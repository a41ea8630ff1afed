import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assessMdm } from '#review/em/index.ts';
import { criticalCare } from '#review/em/critical-care.ts';
import { dischargeTime } from '#review/em/discharge-time.ts';
import { emByMdm } from '#review/em/em-by-mdm.ts';
import { emByTime } from '#review/em/em-by-time.ts';
import { EM_FAMILIES, MDM_LEVELS, codeForMinutes } from '#review/em/em-families.ts';
import { levelRank, middleLevel } from '#review/em/mdm-table.ts';
import { newOrEstablished } from '#review/em/new-or-established.ts';
import { preventiveAge } from '#review/em/preventive-age.ts';
import { visitSetting } from '#review/em/visit-setting.ts';
import { said, smallContext } from '../claim/claim-context.ts';

describe('the published table', () => {
  it('takes the middle of three elements: two meet or pass it, in any order', () => {
    const level = fc.constantFrom(...MDM_LEVELS);
    fc.assert(
      fc.property(level, level, level, (a, b, c) => {
        const middle = middleLevel([a, b, c]);
        expect([a, b, c].filter((one) => levelRank(one) >= levelRank(middle)).length).toBeGreaterThanOrEqual(2);
        expect([a, b, c].filter((one) => levelRank(one) > levelRank(middle)).length).toBeLessThan(2);
        expect(middleLevel([c, a, b])).toBe(middle);
      }),
    );
  });
  it('never lets more minutes lower a code', () => {
    const minutes = fc.integer({ min: 0, max: 150 });
    fc.assert(
      fc.property(fc.constantFrom(...EM_FAMILIES), minutes, minutes, (family, a, b) => {
        const rank = (value: number) => family.codes.findIndex((row) => row === codeForMinutes(family, value));
        expect(rank(Math.max(a, b))).toBeGreaterThanOrEqual(rank(Math.min(a, b)));
      }),
    );
  });
});

describe('time', () => {
  const total = (minutes: string) => `Total time on the date of the encounter: ${minutes}.`;
  it('carries a higher level than was billed', () => {
    expect(said(emByTime, { items: ['99213'], note: total('31 minutes') })).toEqual([
      'level-of-service 99213 -> 99214',
    ]);
  });
  it('does not count ranges, staff time or minutes billed apart', () => {
    expect(said(emByTime, { items: ['99213'], note: 'Total time 30-39 minutes.' })).toEqual([]);
    expect(
      said(emByTime, { items: ['99213'], note: 'The nurse spent 45 minutes with the patient on teaching.' }),
    ).toEqual([]);
    expect(
      said(emByTime, {
        items: ['99213'],
        note: 'I spent 35 minutes on the day of the encounter, including 15 minutes of psychotherapy.',
      }),
    ).toEqual([]);
  });
  it('is never used in the emergency department', () => {
    expect(said(emByTime, { setting: 'ed', items: ['99283'], note: total('80 minutes') })).toEqual([]);
  });
  it('decides discharge codes at more than 30 minutes', () => {
    expect(said(dischargeTime, { setting: 'inpatient', items: ['99239'], note: 'Discharge time 30 minutes.' })).toEqual(
      ['level-of-service 99239 -> 99238'],
    );
    expect(said(dischargeTime, { setting: 'inpatient', items: ['99239'], note: 'Discharge time 31 minutes.' })).toEqual(
      [],
    );
    expect(said(dischargeTime, { setting: 'inpatient', items: ['99239'], note: 'Discharged home.' })).toEqual([
      'documentation-gap 99239 -> ',
    ]);
  });
  it('makes critical care of 30, 75 and 105 minutes', () => {
    const note = (minutes: number) => `Critical care time: ${minutes} minutes.`;
    expect(said(criticalCare, { setting: 'ed', items: ['99291'], note: note(29) })).toEqual([
      'level-of-service 99291 -> 99285',
    ]);
    expect(said(criticalCare, { setting: 'ed', items: ['99291'], note: note(74) })).toEqual([]);
    expect(said(criticalCare, { setting: 'ed', items: ['99291', '99292'], note: note(104) })).toEqual([]);
    expect(said(criticalCare, { setting: 'ed', items: ['99291', '99292'], note: note(105) })).toEqual([
      'units 99292 -> 99292',
    ]);
  });
});

describe('families', () => {
  it('moves a new patient from the established family to the like level', () => {
    expect(
      said(newOrEstablished, { items: ['99213'], encounter: { newPatient: true }, note: 'New patient visit.' }),
    ).toEqual(['level-of-service 99213 -> 99203']);
  });
  it('takes the age band of the visit family', () => {
    expect(said(newOrEstablished, { items: ['99395'], ageYears: 30, encounter: { newPatient: true } })).toEqual([
      'level-of-service 99395 -> 99385',
    ]);
    expect(said(preventiveAge, { items: ['99395'], ageYears: 40, encounter: { newPatient: false } })).toEqual([
      'level-of-service 99395 -> 99396',
    ]);
  });
  it('moves an office code out of the emergency department', () => {
    expect(said(visitSetting, { setting: 'ed', items: ['99213'], note: 'ED note.' })).toEqual([
      'level-of-service 99213 -> 99283',
    ]);
  });
});

describe('decision making', () => {
  const stable = 'A/P\n1. Hypertension - at goal, no change.\nReturn in a year.';
  it('bounds one stable chronic problem at low, with the words that say so', () => {
    const mdm = assessMdm(smallContext({ items: ['99214'], note: stable }));
    expect(mdm.problems.upper).toBe('low');
    expect(mdm.problems.facts.flatMap((fact) => fact.evidence.map((one) => one.quote))).toContain(
      '1. Hypertension - at goal, no change.',
    );
  });
  it('reports a level only when the bounds leave no room', () => {
    expect(said(emByMdm, { items: ['99215'], note: 'A/P\nFatigue.' })).toEqual([]);
    const two =
      'A/P\n1. Type 2 diabetes, not at goal - increase metformin to 1000 mg bid.\n2. Hypertension, controlled - continue lisinopril 10 mg.';
    expect(said(emByMdm, { items: ['99213'], note: two })).toEqual(['level-of-service 99213 -> 99214']);
  });
});

describe('what bounds decision making', () => {
  it('counts a problem that stands in two places once', () => {
    const note =
      'Diagnoses today\n* Breast cancer on tamoxifen.\nA: Breast cancer, stable, no recurrence.\nP: continue tamoxifen 20 mg daily.';
    expect(said(emByMdm, { items: ['99213'], note })).toEqual([]);
  });
  it('takes a signature, a greeting and a return visit for no problem', () => {
    const note = (end: string) => `A/P: Viral URI - fluids, honey, acetaminophen OTC.\n${end}`;
    for (const end of ['Signed A. Sample MD', 'Jo Sample, MD', 'Electronically signed 3/4/2026', 'RTC prn'])
      expect(said(emByMdm, { items: ['99214'], note: note(end) })).toEqual(['level-of-service 99214 -> 99212']);
  });
  it('is silent on a lower level where a drug is prescribed outside the plan', () => {
    const note =
      'Treatment and course: dexamethasone 10 mg PO given.\nDecision making: asthma exacerbation, moderate. Prescribed albuterol.\nDiagnosis: Asthma with acute exacerbation.';
    expect(said(emByMdm, { setting: 'ed', items: ['99284'], note })).toEqual([]);
  });
});
