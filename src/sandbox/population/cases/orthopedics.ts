import type { CaseDescription } from '../case-description.ts';

const OFFICE = { class: 'AMB', place: '11', type: 'Office visit, established patient' } as const;

export const ORTHOPEDICS: readonly CaseDescription[] = [
  {
    id: 'or-01',
    patient: 'pruitt',
    clinician: 'petrov',
    visit: { ...OFFICE, start: '2026-04-02T11:00', end: '2026-04-02T11:20', type: 'Procedure visit' },
    claim: {
      type: 'professional',
      diagnoses: ['M17.11 Unilateral primary osteoarthritis, right knee'],
      items: ['20610-RT', 'J3301 x4'],
    },
    procedures: ['Injection of left knee'],
    notes: [
      {
        kind: 'procedure',
        format: 'text',
        text: `RIDGELINE ORTHOPEDICS - INJECTION VISIT
{name} | MRN {mrn} | DOB {dob} | {dos}
Provider: {doctor}   Supervising: Marcus Stonecipher, MD

Indication: primary osteoarthritis of the left knee, films 01/2026 grade 3 medial; exercises, weight loss and acetaminophen
for 4 months without enough relief. Planned injection, decided at the last visit. Came with her son {relativeFirst}.

Time-out at 11:05: patient, site and side confirmed; left knee marked.

Procedure: left knee prepared with chlorhexidine. Through a superolateral approach a 22-gauge needle was placed into the
joint, 3 mL of clear yellow fluid withdrawn, and triamcinolone acetonide 40 mg with 4 mL of ropivacaine 0.2 % injected.
No resistance. Bandage. No complication, she walked out with less pain.

Drug: triamcinolone 40 mg, lot TC-5521, whole vial used.

Diagnosis: Primary osteoarthritis, left knee.

Aftercare: ice, rest for a day; call {facilityPhone} for fever or redness. Return as needed, not before 3 months.
{doctor}  electronically signed {dos}`,
      },
    ],
    expected: [
      {
        kind: 'wrong-diagnosis',
        direction: 'neutral',
        billed: ['M17.11'],
        suggested: ['M17.12'],
        quote: 'Primary osteoarthritis, left knee',
      },
      {
        kind: 'modifier',
        direction: 'neutral',
        billed: ['20610'],
        suggested: ['20610-LT'],
        quote: 'left knee marked',
      },
    ],
  },
  {
    id: 'or-02',
    patient: 'delacroix',
    clinician: 'stone',
    visit: { ...OFFICE, start: '2026-05-27T09:30', end: '2026-05-27T09:55', reason: 'Shoulder' },
    claim: {
      type: 'professional',
      diagnoses: [
        'M75.100 Unspecified rotator cuff tear or rupture of unspecified shoulder, not specified as traumatic',
      ],
      items: ['99214'],
    },
    notes: [
      {
        kind: 'progress',
        format: 'pdf',
        text: `# Ridgeline Orthopedics
{name}, DOB {dob}, MRN {mrn}
Visit of {dos}, {doctor}
## History
{age}-year-old right-handed house painter. Right shoulder pain for a year, now with weakness overhead and pain every night. No injury. Eight weeks of physical therapy with Colm Brody, PT, and two injections elsewhere gave little. He cannot reach the top shelf.
## Examination
- Right shoulder: active elevation 95°, passive full; external rotation strength 3/5; drop arm positive
- Left shoulder: full motion and strength
- Neck: full motion, no radiation
## Imaging
MRI of the right shoulder, 05/18/2026, images viewed and read by me: full-thickness complete tear of the supraspinatus with 2.5 cm retraction, mild fatty change, biceps intact.
## Assessment
Complete rotator cuff tear of the right shoulder, not traumatic, progressing despite therapy.
## Plan
1. Arthroscopic repair recommended; risks, alternatives and six months of recovery discussed. He wishes to go ahead. Surgery date 07/09/2026 at Kestrel Valley Medical Center.
2. No overhead work until then; note for his employer, Bright Coat Painters.
3. Pre-operative laboratory tests ordered. Never smoked.
Signed electronically by {doctor}, {dos}. Scheduling: {facilityPhone}. Patient's cell: {phone}.`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['M75.100'],
        suggested: ['M75.121'],
        quote: 'Complete rotator cuff tear of the right shoulder, not traumatic',
      },
    ],
  },
  {
    id: 'or-03',
    patient: 'fontes',
    clinician: 'petrov',
    visit: { ...OFFICE, start: '2026-06-18T14:10', end: '2026-06-18T14:25', type: 'Procedure visit' },
    claim: {
      type: 'professional',
      diagnoses: ['M70.62 Trochanteric bursitis, left hip'],
      items: ['99213-25', '20610-LT', 'J3301 x8'],
    },
    procedures: ['Injection of left trochanteric bursa'],
    notes: [
      {
        kind: 'procedure',
        format: 'text',
        text: `PROCEDURE NOTE
Patient:  {chartName}     MRN: {mrn}     DOB: {dob}
Date:     {dos}           By: {doctor}

Pre-procedure diagnosis:   Trochanteric bursitis, left hip
Post-procedure diagnosis:  same

{title} {last} returns for the injection that was planned and consented on 06/04/2026. No new complaint since; nothing
else was evaluated today.

Left lateral hip over the greater trochanter cleaned with chlorhexidine. Point of most tenderness found and marked. 22-gauge
3.5-inch needle to bone, drawn back slightly, then triamcinolone 40 mg (Kenalog-40, 1 mL, single-dose vial, lot
K40-118, nothing discarded) with 5 mL lidocaine 1 % injected in a fan. Blood loss none. Complications none.

After 10 minutes: pain 2/10 from 7/10. Home with written instructions. Stretching sheet. Follow-up 6 weeks if needed.

Ridgeline Orthopedics, {facilityPhone}
Electronically signed: {doctor} {dos} 14:31`,
      },
    ],
    expected: [
      {
        kind: 'units',
        direction: 'over',
        billed: ['J3301'],
        suggested: ['J3301'],
        quote: 'triamcinolone 40 mg (Kenalog-40, 1 mL, single-dose vial',
      },
      {
        kind: 'unsupported-service',
        direction: 'over',
        billed: ['99213'],
        suggested: [],
        quote: 'else was evaluated today',
      },
    ],
  },
  {
    id: 'or-04',
    patient: 'ampofo',
    clinician: 'petrov',
    visit: {
      class: 'AMB',
      place: '11',
      type: 'Office visit, new patient',
      start: '2026-03-17T16:20',
      end: '2026-03-17T16:45',
    },
    claim: {
      type: 'professional',
      diagnoses: ['S93.491A Sprain of other ligament of right ankle, initial encounter'],
      items: ['99203', '73610-RT'],
    },
    procedures: ['Radiographs of right ankle, three views'],
    notes: [
      {
        kind: 'progress',
        format: 'rtf',
        text: `# New patient – ankle injury
**{name}**, {age}, MRN {mrn}, DOB {dob}
{dos} – {doctor}
## History
Rolled the right ankle inward yesterday evening playing futsal at the Eastwater gym. Could walk four steps with pain. Swelling on the outside. No earlier sprain. Healthy, no medicines.
## Examination
| Right ankle | swelling and tenderness over the anterior talofibular ligament; malleoli not tender; anterior drawer firm |
| Foot | fifth metatarsal base and navicular not tender |
| Nerves, vessels | normal |
## X-ray
Right ankle, three views, taken here, read by me: no fracture, mortise even.
## Assessment
Sprain of the anterior talofibular ligament, right ankle, grade 1–2, first visit.
## Plan
- Lace-up brace (he has one), weight as tolerated
- Ice, elevation, ibuprofen over the counter
- Balance exercises from day 5; sport when hopping is free of pain
Signed {doctor}, {dos}. Portal: {email}. Phone {phone}.`,
      },
    ],
    expected: [],
  },
  {
    id: 'or-05',
    patient: 'szymborska',
    clinician: 'stone',
    visit: { ...OFFICE, start: '2026-08-05T10:40', end: '2026-08-05T11:00', reason: 'Fracture follow-up' },
    claim: {
      type: 'professional',
      diagnoses: [
        'S82.64XA Nondisplaced fracture of lateral malleolus of right fibula, initial encounter for closed fracture',
      ],
      items: ['99213'],
    },
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `Fracture clinic, {facility}
{name}  MRN {mrn}  DOB {dob}  Seen {dos}

{age}-year-old librarian, 6 weeks after a nondisplaced fracture of the right lateral malleolus, treated in a boot that the
emergency department gave her; first six weeks were followed by Dr. Amundsen in Pine Hollow, who has retired. She walks
in the boot without pain. No calf pain.

Exam: right ankle, no swelling, fracture site not tender. Dorsiflexion 5 degrees less than left. Skin good. Sensation
normal.

X-rays from Pine Hollow Imaging of 08/03/2026 seen: fracture line filling in, mortise congruent, position unchanged.

Assessment: Nondisplaced fracture of the lateral malleolus, right fibula, closed, routine healing.

Plan: leave the boot over two weeks, then a lace-up brace. Physical therapy referral: motion, balance, calf strength.
Drive when she can brake without pain. Back in 6 weeks. Vitamin D over the counter is fine.

{doctor}
e-signature {dos} 11:12`,
      },
    ],
    expected: [
      {
        kind: 'wrong-diagnosis',
        direction: 'neutral',
        billed: ['S82.64XA'],
        suggested: ['S82.64XD'],
        quote: 'right fibula, closed, routine healing',
      },
    ],
  },
];
