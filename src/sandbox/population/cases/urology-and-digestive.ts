import type { CaseDescription } from '../case-description.ts';

const OFFICE = { class: 'AMB', place: '11', type: 'Office visit, established patient' } as const;

export const UROLOGY_AND_DIGESTIVE: readonly CaseDescription[] = [
  {
    id: 'ur-01',
    patient: 'hutchinson',
    clinician: 'gray',
    visit: { ...OFFICE, start: '2026-03-12T13:00', end: '2026-03-12T13:25', reason: 'Urinary symptoms' },
    claim: {
      type: 'professional',
      diagnoses: ['N40.0 Benign prostatic hyperplasia without lower urinary tract symptoms'],
      items: ['99214'],
    },
    medications: ['tamsulosin 0.4 mg capsule, one capsule at bedtime'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `Juniper Ridge Urology                 {facilityPhone}
NAME {name}   DOB {dob}   MRN {mrn}   VISIT {dos}

HPI: {age} M, bus mechanic. Known enlarged prostate. Over 6 months weak stream, hesitancy, gets up 3-4 times a night. AUA score
19 (11 a year ago). No blood, no infection, no retention. Wife {relativeFirst} is woken each time. No new medicines.

EXAM: abdomen soft, bladder not palpable. Prostate about 45 g, smooth, not tender, no nodule.
UA: negative. PSA 2.1 (05/2025: 2.0).

BLADDER SCAN today after voiding, done by our nurse: residual 78 mL.

A: BPH with lower urinary tract symptoms (weak stream, nocturia), worse.

P: Tamsulosin 0.4 mg qhs started, dizziness and eye surgery warning given. Less fluid after 7 pm. Symptom score
   and residual in 6 weeks; add finasteride if no better.

{doctor}
E-signed {dos}`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['N40.0'],
        suggested: ['N40.1'],
        quote: 'BPH with lower urinary tract symptoms',
      },
      {
        kind: 'missed-diagnosis',
        direction: 'under',
        billed: [],
        suggested: ['R39.12', 'R35.1'],
        quote: 'weak stream, nocturia',
      },
      {
        kind: 'missed-service',
        direction: 'under',
        billed: [],
        suggested: ['51798'],
        quote: 'BLADDER SCAN today after voiding',
      },
    ],
  },
  {
    id: 'ur-02',
    patient: 'rasmussen',
    clinician: 'gray',
    visit: { ...OFFICE, start: '2026-08-11T09:20', end: '2026-08-11T09:35', reason: 'Yearly follow-up' },
    claim: { type: 'professional', diagnoses: ['C61 Malignant neoplasm of prostate'], items: ['99213'] },
    observations: ['2857-1|Prostate specific antigen|0.01|ng/mL'],
    notes: [
      {
        kind: 'progress',
        format: 'pdf',
        text: `# Juniper Ridge Urology
**{name}** DOB {dob} MRN {mrn}
Visit {dos} with {doctor}
## Subjective
{age}-year-old retired fisherman for the yearly check. History of prostate cancer, treated by radical prostatectomy in 2016 (Gleason 3+4, margins free), no radiation, no hormone treatment. Continent, no pads. No bone pain, no weight loss. Nocturia once. He walks two miles a day and mends nets for his nephew.
## Objective
Weight steady at 187 lb. Abdomen soft, scars well healed. No edema.
PSA < 0.01 on 08/04/2026, undetectable every year since surgery.
## Assessment
History of prostate cancer, no evidence of disease ten years after surgery, no treatment now.
## Plan
- PSA in one year with his primary clinician
- Return to urology only if PSA rises above 0.1 or symptoms
- Copy of this note to Dr. Haldis Brekke
Signed {doctor}, {dos}`,
      },
    ],
    expected: [
      {
        kind: 'unsupported-diagnosis',
        direction: 'over',
        billed: ['C61'],
        suggested: ['Z85.46'],
        quote: 'History of prostate cancer, no evidence of disease',
      },
    ],
  },
  {
    id: 'gi-01',
    patient: 'sorensen',
    clinician: 'costa',
    visit: { class: 'AMB', place: '24', type: 'Colonoscopy', start: '2026-04-16T07:30', end: '2026-04-16T08:15' },
    claim: {
      type: 'professional',
      diagnoses: [
        'Z12.11 Encounter for screening for malignant neoplasm of colon',
        'D12.2 Benign neoplasm of ascending colon',
      ],
      items: ['45385-33 >1,2'],
    },
    procedures: ['Colonoscopy with snare polypectomy'],
    notes: [
      {
        kind: 'procedure',
        format: 'text',
        text: `COLONOSCOPY REPORT                       {facility}, endoscopy center
Patient {name}   DOB {dob}   MRN {mrn}   Date {dos}
Endoscopist {doctor}     Sedation by anesthesia (propofol), Dr. Iben Falk

INDICATION: screening for colon cancer, average risk, age {age}, first colonoscopy.

PREPARATION: split dose; Boston score 3+3+3.

PROCEDURE: after consent and time-out the scope was passed to the cecum, seen by the appendiceal opening and the ileocecal
valve (photos). Withdrawal time 11 minutes.

FINDINGS: one sessile polyp of 8 mm in the ascending colon, removed completely with cold snare, retrieved (jar A).
The rest of the colon and the rectum with retroflexion: normal. No hemorrhoids of note.

COMPLICATIONS: none. Blood loss: none.

RECOMMENDATION: letter with pathology in 10 days. Repeat by result. Ride home with her friend Karoline.

{doctor}  electronically signed {dos} 08:22`,
      },
      {
        kind: 'pathology',
        format: 'text',
        author: 'path',
        written: '2026-04-20T11:05',
        text: `PATHOLOGY REPORT   S26-03980
{chartName}  MRN {mrn}   Collected {dos}
Requested by: {doctor}

A. COLON, ASCENDING, POLYPECTOMY: tubular adenoma, no high-grade dysplasia.

Gross: one tan polyp, 0.8 x 0.5 x 0.3 cm, bisected, all submitted (A1).

Ulrich Pfaffenberger, MD       04/20/2026 11:05`,
      },
    ],
    expected: [],
  },
  {
    id: 'gi-02',
    patient: 'elamin',
    clinician: 'costa',
    visit: { class: 'AMB', place: '24', type: 'Colonoscopy', start: '2026-05-28T09:00', end: '2026-05-28T09:40' },
    claim: {
      type: 'professional',
      diagnoses: ['K63.5 Polyp of colon', 'K92.1 Melena'],
      items: ['45385 >1,2', '45380-59 >1'],
    },
    procedures: ['Colonoscopy with snare polypectomy'],
    notes: [
      {
        kind: 'procedure',
        format: 'rtf',
        text: `# COLONOSCOPY
| Patient | {name} |
| DOB / MRN | {dob} / {mrn} |
| Date | {dos} |
| Endoscopist | {doctor} |
## Indication
Blood in stool for two months; {age}-year-old man, employed by Grist & Grain Bakery.
## Description
Consent, time-out, propofol by anesthesia. Digital examination normal. Scope to the terminal ileum (5 cm seen, normal). Preparation good. Withdrawal 14 minutes.
In the sigmoid, at 30 cm, one pedunculated polyp of 14 mm. It was first touched with the forceps for a biopsy and then, in the same pass, the same polyp was removed whole with the hot snare – retrieved, jar 1. One clip placed on the stalk. No other lesion anywhere; no other biopsy was taken.
## Impression
- Single sigmoid polyp, removed
- Internal hemorrhoids, small, not bleeding
## Plan
Pathology by letter. No ibuprofen for 14 days. Call {facilityPhone} for bleeding.
Signed {doctor}, {dos}`,
      },
    ],
    expected: [
      {
        kind: 'code-pair-edit',
        direction: 'over',
        billed: ['45385', '45380'],
        suggested: ['45385'],
        quote: 'the same polyp was removed whole with the hot snare',
      },
    ],
  },
  {
    id: 'gi-03',
    patient: 'thorne',
    clinician: 'costa',
    visit: { ...OFFICE, start: '2026-02-05T15:00', end: '2026-02-05T15:25', reason: 'Heartburn' },
    claim: {
      type: 'professional',
      diagnoses: ['K21.9 Gastro-esophageal reflux disease without esophagitis'],
      items: ['99214'],
    },
    medications: ['pantoprazole 40 mg tablet, one tablet twice daily before meals for 8 weeks'],
    notes: [
      {
        kind: 'progress',
        format: 'html',
        text: `# Digestive health follow-up
**{name}**, {age}, DOB {dob}, MRN {mrn}
{dos}, {doctor}
## Interval history
Heartburn five days a week in spite of omeprazole 20 mg. Wakes with sour taste. No trouble swallowing, no bleeding, no weight loss. His wife {relativeFirst} has raised the head of the bed. Two cups of coffee. Hat maker, bends a lot.
## Endoscopy of 01/29/2026 (by me)
LA grade B erosive esophagitis, small hiatal hernia, no Barrett's; biopsies negative for Helicobacter.
## Examination
BP 128/80, BMI 29. Abdomen soft, no tenderness.
## Assessment
Gastroesophageal reflux disease with erosive esophagitis, no bleeding, not controlled.
## Plan
1. Stop omeprazole; pantoprazole 40 mg twice a day before meals for 8 weeks, then once
2. Weight, late meals, caffeine discussed
3. Repeat endoscopy in 3 months to see healing
Electronically signed {doctor}, {dos}. Messages: {email}.`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['K21.9'],
        suggested: ['K21.00'],
        quote: 'Gastroesophageal reflux disease with erosive esophagitis, no bleeding',
      },
    ],
  },
];
