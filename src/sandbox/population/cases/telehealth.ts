import type { CaseDescription } from '../case-description.ts';

const VIDEO = { class: 'VR', place: '10', type: 'Telehealth visit, established patient' } as const;

export const TELEHEALTH: readonly CaseDescription[] = [
  {
    id: 'te-01',
    patient: 'okafor',
    clinician: 'birch',
    visit: { ...VIDEO, start: '2026-11-03T12:00', end: '2026-11-03T12:15', reason: 'Sinus symptoms' },
    claim: { type: 'professional', diagnoses: ['J01.00 Acute maxillary sinusitis, unspecified'], items: ['99214-95'] },
    medications: ['amoxicillin-clavulanate 875/125 mg tablet, one tablet twice daily for 7 days'],
    notes: [
      {
        kind: 'progress',
        format: 'html',
        text: `# Video visit
**Patient:** {name} **DOB:** {dob} **MRN:** {mrn} **Date:** {dos}
Live audio and video; patient at home in {city}, clinician at {facility}. Consent given.
## Subjective
Ten days of stuffy nose with thick yellow mucus and pressure in both cheeks, better after a week, then worse again since Saturday. No fever, no eye swelling, no headache at the back. No allergies to medicines. {age} years old, no asthma, never smoked. Tried a decongestant without effect.
## Objective (by video)
Comfortable, nasal voice; presses on both cheeks and says they hurt. No swelling around the eyes.
## Assessment
Acute maxillary sinusitis, both sides, uncomplicated.
## Plan
- Amoxicillin-clavulanate for 7 days, saline rinses
- In person if no better in 3 days
Total time on the date of the visit: 14 minutes.
Signed electronically, {doctor}, {dos}`,
      },
    ],
    expected: [
      {
        kind: 'level-of-service',
        direction: 'over',
        billed: ['99214'],
        suggested: ['99213'],
        quote: 'Acute maxillary sinusitis, both sides, uncomplicated',
      },
    ],
  },
  {
    id: 'te-02',
    patient: 'kimlevy',
    clinician: 'mwangi',
    visit: { ...VIDEO, start: '2026-09-22T17:00', end: '2026-09-22T17:30', reason: 'Migraine' },
    claim: {
      type: 'professional',
      diagnoses: ['G43.109 Migraine with aura, not intractable, without status migrainosus'],
      items: ['99213-95'],
    },
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `VIDEO VISIT {dos}  (synchronous audio-video, patient at home, {city})
Pt: {name}  DOB {dob}  MRN {mrn}

{title} {last} ({age}) wants to go over her migraine with aura. Zigzag lights for 20 minutes, then throbbing pain on one side
for a day, two a month, unchanged over a year, each ended by naproxen. We talked through triggers (exam weeks, skipped
meals, wine), the record of her neurologist in Pine Hollow, which I read, and why an estrogen pill is not for her; she
has the levonorgestrel IUD. She would rather not take a daily medicine now.

By video: well, fluent, face symmetric, finger taps even, walks in line.

Assessment: Migraine with aura, not intractable, stable.

Plan: naproxen early with food, magnesium 400 mg, regular meals and sleep, diary app. To the emergency department for
weakness, worst headache or aura beyond an hour. Visit again in 6 months.

Total time today 34 minutes (record review, visit, documentation).

{doctor}, electronically signed {dos} 17:41`,
      },
    ],
    expected: [
      {
        kind: 'level-of-service',
        direction: 'under',
        billed: ['99213'],
        suggested: ['99214'],
        quote: 'Total time today 34 minutes',
      },
    ],
  },
];
