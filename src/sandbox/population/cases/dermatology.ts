import type { CaseDescription } from '../case-description.ts';

const OFFICE = { class: 'AMB', place: '11', type: 'Office visit, established patient' } as const;

export const DERMATOLOGY: readonly CaseDescription[] = [
  {
    id: 'dm-01',
    patient: 'rasmussen',
    clinician: 'sato',
    visit: { ...OFFICE, start: '2026-02-19T08:30', end: '2026-02-19T08:50', type: 'Procedure visit' },
    claim: { type: 'professional', diagnoses: ['L57.0 Actinic keratosis'], items: ['17000', '17003 x4'] },
    procedures: ['Cryosurgery of five actinic keratoses'],
    notes: [
      {
        kind: 'procedure',
        format: 'text',
        text: `SALTMARSH DERMATOLOGY                              {dos}
{chartName}     DOB {dob}     MRN {mrn}

Planned treatment of actinic keratoses found at the skin check of 01/29/2026. No new spots. Retired fisherman, {age}.

LESIONS TREATED TODAY WITH LIQUID NITROGEN (two 8-second cycles each)
  1  right temple            4 mm
  2  right cheek             5 mm
  3  left forehead           6 mm
  4  left ear, helix         4 mm
  5  scalp, vertex           7 mm
Total: 5 actinic keratoses.

Consent given by word. Tolerated well, no bleeding. Blistering, crusting and care explained, sheet given. Hat, sunscreen SPF 50.

Diagnosis: actinic keratoses, face, ear and scalp.
Next full skin check in August. Questions to {facilityPhone}.

{doctor}, electronically signed {dos} 08:57`,
      },
    ],
    expected: [],
  },
  {
    id: 'dm-02',
    patient: 'lindgren',
    clinician: 'sato',
    visit: { ...OFFICE, start: '2026-09-03T14:00', end: '2026-09-03T14:20', type: 'Procedure visit' },
    claim: { type: 'professional', diagnoses: ['L57.0 Actinic keratosis'], items: ['17000', '17003 x9'] },
    procedures: ['Cryosurgery of actinic keratoses'],
    notes: [
      {
        kind: 'procedure',
        format: 'text',
        text: `Cryosurgery note, {dos}
Patient: {name} ({age} M)  /  MRN {mrn}  /  DOB {dob}
Dermatologist: {doctor}

History. Rough spots on the backs of both hands and on the scalp, burnt twice in past years. He worked roofs for
forty years. No bleeding, no growth.

Findings. Six actinic keratoses: three on the dorsum of the right hand, one on the dorsum of the left hand, two on the
crown. No nodule, no induration. Several seborrheic keratoses on the back, left alone.

Treatment. After consent, liquid nitrogen spray, 10 seconds, one cycle, to a total of 6 actinic keratoses. No other
lesion was treated.

Plan. Petrolatum, no picking, long sleeves. Field treatment with fluorouracil to be discussed in winter. He will book
at the desk; his wife {relative} keeps the calendar ({relativePhone}).

Signed electronically by {doctor}, {facility}, {dos}`,
      },
    ],
    expected: [
      {
        kind: 'units',
        direction: 'over',
        billed: ['17003'],
        suggested: ['17003'],
        quote: 'a total of 6 actinic keratoses',
      },
    ],
  },
  {
    id: 'dm-03',
    patient: 'dubois',
    clinician: 'sato',
    visit: { ...OFFICE, start: '2026-04-29T10:00', end: '2026-04-29T11:00', type: 'Procedure visit' },
    claim: {
      type: 'professional',
      diagnoses: ['C44.91 Basal cell carcinoma of skin, unspecified'],
      items: ['11642'],
    },
    procedures: ['Excision of basal cell carcinoma of nose'],
    notes: [
      {
        kind: 'procedure',
        format: 'html',
        text: `# Excision
**Patient:** {name} **DOB:** {dob} **MRN:** {mrn}
**Date:** {dos} **Surgeon:** {doctor} **Assistant:** Imelda Ruiz-Kahn, RN
## Diagnosis
Basal cell carcinoma of skin of nose (left sidewall), nodular, proven by biopsy of 04/08/2026.
## Procedure
After time-out and 2 mL of lidocaine 1 % with epinephrine the tumor was excised as an ellipse to the subcutaneous fat.
| Lesion | 0.8 cm |
| Margin | 0.3 cm on each side |
| Excised diameter | 1.4 cm |
| Final wound length | 2.3 cm |
Layered closure: deep dermis with 5-0 polyglactin, skin with 6-0 nylon, for a 2.3 cm wound. Blood loss 1 mL. Specimen marked at 12 o'clock and sent.
## After
- Pressure dressing; wound care with her husband {relativeFirst} present
- Sutures out on 05/06/2026
- Tylenol only; call {facilityPhone} for bleeding
*Electronically signed, {doctor}, {dos}*`,
      },
      {
        kind: 'pathology',
        format: 'text',
        author: 'path',
        written: '2026-05-01T16:20',
        text: `SURGICAL PATHOLOGY REPORT                Accession S26-04417
Patient: {chartName}   DOB {dob}   MRN {mrn}
Collected {dos}   Submitted by {doctor}

A. SKIN, NOSE, LEFT SIDEWALL, EXCISION:
   - Basal cell carcinoma, nodular
   - Margins free; nearest 2 mm (deep)

GROSS: oriented ellipse of skin, 2.1 x 1.4 x 0.5 cm, suture at 12 o'clock. Inked, serially cut, all in 4 cassettes.
MICROSCOPIC: nests of basaloid cells with palisading in the dermis. No perineural growth.

Ulrich Pfaffenberger, MD, Kestrel Valley Medical Center. Signed 05/01/2026 16:20`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['C44.91'],
        suggested: ['C44.311'],
        quote: 'Basal cell carcinoma of skin of nose',
      },
      {
        kind: 'missed-service',
        direction: 'under',
        billed: [],
        suggested: ['12051'],
        quote: 'Layered closure: deep dermis with 5-0 polyglactin',
      },
    ],
  },
];
