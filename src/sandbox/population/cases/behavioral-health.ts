import type { CaseDescription } from '../case-description.ts';

const OFFICE = { class: 'AMB', place: '11', type: 'Office visit, established patient' } as const;

export const BEHAVIORAL_HEALTH: readonly CaseDescription[] = [
  {
    id: 'ps-01',
    patient: 'caldera',
    clinician: 'holt',
    visit: { ...OFFICE, start: '2026-05-12T16:00', end: '2026-05-12T16:46', type: 'Psychotherapy' },
    claim: { type: 'professional', diagnoses: ['F41.1 Generalized anxiety disorder'], items: ['90837'] },
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `PSYCHOTHERAPY PROGRESS NOTE
Client: {name}    DOB: {dob}    MRN: {mrn}
Date: {dos}       Session 9     Therapist: {doctor}
Start 4:00 pm, end 4:45 pm. Psychotherapy time: 45 minutes, face to face, in the office.

Diagnosis: Generalized anxiety disorder

Content: worry about her daughter's move to Pine Hollow and about a review at work. She brought the worry log: 14 entries,
down from 23. Practised decatastrophizing with two entries and planned a worry period at 6 pm. Sleep 6.5 hours.

Mental status: on time, neatly dressed, speech normal, mood "a bit lighter", affect full, thoughts orderly, no suicidal
or homicidal ideation, insight good.

Measure: GAD-7 = 9 (12 a month ago)

Intervention: cognitive behavioral therapy, exposure planning.
Response: engaged, completed the exercise with little prompting.

Plan: worry log, worry period, breathing; next session 05/26/2026 at 4 pm. Crisis line number on file; her phone is {phone}.

{doctor}, Quiet Harbor Behavioral Health. Electronically signed {dos} 17:10`,
      },
    ],
    expected: [
      {
        kind: 'unsupported-service',
        direction: 'over',
        billed: ['90837'],
        suggested: ['90834'],
        quote: 'Psychotherapy time: 45 minutes',
      },
    ],
  },
  {
    id: 'ps-02',
    patient: 'may',
    clinician: 'abara',
    visit: { ...OFFICE, start: '2026-03-19T11:00', end: '2026-03-19T11:30', reason: 'Depression' },
    claim: { type: 'professional', diagnoses: ['F32.A Depression, unspecified'], items: ['99214'] },
    medications: ['sertraline 100 mg tablet, one tablet daily'],
    notes: [
      {
        kind: 'progress',
        format: 'rtf',
        text: `# Quiet Harbor Behavioral Health
**Medication visit** – {name} – DOB {dob} – MRN {mrn} – {dos}
## Interval history
Mr. May is a {age}-year-old line cook. Third episode since 2015; he was well from 2021 until this January. Over the past month low mood most of the day, early waking, poor appetite, little interest in music, slow thinking. He goes to work. Took sertraline 50 mg since February with slight benefit, some loose stools. No suicidal thoughts, no plan; his mother {relative} checks on him daily. He may stay with her this month. No mania ever, no psychosis. Alcohol: two beers on weekends.
## Measures
| PHQ-9 | 16 (was 18) |
| GAD-7 | 6 |
## Mental status
Casual dress, slow speech, mood “flat”, affect constricted, thoughts logical, no delusions, judgment intact.
## Assessment
Major depressive disorder, recurrent, moderate; partial response, not in remission.
## Plan
1. Sertraline 50 mg → 100 mg daily; side effects reviewed
2. Refer to Miriam Holtzclaw, LCSW, for cognitive behavioral therapy
3. Safety plan reviewed; crisis line 988
4. Return in 4 weeks
{doctor} – electronically signed {dos}`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['F32.A'],
        suggested: ['F33.1'],
        quote: 'Major depressive disorder, recurrent, moderate',
      },
    ],
  },
  {
    id: 'ps-03',
    patient: 'kimlevy',
    clinician: 'abara',
    visit: {
      class: 'VR',
      place: '10',
      type: 'Telehealth visit, established patient',
      start: '2026-06-04T09:00',
      end: '2026-06-04T09:20',
    },
    claim: {
      type: 'professional',
      diagnoses: [
        'F90.0 Attention-deficit hyperactivity disorder, predominantly inattentive type',
        'F41.1 Generalized anxiety disorder',
      ],
      items: ['99214-95 >1,2'],
    },
    medications: [
      'methylphenidate ER 36 mg tablet, one tablet every morning',
      'escitalopram 10 mg tablet, one tablet daily',
    ],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `Telehealth medication visit, live video (audio and picture)
Patient: {name}, DOB {dob}, MRN {mrn}. Identity checked by name and birth date. Patient at home, {address}. Clinician at
{facility}. Consent to telehealth on file. Date {dos}.

Interval: {age}, graduate student. ADHD, inattentive: finishes readings, hands in on time, no evening rebound on
methylphenidate ER 36 mg. Appetite fine, sleeps 7-8 h. Anxiety: steady on escitalopram 10 mg, no panic since last fall.
No palpitations. No misuse; state monitoring program checked today, as expected.

MSE: well groomed, attentive, speech normal, mood "good", affect bright, no SI/HI, insight good.
Home BP by her cuff 116/70, pulse 72.

Assessment
1. Attention-deficit hyperactivity disorder, predominantly inattentive type, stable on treatment
2. Generalized anxiety disorder, stable on treatment

Plan
1. Continue methylphenidate ER 36 mg qAM, #30 x 3 months
2. Continue escitalopram 10 mg daily, refilled
3. Return in 3 months by video

{doctor}  e-signed {dos} 09:27`,
      },
    ],
    expected: [],
  },
];
