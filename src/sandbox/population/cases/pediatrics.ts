import type { CaseDescription } from '../case-description.ts';

const OFFICE = { class: 'AMB', place: '11', type: 'Office visit, established patient' } as const;

export const PEDIATRICS: readonly CaseDescription[] = [
  {
    id: 'pd-01',
    patient: 'hale',
    clinician: 'lark',
    visit: {
      ...OFFICE,
      start: '2026-02-10T09:00',
      end: '2026-02-10T09:30',
      type: 'Well child visit, established patient',
    },
    claim: {
      type: 'professional',
      diagnoses: [
        'Z00.129 Encounter for routine child health examination without abnormal findings',
        'Z23 Encounter for immunization',
      ],
      items: ['99392-25 >1', '90633 >2', '90460 >2'],
    },
    observations: ['29463-7|Body weight|12.4|kg', '8302-2|Body height|87|cm'],
    procedures: ['Hepatitis A vaccination'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `{facility}            WELL CHILD CHECK - 2 YEARS
Name: {name}      DOB: {dob}     MRN: {mrn}     Date: {dos}
Brought by: mother, {relative} ({relativePhone})

CONCERNS: none. Picky with vegetables.
DEVELOPMENT: runs, kicks a ball, 60+ words, two-word phrases, points to body parts. MCHAT low risk.
DIET/SLEEP: whole milk 16 oz, varied table food, sleeps 11 h + nap.
SAFETY: rear-facing seat, gates, poison control number on the fridge.

GROWTH: weight 12.4 kg (58%), height 87 cm (61%), head 48 cm (60%)
EXAM: active, interactive. Red reflex both eyes. TMs clear. Teeth 16, no caries. Heart no murmur. Abdomen soft.
      Hips stable, gait normal. Skin clear. Neuro normal.

IMMUNIZATIONS: hepatitis A #2 given today, left thigh, lot HV2209. Counselling on the vaccine by me, form given.
   Others up to date.

ASSESSMENT: Routine child health examination without abnormal findings. Growth and development normal.
PLAN: fluoride varnish at dentist in March. Toilet readiness, limits, reading aloud. Next visit 30 months.

{doctor}    signed {dos} 09:41`,
      },
    ],
    expected: [],
  },
  {
    id: 'pd-02',
    patient: 'hale',
    clinician: 'lark',
    visit: { ...OFFICE, start: '2026-03-30T15:20', end: '2026-03-30T15:35', reason: 'Ear pain' },
    claim: { type: 'professional', diagnoses: ['H66.90 Otitis media, unspecified, unspecified ear'], items: ['99213'] },
    medications: ['amoxicillin 400 mg/5 mL suspension, 7 mL twice daily for 10 days'],
    notes: [
      {
        kind: 'progress',
        format: 'html',
        text: `# Sick visit
| Child | {name} |
| DOB | {dob} |
| MRN | {mrn} |
| Date | {dos} |
**Informant:** mother, {relativeFirst}
## History
Two days of cold symptoms, then up all night pulling at the right ear. Temperature 101.2 °F yesterday. Drinking well, wet diapers as usual. No vomiting, no drainage. Goes to Little Acorn daycare. No ear infection before. No allergies to medicines.
## Examination
Temp 100.1 °F, alert, cries with tears. Right tympanic membrane red, bulging, with pus behind it; no perforation. Left tympanic membrane normal. Nose runny. Neck supple. Lungs clear.
## Assessment
Acute suppurative otitis media of the right ear without rupture of the drum.
## Plan
- Amoxicillin 90 mg/kg/day by mouth for 10 days
- Ibuprofen for pain
- Recheck in 3 weeks, sooner if fever lasts more than 48 hours
*{doctor}*, {facility}, signed {dos}`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['H66.90'],
        suggested: ['H66.001'],
        quote: 'Acute suppurative otitis media of the right ear without rupture of the drum',
      },
    ],
  },
  {
    id: 'pd-03',
    patient: 'quispe',
    clinician: 'lark',
    visit: { ...OFFICE, start: '2026-04-14T16:00', end: '2026-04-14T16:20', reason: 'Asthma check' },
    claim: {
      type: 'professional',
      diagnoses: ['J45.31 Mild persistent asthma with (acute) exacerbation'],
      items: ['99214'],
    },
    medications: ['fluticasone 44 mcg inhaler, two puffs twice daily with spacer'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `Asthma follow-up      {dos}
{name}, {age} y, DOB {dob}, MRN {mrn}. Mother {relative} gives the history.

{first} has had mild persistent asthma since age 4. On fluticasone 44, 2 puffs bid with a spacer. Over the last 3
months: daytime symptoms once or twice a month, no night cough, no missed school at Pine Hollow Elementary, no oral
steroid, rescue inhaler used twice. Plays soccer without stopping.

Exam: comfortable, SpO2 99%, RR 18. No wheeze, no retractions. Nose: pale turbinates. Heart normal. Height and weight
on his curve.

Assessment: Mild persistent asthma, well controlled, no exacerbation.

Plan: continue fluticasone at the same dose, refill; spacer technique shown again; school form signed; flu vaccine in
the fall. Return in 4 months.

{doctor}, signed {dos}
{facility}  {facilityPhone}`,
      },
    ],
    expected: [
      {
        kind: 'wrong-diagnosis',
        direction: 'over',
        billed: ['J45.31'],
        suggested: ['J45.30'],
        quote: 'Mild persistent asthma, well controlled, no exacerbation',
      },
      {
        kind: 'level-of-service',
        direction: 'over',
        billed: ['99214'],
        suggested: ['99213'],
        quote: 'continue fluticasone at the same dose',
      },
    ],
  },
  {
    id: 'pd-04',
    patient: 'osei',
    clinician: 'lark',
    visit: { ...OFFICE, start: '2026-01-13T10:40', end: '2026-01-13T10:55', reason: 'Sore throat' },
    claim: { type: 'professional', diagnoses: ['J02.0 Streptococcal pharyngitis'], items: ['99213', '87880-QW'] },
    medications: ['amoxicillin 500 mg capsule, one capsule twice daily for 10 days'],
    procedures: ['Rapid streptococcus antigen test'],
    notes: [
      {
        kind: 'progress',
        format: 'rtf',
        text: `# Bluebird Pediatrics – sick visit
**{name}**  DOB {dob}  MRN {mrn}  {dos}
## HPI
{age}-year-old girl, here with her father, {relative}, with two days of sore throat and pain on swallowing. Temp at home 100.4 °F. No cough, no runny nose, no rash. A classmate has “strep”. Drinks, passes urine as usual. No allergies to medicines; vaccines up to date.
## Exam
| Temp | 99.9 °F |
| Weight | 31 kg |
| Throat | tonsils 2+, red, white exudate; uvula midline |
| Neck | tender anterior nodes |
| Skin | no rash |
## In-office test
Rapid streptococcus A antigen: **positive**.
## Assessment / plan
Streptococcal pharyngitis, uncomplicated. Amoxicillin 500 mg twice a day for 10 days. Soft foods, ibuprofen. Back to school 24 hours after the first dose.
Signed {doctor} – {dos} – call {facilityPhone} with questions.`,
      },
    ],
    expected: [],
  },
  {
    id: 'pd-05',
    patient: 'gallagher',
    clinician: 'lark',
    visit: { ...OFFICE, start: '2026-06-22T17:10', end: '2026-06-22T17:35', reason: 'Wrist injury' },
    claim: {
      type: 'professional',
      diagnoses: ['S52.521 Torus fracture of lower end of right radius'],
      items: ['99213'],
    },
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `{facility}: urgent visit
Patient {chartName}, DOB {dob}, MRN {mrn}
{dos}, with father ({relative}, {relativePhone})

{first} fell off a skateboard on his outstretched right hand about two hours ago. Pain at the wrist, no numbness. No
other injury, did not hit his head, was wearing a helmet. Right-handed. No earlier fracture.

EXAM  Right wrist: mild swelling, tender over the dorsal distal radius, no deformity, skin intact. Snuffbox not tender.
      Moves all fingers, sensation and capillary refill normal. Elbow normal.

X-RAY (Eastwater Imaging, report called to me): torus fracture of the distal right radius, no angulation, growth plate
      intact.

ASSESSMENT  Torus (buckle) fracture, lower end of right radius, closed, first visit for this injury.

PLAN  Removable wrist splint for 3 weeks, provided by the family from the pharmacy. Ibuprofen. No skateboard or gym until
      seen. Recheck on 07/13/2026; no repeat film needed if not tender.

{doctor}   e-signed {dos} 17:50`,
      },
    ],
    expected: [
      {
        kind: 'invalid-code',
        direction: 'neutral',
        billed: ['S52.521'],
        suggested: ['S52.521A'],
        quote: 'first visit for this injury',
      },
    ],
  },
];
