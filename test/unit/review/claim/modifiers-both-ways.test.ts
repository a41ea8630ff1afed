import { describe, expect, it } from '@jest/globals';
import { digitModifier } from '#review/rules/claim/modifiers/digit-modifier.ts';
import { discardedDrug } from '#review/rules/claim/modifiers/discarded-drug.ts';
import { globalPeriod } from '#review/rules/claim/pairs/global-period.ts';
import { misplacedModifier } from '#review/rules/claim/modifiers/misplaced-modifier.ts';
import { modifier25 } from '#review/rules/claim/modifiers/modifier-25.ts';
import { professionalComponent } from '#review/rules/claim/modifiers/professional-component.ts';
import { reducedService } from '#review/rules/claim/modifiers/reduced-service.ts';
import { sharedVisit } from '#review/rules/claim/notes/shared-visit.ts';
import { therapyDiscipline } from '#review/rules/claim/performed/therapy-discipline.ts';
import { waivedTest } from '#review/rules/claim/modifiers/waived-test.ts';
import { said } from './claim-context.ts';

describe('QW', () => {
  const note = 'Rapid strep in the office positive. Amoxicillin 500 mg bid.';
  it('is missing on a waived test done in the office', () => {
    expect(said(waivedTest, { items: ['99213', '87880'], note })).toEqual(['modifier 87880 -> 87880-QW']);
    expect(said(waivedTest, { items: ['99213', '87880-QW'], note })).toEqual([]);
  });
  it('is neither asked for nor objected to on a test that is waived by its code', () => {
    for (const items of [['81002-QW'], ['81002']])
      expect(said(waivedTest, { items, note: 'Urine dipstick in office negative.' })).toEqual([]);
  });
  it('is not asked for where the sample went to a laboratory', () => {
    expect(said(waivedTest, { items: ['87880'], note: 'Strep antigen swab sent to the lab.' })).toEqual([]);
    expect(said(waivedTest, { setting: 'ed', items: ['87880'], note })).toEqual([]);
  });
});

describe('FS', () => {
  const note = 'Split/shared visit with the NP, who did the substantive portion. A/P: pneumonia.';
  it('is missing on a visit shared in a hospital', () => {
    expect(said(sharedVisit, { setting: 'inpatient', items: ['99232'], note })).toEqual(['modifier 99232 -> 99232-FS']);
    expect(said(sharedVisit, { setting: 'inpatient', items: ['99232-FS'], note })).toEqual([]);
  });
  it('does not go on an office visit', () => {
    expect(said(sharedVisit, { items: ['99214-FS'], note: 'Seen by the PA.' })).toEqual(['modifier 99214 -> 99214']);
    expect(said(sharedVisit, { items: ['99214'], note })).toEqual([]);
  });
});

describe('24, 57 and 25', () => {
  it('24 is not for routine care after the operation', () => {
    const note = 'Routine postoperative visit in the global period of the knee replacement. Wound healing well.';
    expect(said(globalPeriod, { items: ['99213-24'], note })).toEqual(['modifier 99213 -> ']);
    expect(said(globalPeriod, { items: ['99024'], note })).toEqual([]);
  });
  it('57 goes with a major operation, 25 with a minor procedure', () => {
    const minor = 'Shave biopsy of the arm lesion done.';
    expect(said(globalPeriod, { items: ['99213-57', '11102'], note: minor })).toEqual(['modifier 99213 -> 99213-25']);
    expect(said(globalPeriod, { items: ['99213-25', '11102'], note: minor })).toEqual([]);
    const major = 'Acute appendicitis. Decision to proceed to the operating room today.';
    expect(said(globalPeriod, { items: ['99222-25', '44970'], note: major })).toEqual(['modifier 99222 -> 99222-57']);
    expect(said(globalPeriod, { items: ['99222-57', '44970'], note: major })).toEqual([]);
  });
  it('25 is missing on an emergency visit beside a splint, and on an office visit that also treats with a drug', () => {
    const splint = 'Buckle fracture. I applied a short arm volar splint to the right wrist.';
    expect(said(modifier25, { setting: 'ed', items: ['99283', '29125-RT'], note: splint })).toEqual([
      'modifier 99283 -> 99283-25',
    ]);
    expect(said(modifier25, { setting: 'ed', items: ['99283-25', '29125-RT'], note: splint })).toEqual([]);
    const office = 'A/P:\n1) Bacterial vaginosis. Metronidazole 500 mg bid.\n2) Contraception.\nProcedure: IUD placed.';
    expect(said(modifier25, { items: ['99213', '58300'], note: office })).toEqual(['modifier 99213 -> 99213-25']);
  });
});

describe('26 and TC', () => {
  const note = 'CXR PA and lateral taken in our office today and interpreted by me: clear.';
  it('leave out a part that the practice did itself', () => {
    expect(said(professionalComponent, { items: ['71046-TC'], note })).toEqual(['modifier 71046 -> 71046']);
    expect(said(professionalComponent, { items: ['71046-26'], note })).toEqual(['modifier 71046 -> 71046']);
    expect(said(professionalComponent, { items: ['71046'], note })).toEqual([]);
  });
});

describe('50', () => {
  it('does not go on a service of both sides', () => {
    expect(said(misplacedModifier, { items: ['92250-50'], note: 'Fundus photos of both eyes.' })).toEqual([
      'modifier 92250 -> 92250',
    ]);
    expect(said(misplacedModifier, { items: ['92250'], note: 'Fundus photos of both eyes.' })).toEqual([]);
  });
});

describe('53', () => {
  const note = 'Colonoscopy: poor prep, could not be advanced beyond the splenic flexure; procedure aborted.';
  it('is missing on a procedure that was stopped', () => {
    expect(said(reducedService, { items: ['45378'], note })).toEqual(['modifier 45378 -> 45378-53']);
    expect(said(reducedService, { items: ['45378-53'], note })).toEqual([]);
    expect(
      said(reducedService, { items: ['45378'], note: 'Colonoscopy to the cecum. Prior incomplete colonoscopy 2019.' }),
    ).toEqual([]);
  });
});

describe('JW and JZ', () => {
  const dose = (rest: string) => `Bevacizumab 80 mg IV from a 100 mg single-dose vial; ${rest}.`;
  it('say what became of the rest of a single-dose container', () => {
    expect(said(discardedDrug, { items: ['J9035 8'], note: dose('20 mg discarded') })).toEqual([
      'modifier J9035 -> J9035-JW',
    ]);
    expect(said(discardedDrug, { items: ['J9035 10'], note: dose('no waste'), ageYears: 50 })).toEqual([]);
    expect(said(discardedDrug, { items: ['J9035 10'], note: dose('no waste'), ageYears: 70 })).toEqual([
      'modifier J9035 -> J9035-JZ',
    ]);
    expect(said(discardedDrug, { items: ['J9035-JZ 10'], note: dose('no waste') })).toEqual([]);
    expect(said(discardedDrug, { items: ['J9035 10'], note: 'Bevacizumab 100 mg IV given.' })).toEqual([]);
  });
});

describe('GP, GO and GN', () => {
  it('name the discipline of a therapy line', () => {
    expect(said(therapyDiscipline, { items: ['97110'], note: 'PT session. Exercise 30 min.' })).toEqual([
      'modifier 97110 -> 97110-GP',
    ]);
    expect(said(therapyDiscipline, { items: ['97530-GP'], note: 'Occupational therapy visit, COTA.' })).toEqual([
      'modifier 97530 -> 97530-GO',
    ]);
    expect(said(therapyDiscipline, { items: ['97110-GP'], note: 'PT session. Exercise 30 min.' })).toEqual([]);
  });
});

describe('fingers, toes and eyelids', () => {
  const note = 'Procedure: right great toenail avulsed under digital block.';
  it('are named by their modifiers', () => {
    expect(said(digitModifier, { items: ['11730-TA'], note })).toEqual(['modifier 11730 -> 11730-T5']);
    expect(said(digitModifier, { items: ['11730'], note })).toEqual(['modifier 11730 -> 11730-T5']);
    expect(said(digitModifier, { items: ['11730-T5'], note })).toEqual([]);
  });
});

describe('fingers, toes and eyelids in other words', () => {
  const note = (line: string) => `PROCEDURES\n1. ${line}`;
  it.each([
    ['26055-F3', 'Right ring trigger finger release', 'F8'],
    ['26055-F6', 'A1 pulley release, R long finger', 'F7'],
    ['26055-F1', 'Trigger finger release, right ring', 'F8'],
    ['28285-T1', 'Hammertoe correction, right 2nd toe', 'T6'],
    ['11750-TA', 'Matrixectomy of the hallux nail R, nail removed', 'T5'],
    ['67840-E1', 'Excision of lesion, RLL eyelid', 'E4'],
  ])('%s: %s', (item, line, right) => {
    const [code = ''] = item.split('-');
    expect(said(digitModifier, { items: [item], note: note(line) })).toEqual([`modifier ${code} -> ${code}-${right}`]);
    expect(said(digitModifier, { items: [`${code}-${right}`], note: note(line) })).toEqual([]);
  });
  it('are each on a line of their own where several were treated', () => {
    const two = note('Trigger finger release, right ring and middle fingers');
    expect(said(digitModifier, { items: ['26055-F7', '26055-F3'], note: two })).toEqual(['modifier 26055 -> 26055-F8']);
    expect(said(digitModifier, { items: ['26055-F7', '26055-F8'], note: two })).toEqual([]);
    const toes = note('Tenotomy of the L 2nd and 3rd toes');
    expect(said(digitModifier, { items: ['28010-T1', '28010-T2'], note: toes })).toEqual([]);
  });
  it('are not read from a measure', () => {
    expect(
      said(digitModifier, { items: ['26055-F7'], note: note('Right long finger, incision at digit 2 cm') }),
    ).toEqual([]);
  });
});

describe('25 beside what NCCI pairs with a visit', () => {
  const tests =
    'SKIN TESTING: 36 prick tests, read by me.\nASSESSMENT / PLAN\n1. Allergic rhinitis\n - Start azelastine nasal spray bid. RTC 8 wk.';
  it('is missing on an office visit that also treats', () => {
    expect(said(modifier25, { items: ['99205', '95004 36'], note: tests })).toEqual(['modifier 99205 -> 99205-25']);
    expect(said(modifier25, { items: ['99205-25', '95004 36'], note: tests })).toEqual([]);
    const neb = 'Albuterol neb given.\nA/P\n1. Hypertension: increase lisinopril to 20 mg.\n2. Asthma.';
    expect(said(modifier25, { items: ['99214', '94640'], note: neb })).toEqual(['modifier 99214 -> 99214-25']);
    const eye = 'Punctal plug placed.\nA/P\n1. Glaucoma suspect: start latanoprost.\n2. Dry eye: plug.';
    expect(said(modifier25, { items: ['92014', '68761-E2'], note: eye })).toEqual(['modifier 92014 -> 92014-25']);
  });
  it('is not asked for beside laboratory tests, tracings or blood drawn', () => {
    expect(said(modifier25, { items: ['99214', '93000', '36415', '80053', '51798'], note: tests })).toEqual([]);
  });
  it('is missing on a preventive visit with vaccines, whatever the pointer', () => {
    expect(said(modifier25, { items: ['99392', '90460', '90700'], note: 'Well child. DTaP given.' })).toEqual([
      'modifier 99392 -> 99392-25',
    ]);
  });
  it('is not supported where the visit was for the planned procedure only', () => {
    const note = 'Decision made in May; today is for the scheduled injection only.\nPLAN: next cycle 12 weeks.';
    expect(said(modifier25, { items: ['99213-25', '64615'], note })).toEqual(['unsupported-service 99213 -> ']);
  });
});

describe('50 and sides on a code of both', () => {
  it.each(['64615', '93970', '77067', '95004', '11102', '92083', '93000', '90834', '87880', '45385'])('%s', (code) => {
    expect(said(misplacedModifier, { items: [`${code}-50`] })).toEqual([`modifier ${code} -> ${code}`]);
  });
  it.each(['20610', '64721', '69436', '66984', '64483', '27447', '76642', '64450', '30901', '50590'])(
    'not %s',
    (code) => {
      expect(said(misplacedModifier, { items: [`${code}-50`] })).toEqual([]);
    },
  );
  it('is billed once, not a line for each side', () => {
    expect(said(misplacedModifier, { items: ['92134-RT', '92134-LT'] })).toEqual(['modifier 92134 -> 92134']);
    expect(said(misplacedModifier, { items: ['92134-RT'] })).toEqual([]);
  });
});
