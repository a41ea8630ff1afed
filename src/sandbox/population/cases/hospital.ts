import type { CaseDescription } from '../case-description.ts';

export const HOSPITAL: readonly CaseDescription[] = [
  {
    id: 'ip-01',
    patient: 'holloway',
    clinician: 'winter',
    visit: {
      class: 'IMP',
      place: '21',
      type: 'Inpatient stay',
      start: '2026-02-08T18:30',
      end: '2026-02-11T13:20',
      reason: 'Shortness of breath',
    },
    claim: {
      type: 'professional',
      diagnoses: [
        'I11.0 Hypertensive heart disease with heart failure',
        'I50.9 Heart failure, unspecified',
        'Z79.82 Long term (current) use of aspirin',
      ],
      items: ['99223 >1,2', '99232 >1,2 @2026-02-10', '99239 >1,2 @2026-02-11'],
    },
    observations: ['2160-0|Creatinine|2.0|mg/dL', '33762-6|NT-proBNP|6240|pg/mL'],
    medications: ['torsemide 20 mg tablet, one tablet daily'],
    problems: ['I50.22 Chronic systolic (congestive) heart failure'],
    notes: [
      {
        kind: 'historyAndPhysical',
        format: 'text',
        written: '2026-02-08T20:15',
        text: `HISTORY AND PHYSICAL                      {facility}
{chartName}   DOB {dob}   MRN {mrn}   Admitted {dos}
Source: patient and daughter {relative} ({relativePhone})

CC: breathless for four days

HPI: {age}-year-old woman with hypertensive heart disease and systolic heart failure (EF 30% in 2025) who stopped her
furosemide while visiting her sister at Christmas. Now sleeps in a chair, 14 lb up, ankles swollen.

PMH: hypertension, heart failure, hyperlipidemia. MEDS: furosemide (not taken), carvedilol, lisinopril, aspirin 81 mg daily (long-term).
SOCIAL: widow, never smoked, lives with her daughter.

EXAM: BP 156/88, HR 102, RR 26, SpO2 88% room air, 94% on 3 L. JVP 14 cm. Rales to mid-lungs. 3+ edema to knees.
DATA: NT-proBNP 6240. Creatinine 1.1. Troponin flat x 2. Film (viewed by me): pulmonary edema, effusions. ECG (read by me): sinus
tachycardia, LVH. Discussed with Dr. Anand Raghunathan, cardiology.

A/P: Acute on chronic systolic heart failure with hypertensive heart disease. Admit to telemetry; IV furosemide 80 mg twice
daily, oxygen, daily weights, hold nothing yet. Full code, confirmed with patient.

{doctor}   signed {dos} 20:31`,
      },
      {
        kind: 'progress',
        format: 'text',
        written: '2026-02-10T11:00',
        text: `Hospital day 3 - progress note      02/10/2026 11:00
{name}, MRN {mrn}, room 4112

S: breathing easier, slept flat. O: BP 112/64, HR 84, SpO2 95% on 1 L. Net -6.1 L since admission. Rales only at bases.
Creatinine 1.1 -> 1.6 -> 2.0 today; K 3.9. Urine output 0.9 L.

A/P
1. Acute on chronic systolic (HFrEF) heart failure - near dry weight. Stop IV furosemide this morning.
2. Acute kidney injury, creatinine 2.0 from 1.1, from diuresis. Hold lisinopril, no nephrotoxins, bladder scan 40 mL, BMP every 12 h.
3. Disposition: home in 1-2 days.

{doctor}, electronically signed 02/10/2026 11:24`,
      },
      {
        kind: 'discharge',
        format: 'pdf',
        written: '2026-02-11T13:00',
        text: `# DISCHARGE SUMMARY
| Patient | {name} |
| DOB | {dob} |
| MRN | {mrn} |
| Admitted | {dos} |
| Discharged | {discharged} |
| Attending | {doctor} |
## Final diagnoses
1. Acute on chronic systolic (HFrEF) heart failure
2. Hypertensive heart disease
3. Acute kidney injury from diuresis, recovering
## Hospital course
{title} {last}, {age}, was admitted with pulmonary edema after she had stopped furosemide. She was given intravenous furosemide with a net loss of 6.4 liters; oxygen was stopped on the second day. Echocardiogram: ejection fraction 30 %, no new wall motion change. On day 3 the creatinine had risen from 1.1 to 2.0; furosemide and lisinopril were held, and it was 1.5 at discharge. Weight at discharge 132 lb.
## Discharge medicines
- Torsemide 20 mg daily (new), carvedilol 12.5 mg twice daily, aspirin 81 mg daily
- Lisinopril held until the laboratory visit on 02/16/2026
## Follow-up
Tidewater Heart Group 02/18/2026. Scale at home; daughter {relativeFirst} keeps the log. Address confirmed: {address}.
Time spent on discharge: 38 minutes.
Signed electronically by {doctor}, {discharged}`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['I50.9'],
        suggested: ['I50.23'],
        quote: 'Acute on chronic systolic (HFrEF) heart failure',
      },
      {
        kind: 'missed-diagnosis',
        direction: 'under',
        billed: [],
        suggested: ['N17.9'],
        quote: 'Acute kidney injury, creatinine 2.0 from 1.1',
      },
    ],
  },
  {
    id: 'ip-02',
    patient: 'cruz',
    clinician: 'winter',
    visit: {
      class: 'IMP',
      place: '21',
      type: 'Inpatient stay',
      start: '2026-05-01T21:00',
      end: '2026-05-04T10:40',
      reason: 'Fever, flank pain',
    },
    claim: {
      type: 'professional',
      diagnoses: [
        'A41.9 Sepsis, unspecified organism',
        'N10 Acute pyelonephritis',
        'B96.20 Unspecified Escherichia coli [E. coli] as the cause of diseases classified elsewhere',
      ],
      items: ['99222 >1,2', '99239 >1,2 @2026-05-04'],
    },
    medications: ['cefpodoxime 200 mg tablet, one tablet twice daily for 7 days'],
    notes: [
      {
        kind: 'historyAndPhysical',
        format: 'text',
        written: '2026-05-01T22:30',
        text: `ADMISSION H&P
Patient {name}, {age} F, MRN {mrn}, DOB {dob}. Admission {dos}. Attending {doctor}.

Two days of fever, shaking and right flank pain, vomiting today. Son {relative} brought her. Usually healthy; prior
bladder infections twice. No stones. No diabetes.

T 102.6, HR 104, BP 124/70, RR 18, SpO2 98%. Alert. Right CVA tenderness. Abdomen soft.
WBC 15.1, lactate 1.2, creatinine 0.8. UA: nitrite +, WBC > 50. CT: right pyelonephritis, no stone, no abscess.
Blood and urine cultures sent.
IMPRESSION: acute pyelonephritis; possible sepsis, to be watched. Ceftriaxone 1 g IV daily, fluids, antiemetic.

{doctor}  signed {dos} 22:48`,
      },
      {
        kind: 'discharge',
        format: 'rtf',
        written: '2026-05-04T10:30',
        text: `# Discharge summary
| Patient | {name} |
| MRN | {mrn} |
| Stay | {dos} – {discharged} |
| Physician | {doctor} |
## Diagnosis
Acute pyelonephritis, right, from *Escherichia coli*. Sepsis was ruled out.
## Course
Admitted with fever and flank pain. Lactate was normal, blood pressure never fell, mental state and kidneys were normal and both blood cultures stayed negative: sepsis was considered on admission and has been ruled out. Urine grew E. coli sensitive to cephalosporins. Ceftriaxone for three days; no fever for 36 hours. Eats and walks.
## Plan
- Cefpodoxime 200 mg twice a day for 7 more days
- Larkspur Internal Medicine in one week; phone {phone}
- Return for fever, vomiting or pain
Discharge day management took 25 minutes.
Signed {doctor} – {discharged}`,
      },
    ],
    expected: [
      {
        kind: 'unsupported-diagnosis',
        direction: 'over',
        billed: ['A41.9'],
        suggested: [],
        quote: 'Sepsis was ruled out',
      },
      {
        kind: 'level-of-service',
        direction: 'over',
        billed: ['99239'],
        suggested: ['99238'],
        quote: 'Discharge day management took 25 minutes',
      },
    ],
  },
  {
    id: 'ip-03',
    patient: 'gorski',
    clinician: 'winter',
    visit: {
      class: 'IMP',
      place: '21',
      type: 'Inpatient stay',
      start: '2026-03-14T09:00',
      end: '2026-03-18T11:00',
      reason: 'Fever, cough',
    },
    claim: {
      type: 'institutional',
      diagnoses: [
        'J69.0 Pneumonitis due to inhalation of food and vomit',
        'I69.391 Dysphagia following cerebral infarction',
        'R13.12 Dysphagia, oropharyngeal phase',
        'Z79.02 Long term (current) use of antithrombotics/antiplatelets',
      ],
      items: [],
    },
    observations: ['6690-2|Leukocytes|16.2|10*3/uL'],
    notes: [
      {
        kind: 'discharge',
        format: 'text',
        written: '2026-03-18T10:40',
        text: `DISCHARGE SUMMARY                               {facility}
Patient: {name}        DOB: {dob}        MRN: {mrn}
Admission: {dos}   Discharge: {discharged}   Attending: {doctor}

PRINCIPAL DIAGNOSIS: Probable aspiration pneumonia, right lower lobe
SECONDARY: Dysphagia, oropharyngeal phase, following cerebral infarction (stroke of 2024)

COURSE: {age}-year-old retired organ builder, with dysphagia since a stroke two years ago, coughed at meals for a week and came
with fever to 102.1 and a new infiltrate in the right lower lobe. WBC 16.2. Oxygen 2 L for two days. Ampicillin-sulbactam IV
for four days, then amoxicillin-clavulanate. Sputum: normal flora. The speech therapist, Ines Oduya, found delayed
swallow with penetration of thin liquids; diet changed to minced food and mildly thick liquids. Physical therapy: walks with
a frame. At discharge no fever for 60 hours, saturation 96 percent on room air, WBC 8.9.

DISCHARGE TO: Oakhaven Skilled Nursing and Rehabilitation. Daughter {relative} ({relativePhone}) agrees.
MEDICATIONS: amoxicillin-clavulanate 875 mg twice a day for 3 days; clopidogrel and atorvastatin as before.
DIET: minced, mildly thick, upright for 30 minutes.
FOLLOW-UP: chest film in 6 weeks.

{doctor}, electronically signed {discharged} 10:52`,
      },
    ],
    expected: [],
  },
  {
    id: 'oh-01',
    patient: 'kettleman',
    clinician: 'winter',
    visit: {
      class: 'OBSENC',
      place: '22',
      type: 'Observation stay',
      start: '2026-07-27T16:00',
      end: '2026-07-28T10:30',
      reason: 'Syncope',
    },
    claim: {
      type: 'professional',
      diagnoses: ['R55 Syncope and collapse', 'E86.0 Dehydration'],
      items: ['99222 >1,2', '99238 >1,2 @2026-07-28'],
    },
    observations: ['2160-0|Creatinine|1.0|mg/dL'],
    notes: [
      {
        kind: 'historyAndPhysical',
        format: 'text',
        written: '2026-07-27T17:10',
        text: `OBSERVATION ADMISSION NOTE - {facility}
{chartName}, DOB {dob}, MRN {mrn}, {dos} 16:00
Informant: patient and husband {relative}

HPI  {age} y/o F fainted after two hours in the garden at 94 °F, having drunk one cup of tea all day. Light-headed, gray vision,
     then out for about 20 seconds; no shaking, no bite, clear at once. No chest pain, no palpitations. One similar faint at
     age 30. No heart disease.
MEDS vitamin D.  ALL penicillin (hives).
EX   Lying 118/66, 78; standing 96/58, 104, dizzy. Dry mouth. Heart normal, no murmur. Neuro normal. No injury.
DATA ECG (read in the emergency department): sinus, QTc 421, no block. Troponin x2 negative. Na 141, BUN 31, Cr 1.0, glucose 104, Hgb 13.4.
A/P  1. Syncope, likely from volume loss; cause to be settled. Telemetry overnight, echo in the morning.
     2. Dehydration. 2 L Ringer's lactate IV, then by mouth. Repeat orthostatic pressures.
     Placed in observation.

{doctor}   e-signed {dos} 17:22`,
      },
      {
        kind: 'discharge',
        format: 'text',
        written: '2026-07-28T10:15',
        text: `OBSERVATION DISCHARGE NOTE
{name}   MRN {mrn}   {discharged}

No arrhythmia on telemetry. Echocardiogram normal. Standing pressure 122/70 without symptoms. BUN 19.

Final: Syncope. Dehydration, corrected.

Home with husband. Drink before and during garden work, hat, shade. Primary clinician within 2 weeks. Discharge took 20
minutes.
{doctor}   e-signed {discharged} 10:21`,
      },
    ],
    expected: [],
  },
];
