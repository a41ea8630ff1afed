import { describe, expect, it } from '@jest/globals';
import { icd10cmTable } from '#test/support/icd10cm-table.ts';
import { findingsOn } from './review-of.ts';

const table = icd10cmTable(`
A15.0 Tuberculosis of lung
E11- Type 2 diabetes mellitus
E11.9 Type 2 diabetes mellitus without complications
I10 Essential (primary) hypertension
I26.99 Other pulmonary embolism without acute cor pulmonale
I48.0 Paroxysmal atrial fibrillation
K35.80 Unspecified acute appendicitis
A41.9 Sepsis, unspecified organism
D72.829 Elevated white blood cell count, unspecified
G03.9 Meningitis, unspecified
L02.413 Cutaneous abscess of right upper limb
L03.113 Cellulitis of right upper limb
N28.1 Cyst of kidney, acquired
O80 Encounter for full-term uncomplicated delivery
Z21 Asymptomatic human immunodeficiency virus [HIV] infection status
Z22.7 Latent tuberculosis
Z37.0 Single live birth
Z38.00 Single liveborn infant, delivered vaginally
Z38.01 Single liveborn infant, delivered by cesarean
Z79.01 Long term (current) use of anticoagulants
Z79.4 Long term (current) use of insulin
Z95.0 Presence of cardiac pacemaker
`);
const on = (text: string, ...codes: string[]): string[] => findingsOn({ text, codes, table });

describe('a status on the claim', () => {
  it('is not the patient’s where nothing shows it', () => {
    const text = 'ASSESSMENT\n1. Type 2 diabetes, at goal on metformin, continue';
    expect(on(text, 'E11.9', 'Z79.4')).toContain('unsupported-diagnosis Z79.4 -> ');
    expect(on(`${text}, glargine 10 units`, 'E11.9', 'Z79.4')).not.toContain('unsupported-diagnosis Z79.4 -> ');
  });

  it('is not what a relative lives with, nor what a test excluded', () => {
    const text =
      'HPI: brother lives with HIV. Repeat HIV test in 6 weeks.\nASSESSMENT: Hypertension, continue lisinopril';
    expect(on(text, 'I10', 'Z21')).toContain('unsupported-diagnosis Z21 -> ');
  });

  it('is shown by the device, whatever it is called', () => {
    const text = 'PSH: dual chamber PPM 2019.\nASSESSMENT: Hypertension, continue lisinopril';
    expect(on(text, 'I10', 'Z95.0')).toEqual([]);
  });
});

describe('a birth', () => {
  it('takes its outcome on the record of the mother', () => {
    const text = 'DELIVERY: spontaneous vaginal delivery of a live male infant, intact perineum.';
    expect(on(text, 'O80')).toEqual(['missed-diagnosis  -> Z37.0']);
    expect(on(text, 'O80', 'Z37.0')).toEqual([]);
  });

  it('is coded on the record of the child by the way that the diagnoses tell, not a sibling’s', () => {
    const text = 'DIAGNOSES\n1. Single liveborn, vaginal delivery\n\nMATERNAL: brother born by cesarean for breech.';
    expect(on(text, 'Z38.01')).toEqual(['wrong-diagnosis Z38.01 -> Z38.00']);
    expect(on(text, 'Z38.00')).toEqual([]);
  });
});

describe('what is said of a disease that is not there', () => {
  it('gives the other disease of its family that is', () => {
    expect(on('FINAL DX: Cutaneous abscess of right forearm. No cellulitis.', 'L03.113')).toEqual([
      'wrong-diagnosis L03.113 -> L02.413',
    ]);
  });

  it('is heard behind a quoted question', () => {
    const text = 'HOSPITAL COURSE\n"PE?" on the triage sheet. Pulmonary embolism ruled out by CT.';
    expect(on(text, 'I26.99')).toEqual(['unsupported-diagnosis I26.99 -> ']);
  });

  it('is what would have come, was only thought of, or was met by chance', () => {
    const text =
      'MDM: Acute appendicitis, uncomplicated. Would go on to rupture and sepsis untreated. Meningitis considered: neck supple. Incidental renal cyst, no follow-up needed.';
    expect(on(text, 'K35.80')).toEqual([]);
  });
});
