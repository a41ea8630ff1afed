import type { CaseDescription } from '../case-description.ts';

export const LONG_TERM_CARE: readonly CaseDescription[] = [
  {
    id: 'sn-01',
    patient: 'boateng',
    clinician: 'dunn',
    visit: {
      class: 'IMP',
      place: '31',
      type: 'Nursing facility visit, subsequent',
      start: '2026-08-12T10:00',
      end: '2026-08-12T10:30',
    },
    claim: {
      type: 'professional',
      diagnoses: [
        'L89.153 Pressure ulcer of sacral region, stage 3',
        'I11.0 Hypertensive heart disease with heart failure',
        'I50.22 Chronic systolic (congestive) heart failure',
      ],
      items: ['99309 >1,2,3'],
    },
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `{facility}   Room 118-B   {dos}
Resident: {name}   DOB {dob}   MRN {mrn}

Reason: wound and weight review at the request of nurse manager Cordelia Apt.

S  {age}-year-old resident here since her hip surgery in July. Sore on the low back hurts when turned. Eats half of meals.
   Not short of breath.
O  BP 112/64, HR 70, weight 138 lb (144 two weeks ago). Lungs clear, no edema. Sacrum: ulcer 3.0 x 2.2 x 0.6 cm, full
   thickness with fat visible, 20 % slough, edges red, little drainage, no odor. Last week 2.6 x 2.0 cm.
   Reviewed: prealbumin, BMP (creatinine 0.9), nursing weights.

A/P
1. Pressure ulcer of the sacral region, stage 3, larger. Change to alginate dressing daily, low-air-loss mattress, turn
   every 2 hours, wound clinic this week.
2. Chronic systolic heart failure with hypertensive heart disease, compensated, dry side: furosemide from 20 to 10 mg,
   BMP in one week.
3. Protein supplement twice a day; dietitian. Son {relative} told by telephone ({relativePhone}).

{doctor}   electronically signed {dos}`,
      },
    ],
    expected: [],
  },
  {
    id: 'sn-02',
    patient: 'gorski',
    clinician: 'dunn',
    visit: {
      class: 'IMP',
      place: '31',
      type: 'Nursing facility visit, subsequent',
      start: '2026-04-01T14:00',
      end: '2026-04-01T14:35',
    },
    claim: {
      type: 'professional',
      diagnoses: [
        'L89.619 Pressure ulcer of right heel, unspecified stage',
        'I69.391 Dysphagia following cerebral infarction',
        'R13.12 Dysphagia, oropharyngeal phase',
      ],
      items: ['99309 >1,2'],
    },
    notes: [
      {
        kind: 'progress',
        format: 'pdf',
        text: `# Oakhaven Skilled Nursing and Rehabilitation
| Resident | {name} |
| DOB | {dob} |
| MRN | {mrn} |
| Visit | {dos} |
| Clinician | {doctor} |
## Subjective
Two weeks after the hospital stay for pneumonia. Staff report a sore right heel and poor intake: a third of the minced meals, refuses thick liquids. Daughter {relativeFirst} brings soup. No cough, no fever.
## Objective
- Weight 141 lb; 156 lb on admission to hospital (10 % in three weeks); BMI 19.8
- Temporal and interosseous muscle wasting, loss of fat over the ribs (dietitian H. Brandvold, same day)
- Right heel: shallow open ulcer 1.5 × 1.0 cm, pink base, partial thickness, no slough
- Lungs clear, speech slow, right arm weak as before
## Assessment and plan
1. Pressure ulcer of the right heel, stage 2, new: foam boots, hydrocolloid every 3 days.
2. Moderate protein-calorie malnutrition: fortified meals, supplement 3 times a day, weekly weights, mirtazapine 7.5 mg at night started.
3. Dysphagia, oropharyngeal phase, after stroke: speech therapy continues; new swallow study ordered.
Signed {doctor}, {dos}. Family contact {relativePhone}.`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['L89.619'],
        suggested: ['L89.612'],
        quote: 'Pressure ulcer of the right heel, stage 2',
      },
      {
        kind: 'missed-diagnosis',
        direction: 'under',
        billed: [],
        suggested: ['E44.0'],
        quote: 'Moderate protein-calorie malnutrition',
      },
      { kind: 'missed-diagnosis', direction: 'under', billed: [], suggested: ['Z68.1'], quote: 'BMI 19.8' },
    ],
  },
  {
    id: 'ho-01',
    patient: 'lindholm',
    clinician: 'birch',
    visit: {
      class: 'HH',
      place: '12',
      type: 'Home visit, established patient',
      start: '2026-05-07T11:00',
      end: '2026-05-07T11:40',
    },
    claim: {
      type: 'professional',
      diagnoses: [
        'J44.1 Chronic obstructive pulmonary disease with (acute) exacerbation',
        'J96.11 Chronic respiratory failure with hypoxia',
        'Z99.81 Dependence on supplemental oxygen',
      ],
      items: ['99350 >1,2'],
    },
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `HOME VISIT                                       {dos}
{name}, {age}, DOB {dob}, MRN {mrn}
Seen at home, {address}. Son {relative} present.

She does not leave the house without great effort. COPD with home oxygen at 2 L day and night. Feels as usual: breathless
crossing the room, cough with a little clear sputum in the morning, no change in color or amount, no wheeze at night. No
steroid and no antibiotic since last fall. Inhaler technique good with spacer. Stopped smoking 2009.

BP 126/70, HR 82, RR 18, SpO2 93 % on 2 L. Thin. Breath sounds faint, no wheeze. No edema. Concentrator and tubing
in order; no one smokes in the house.

Assessment and plan
1. COPD, stable, no exacerbation. Continue tiotropium-olodaterol and albuterol, refilled.
2. Chronic respiratory failure with hypoxia, stable on oxygen 2 L. Recertification form signed.
3. Next home visit in 3 months; she or her son calls {facilityPhone} for change of sputum.

{doctor}   e-signed {dos} 12:10`,
      },
    ],
    expected: [
      {
        kind: 'wrong-diagnosis',
        direction: 'over',
        billed: ['J44.1'],
        suggested: ['J44.9'],
        quote: 'COPD, stable, no exacerbation',
      },
      {
        kind: 'level-of-service',
        direction: 'over',
        billed: ['99350'],
        suggested: ['99349'],
        quote: 'Continue tiotropium-olodaterol and albuterol, refilled',
      },
    ],
  },
  {
    id: 'nr-01',
    patient: 'lindholm',
    clinician: 'dunn',
    visit: {
      class: 'HH',
      place: '12',
      type: 'Home visit, established patient',
      start: '2026-10-20T13:00',
      end: '2026-10-20T13:40',
    },
    claim: {
      type: 'professional',
      diagnoses: [
        'F02.80 Dementia in other diseases classified elsewhere, unspecified severity, without behavioral disturbance',
        "G30.1 Alzheimer's disease with late onset",
      ],
      items: ['99348 >1,2'],
    },
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `GERIATRIC HOME VISIT
Patient: {chartName}      DOB: {dob}      MRN: {mrn}
Date: {dos}     With: son {relative} ({relativePhone})

Memory visit. Known dementia due to Alzheimer's disease with late onset (first signs at 83). Over six months about the same: asks
for the date several times a day, knows family, eats and dresses with prompts. Sleeps well. No wandering, no
agitation, no hallucination, no low mood. Day program on Tuesdays. Takes donepezil 10 mg, no nausea.

Exam: calm, friendly, neat. Recalls 1 of 3, clock 2/5, MoCA 15 (16 in April). Gait slow, steady with frame. No rigidity.

Assessment: Alzheimer's disease with late onset, with dementia, no behavioral disturbance, stable.

Plan: continue donepezil 10 mg. Power of attorney is with her son, copy in chart. Stove guard fitted. Caregiver
group at the Eastwater library. Visit in 6 months.

{doctor}, electronically signed {dos}`,
      },
    ],
    expected: [
      {
        kind: 'sequencing',
        direction: 'neutral',
        billed: ['F02.80', 'G30.1'],
        suggested: ['G30.1', 'F02.80'],
        quote: "dementia due to Alzheimer's disease with late onset",
      },
    ],
  },
];
