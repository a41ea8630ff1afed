import type { CaseDescription } from '../case-description.ts';

export const SURGERY: readonly CaseDescription[] = [
  {
    id: 'sx-01',
    patient: 'lindgren',
    clinician: 'iyer',
    visit: {
      class: 'AMB',
      place: '24',
      type: 'Outpatient surgery',
      start: '2026-10-13T07:15',
      end: '2026-10-13T08:20',
    },
    claim: { type: 'professional', diagnoses: ['H25.11 Age-related nuclear cataract, right eye'], items: ['66984-RT'] },
    procedures: ['Cataract extraction with lens implant, left eye'],
    notes: [
      {
        kind: 'operative',
        format: 'pdf',
        text: `# OPERATIVE REPORT
| Patient | {name} |
| DOB / MRN | {dob} / {mrn} |
| Date of surgery | {dos} |
| Surgeon | {doctor} |
| Assistant | Bettina Kross, CST |
| Anesthesia | topical with sedation, Dr. Iben Falk |
## Preoperative diagnosis
Age-related nuclear cataract, left eye
## Postoperative diagnosis
Same
## Operation
Phacoemulsification of cataract with posterior chamber lens implant, left eye
## Description
The left eye was marked in the holding area and confirmed at time-out with the patient, who said “the left one”. After preparation and drape a 2.4 mm temporal clear corneal incision was made. Viscoelastic was placed and a 5 mm capsulorhexis completed. The nucleus was divided and removed (CDE 6.1). Cortex was aspirated. A one-piece acrylic lens of +21.0 D (model ZX-60, serial 7719402811) was placed in the bag. The wound was hydrated and found to be watertight. Moxifloxacin was given into the chamber.
No complications. Blood loss none. To recovery in good condition.
## Plan
Drops by schedule; visit tomorrow at {facility}. His wife {relativeFirst} will drive ({relativePhone}).
Dictated and signed by {doctor}, {dos}`,
      },
    ],
    expected: [
      {
        kind: 'wrong-diagnosis',
        direction: 'neutral',
        billed: ['H25.11'],
        suggested: ['H25.12'],
        quote: 'Age-related nuclear cataract, left eye',
      },
      {
        kind: 'modifier',
        direction: 'neutral',
        billed: ['66984'],
        suggested: ['66984-LT'],
        quote: 'The left eye was marked in the holding area',
      },
    ],
  },
  {
    id: 'sx-02',
    patient: 'iturbe',
    clinician: 'okeke',
    visit: {
      class: 'AMB',
      place: '22',
      type: 'Outpatient surgery',
      start: '2026-09-24T06:30',
      end: '2026-09-24T14:00',
    },
    claim: {
      type: 'professional',
      diagnoses: ['K80.10 Calculus of gallbladder with chronic cholecystitis without obstruction'],
      items: ['47562'],
    },
    procedures: ['Laparoscopic cholecystectomy'],
    notes: [
      {
        kind: 'historyAndPhysical',
        format: 'text',
        written: '2026-09-24T06:50',
        text: `DAY-OF-SURGERY UPDATE
{name}  DOB {dob}  MRN {mrn}  {dos}

Gallstones with attacks of right upper quadrant pain since May, after meals. Ultrasound 08/20/2026: stones, wall 4 mm, duct
4 mm. Liver tests normal. Office consultation of 09/02/2026 reviewed; no change since. NPO since midnight. Marked,
consented. Heart and lungs normal. Ready for surgery.

{doctor}   {dos} 06:52`,
      },
      {
        kind: 'operative',
        format: 'text',
        written: '2026-09-24T10:05',
        text: `OPERATIVE NOTE                                   {facility}
PATIENT     {chartName}      MRN {mrn}
DATE        {dos}
SURGEON     {doctor}         FIRST ASSISTANT  Petra Lindauer, PA-C
ANESTHESIA  general, Dr. Iben Falk

PRE-OP DIAGNOSIS   Calculus of gallbladder with chronic cholecystitis
POST-OP DIAGNOSIS  Calculus of gallbladder with chronic cholecystitis, no obstruction
PROCEDURE          Laparoscopic cholecystectomy

FINDINGS: thick-walled, chronically inflamed gallbladder with several stones. Critical view of safety obtained; cystic duct and
artery were clipped and divided. Ducts not enlarged; no cholangiogram needed. Liver normal.

DESCRIPTION: Time-out. Open entry at the umbilicus, three further 5 mm ports. Adhesions of omentum taken down bluntly. The
gallbladder was dissected from the bed with cautery and removed in a bag. Hemostasis was checked; 20 mL blood loss.
Fascia at the umbilicus closed with 0 polyglactin. Counts correct twice. No complications.

SPECIMEN: gallbladder and stones. DISPOSITION: recovery, home this afternoon with her cousin Itziar.

{doctor}, electronically signed {dos} 10:19`,
      },
    ],
    expected: [],
  },
  {
    id: 'sx-03',
    patient: 'thorne',
    clinician: 'okeke',
    visit: {
      class: 'AMB',
      place: '22',
      type: 'Outpatient surgery',
      start: '2026-06-25T07:00',
      end: '2026-06-25T13:10',
    },
    claim: {
      type: 'professional',
      diagnoses: ['K40.90 Unilateral inguinal hernia, without obstruction or gangrene, not specified as recurrent'],
      items: ['49650'],
    },
    procedures: ['Laparoscopic repair of bilateral inguinal hernia'],
    notes: [
      {
        kind: 'operative',
        format: 'rtf',
        text: `# OPERATIVE NOTE
| Patient | {name} |
| DOB | {dob} |
| MRN | {mrn} |
| Date | {dos} |
| Surgeon | {doctor} |
## Diagnosis
Bilateral inguinal hernia, reducible, first repair
## Procedure
Laparoscopic totally extraperitoneal repair of bilateral inguinal hernias with mesh
## Findings
Right: indirect, 3 cm. Left: direct, 2 cm. No femoral hernia. Contents: fat only; no obstruction.
## Description
After time-out (“both groins”) the preperitoneal space was opened with a balloon. On the right the sac was reduced and the cord freed; a 10 × 15 cm polypropylene mesh was placed over the defect. The same was done on the left. Meshes overlap in the midline; three tacks on each side. Desufflated under vision. Blood loss 10 mL. No complications.
## Plan
- Home today with his wife {relative}, {relativePhone}
- Acetaminophen and ibuprofen; 5 tablets of oxycodone
- No lifting above 20 lb for 3 weeks; clinic 07/09/2026
Electronically signed {doctor} – {dos}`,
      },
      {
        kind: 'telephone',
        format: 'text',
        written: '2026-06-26T10:00',
        text: `Telephone follow-up 06/26/2026 10:00
{name} ({mrn}) called at {phone}. Day 1 after hernia repair. Pain 3/10, passing urine, no fever, small bruise on the left.
Ate breakfast. Questions on showering answered (yes, today). Knows to call {facilityPhone}.
Noted by Petra Lindauer, PA-C for {doctor}`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['K40.90'],
        suggested: ['K40.20'],
        quote: 'Bilateral inguinal hernia, reducible, first repair',
      },
      {
        kind: 'modifier',
        direction: 'under',
        billed: ['49650'],
        suggested: ['49650-50'],
        quote: 'repair of bilateral inguinal hernias with mesh',
      },
    ],
  },
];
