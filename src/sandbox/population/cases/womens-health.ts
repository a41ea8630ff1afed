import type { CaseDescription } from '../case-description.ts';

const OFFICE = { class: 'AMB', place: '11', type: 'Office visit, established patient' } as const;

export const WOMENS_HEALTH: readonly CaseDescription[] = [
  {
    id: 'ob-01',
    patient: 'whitlock',
    clinician: 'quinn',
    visit: { ...OFFICE, start: '2026-03-05T13:00', end: '2026-03-05T13:30', type: 'Procedure visit' },
    claim: {
      type: 'professional',
      diagnoses: [
        'Z30.430 Encounter for insertion of intrauterine contraceptive device',
        'Z32.02 Encounter for pregnancy test, result negative',
      ],
      items: ['58300 >1', 'J7298 >1', '81025 >2'],
    },
    procedures: ['Insertion of intrauterine device'],
    notes: [
      {
        kind: 'procedure',
        format: 'html',
        text: `# IUD insertion
**{name}**, {age} years, MRN {mrn}, DOB {dob}
**Date:** {dos} **Physician:** {doctor} **Chaperone:** R. Tolliver, MA
## Before
Desires long-acting contraception; counselled at the visit of 02/12/2026, no new questions. Last menstrual period 03/01/2026. Urine pregnancy test in the office today: negative. Consent signed.
## Procedure
- Bimanual: uterus anteverted, normal size
- Cervix cleaned with povidone-iodine; tenaculum placed
- Uterus sounded to 7.5 cm
- Levonorgestrel 52 mg intrauterine system (Mirena, lot TU03KX9, exp 11/2028) placed without difficulty
- Strings cut to 3 cm; bleeding minimal
## After
Mild cramps, 3/10, ibuprofen 600 mg given. String check in 6 weeks; ibuprofen every 6 hours with food today. Warning signs and {facilityPhone} given in writing.
Electronically signed by {doctor} on {dos}`,
      },
    ],
    expected: [],
  },
  {
    id: 'ob-02',
    patient: 'delgadillo',
    clinician: 'quinn',
    visit: { ...OFFICE, start: '2026-05-21T10:20', end: '2026-05-21T10:45', type: 'High-risk prenatal visit' },
    claim: {
      type: 'professional',
      diagnoses: ['O24.419 Gestational diabetes mellitus in pregnancy, unspecified control'],
      items: ['99213'],
    },
    observations: ['1558-6|Fasting glucose|86|mg/dL'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `PRENATAL VISIT (problem visit, outside global package: transferred care)
{name}   DOB {dob}   MRN {mrn}   {dos}
G2P1001, EDD 08/04/2026 by 9-week ultrasound, 29 weeks and 2 days today.

S: One week after the diagnosis of gestational diabetes (3-h test: 2 of 4 high). Saw dietitian Mona Farrukh. Checks 4x/day:
   fasting 82-91, 1 h after meals 104-133. Fetus moves well. No bleeding, no contractions, no headache. Partner
   {relative} here.

O: BP 108/66, weight 164 lb (+1). Fundal height 29 cm, FHR 146. Urine: no protein, no ketones. No edema.

A: Gestational diabetes, diet controlled, 29 weeks of gestation, all values in range.

P: - continue diet and walking, glucose 4x/day, log by portal each Monday
   - growth ultrasound at 32 weeks
   - Tdap at next visit
   - RTC 2 weeks

{doctor}
electronically signed {dos}`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['O24.419'],
        suggested: ['O24.410'],
        quote: 'Gestational diabetes, diet controlled',
      },
      {
        kind: 'missed-diagnosis',
        direction: 'under',
        billed: [],
        suggested: ['Z3A.29'],
        quote: '29 weeks of gestation',
      },
    ],
  },
  {
    id: 'ob-03',
    patient: 'rourke',
    clinician: 'quinn',
    visit: { ...OFFICE, start: '2026-07-22T09:00', end: '2026-07-22T09:25', reason: 'Painful periods' },
    claim: {
      type: 'professional',
      diagnoses: ['N80.9 Endometriosis, unspecified', 'N94.6 Dysmenorrhea, unspecified'],
      items: ['99214 >1,2'],
    },
    medications: ['norethindrone acetate 5 mg tablet, one tablet daily'],
    notes: [
      {
        kind: 'progress',
        format: 'rtf',
        text: `# Gynecology visit
| Patient | {name} |
| DOB | {dob} |
| MRN | {mrn} |
| Date | {dos} |
## Subjective
{age}-year-old violin teacher with painful periods for four years, now missing two days of work each month. Pain begins the day before bleeding. Naproxen, then a combined pill for six months, did not help enough. Pain with deep intercourse at times. No bowel or bladder symptoms. Not trying to conceive.
## Objective
BP 114/72. Abdomen soft. Uterus mobile, mildly tender; no nodules felt. Transvaginal ultrasound of 07/15/2026 at Eastwater Imaging: normal uterus and ovaries.
## Assessment
Dysmenorrhea, worse despite treatment. Suspected endometriosis; not confirmed by imaging or laparoscopy.
## Plan
- Stop the pill; start norethindrone acetate 5 mg daily, effects and bleeding pattern explained
- Pelvic floor therapy with Sunniva Dahl, PT
- Laparoscopy if no better in 3–4 months
{doctor} – signed electronically {dos}`,
      },
    ],
    expected: [
      {
        kind: 'unsupported-diagnosis',
        direction: 'over',
        billed: ['N80.9'],
        suggested: [],
        quote: 'Suspected endometriosis',
      },
    ],
  },
];
