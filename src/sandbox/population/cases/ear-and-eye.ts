import type { CaseDescription } from '../case-description.ts';

const OFFICE = { class: 'AMB', place: '11', type: 'Office visit, established patient' } as const;

export const EAR_AND_EYE: readonly CaseDescription[] = [
  {
    id: 'et-01',
    patient: 'grange',
    clinician: 'vance',
    visit: {
      class: 'AMB',
      place: '11',
      type: 'Office visit, new patient',
      start: '2026-01-15T14:00',
      end: '2026-01-15T14:35',
    },
    claim: { type: 'professional', diagnoses: ['J38.2 Nodules of vocal cords'], items: ['99203-25', '31575'] },
    procedures: ['Flexible laryngoscopy'],
    notes: [
      {
        kind: 'consult',
        format: 'text',
        text: `{facility} - NEW PATIENT
{chartName}  |  DOB {dob}  |  MRN {mrn}  |  {dos}

HOARSENESS
{age}-year-old choir director, hoarse for 3 months, worse at the end of the day and after rehearsals. No pain, no trouble
swallowing, no cough, no weight loss. Never smoked. Drinks little water. No reflux symptoms. Father had a stroke at 70.

EXAM
Voice: rough, breathy, breaks on high notes. Ears, nose, mouth, oropharynx normal. Neck: no mass, no nodes, thyroid normal.

FLEXIBLE LARYNGOSCOPY (separate procedure, consent given)
Because the larynx could not be seen with the mirror (gag), oxymetazoline and lidocaine were sprayed and the flexible scope
passed through the right nostril. Nasopharynx normal. Base of tongue normal. Vocal cords move fully; small white paired
nodules at the junction of the front and middle thirds, with an hourglass gap. No mass, no pooling. Tolerated well.

ASSESSMENT: Vocal cord nodules, bilateral.

PLAN
- Voice therapy, 8 sessions, with Delphine Aubry, SLP
- Water, amplification at rehearsals, no whispering
- No medicine needed. Recheck with scope in 3 months

{doctor}   signed {dos}   {email}`,
      },
    ],
    expected: [],
  },
  {
    id: 'et-02',
    patient: 'yildiz',
    clinician: 'vance',
    visit: { ...OFFICE, start: '2026-02-26T09:10', end: '2026-02-26T09:35', reason: 'Hearing loss' },
    claim: {
      type: 'professional',
      diagnoses: ['H91.90 Unspecified hearing loss, unspecified ear'],
      items: ['99213', '92557'],
    },
    procedures: ['Comprehensive audiometry'],
    notes: [
      {
        kind: 'progress',
        format: 'pdf',
        text: `# {facility}
## Hearing evaluation – {dos}
| Patient | {name} |
| DOB | {dob} |
| MRN | {mrn} |
| Accompanied by | daughter {relative}, {relativePhone} |
## History
{age}-year-old retired machinist. For five years he has asked people to repeat, mostly in company. Both ears alike. Forty years in a noisy shop, ear protection only in the last ten. No pain, no discharge, no dizziness. Steady ringing, not troublesome.
## Examination
Canals clear, drums normal and mobile on both sides. Rinne positive on both sides, Weber in the midline.
## Audiogram of today (audiologist T. Marchetti)
- Air and bone thresholds: sloping loss, 25 dB at 500 Hz to 65 dB at 4 kHz, alike on both sides, no air–bone gap
- Speech recognition: right 84 %, left 80 %
## Assessment
Sensorineural hearing loss, bilateral, age and noise related.
## Plan
Hearing aid evaluation. Communication tips for the family. Audiogram again in 1 year; at once if one side changes suddenly.
Signed {doctor}, {dos}`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['H91.90'],
        suggested: ['H90.3'],
        quote: 'Sensorineural hearing loss, bilateral',
      },
    ],
  },
  {
    id: 'op-01',
    patient: 'nakamura',
    clinician: 'iyer',
    visit: { ...OFFICE, start: '2026-06-30T08:00', end: '2026-06-30T08:45', reason: 'Glaucoma' },
    claim: {
      type: 'professional',
      diagnoses: ['H40.1131 Primary open-angle glaucoma, bilateral, mild stage'],
      items: ['92014', '92083'],
    },
    medications: ['latanoprost 0.005 % eye drops, one drop in each eye at bedtime'],
    procedures: ['Visual field examination, extended'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `CLEARBROOK EYE ASSOCIATES
{name}      {mrn}      DOB {dob}      exam {dos}

CC  glaucoma check, 6 mo. Drops every night, his wife {relativeFirst} helps. No pain, no halos.

              OD (right)             OS (left)
VA cc         20/25                  20/25
IOP 08:12     15                     16              (target 17 or less)
Slit lamp     quiet, PCIOL           quiet, 1+ NS
Disc          C/D 0.65, no heme      C/D 0.65, no heme
Macula/periph flat, no edema         flat, no edema     (dilated 08:20, 90 D and BIO)

VISUAL FIELD 24-2 today, both eyes, reliable. OD early superior nasal step, MD -2.4 (was -2.6). OS full, MD -1.3.
Interpretation: no progression on either side.

ASSESSMENT  Primary open-angle glaucoma, bilateral, mild stage, stable at target.

PLAN  Latanoprost qhs OU, continue, refilled. OCT next visit. 6 months.

{doctor}   electronically signed {dos} 08:52`,
      },
    ],
    expected: [],
  },
  {
    id: 'op-02',
    patient: 'achterberg',
    clinician: 'iyer',
    visit: { ...OFFICE, start: '2026-07-16T10:00', end: '2026-07-16T10:40', reason: 'Blurred vision' },
    claim: { type: 'professional', diagnoses: ['H25.9 Unspecified age-related cataract'], items: ['92014'] },
    notes: [
      {
        kind: 'progress',
        format: 'html',
        text: `# Comprehensive eye examination
**{name}** DOB {dob} MRN {mrn} **{dos}**
## Complaint
Glare from headlights for about a year, both eyes. Reads with more light. No pain, no flashes, no floaters. Never had eye surgery; wears glasses since school. No drops.
## Findings
|  | Right | Left |
| Acuity, corrected | 20/40 | 20/30 |
| Pressure | 14 | 14 |
| Lens | nuclear sclerosis 2+ | nuclear sclerosis 2+ |
| Retina, dilated | flat, normal | flat, normal |
## Assessment
Age-related nuclear cataract, both eyes, the right a little worse.
## Plan
- New glasses with antireflective coating; surgery explained, she prefers to wait
- Avoid driving at night in rain; her daughter {relativeFirst} will drive
- Return in 6 months
{doctor}, {facility}. Signed {dos}. Patient phone {phone}.`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['H25.9'],
        suggested: ['H25.13'],
        quote: 'Age-related nuclear cataract, both eyes',
      },
    ],
  },
];
