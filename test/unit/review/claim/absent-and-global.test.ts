import { describe, expect, it } from '@jest/globals';
import { missedService } from '#review/rules/claim/unbilled/missed-service.ts';
import { modifier25 } from '#review/rules/claim/modifiers/modifier-25.ts';
import { obstetricPackage } from '#review/rules/claim/pairs/obstetric-package.ts';
import { serviceNotPerformed } from '#review/rules/claim/performed/service-not-performed.ts';
import { said } from './claim-context.ts';

describe('a foreign body of the eye', () => {
  it.each([
    'Exam: lids everted. MDM: looked for a foreign body: none seen, none removed.\nImpression: abrasion without foreign body.',
    'Exam: abrasion at 4 o’clock. No corneal foreign body.',
  ])('that was not there was not removed: %s', (note) => {
    expect(said(serviceNotPerformed, { setting: 'ed', items: ['99283-25', '65222-LT'], note })).toEqual([
      'unsupported-service 65222 -> ',
    ]);
  });
  it.each([
    'No foreign body under the lids, but the corneal one at 4 o’clock was removed with a needle.',
    'Metallic FB removed at the slit lamp with a burr. Recheck: no foreign body left.',
  ])('that was there was: %s', (note) => {
    expect(said(serviceNotPerformed, { setting: 'ed', items: ['99283-25', '65222-LT'], note })).toEqual([]);
  });
});

describe('the global code of a pregnancy', () => {
  it.each([
    ['59400', '59409', 'All prenatal care by Meadow County Midwives. Postpartum visits will be with them.'],
    ['59510', '59514', 'Unassigned patient, no prenatal care. Low transverse section for arrest.'],
    ['59400', '59410', 'Prenatal care at another practice until this week. Postpartum visit with us in six weeks.'],
  ])('%s leaves %s where others gave the care before: %s', (global, right, note) => {
    expect(said(obstetricPackage, { setting: 'inpatient', items: [global], note })).toEqual([
      `unsupported-service ${global} -> ${right}`,
    ]);
  });
  it.each([
    'Prenatal care with us from 8 weeks, uncomplicated. Spontaneous vaginal delivery.',
    'Prenatal care at Harbor Bay Women’s Health with Dr. Amado. Spontaneous vaginal delivery.',
    'Prenatal care by me in the office. Postpartum visit in six weeks.',
    'Prenatal course normal. First pregnancy delivered elsewhere.',
  ])('is left alone: %s', (note) => {
    expect(said(obstetricPackage, { setting: 'inpatient', items: ['59400'], note })).toEqual([]);
  });
});

describe('a new patient beside an endoscopy of the nose', () => {
  const scope = 'Procedure: rigid nasal endoscopy, scope passed both sides, mucopus. Tolerated.\n';
  it('has a visit of its own where the plan prescribes', () => {
    const note = `${scope}Plan:\nDoxycycline 100 mg bid for 3 weeks. RTC 6 wk.`;
    expect(said(modifier25, { items: ['99203', '31231'], note })).toEqual(['modifier 99203 -> 99203-25']);
  });
  it('has none that the note shows where it prescribes nothing', () => {
    const note = `${scope}Plan:\nReturn in 6 weeks.`;
    expect(said(modifier25, { items: ['99203', '31231'], note })).toEqual([]);
  });
});

describe('an office test', () => {
  it.each([
    ['80305', 'Urine drug cup (CLIA waived, read by eye, done here): BUP pos; opiates neg.'],
    ['96127', 'Vanderbilt follow-up forms scored and entered today: inattention 7, hyperactive 6.'],
  ])('%s is missed: %s', (code, note) => {
    expect(said(missedService, { items: ['99213'], note })).toEqual([`missed-service  -> ${code}`]);
  });
  it.each([
    'Urine drug screen sent to the lab, pending.',
    'UDS last month negative.',
    'Urine drug screen (lab analyzer) negative, in office chart.',
    'Vanderbilt scores from school 7 and 6.',
  ])('is no service of the day: %s', (note) => {
    expect(said(missedService, { items: ['99213'], note })).toEqual([]);
  });
});
