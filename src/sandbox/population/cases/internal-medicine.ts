import type { CaseDescription } from '../case-description.ts';

const OFFICE = { class: 'AMB', place: '11', type: 'Office visit, established patient' } as const;

export const INTERNAL_MEDICINE: readonly CaseDescription[] = [
  {
    id: 'im-01',
    patient: 'boateng',
    clinician: 'mwangi',
    visit: { ...OFFICE, start: '2026-03-25T09:40', end: '2026-03-25T10:10', reason: 'Heart failure follow-up' },
    claim: {
      type: 'professional',
      diagnoses: [
        'I11.0 Hypertensive heart disease with heart failure',
        'I50.22 Chronic systolic (congestive) heart failure',
      ],
      items: ['99214 >1,2'],
    },
    observations: ['8480-6|Systolic blood pressure|118|mm[Hg]', '29463-7|Body weight|64.1|kg'],
    medications: ['sacubitril-valsartan 49/51 mg tablet, one tablet twice daily'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `{facility}
Date: {dos}
Re: {name}, born {dob}, record {mrn}

This pleasant {age}-year-old lady, a former seamstress, returns with her son {relativeFirst} for her hypertensive heart
disease with chronic systolic heart failure, ejection fraction 35 percent on the echocardiogram of January. She sleeps on
one pillow, climbs a flight of stairs with one stop, and weighs herself every morning; the book shows 140 to 142 pounds.
She has had no swelling, no faintness and no chest pain. She takes carvedilol 12.5 mg twice a day, furosemide 20 mg, and
sacubitril-valsartan 24/26 twice a day, and she misses none.

Blood pressure is 118 over 70 sitting and 114 over 68 standing, pulse 66 and regular, weight 141 pounds. Neck veins are
flat. The lungs are clear. There is a soft apical systolic murmur, unchanged. There is no edema.

Potassium 4.4 and creatinine 0.9 on March 18.

Impression and plan. Hypertensive heart disease with chronic systolic heart failure, compensated, blood pressure at
goal. I have raised sacubitril-valsartan to 49/51 twice a day, and left the other medicines as they are. Electrolytes in two
weeks. She knows to call {facilityPhone} for a gain of three pounds in a day. Return in eight weeks.

{doctor}
Dictated and electronically signed {dos}`,
      },
    ],
    expected: [],
  },
  {
    id: 'im-02',
    patient: 'sandoval',
    clinician: 'feld',
    visit: { ...OFFICE, start: '2026-05-06T08:20', end: '2026-05-06T08:45', reason: 'Thyroid and cholesterol' },
    claim: {
      type: 'professional',
      diagnoses: ['E03.9 Hypothyroidism, unspecified', 'E78.5 Hyperlipidemia, unspecified'],
      items: ['99213 >1,2'],
    },
    observations: ['3016-3|Thyrotropin|2.1|m[IU]/L', '13457-7|LDL cholesterol|88|mg/dL'],
    medications: ['levothyroxine 88 mcg tablet, one tablet daily', 'atorvastatin 40 mg tablet, one tablet at bedtime'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `SOAP NOTE                                   {facility}
{chartName}   {mrn}   DOB {dob}   DOS {dos}

S  67-ish y/o contractor (chart says {age}) for 6-mo check. Energy fine, no cold intolerance, no constipation. Taking
   levothyroxine on an empty stomach. On atorvastatin without muscle aches. Diet better since his divorce. No CP/SOB.

O  BP 126/78  HR 64  Wt 182 lb (no change)
   Neck: thyroid not enlarged. CV: RRR. Lungs: clear. Skin: normal.
   Labs (04/29/2026): TSH 2.1, LDL 88, HDL 44, TG 228, ALT 22

A  1. Hypothyroidism - stable, at goal on 88 mcg.
   2. Mixed hyperlipidemia - LDL at goal, TG slightly up. Stable on atorvastatin 40.

P  1. Continue levothyroxine 88 mcg daily, refill x 12 mo. TSH in 1 year.
   2. Continue atorvastatin 40 mg qhs, refill x 12 mo. Less alcohol, more fish. Lipids in 6 mo.
   3. Zoster #2 at pharmacy.

RTC 6 months.  Cell {phone}.
{doctor}  e-sig {dos} 09:02`,
      },
    ],
    expected: [
      {
        kind: 'level-of-service',
        direction: 'under',
        billed: ['99213'],
        suggested: ['99214'],
        quote: 'Continue atorvastatin 40 mg qhs',
      },
      {
        kind: 'diagnosis-specificity',
        direction: 'under',
        billed: ['E78.5'],
        suggested: ['E78.2'],
        quote: 'Mixed hyperlipidemia',
      },
    ],
  },
  {
    id: 'im-03',
    patient: 'abramova',
    clinician: 'mwangi',
    visit: { ...OFFICE, start: '2026-04-08T10:30', end: '2026-04-08T10:55', reason: 'Blood pressure follow-up' },
    claim: {
      type: 'professional',
      diagnoses: ['I10 Essential (primary) hypertension', 'I82.412 Acute embolism and thrombosis of left femoral vein'],
      items: ['99213 >1,2'],
    },
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `Larkspur clinic note
Patient {name} | {dob} | #{mrn} | {dos}

Subjective:
Follow-up of hypertension. Doing well on hydrochlorothiazide 25 mg. Home log 120s/70s. She flies to see her sister in
June and asks whether she must take a blood thinner for the flight. No leg swelling, no calf pain, no dyspnea.

Past medical history:
* Hypertension since 2015
* History of left femoral DVT in 2021 after ankle surgery, completed 6 months of apixaban, no recurrence
* Cholecystectomy 2009

Objective:
BP 124/76, HR 72, O2 sat 98%. Legs equal in girth, no tenderness, no varicosities. Heart and lungs normal.

Assessment/Plan:
1. Essential hypertension, controlled. Continue HCTZ 25 mg daily. BMP today.
2. History of DVT, provoked, resolved. No anticoagulation. For the flight: aisle seat, walking, stockings, fluids.

Follow up in 6 months.
Signed {doctor} on {dos}
{facility}, {facilityPhone}`,
      },
    ],
    expected: [
      {
        kind: 'unsupported-diagnosis',
        direction: 'over',
        billed: ['I82.412'],
        suggested: ['Z86.718'],
        quote: 'History of left femoral DVT in 2021',
      },
    ],
  },
  {
    id: 'im-04',
    patient: 'baptiste',
    clinician: 'feld',
    visit: { ...OFFICE, start: '2026-06-16T11:00', end: '2026-06-16T11:30', reason: 'Diabetes check' },
    claim: {
      type: 'professional',
      diagnoses: [
        'E11.40 Type 2 diabetes mellitus with diabetic neuropathy, unspecified',
        'I10 Essential (primary) hypertension',
        'Z79.84 Long term (current) use of oral hypoglycemic drugs',
      ],
      items: ['99214 >1,2'],
    },
    observations: ['4548-4|Hemoglobin A1c|6.7|%'],
    notes: [
      {
        kind: 'progress',
        format: 'html',
        alsoAs: 'rtf',
        text: `# Diabetes visit
**{name}** · MRN {mrn} · DOB {dob} · {dos}
## Interval history
{age}-year-old postal clerk with type 2 diabetes for 9 years. Takes metformin ER 2000 mg a day; no side effects. No hypoglycemia. No burning, tingling or numbness in the feet. His sister {relative} cooks for both of them.
## Examination
| Blood pressure | 128/76 |
| Weight | 204 lb |
| Feet | skin intact, pulses 2+, 10 of 10 monofilament sites felt on each side, vibration normal |
| A1c | 6.7 % (6.9 % in December) |
## Assessment and plan
1. Type 2 diabetes, at goal. No diabetic neuropathy: monofilament and vibration are normal. Continue metformin ER, refill sent.
2. Essential hypertension, at goal. Continue lisinopril 10 mg, refill sent.
3. Dilated eye examination due in August.
Reviewed and signed by {doctor}, {dos}. {facility}, {facilityPhone}.`,
      },
    ],
    expected: [
      {
        kind: 'unsupported-diagnosis',
        direction: 'over',
        billed: ['E11.40'],
        suggested: ['E11.9'],
        quote: 'No diabetic neuropathy',
      },
    ],
  },
  {
    id: 'im-05',
    patient: 'cho',
    clinician: 'mwangi',
    visit: {
      class: 'AMB',
      place: '11',
      type: 'Office visit, new patient',
      start: '2026-01-28T13:00',
      end: '2026-01-28T13:50',
    },
    claim: {
      type: 'professional',
      diagnoses: ['R73.03 Prediabetes', 'I10 Essential (primary) hypertension', 'G47.00 Insomnia, unspecified'],
      items: ['99204 >1,2,3'],
    },
    notes: [
      {
        kind: 'historyAndPhysical',
        format: 'pdf',
        text: `# NEW PATIENT VISIT
| Patient | {name} |
| Date of birth | {dob} |
| Medical record | {mrn} |
| Date of visit | {dos} |
| Clinician | {doctor} |
## History of present illness
{title} {last} is a {age}-year-old pharmacist who moved to {city} in the fall and is new to this practice. She brings records from Dr. Alderete at her former clinic, which I read: A1c 6.1 in July, blood pressure 142/86 and 138/88 at two visits, chlorthalidone begun in August.
She sleeps about five hours. She falls asleep easily but wakes at three and cannot return to sleep. No snoring, no daytime dozing, no low mood.
## Past history
Two children. Tonsillectomy. No hospital stays. Mother has hypertension; no diabetes in the family. Never smoked, wine on weekends.
## Examination
BP 130/80, pulse 70, BMI 25.6. Oropharynx open. Thyroid normal. Heart, lungs, abdomen, skin and neurological examination normal.
## Assessment
- Prediabetes, A1c 6.0 today. Diet and activity reviewed, enrolled in the prevention class.
- Essential hypertension, near goal. Continue chlorthalidone 12.5 mg; BMP ordered.
- Insomnia, sleep maintenance. Sleep restriction and stimulus control explained; handout.
## Time
Total time spent by me on the date of the encounter: 48 minutes, which includes reading the outside records, the visit itself, orders and documentation.
Signed electronically by {doctor}, {dos}. Contact {phone}, {email}.`,
      },
    ],
    expected: [],
  },
  {
    id: 'im-06',
    patient: 'foley',
    clinician: 'feld',
    visit: { ...OFFICE, start: '2026-08-19T10:00', end: '2026-08-19T10:30', reason: 'Asthma follow-up' },
    claim: {
      type: 'professional',
      diagnoses: ['J45.40 Moderate persistent asthma, uncomplicated', 'I10 Essential (primary) hypertension'],
      items: ['99214-25 >1,2', '94010 >2'],
    },
    procedures: ['Spirometry'],
    notes: [
      {
        kind: 'progress',
        format: 'text',
        text: `{facility} - Visit of {dos}
{name} ({mrn}), {age} yo

REASON: asthma, blood pressure

HISTORY: {title} {last} uses budesonide-formoterol 160/4.5 two puffs twice daily; rescue puffs about once a week. No night
waking since spring. No ED visit this year. He runs 3 miles. Triggers: cats, cold air. Blood pressure at home 118-126/74-80
on losartan 50. No cough, no dizziness.

EXAM: BP 122/78, HR 68, RR 14, SpO2 99% RA. No wheeze, good air entry. Heart regular.

SPIROMETRY (done here today, read by me): FEV1 86% predicted, FEV1/FVC 0.76, good effort; no obstruction. Compared with
79% last year.

ASSESSMENT / PLAN
#1 Moderate persistent asthma, uncomplicated, well controlled. Continue budesonide-formoterol; refilled. Action plan
   renewed. Step-down to be discussed in winter if still this good.
#2 Essential hypertension, at goal. Continue losartan 50 mg daily, refilled.
#3 Flu and pneumococcal vaccines in October.

{doctor}
Electronically signed {dos} 10:58
cc: patient portal ({email})`,
      },
    ],
    expected: [
      {
        kind: 'diagnosis-pointer',
        direction: 'neutral',
        billed: ['94010'],
        suggested: ['94010'],
        quote: 'Moderate persistent asthma, uncomplicated, well controlled',
      },
    ],
  },
];
