import type { CaseDescription } from '../case-description.ts';

const OFFICE = { class: 'AMB', place: '11', type: 'Office visit, established patient' } as const;

export const FAMILY_MEDICINE_ACUTE: readonly CaseDescription[] = [
  {
    id: 'fm-04',
    patient: 'okafor',
    clinician: 'birch',
    visit: { ...OFFICE, start: '2026-01-20T08:40', end: '2026-01-20T08:55', reason: 'Sore throat and runny nose' },
    claim: {
      type: 'professional',
      diagnoses: ['J06.9 Acute upper respiratory infection, unspecified'],
      items: ['99213'],
    },
    observations: ['8310-5|Body temperature|37.1|Cel'],
    notes: [
      {
        kind: 'progress',
        format: 'html',
        text: `# {facility}
**Patient:** {name} **DOB:** {dob} **MRN:** {mrn}
**Seen:** {dos} by {doctor}
## Subjective
{age}-year-old man with four days of runny nose, scratchy throat and dry cough. No fever, no shortness of breath, no ear pain, no sinus pressure. His roommate Julian had the same last week. He works in a warehouse and needs a note. Eats and drinks normally. Had his flu vaccine in October; never smoked.
## Objective
| Temp | 98.8 °F |
| Pulse | 76 |
| SpO2 | 99 % on room air |
Throat mildly red, no exudate. Ears clear. No nodes. Lungs clear.
## Assessment
Acute upper respiratory infection, viral, uncomplicated.
## Plan
- Fluids, rest, saline rinses, acetaminophen as needed
- No antibiotic; the reasons were discussed
- Work note given for two days
- Call {facilityPhone} if fever or breathlessness
Signed: {doctor}, {dos}`,
      },
    ],
    expected: [],
  },
  {
    id: 'fm-05',
    patient: 'thibodeaux',
    clinician: 'ortega',
    visit: { ...OFFICE, start: '2026-02-03T11:10', end: '2026-02-03T11:35', reason: 'Cough and fever' },
    claim: {
      type: 'professional',
      diagnoses: ['J18.9 Pneumonia, unspecified organism', 'R50.9 Fever, unspecified'],
      items: ['99214 >1,2'],
    },
    medications: ['doxycycline 100 mg capsule, one capsule twice daily for 7 days'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `Dictated by {doctor} / transcribed by voice recognition, please excuse errors.

{title} {last} is a {age}-year-old teacher who comes in today, {dos}, with five days of acute cough, now bringing up
yellow sputum, and fever to 101.8 at home since Sunday. Her husband {relativeFirst} drove her. She has some chills and
fatigue. She has no chest pain, no wheeze and no hemoptysis. She has never smoked and she has no asthma.

On examination temperature is 100.9, pulse 96, respirations 18, saturation 96 percent on room air, blood pressure
122 over 78. She looks tired but comfortable. Throat is clear. There are a few coarse sounds at the right base that
change with coughing, no dullness. Heart regular.

IMPRESSION. Acute cough and fever. Possible pneumonia; chest x-ray ordered for this afternoon and CBC sent. Because
of the weekend I have given her doxycycline 100 mg twice a day for seven days to begin now. Fluids, acetaminophen. We
will call her at {phone} with the film. To the emergency department for breathlessness or confusion.

{doctor}, {facility}. Record number {mrn}. Signed {dos}.`,
      },
    ],
    expected: [
      {
        kind: 'unsupported-diagnosis',
        direction: 'over',
        billed: ['J18.9'],
        suggested: ['R05.1'],
        quote: 'Possible pneumonia',
      },
    ],
  },
  {
    id: 'fm-06',
    patient: 'venkataraman',
    clinician: 'ortega',
    visit: {
      ...OFFICE,
      start: '2026-05-19T14:00',
      end: '2026-05-19T14:40',
      type: 'Preventive visit, established patient',
    },
    claim: {
      type: 'professional',
      diagnoses: [
        'Z00.00 Encounter for general adult medical examination without abnormal findings',
        'C18.9 Malignant neoplasm of colon, unspecified',
      ],
      items: ['99396 >1,2'],
    },
    notes: [
      {
        kind: 'progress',
        format: 'rtf',
        text: `# ANNUAL PHYSICAL
| Patient | {name} |
| Born | {dob} ({age} y) |
| Record | {mrn} |
| Visit | {dos} |
## History
Here for her yearly physical – no complaints. Menses regular. Exercises 3–4 times a week. Works from home as an accountant.
**Past history:** appendectomy 2003. **Medicines:** none. **Allergies:** none known.
**Family history:** mother, {relative}, had colon cancer at 58. Father well at 79.
## Examination
BP 112/70, pulse 62, BMI 23.4. Skin, thyroid, heart, lungs, abdomen, breasts and neurological examination are all normal.
## Assessment and plan
- General adult medical examination without abnormal findings
- Family history of colon cancer in a first-degree relative: colonoscopy now, then every 5 years; referred to Stonebridge Digestive Health
- Mammogram ordered, Pap 2024 normal, lipids and glucose ordered
- Flu vaccine in the fall
Signed by {doctor} – {dos}
Portal message to {email} when results are in.`,
      },
    ],
    expected: [
      {
        kind: 'unsupported-diagnosis',
        direction: 'over',
        billed: ['C18.9'],
        suggested: ['Z80.0'],
        quote: 'had colon cancer at 58',
      },
    ],
  },
  {
    id: 'fm-08',
    patient: 'wolanski',
    clinician: 'birch',
    visit: { ...OFFICE, start: '2026-07-14T16:10', end: '2026-07-14T16:30', reason: 'Low back pain' },
    claim: { type: 'professional', diagnoses: ['M54.5 Low back pain'], items: ['99213'] },
    medications: ['naproxen 500 mg tablet, one tablet twice daily with food as needed'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `{facility} * {facilityPhone}
-----------------------------------------------------------
PATIENT  {name}          MRN {mrn}
DATE     {dos}           SEEN BY {doctor}
-----------------------------------------------------------
CC  low back pain x 6 days

HPI {age} y/o M, drives for a parcel service, felt a pull in the low back lifting a washer at his brother's house. Pain
    across the lower back, 5/10, no radiation to the legs, no numbness, no bladder or bowel change, no fever, no weight
    loss. Ibuprofen 400 helps some.

PE  Vitals normal. Paraspinal tenderness at L4-L5, no midline tenderness. SLR negative both sides. Strength 5/5,
    reflexes symmetric, gait normal.

A   Low back pain, acute, mechanical, uncomplicated.

P   1. Naproxen 500 mg bid with food for 10 days, stop ibuprofen
    2. Keep moving, heat, lifting technique; home exercise sheet
    3. No imaging now
    4. Work form completed: no lifting over 20 lb until 07/28/2026
    5. Back if no better in 4 weeks

Electronically signed: {doctor}   {dos}  16:44`,
      },
    ],
    expected: [
      {
        kind: 'invalid-code',
        direction: 'neutral',
        billed: ['M54.5'],
        suggested: ['M54.50'],
        quote: 'Low back pain, acute, mechanical, uncomplicated',
      },
    ],
  },
];
