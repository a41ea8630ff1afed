import type { CaseDescription } from '../case-description.ts';

const OFFICE = { class: 'AMB', place: '11', type: 'Office visit, established patient' } as const;

export const CARDIOLOGY: readonly CaseDescription[] = [
  {
    id: 'cd-01',
    patient: 'parkinson',
    clinician: 'rao',
    visit: { ...OFFICE, start: '2026-05-13T10:00', end: '2026-05-13T10:30', reason: 'Atrial fibrillation' },
    claim: {
      type: 'professional',
      diagnoses: [
        'I48.19 Other persistent atrial fibrillation',
        'I10 Essential (primary) hypertension',
        'Z79.01 Long term (current) use of anticoagulants',
      ],
      items: ['99214-25 >1,2', '93000 >1'],
    },
    medications: [
      'metoprolol succinate 50 mg tablet, one tablet daily',
      'apixaban 5 mg tablet, one tablet twice daily',
    ],
    procedures: ['Electrocardiogram, 12 leads'],
    notes: [
      {
        kind: 'progress',
        format: 'pdf',
        text: `# {facility}
| Patient | {name} |
| DOB / age | {dob} / {age} |
| MRN | {mrn} |
| Visit | {dos} |
| Cardiologist | {doctor} |
## History
{title} {last} has had persistent atrial fibrillation since November and chose rate control. She tires on hills but has no palpitations at rest, no chest pain, no syncope and no bleeding. Her daughter {relativeFirst} fills her pill box. Home pulse is 88 to 104. No tremor; despite her surname, she jokes, she does not have that disease.
## Medicines
- Metoprolol succinate 25 mg daily
- Apixaban 5 mg twice daily
- Lisinopril 10 mg daily
## Examination
Blood pressure 126/74. Pulse 98, irregularly irregular. Weight 139 lb. Lungs clear. No edema.
## Electrocardiogram
12 leads, recorded here and interpreted by me: atrial fibrillation, ventricular rate 101, normal axis, QTc 438 ms, no ischemic change.
## Assessment and plan
1. Other persistent atrial fibrillation, rate above goal. Increase metoprolol succinate to 50 mg. Continue apixaban long-term; hemoglobin and creatinine of April are normal.
2. Essential hypertension, at goal. Continue lisinopril.
3. Return in 6 weeks with a pulse log.
Signed {doctor} {dos} 10:47. {facilityPhone}.`,
      },
    ],
    expected: [],
  },
  {
    id: 'cd-02',
    patient: 'trahan',
    clinician: 'rao',
    visit: { ...OFFICE, start: '2026-03-03T14:20', end: '2026-03-03T14:50', reason: 'Heart failure' },
    claim: {
      type: 'professional',
      diagnoses: ['I50.9 Heart failure, unspecified', 'I10 Essential (primary) hypertension'],
      items: ['99214 >1,2'],
    },
    observations: ['33762-6|NT-proBNP|612|pg/mL'],
    medications: ['furosemide 40 mg tablet, one tablet daily'],
    problems: ['I50.9 Heart failure, unspecified'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `TIDEWATER HEART GROUP - FOLLOW UP
PT: {chartName}  {mrn}  DOB {dob}
DOS: {dos}

INTERVAL HX: {age} yo retired trombonist. Since last visit ankle swelling by evening, 4 lb up. NYHA II. Sleeps flat. No CP,
no PND. Wife {relative} says he is back to canned soup.

CURRENT MEDS: furosemide 20 daily, spironolactone 25 daily, valsartan 160 daily, dapagliflozin 10 daily

DATA: NT-proBNP 612 (was 380). K 4.6, Cr 1.1. Echo 1/2026: EF 60%, LVH, grade 2 diastolic dysfunction, LA enlarged.

EXAM: BP 134/78  HR 70 reg  JVP 8 cm  lungs clear  1+ ankle edema bilaterally

IMPRESSION
1. Chronic diastolic heart failure (HFpEF), mild volume gain
2. Hypertensive heart disease, BP a little above goal

PLAN
1. Furosemide to 40 mg daily. BMP 10 days. Weigh daily, 2 g sodium; dietitian Flora Quennell to call him at {phone}.
2. Valsartan stays 160; recheck after diuresis.
3. RTC 3 wk

{doctor}  (electronic signature {dos} 15:05)`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['I50.9'],
        suggested: ['I50.32'],
        quote: 'Chronic diastolic heart failure (HFpEF)',
      },
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['I10'],
        suggested: ['I11.0'],
        quote: 'Hypertensive heart disease',
      },
    ],
  },
  {
    id: 'cd-03',
    patient: 'hassanpour',
    clinician: 'rao',
    visit: {
      class: 'AMB',
      place: '11',
      type: 'Office visit, new patient',
      start: '2026-02-24T09:20',
      end: '2026-02-24T10:00',
    },
    claim: {
      type: 'professional',
      diagnoses: ['I21.4 Non-ST elevation (NSTEMI) myocardial infarction', 'R07.89 Other chest pain'],
      items: ['99204 >1,2'],
    },
    notes: [
      {
        kind: 'consult',
        format: 'text',
        text: `NEW PATIENT CARDIOLOGY EVALUATION

{name}                                     Date: {dos}
MRN {mrn}    DOB {dob}                     {doctor}

REASON: chest pain, seen in the emergency department of Kestrel Valley Medical Center on 02/20/2026.

HISTORY OF PRESENT ILLNESS: {age}-year-old baker. Last Friday, while carrying flour, she had 20 minutes of pressure on the
left side of the chest, 5/10, worse on turning. I reviewed the emergency department record: NSTEMI was ruled out by
three negative high-sensitivity troponins; ECG without change; chest film clear. One similar spell since, at rest, two
minutes. No dyspnea, no sweats.

RISK: no diabetes, no hypertension, never smoked. LDL 118. Father had a stent at 71.

EXAM: BP 118/70, pulse 72. Chest wall mildly tender at the left costal margin. Heart sounds normal, no murmur. Lungs clear.
Pulses full.

ECG of 02/20 (tracing seen): sinus rhythm, normal.

ASSESSMENT: Other chest pain, cause not yet known, probably musculoskeletal. Low to intermediate risk.

PLAN: exercise stress echocardiogram; fasting lipids and A1c; ibuprofen for a week; no lifting over 25 lb. Return precautions given.
Result call to {phone} or {email}.

{doctor}, {facility}. Electronically signed {dos}.`,
      },
    ],
    expected: [
      {
        kind: 'unsupported-diagnosis',
        direction: 'over',
        billed: ['I21.4'],
        suggested: [],
        quote: 'NSTEMI was ruled out',
      },
    ],
  },
];
