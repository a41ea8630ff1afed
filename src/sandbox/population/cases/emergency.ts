import type { CaseDescription } from '../case-description.ts';

const ED = { class: 'EMER', place: '23', type: 'Emergency department visit' } as const;

export const EMERGENCY: readonly CaseDescription[] = [
  {
    id: 'ed-01',
    patient: 'penaloza',
    clinician: 'nash',
    visit: { ...ED, start: '2026-04-05T02:10', end: '2026-04-05T05:40', reason: 'Flank pain' },
    claim: {
      type: 'professional',
      diagnoses: ['N13.2 Hydronephrosis with renal and ureteral calculous obstruction'],
      items: ['99284'],
    },
    observations: ['2160-0|Creatinine|1.0|mg/dL'],
    medications: ['tamsulosin 0.4 mg capsule, one capsule daily', 'ondansetron 4 mg tablet as needed'],
    notes: [
      {
        kind: 'emergency',
        format: 'text',
        text: `KESTREL VALLEY MEDICAL CENTER - EMERGENCY DEPARTMENT
Patient: {chartName}        DOB: {dob}     MRN: {mrn}
Arrival: {dos} 02:10        Physician: {doctor}

CHIEF COMPLAINT: right flank pain, vomiting

HPI: {age}-year-old male, roofer, woken at midnight by severe right flank pain that comes in waves and goes to the groin.
Vomited three times. No fever, no dysuria. Never had this before. Wife {relativeFirst} at bedside translates some words.

PMH none. Meds none. Allergies none.

EXAM: T 98.4, BP 148/90, HR 98, SpO2 99%. Moving about with pain. Abdomen soft. Right CVA tenderness. Testes normal.

RESULTS: UA blood 2+, nitrite negative. Creatinine 1.0. WBC 9.8.
CT abdomen/pelvis without contrast (radiology): 3 mm stone in the distal right ureter with mild right hydronephrosis.

ED COURSE: ketorolac 15 mg IV, ondansetron 4 mg IV, 1 L saline. Pain 8 to 2. Drinks without vomiting.

MDM: considered appendicitis, torsion, pyelonephritis; not supported by examination and tests.

DIAGNOSIS: Right distal ureteral stone with hydronephrosis.
DISPOSITION: home 05:40 with tamsulosin, ondansetron, strainer; urology in one week; back for fever or vomiting.

{doctor}, electronically signed {dos} 05:58`,
      },
    ],
    expected: [],
  },
  {
    id: 'ed-02',
    patient: 'eze',
    clinician: 'lopez',
    visit: { ...ED, start: '2026-06-13T19:20', end: '2026-06-13T20:45', reason: 'Finger laceration' },
    claim: {
      type: 'professional',
      diagnoses: [
        'S61.211A Laceration without foreign body of left index finger without damage to nail, initial encounter',
      ],
      items: ['99285-25', '12001'],
    },
    procedures: ['Repair of laceration of left index finger'],
    notes: [
      {
        kind: 'emergency',
        format: 'text',
        text: `ED PROVIDER NOTE
Name {name} | Age {age} | MRN {mrn} | Seen {dos} 19:35 | {doctor}

HPI  Cut left index finger on a mandoline while cooking at home about an hour ago. Bleeding stopped with pressure. No
     numbness. Right-handed. Tetanus shot 2022. Her roommate Fola drove her.

PMH  none   MEDS none   ALLERGIES none

EXAM Vitals normal. Left index finger: 2.2 cm straight cut on the palmar side of the middle phalanx, through skin only,
     edges clean, no foreign body seen. Nail not involved. FDS/FDP strength full, two-point 5 mm, cap refill brisk.

PROC Laceration repair: digital block with 2 mL lidocaine 1 %, irrigated with 300 mL saline, explored through full motion: no
     tendon or joint injury. Closed with four 5-0 nylon simple sutures, single layer, 2.2 cm. Dressed. No complication.

MDM  Acute uncomplicated injury. No imaging needed. No antibiotic; acetaminophen over the counter.

DX   Laceration of left index finger, simple, no nail damage, no foreign body.

DISPO Home. Sutures out in 10 days. Return for redness or pus. Call-back number {phone}.

Electronically signed: {doctor} {dos} 20:51`,
      },
    ],
    expected: [
      {
        kind: 'level-of-service',
        direction: 'over',
        billed: ['99285'],
        suggested: ['99283'],
        quote: 'Acute uncomplicated injury. No imaging needed.',
      },
    ],
  },
  {
    id: 'ed-03',
    patient: 'brightwater',
    clinician: 'nash',
    visit: { ...ED, start: '2026-01-30T22:05', end: '2026-01-31T01:50', reason: 'Shortness of breath' },
    claim: {
      type: 'professional',
      diagnoses: ['J45.901 Unspecified asthma with (acute) exacerbation'],
      items: ['99283'],
    },
    observations: ['59408-5|Oxygen saturation|93|%'],
    medications: ['prednisone 40 mg by mouth daily for 5 days'],
    notes: [
      {
        kind: 'emergency',
        format: 'pdf',
        text: `# KESTREL VALLEY MEDICAL CENTER
## Emergency department note
| Patient | {name} |
| DOB / age | {dob} / {age} |
| MRN | {mrn} |
| Arrival | {dos} 22:05 |
| Physician | {doctor} |
## History
Known moderate persistent asthma, on fluticasone-salmeterol. Two days of a cold, since this morning wheezing and short of breath; eight puffs of albuterol in the last four hours. Never intubated; one admission in 2019. His sister {relative} brought him; she confirms that he ran out of the controller last week.
## Examination
BP 138/84, HR 112, RR 26, SpO2 93 % on room air, T 99.0. Speaks in short sentences. Wheeze throughout, some accessory muscle use. No swelling of the legs.
## Tests
- Chest film: no infiltrate
- Influenza, RSV and COVID-19 swab: negative
- Peak flow 48 % of best, after treatment 76 %
## Course
Three albuterol-ipratropium nebulizers, prednisone 60 mg by mouth. At 01:15 RR 18, SpO2 97 %, little wheeze. Walked without distress.
## Diagnosis
Moderate persistent asthma with acute exacerbation.
## Disposition
Home with prednisone 40 mg daily for 5 days, fluticasone-salmeterol refilled. Clinic within 3 days. Returns explained to patient and sister.
{doctor}, signed 01/31/2026 02:05`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['J45.901'],
        suggested: ['J45.41'],
        quote: 'Moderate persistent asthma with acute exacerbation',
      },
      {
        kind: 'level-of-service',
        direction: 'under',
        billed: ['99283'],
        suggested: ['99284'],
        quote: 'Home with prednisone 40 mg daily for 5 days',
      },
    ],
  },
  {
    id: 'ed-04',
    patient: 'vandermeer',
    clinician: 'lopez',
    visit: { ...ED, start: '2026-03-21T13:15', end: '2026-03-21T18:20', reason: 'Chest pain' },
    claim: {
      type: 'professional',
      diagnoses: ['I26.99 Other pulmonary embolism without acute cor pulmonale', 'R07.81 Pleurodynia'],
      items: ['99285 >1,2'],
    },
    observations: ['48065-7|D-dimer|0.82|ug/mL'],
    notes: [
      {
        kind: 'emergency',
        format: 'html',
        text: `# Emergency department – physician note
| Patient | {name} |
| MRN | {mrn} |
| DOB | {dob} |
| Date | {dos} |
## History of present illness
{age}-year-old flight attendant with sharp pain on the right side of the chest when breathing in, since this morning. Flew home from Lisbon two days ago. Mild breathlessness. On a combined pill. No cough, no fever, no leg pain.
## Examination
BP 122/74, HR 108, RR 20, SpO2 97 %. Lungs clear, chest wall tender on the right. Legs equal.
## Results
- D-dimer 0.82, troponin < 6, hCG negative, creatinine 0.7
- ECG, read by me: sinus tachycardia, no strain
- CT pulmonary angiogram: no filling defect. Pulmonary embolism ruled out.
## Medical decision making
Pulmonary embolism, pneumothorax, pericarditis and coronary disease were considered as threats to life. With the normal angiogram and troponin she may go home.
## Final diagnosis
Pleuritic chest pain.
## Disposition
Home 18:20. Naproxen 500 mg twice a day for 5 days. Follow up with Dr. Grace Mwangi. Contact {phone}.
Electronically signed: {doctor}, {dos}`,
      },
    ],
    expected: [
      {
        kind: 'unsupported-diagnosis',
        direction: 'over',
        billed: ['I26.99'],
        suggested: [],
        quote: 'Pulmonary embolism ruled out',
      },
    ],
  },
  {
    id: 'ed-05',
    patient: 'nightingale',
    clinician: 'nash',
    visit: { ...ED, start: '2026-08-29T15:00', end: '2026-08-29T17:10', reason: 'Ankle injury' },
    claim: {
      type: 'professional',
      diagnoses: [
        'S82.65XA Nondisplaced fracture of lateral malleolus of left fibula, initial encounter for closed fracture',
      ],
      items: ['99284'],
    },
    notes: [
      {
        kind: 'emergency',
        format: 'rtf',
        signed: false,
        text: `# ED note – draft
**{name}**  MRN {mrn}  DOB {dob}  {dos}  {doctor}
## HPI
{age}-year-old man, stepped off a curb while carrying a cello case, left ankle turned in. Cannot bear weight. No other injury. No numbness.
## Exam
| Vitals | 128/76, 84, 98.2 °F, 99 % |
| Left ankle | swelling and point tenderness over the tip of the lateral malleolus; medial side not tender; skin intact; pulses and sensation normal |
| Left knee, foot | not tender |
## Imaging
Left ankle, 3 views, viewed and interpreted by me: nondisplaced fracture of the lateral malleolus below the joint line, mortise even.
## Assessment and plan
Nondisplaced fracture of the left lateral malleolus, closed.
- Walking boot, crutches; weight as tolerated
- Ibuprofen and acetaminophen; oxycodone 5 mg, 6 tablets, state database checked
- Ridgeline Orthopedics within one week, {phone} is best to reach him`,
      },
    ],
    expected: [{ kind: 'documentation-gap', direction: 'neutral', billed: ['99284'], suggested: [] }],
  },
];
