import { describe, expect, it } from '@jest/globals';
import { diagnosisPointer } from '#review/rules/claim/eligibility/diagnosis-pointer.ts';
import { icd10cmTable } from '#test/support/icd10cm-table.ts';
import { said } from './claim-context.ts';

const icd10cm = icd10cmTable(`
I10 Essential (primary) hypertension
I48.91 Unspecified atrial fibrillation
R00.2 Palpitations
R07.9 Chest pain, unspecified
M17.11 Unilateral primary osteoarthritis, right knee
J45.20 Mild intermittent asthma, uncomplicated
`);
const pointers = (items: readonly string[], diagnoses: readonly string[], note: string) =>
  said(diagnosisPointer, { items, diagnoses, note, tables: { icd10cm } });

describe('the reason that a note gives for a service', () => {
  it.each([
    ['I48.91', 'Twelve-lead ECG recorded in the office because of the atrial fibrillation, read by me: rate 106.'],
    ['R00.2', 'ECG done today for palpitations: normal sinus rhythm.'],
    ['R07.9', 'EKG performed to evaluate chest pain, no ischemic change.'],
  ])('takes the line to %s: %s', (code, note) => {
    expect(pointers(['99214 1 1,2', '93000 1 2'], [code, 'I10'], note)).toEqual([`diagnosis-pointer 93000 -> ${code}`]);
    expect(pointers(['99214 1 1,2', '93000 1 1'], [code, 'I10'], note)).toEqual([]);
  });

  it.each([
    'ECG today for hypertension and palpitations: sinus rhythm.',
    'ECG done today: normal sinus rhythm. Palpitations have gone.',
    'ECG today for hypertension follow-up, normal.',
  ])('leaves a line that it fits: %s', (note) => {
    expect(pointers(['99214 1 1,2', '93000 1 2'], ['R00.2', 'I10'], note)).toEqual([]);
  });
});
