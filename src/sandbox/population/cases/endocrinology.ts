import type { CaseDescription } from '../case-description.ts';

const OFFICE = { class: 'AMB', place: '11', type: 'Office visit, established patient' } as const;

export const ENDOCRINOLOGY: readonly CaseDescription[] = [
  {
    id: 'en-01',
    patient: 'keszthelyi',
    clinician: 'kim',
    visit: { ...OFFICE, start: '2026-07-08T08:40', end: '2026-07-08T09:15', reason: 'Diabetes' },
    claim: {
      type: 'professional',
      diagnoses: ['E11.65 Type 2 diabetes mellitus with hyperglycemia'],
      items: ['99214'],
    },
    observations: ['4548-4|Hemoglobin A1c|9.1|%'],
    medications: [
      'insulin glargine 100 units/mL, 34 units at bedtime',
      'insulin lispro 100 units/mL, 8 units before meals',
    ],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `Marigold Diabetes and Endocrinology               visit note
Patient: {name}   DOB: {dob}   MRN: {mrn}   Date: {dos}

Diabetes history
Type 2, 17 years. On basal-bolus insulin since 2021: glargine 28 units, lispro 6 units with meals. Metformin stopped
(diarrhea). A1c 9.1 today, 8.8 in March. Misses lunch doses on the road (he drives a bread truck).

Continuous glucose monitor (his own device)
14 days of data, 06/24 to 07/07/2026, downloaded and interpreted: mean 214 mg/dL, time in range 38 percent, above 250
27 percent, below 70 1 percent. Pattern: high after lunch and overnight. Report filed in the chart.

Examination
BP 130/78, BMI 33.2. Injection sites without lumps. Feet: pulses present, monofilament normal, skin intact.

Assessment and plan
Type 2 diabetes with hyperglycemia, long-term insulin. Glargine to 34 units, lispro to 8 units, lunch dose reminder set
on his telephone. Add nothing else now; discuss semaglutide next time. Lipids and urine albumin ordered. Eye report
of May: no retinopathy. Return in 6 weeks.

Signed electronically, {doctor}, {dos} 09:31`,
      },
    ],
    expected: [
      { kind: 'missed-diagnosis', direction: 'under', billed: [], suggested: ['Z79.4'], quote: 'long-term insulin' },
      {
        kind: 'missed-service',
        direction: 'under',
        billed: [],
        suggested: ['95251'],
        quote: '14 days of data, 06/24 to 07/07/2026, downloaded and interpreted',
      },
    ],
  },
  {
    id: 'en-02',
    patient: 'baptiste',
    clinician: 'kim',
    visit: {
      class: 'AMB',
      place: '11',
      type: 'Office visit, new patient',
      start: '2026-09-15T13:30',
      end: '2026-09-15T14:10',
    },
    claim: {
      type: 'professional',
      diagnoses: [
        'E11.65 Type 2 diabetes mellitus with hyperglycemia',
        'E10.65 Type 1 diabetes mellitus with hyperglycemia',
        'Z79.84 Long term (current) use of oral hypoglycemic drugs',
      ],
      items: ['99204 >1'],
    },
    observations: ['4548-4|Hemoglobin A1c|8.4|%'],
    notes: [
      {
        kind: 'consult',
        format: 'html',
        text: `# Endocrinology consultation
**Patient:** {name} **MRN:** {mrn} **DOB:** {dob}
**Date:** {dos} **Referred by:** Jonas Feldhaus, DO
## Reason
Rise of A1c from 6.7 % in June to 8.4 %.
## History
{age}-year-old man with type 2 diabetes for 9 years, well until July, when a knee injury stopped his walking and he gained 14 lb. No weight loss, no polyuria, no ketosis ever. Takes metformin ER 2000 mg. Lives with his sister {relativeFirst}, who cooks.
## Data
| Test | Result |
| A1c | 8.4 % |
| C-peptide | 3.1 ng/mL, normal |
| GAD antibody | negative |
| Creatinine | 0.9 mg/dL |
## Examination
BP 134/80, BMI 31.8, acanthosis at the neck. Thyroid normal. Feet normal.
## Assessment and plan
1. Type 2 diabetes with hyperglycemia. Antibody negative with good C-peptide: this is not type 1 diabetes.
2. Start semaglutide 0.25 mg weekly, titrate monthly; continue metformin ER, long-term.
3. Dietitian visit; resume walking with physical therapy.
Signed: {doctor} · {facility} · {dos}`,
      },
    ],
    expected: [
      {
        kind: 'excludes1-conflict',
        direction: 'over',
        billed: ['E11.65', 'E10.65'],
        suggested: ['E11.65'],
        quote: 'this is not type 1 diabetes',
      },
    ],
  },
  {
    id: 'en-03',
    patient: 'redbird',
    clinician: 'kim',
    visit: { ...OFFICE, start: '2026-10-06T15:00', end: '2026-10-06T15:20', reason: 'Thyroid' },
    claim: { type: 'professional', diagnoses: ['E06.3 Autoimmune thyroiditis'], items: ['99213'] },
    observations: ['3016-3|Thyrotropin|1.8|m[IU]/L'],
    medications: ['levothyroxine 75 mcg tablet, one tablet daily'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `{facility}
{dos}   {chartName}   MRN {mrn}   born {dob}

Thyroid follow-up, once a year.

{title} {last}, {age}, a park ranger, has autoimmune (Hashimoto) thyroiditis, found in 2017. She takes levothyroxine 75
mcg each morning, an hour before coffee, and misses none. She feels well: no cold intolerance, no change of weight or
hair, periods regular, no plan of pregnancy. Nothing in the neck bothers her. Her cousin Wren was told of the same
condition this year.

Exam: BP 112/68, pulse 64, weight 148 lb, as last year. Thyroid firm, slightly enlarged, no nodule. Reflexes normal.

TSH 1.8 on 09/29/2026.

Assessment: Autoimmune thyroiditis, stable, at goal.
Plan: continue levothyroxine 75 mcg, twelve months' supply sent. TSH in one year, earlier if pregnant.

{doctor}, electronically signed {dos}
{facilityPhone}`,
      },
    ],
    expected: [],
  },
];
