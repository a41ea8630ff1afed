import { describe, expect, it } from '@jest/globals';
import { criticalCare } from '#review/em/critical-care.ts';
import { dischargeTime } from '#review/em/discharge-time.ts';
import { emByTime } from '#review/em/em-by-time.ts';
import { prolongedService } from '#review/em/prolonged-service.ts';
import { said, type SmallChart } from '../claim/claim-context.ts';

describe('the time of a visit', () => {
  it.each([
    'Total time on the date of the encounter: 34 minutes.',
    'I spent 34 minutes on this visit today.',
    'Total 34 min.',
    'Total (record review, visit, orders): 34 min',
    '34 min total, all mine.',
    'Time: 34 minutes.',
    'In total 34 minutes of my time today.',
    'Total time, chart to note, same day: 34 min.',
  ])('is stated: %s', (note) => {
    expect(said(emByTime, { items: ['99213'], note })).toEqual(['level-of-service 99213 -> 99214']);
  });
  it.each([
    'Took 6 oz total today (usual 30), 1 wet diaper in 14 h.',
    'SKIN TESTS (prick, back; read at 45 min by me)\n28 tests placed in total.',
    'Slept 5 h in total last night.',
    'She spent 45 minutes in the waiting room before triage.',
    'Total of 6 nebs, one every 45 min.',
    'Fever total 3 d, lasting 45 min each.',
    'Peak flow after 45 min: 320; 3 readings in total.',
    'Pain came in spells, total of four, over 45 min.',
  ])('is not stated: %s', (note) => {
    expect(said(emByTime, { items: ['99213'], note })).toEqual([]);
  });
});

describe('critical care behind a visit', () => {
  const ed = (note: string): SmallChart => ({ setting: 'ed', items: ['99285'], note });
  it.each([
    'Critical care time: 42 minutes, mine alone, without procedures.',
    'I provided 42 minutes of critical care, exclusive of billable procedures.',
    'CC time 42 min, bedside and with family.',
    'Critical care time (not including procedures): 42 minutes.',
    'Critical care time, exclusive of the line: 42 min.',
    'Total critical care time spent by me was 42 minutes.',
  ])('is the service: %s', (note) => {
    expect(said(criticalCare, ed(note))).toEqual(['level-of-service 99285 -> 99291']);
  });
  it('takes its add-on from 75 minutes', () => {
    expect(said(criticalCare, ed('Critical care time: 80 minutes.'))).toEqual([
      'level-of-service 99285 -> 99291+99292',
    ]);
  });
  it.each([
    'Critical care time: 22 minutes.',
    'Critical care time: 0 minutes.',
    'No critical care time. Observed 40 minutes.',
    'Less than 30 minutes of critical care.',
    'Critical care was not provided; I spent 45 minutes with her.',
    'Critical care 45 minutes by the ICU resident.',
    'EMS gave critical care for 45 minutes on the way.',
    'Critical care time 30-74 minutes.',
  ])('is not proven: %s', (note) => {
    expect(said(criticalCare, ed(note))).toEqual([]);
  });
});

describe('discharge', () => {
  it.each([
    ['99238', 'Time spent on discharge: 38 minutes.', ['level-of-service 99238 -> 99239']],
    ['99238', 'More than 30 minutes were spent on discharge.', ['level-of-service 99238 -> 99239']],
    ['99238', 'Discharge day management took 38 min.', ['level-of-service 99238 -> 99239']],
    ['99315', 'I spent 41 minutes on discharge from the facility.', ['level-of-service 99315 -> 99316']],
    ['99316', 'Discharge management 25 min.', ['level-of-service 99316 -> 99315']],
    ['99316', 'Discharged to home with services.', ['documentation-gap 99316 -> ']],
    ['99239', 'Discharge time 45 minutes.', []],
    ['99238', 'Discharge took 30 minutes or less.', []],
    ['99238', 'Less than 30 minutes were spent on discharge.', []],
    ['99238', 'Call if pain lasts more than 30 minutes.', []],
    ['99238', 'Walk 45 minutes daily after discharge.', []],
    ['99238', 'Home health nurse will spend 45 minutes per visit.', []],
  ])('%s: %s', (code, note, expected) => {
    expect(said(dischargeTime, { setting: 'inpatient', items: [code], note })).toEqual(expected);
  });
});

describe('prolonged time', () => {
  const total = (minutes: number) => `Total time on the date of the encounter: ${minutes} minutes.`;
  it.each([
    ['99215', 40, 55, ['missed-service  -> 99417']],
    ['99215', 40, 54, []],
    ['99215', 70, 68, []],
    ['99215', 70, 69, ['missed-service  -> G2212']],
    ['99205', 40, 75, ['missed-service  -> 99417']],
    ['99223', 50, 90, ['missed-service  -> 99418']],
    ['99223', 70, 90, ['missed-service  -> G0316']],
    ['99233', 50, 64, []],
  ])('%s at %i years with %i minutes', (code, ageYears, minutes, expected) => {
    expect(said(prolongedService, { items: [code], ageYears, note: total(minutes) })).toEqual(expected);
  });
  it('is counted by the base beside it', () => {
    expect(said(prolongedService, { items: ['99310', '99418'], ageYears: 50, note: total(62) })).toEqual([]);
    expect(said(prolongedService, { items: ['99310', '99418'], ageYears: 50, note: total(50) })).toEqual([
      'unsupported-service 99418 -> ',
    ]);
  });
});
