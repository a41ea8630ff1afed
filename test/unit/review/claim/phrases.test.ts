import { describe, expect, it } from '@jest/globals';
import type { CareSetting } from '#deidentify/index.ts';
import { criticalCare } from '#review/em/critical-care.ts';
import { dischargeTime } from '#review/em/discharge-time.ts';
import { emByTime } from '#review/em/em-by-time.ts';
import { lateralityModifier } from '#review/rules/claim/modifiers/laterality-modifier.ts';
import { psychotherapyMinutes } from '#review/rules/claim/units/psychotherapy-minutes.ts';
import { telehealthModifier } from '#review/rules/claim/modifiers/telehealth-modifier.ts';
import { unsignedNote } from '#review/rules/claim/notes/unsigned-note.ts';
import type { Rule } from '#review/rule.ts';
import { said } from './claim-context.ts';

interface Wording {
  readonly rule: Rule;
  readonly setting?: CareSetting;
  readonly items: readonly string[];
  readonly finding: string;
  /** Words of a note that make the finding. */
  readonly found: readonly string[];
  /** Words of a note that look like it and do not. */
  readonly silent: readonly string[];
}

const WORDINGS: Readonly<Record<string, Wording>> = {
  'total time of the clinician': {
    rule: emByTime,
    items: ['99213'],
    finding: 'level-of-service 99213 -> 99214',
    found: [
      'Total time: 34 min',
      'TOTAL TIME SPENT: 34 minutes (review, visit, orders, note)',
      '34 minutes were spent by me on the day of the encounter.',
      'I personally spent a total of thirty-four minutes caring for this patient today.',
      'Total time on DOS (pre-visit review 5, face to face 22, documentation 7) = 34 minutes.',
      'Total time 34 minutes, not including 12 minutes for the joint injection.',
      'Total clinician time 34 minutes. RN teaching 20 minutes additional, not counted.',
      'I spent 65 minutes total, which included 30 minutes of separately billed psychotherapy.',
      'Time spent on date of encounter: 34 minutes (excludes time spent on separately reportable services).',
      'Time attestation: total of 34 minutes was spent on the day of the visit by the billing provider',
    ],
    silent: [
      'Time in room 9:00 to 9:34.',
      'Total time 20-29 minutes.',
      'MA spent 34 minutes rooming and on forms.',
      'Patient walks 34 minutes daily.',
      'Physician time 12 min; nurse educator time 34 min.',
      'Total visit time including nursing and check-in was 55 minutes; my own time was 24 minutes.',
      'I spent 34 minutes with the patient yesterday in the ED.',
      'Total encounter time 34 min, of which 5 min was tobacco cessation counselling (billed separately).',
    ],
  },
  'an audio-only visit': {
    rule: telehealthModifier,
    setting: 'telehealth',
    items: ['99213-95'],
    finding: 'modifier 99213 -> 99213-93',
    found: [
      'Visit conducted by telephone; patient unable to use video.',
      'Modality: telephone only.',
      'Phone only; no smartphone in the home.',
      'Encounter type: phone call, no video.',
      'Spoke with patient by phone. Declined video.',
      'Audio/video connection lost at 3 minutes; remainder completed by telephone.',
    ],
    silent: [
      'Synchronous audio-video via a secure link.',
      'Real-time audio and video telehealth visit.',
      'Telemedicine visit (video). Follow-up by phone next week.',
      'Seen via video. Son joined by phone.',
    ],
  },
  'a visit by audio and video': {
    rule: telehealthModifier,
    setting: 'telehealth',
    items: ['99213'],
    finding: 'modifier 99213 -> 99213-95',
    found: [
      'VIDEO VISIT (live audio + video). Plan on file takes the office codes with modifier.',
      'Telehealth visit via Zoom; patient at home.',
      'Two-way A/V, identity confirmed.',
      'Modality: secure video.',
      'Telepsychiatry (video). Patient at home.',
    ],
    silent: ['Telehealth visit. Video offered and declined.', 'Patient messaged the portal. Next visit by video.'],
  },
  'a note without a signature': {
    rule: unsignedNote,
    items: ['99213'],
    finding: 'documentation-gap 99213 -> ',
    found: [
      'Note status: Incomplete',
      '*** Unsigned draft ***',
      'Signature: ______________ (not signed)',
      'This note has not been signed.',
      'Pending provider signature',
      'Scribed for the physician; awaiting authentication by physician',
    ],
    silent: [
      'Electronically signed by the author.',
      'Consent form signed. Signed: the author',
      'Vaccine record unsigned by school. Signed by the author',
      'Advance directive not signed yet. e-signed by the author',
      'Labs pending. Signed by the author',
    ],
  },
  'forty-five minutes of psychotherapy': {
    rule: psychotherapyMinutes,
    items: ['90837'],
    finding: 'unsupported-service 90837 -> 90834',
    found: [
      'Individual therapy session, 45 minutes.',
      'Session length: 45 min. Individual psychotherapy.',
      'Start: 1400 Stop: 1445. Individual psychotherapy.',
      'Time in 2:00 PM, time out 2:45 PM. Psychotherapy.',
    ],
    silent: [
      'Psychotherapy 60 min. Homework: 45 minutes of exercise a day.',
      'Sleeps 22:00-06:00. Psychotherapy 55 minutes.',
    ],
  },
  'the right knee': {
    rule: lateralityModifier,
    items: ['20610-LT'],
    finding: 'modifier 20610 -> 20610-RT',
    found: [
      'The right knee was prepped and injected with lidocaine.',
      'Injection of R knee performed.',
      'Injected right knee. Left knee not injected today.',
    ],
    silent: ['Knee injected.', 'The left knee was injected. Right knee normal on exam.'],
  },
  'a short discharge': {
    rule: dischargeTime,
    setting: 'inpatient',
    items: ['99239'],
    finding: 'level-of-service 99239 -> 99238',
    found: ['Discharge time: 20 min.', 'Time spent: 28 minutes.', 'Less than 30 minutes spent on discharge.'],
    silent: [
      'Total discharge time 35 minutes.',
      'I spent >30 minutes on discharge.',
      'Discharge planning took 40 minutes.',
    ],
  },
  'short critical care': {
    rule: criticalCare,
    setting: 'ed',
    items: ['99291'],
    finding: 'level-of-service 99291 -> 99285',
    found: ['Critical care 20 min.', 'I provided 25 minutes of critical care.'],
    silent: [
      'Critical care time: 45 minutes exclusive of procedures.',
      'Epinephrine every 3 minutes. Critical care 32 minutes.',
    ],
  },
};

describe.each(Object.entries(WORDINGS))('%s', (_name, { rule, setting, items, finding, found, silent }) => {
  const chart = (note: string) => ({
    items,
    note: `Established patient, follow up.\n${note}`,
    ...(setting ? { setting } : {}),
  });

  it.each(found)('is read from: %s', (note) => {
    expect(said(rule, chart(note))).toEqual([finding]);
  });
  it.each(silent)('is not read from: %s', (note) => {
    expect(said(rule, chart(note))).not.toContain(finding);
  });
});
