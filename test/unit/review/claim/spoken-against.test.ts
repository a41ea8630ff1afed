import { describe, expect, it } from '@jest/globals';
import { annualWellness } from '#review/rules/claim/eligibility/annual-wellness.ts';
import { diagnosisPointer } from '#review/rules/claim/eligibility/diagnosis-pointer.ts';
import { digitModifier } from '#review/rules/claim/modifiers/digit-modifier.ts';
import { lateralityModifier } from '#review/rules/claim/modifiers/laterality-modifier.ts';
import { missedService } from '#review/rules/claim/unbilled/missed-service.ts';
import { missedTimedService } from '#review/rules/claim/unbilled/missed-timed-service.ts';
import { modifier25 } from '#review/rules/claim/modifiers/modifier-25.ts';
import { needleMuscles } from '#review/rules/claim/units/needle-muscles.ts';
import { serviceNotPerformed } from '#review/rules/claim/performed/service-not-performed.ts';
import { transitionCare } from '#review/rules/claim/performed/transition-care.ts';
import { said } from './claim-context.ts';

describe('a look with the probe', () => {
  it.each([
    ['76882', 'Quick look with the bedside ultrasound: no collection, nothing stored.'],
    ['76705', 'POCUS gallbladder: no stones. Images were not saved, no report of the scan.'],
    ['93308', 'Bedside echo: squeeze looks fine; no clips saved.'],
  ])('without a picture does not make %s', (code, note) => {
    expect(said(serviceNotPerformed, { setting: 'ed', items: ['99284-25', `${code}-26`], note })).toEqual([
      `unsupported-service ${code} -> `,
    ]);
  });
  it('without a picture leaves the plain injection', () => {
    const note = 'Procedure: left knee injected under ultrasound, no images saved, triamcinolone 40 mg.';
    expect(said(serviceNotPerformed, { items: ['20611-LT'], note })).toEqual(['unsupported-service 20611 -> 20610']);
  });
  it.each([
    'Limited ultrasound of the shin: no collection. Images stored, separate report filed.',
    'Ultrasound of the shin done today by me: no collection, image saved to PACS. A quick look at the calf as well.',
  ])('is supported: %s', (note) => {
    expect(said(serviceNotPerformed, { setting: 'ed', items: ['99284-25', '76882-26'], note })).toEqual([]);
  });
});

describe('a catheter that a nurse placed', () => {
  const note = 'Retention, 900 mL. 16 Fr Foley placed by RN at bedside, clear urine. Start tamsulosin.';
  it('is the service of the hospital, and gives the visit no modifier', () => {
    const items = ['99284', '51702'];
    expect(said(serviceNotPerformed, { setting: 'ed', items, note })).toEqual(['unsupported-service 51702 -> ']);
    expect(said(modifier25, { setting: 'ed', items, note })).toEqual([]);
  });
  it('is the practice’s in its own office, and the clinician’s where the note says so', () => {
    expect(said(serviceNotPerformed, { items: ['99214-25', '51702'], note })).toEqual([]);
    const own = 'Difficult catheter: nurse failed twice. 16 Fr coude Foley placed by me, 900 mL out.';
    expect(said(serviceNotPerformed, { setting: 'ed', items: ['99284-25', '51702'], note: own })).toEqual([]);
  });
});

describe('a glucose sensor', () => {
  it('of the patient is not one of the practice', () => {
    const note = 'CGM: patient’s own sensor, downloaded here, 14 days. Interpretation: stable.';
    expect(said(serviceNotPerformed, { items: ['95250'], note })).toEqual(['unsupported-service 95250 -> ']);
    const placed = 'Professional CGM sensor placed on the left arm today; her personal CGM is out of supply.';
    expect(said(serviceNotPerformed, { items: ['95250'], note: placed })).toEqual([]);
  });
});

describe('the muscles of a needle study', () => {
  it('make the limited or the complete one', () => {
    const three = 'Needle EMG, 3 muscles per arm: no fibrillations.';
    const five = 'Needle EMG of five muscles in the right arm: normal.';
    expect(said(needleMuscles, { items: ['95910', '95886 2'], note: three })).toEqual([
      'unsupported-service 95886 -> 95885',
    ]);
    expect(said(needleMuscles, { items: ['95910', '95886'], note: five })).toEqual([]);
    expect(said(needleMuscles, { items: ['95910', '95885'], note: three })).toEqual([]);
    expect(said(needleMuscles, { items: ['95910', '95886'], note: 'Needle EMG: right arm, see table.' })).toEqual([]);
  });
});

describe('care after discharge', () => {
  it.each([
    ['99496', 'Seen 10 days after discharge. MDM high.', ['level-of-service 99496 -> 99495']],
    ['99496', 'Transition visit, day 5 after discharge. Moderate complexity.', ['level-of-service 99496 -> 99495']],
    ['99495', 'TCM, discharged 5 days ago; high complexity decision making.', ['level-of-service 99495 -> 99496']],
    ['99495', 'Seen 20 days after discharge. MDM moderate.', ['level-of-service 99495 -> ']],
    ['99496', 'Seen 6 days after discharge. MDM high.', []],
    ['99495', 'Seen 10 days after discharge. MDM high.', []],
    ['99496', 'Discharged last week; prednisone day 10 of 10. MDM high.', []],
  ])('%s: %s', (code, note, findings) => {
    expect(said(transitionCare, { items: [code], note })).toEqual(findings);
  });
});

describe('an act in full that is not on the claim', () => {
  it.each([
    ['42700', 'ed', 'Incision and drainage of left peritonsillar abscess by me: #11 blade, 6 mL pus, culture sent.'],
    [
      '49083',
      'inpatient',
      'PROCEDURE Paracentesis by me under real-time ultrasound, image saved. 8 Fr catheter, 4.6 L out.',
    ],
    ['32554', 'ed', 'Procedure: left thoracentesis by landmarks, needle over the rib, 900 mL straw fluid removed.'],
    ['62270', 'ed', 'Lumbar puncture performed at L3-4, opening pressure 18, four tubes to the lab.'],
    ['36556', 'ed', 'Central line placed by me: right IJ, sterile technique, Seldinger, good return.'],
    ['32551', 'ed', 'Left chest tube, 28 Fr, placed by me through the fifth intercostal space to suction.'],
    ['93000', 'office', '12-lead ECG done here today, read by me: atrial fibrillation, rate 74, same as last year.'],
  ] as const)('is %s', (code, setting, note) => {
    const items = [setting === 'inpatient' ? '99232' : setting === 'ed' ? '99284' : '99214'];
    expect(said(missedService, { setting, items, note })).toEqual([`missed-service  -> ${code}`]);
    expect(said(missedService, { setting, items: [...items, code], note })).toEqual([]);
  });
  it.each([
    ['inpatient', 'Paracentesis yesterday under ultrasound, 4 L removed with a catheter.'],
    ['inpatient', 'Paracentesis done, 4 L of fluid drained; cell count pending.'],
    ['ed', 'Peritonsillar abscess: ENT will perform incision and drainage, pus suspected.'],
    ['ed', 'Central line in place at right IJ, inserted at the other hospital, sterile dressing.'],
    ['inpatient', 'Lumbar puncture performed in ED on admission: CSF clear, 4 tubes. LP results reviewed by me.'],
    ['observation', 'Procedure: none. Arterial line was placed in ED, radial.'],
    [
      'ed',
      'Chest tube placed by trauma surgery, 28 Fr, to suction. Right IJ central line placed by ICU fellow, sterile.',
    ],
    ['ed', 'Perianal abscess; surgery did incision and drainage in the OR, pus cultured.'],
    ['office', 'Cirrhosis: paracentesis every 2 weeks at hospital, 5 L removed each time.'],
    ['office', 'He had a thoracentesis in March, 900 mL fluid removed, cytology negative.'],
    ['ed', 'Thoracentesis by IR planned, 900 mL fluid on CT.'],
    ['office', 'ECG done last year here: normal sinus.'],
  ] as const)('is none on this day: %s: %s', (setting, note) => {
    expect(said(missedService, { setting, items: ['99232'], note })).toEqual([]);
  });
  it('is found in a row of a table where the session is billed', () => {
    const note = ' FVC   2.51 L   68\n DLCO (single breath)  14.1   61%\n';
    expect(said(missedService, { items: ['99214-25', '94060'], note })).toEqual(['missed-service  -> 94729']);
    expect(said(missedService, { items: ['99214'], note })).toEqual([]);
    const old = 'DLCO was 70% in October.';
    expect(said(missedService, { items: ['99214-25', '94060'], note: old })).toEqual([]);
  });
  it('is planning for the end of life with its minutes', () => {
    const note =
      'Advance care planning, voluntary, face to face with patient and husband: 22 minutes. Living will forms explained.';
    expect(said(missedTimedService, { items: ['G0439'], note })).toEqual(['missed-service  -> 99497']);
  });
});

describe('the kind and reason of a wellness visit', () => {
  it('is the later one where the note calls it subsequent', () => {
    const note = 'Type: Subsequent annual wellness visit (initial AWV 04/2024, last 04/2025)';
    expect(said(annualWellness, { items: ['G0438'], note })).toEqual(['level-of-service G0438 -> G0439']);
    expect(said(annualWellness, { items: ['G0439'], note })).toEqual([]);
  });
  it('does not explain the visit about a problem', () => {
    const diagnoses = ['Z00.00', 'E03.9'];
    const note = 'Wellness visit. Separately: hypothyroidism stable, TSH ordered.';
    expect(said(diagnosisPointer, { items: ['G0439 1 1', '99213-25 1 1'], diagnoses, note })).toEqual([
      'diagnosis-pointer 99213 -> E03.9',
    ]);
    expect(said(diagnosisPointer, { items: ['G0439 1 1', '99213-25 1 2'], diagnoses, note })).toEqual([]);
  });
});

describe('sides and digits', () => {
  it('are read in capitals, and past the other side that is well', () => {
    const note =
      'Exam: L heel non tender.\nProcedure: injection of the plantar fascia, RIGHT foot, dexamethasone 4 mg.';
    expect(said(lateralityModifier, { items: ['20550-LT'], note })).toEqual(['modifier 20550 -> 20550-RT']);
    expect(said(lateralityModifier, { items: ['20550-RT'], note })).toEqual([]);
    const stone =
      'Procedure: left ureteroscopy, laser lithotripsy of the stone, stent.\nRight kidney without stone. Bladder: no stone, both orifices normal.';
    expect(said(lateralityModifier, { items: ['52353-LT', '52332-LT'], note: stone })).toEqual([]);
  });
  it('make one finding of a wrong toe, and one unit of one toe', () => {
    const note =
      'Procedure: correction of hammertoe, second toe, LEFT foot.\nProcedure detail: third toe flexible, left alone.';
    expect(said(digitModifier, { items: ['28285-T6 2'], note })).toEqual([
      'modifier 28285 -> 28285-T1',
      'units 28285 -> 28285',
    ]);
    expect(said(lateralityModifier, { items: ['28285-T6 2'], note })).toEqual([]);
    expect(said(digitModifier, { items: ['28285-T1'], note })).toEqual([]);
  });
});

describe('a test compared with the last one', () => {
  it.each([
    ['92133', 'OCT RNFL: 66 OD, 68 OS, thinning below, no change from last year.'],
    ['93000', 'ECG: sinus rhythm, unchanged since last visit.'],
  ])('was done now: %s', (code, note) => {
    expect(said(serviceNotPerformed, { items: ['99213', code], note })).toEqual([]);
  });
  it('was not done now where only the last one is told', () => {
    const note = 'OCT RNFL last year: 66 OD, 68 OS.';
    expect(said(serviceNotPerformed, { items: ['92133'], note })).toEqual(['unsupported-service 92133 -> ']);
  });
});
