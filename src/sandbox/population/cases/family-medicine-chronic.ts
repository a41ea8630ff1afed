import type { CaseDescription } from '../case-description.ts';

const OFFICE = { class: 'AMB', place: '11', type: 'Office visit, established patient' } as const;

export const FAMILY_MEDICINE_CHRONIC: readonly CaseDescription[] = [
  {
    id: 'fm-01',
    patient: 'achterberg',
    clinician: 'ortega',
    visit: { ...OFFICE, start: '2026-03-11T10:20', end: '2026-03-11T10:48', reason: 'Follow-up of blood pressure' },
    claim: {
      type: 'professional',
      diagnoses: [
        'I10 Essential (primary) hypertension',
        'E11.65 Type 2 diabetes mellitus with hyperglycemia',
        'Z79.84 Long term (current) use of oral hypoglycemic drugs',
      ],
      items: ['99214 >1,2'],
    },
    observations: ['4548-4|Hemoglobin A1c|8.6|%', '8480-6|Systolic blood pressure|152|mm[Hg]'],
    medications: [
      'amlodipine 10 mg tablet, one tablet by mouth daily',
      'metformin 1000 mg tablet, one tablet twice daily',
    ],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `{facility}                                        OFFICE VISIT
Patient: {chartName}      DOB: {dob}      MRN: {mrn}
Date of service: {dos}    Clinician: {doctor}

CC: blood pressure and sugar follow-up

HPI
{title} {last} is a {age}-year-old woman seen for follow-up of hypertension and type 2 diabetes. Home
readings for the last month run 146-158 over 84-92 on amlodipine 5 mg, taken every day. Fasting sugars
170 to 210. She walks with her daughter {relativeFirst} twice a week. No chest pain, dyspnea, visual change,
numbness or foot wounds.

MEDICATIONS: amlodipine 5 mg daily, metformin 500 mg bid, vitamin D over the counter
ALLERGIES: sulfa (rash)
SOCIAL: never smoker, retired school secretary

EXAM
BP 152/88 (repeat 150/86), HR 74, Wt 168 lb, BMI 28.1
Well appearing. Heart regular without murmur. Lungs clear. No edema. Feet: skin intact, monofilament
felt at all sites, pulses 2+.
A1c today 8.6 (7.4 in September).

ASSESSMENT AND PLAN
1. Essential hypertension, not at goal. Increase amlodipine to 10 mg daily. Recheck with the nurse in 4 weeks.
2. Type 2 diabetes with hyperglycemia, A1c 8.6. Increase metformin to 1000 mg bid, long-term. Repeat A1c in
   3 months; eye examination is up to date.

Return in 3 months. She will call from {phone} if readings stay above 150.
Electronically signed by {doctor} on {dos} 11:32`,
      },
    ],
    expected: [],
  },
  {
    id: 'fm-02',
    patient: 'nakamura',
    clinician: 'ortega',
    visit: { ...OFFICE, start: '2026-04-22T09:00', end: '2026-04-22T09:30', reason: 'Diabetes and kidney function' },
    claim: {
      type: 'professional',
      diagnoses: [
        'E11.9 Type 2 diabetes mellitus without complications',
        'I10 Essential (primary) hypertension',
        'Z79.84 Long term (current) use of oral hypoglycemic drugs',
      ],
      items: ['99214 >1,2'],
    },
    observations: ['33914-3|Glomerular filtration rate, estimated|51|mL/min/{1.73_m2}', '4548-4|Hemoglobin A1c|7.1|%'],
    medications: ['empagliflozin 10 mg tablet, one tablet every morning'],
    problems: ['E11.9 Type 2 diabetes mellitus without complications', 'I10 Essential (primary) hypertension'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `Progress Note - {facility}
Pt {name}, {age} y/o M, MRN {mrn}, seen {dos} w/ wife {relative} present

S: Here for DM2 and kidney labs. Feels well. Checks FBS 3x/wk, 110-135. No lows. BP at home 124-132/70s.
   No edema, no urinary c/o, no NSAIDs. Taking metformin 500 bid, losartan 100 daily.
   ROS otherwise neg.

O: BP 128/74  P 68  Wt 191  BMI 27
   Gen NAD; CV RRR; Lungs CTAB; Ext no edema; feet - normal monofilament, no lesions
   Labs 4/15/2026: A1c 7.1, Cr 1.42, eGFR 51; prior eGFR 54 on 12/8/2025 and 53 on 8/30/2025
   urine ACR 212 (was 190)

A/P:
1) Type 2 diabetes with diabetic chronic kidney disease, CKD stage 3a, eGFR 51 and stable > 3 months with
   albuminuria. Start empagliflozin 10 mg qAM; counselled on genital hygiene and sick-day rule. Continue metformin
   at present dose. BMP in 4 wks. Avoid NSAIDs.
2) Hypertension with CKD - at goal on losartan 100, continue.
3) Nephrology referral if eGFR < 45 or ACR > 300.

f/u 3 mo.   {doctor}
e-signed {dos}`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['E11.9'],
        suggested: ['E11.22'],
        quote: 'Type 2 diabetes with diabetic chronic kidney disease',
      },
      { kind: 'missed-diagnosis', direction: 'under', billed: [], suggested: ['N18.31'], quote: 'CKD stage 3a' },
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['I10'],
        suggested: ['I12.9'],
        quote: 'Hypertension with CKD',
      },
    ],
  },
  {
    id: 'fm-03',
    patient: 'caldera',
    clinician: 'birch',
    visit: { ...OFFICE, start: '2026-02-17T15:00', end: '2026-02-17T15:35', reason: 'Migraine follow-up' },
    claim: {
      type: 'professional',
      diagnoses: [
        'G43.009 Migraine without aura, not intractable, without status migrainosus',
        'F51.01 Primary insomnia',
      ],
      items: ['99215 >1,2'],
    },
    medications: ['topiramate 50 mg tablet, one tablet at bedtime'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `OFFICE VISIT NOTE

Name: {name}
DOB: {dob}   Age: {age}   MRN: {mrn}
Visit date: {dos}
Provider: {doctor}

Reason for visit
Follow-up of migraine and of poor sleep.

Interval history
Since topiramate 25 mg was begun in December the headaches have gone from eight to four a month. They are
throbbing, behind the eyes, without aura, and respond to sumatriptan within an hour. Sleep onset still takes about an
hour on most nights; she has stopped coffee after noon and put the phone in the kitchen. Mood is good. No weakness,
no visual loss, no fever.

Examination
BP 118/72, pulse 66. Alert, fluent. Cranial nerves intact. Strength and gait normal. Fundi sharp.

Assessment and plan
- Migraine without aura, not intractable, improving: topiramate to 50 mg at bedtime, sumatriptan as needed, diary.
- Primary insomnia, stable: continue sleep schedule, workbook from the cognitive behavioral program, no hypnotic.
- Topiramate precautions reviewed (pregnancy, stones, tingling).

I spent a total of 32 minutes on {dos} on this visit, including reviewing the diary, examining and counselling the
patient, ordering, and writing this note.

{doctor}
Signed electronically {dos} 15:52. Questions: {facilityPhone}`,
      },
    ],
    expected: [
      {
        kind: 'level-of-service',
        direction: 'over',
        billed: ['99215'],
        suggested: ['99214'],
        quote: 'a total of 32 minutes',
      },
    ],
  },
  {
    id: 'fm-07',
    patient: 'lindgren',
    clinician: 'ortega',
    visit: { ...OFFICE, start: '2026-06-09T13:20', end: '2026-06-09T13:50', reason: 'Knee pain, blood pressure' },
    claim: {
      type: 'professional',
      diagnoses: ['M17.11 Unilateral primary osteoarthritis, right knee', 'I10 Essential (primary) hypertension'],
      items: ['99213 >2', '20610-RT >1', 'J3301 x4 >1'],
    },
    procedures: ['Injection of right knee'],
    notes: [
      {
        kind: 'progress',
        format: 'pdf',
        text: `# {facility}
**{chartName}** MRN {mrn} DOB {dob}
Date of service {dos} – {doctor}
## Subjective
{age}-year-old retired carpenter. Two things today. First, blood pressure: home average 134/78 on lisinopril 20 mg, no cough, no dizziness. Second, the injection of the right knee that was decided and consented to at the visit of 05/26/2026 for his osteoarthritis. His wife {relativeFirst} drove him.
## Objective
- BP 132/76, pulse 70, weight 201 lb
- Heart regular, lungs clear, no edema
- Right knee: skin clean, no warmth
## Assessment and plan
1. Essential hypertension, at goal. Continue lisinopril 20 mg, refilled for one year. BMP ordered.
2. Primary osteoarthritis of the right knee. Injection as planned, below.
## Procedure
Right knee, superolateral approach, sterile technique. Triamcinolone 40 mg (1 mL) with 4 mL of lidocaine 1 % injected without resistance. Tolerated well. Kenalog lot 7731-B.
Signed {doctor} {dos} 14:21`,
      },
    ],
    expected: [
      {
        kind: 'modifier',
        direction: 'under',
        billed: ['99213'],
        suggested: ['99213-25'],
        quote: 'Essential hypertension, at goal',
      },
    ],
  },
];
