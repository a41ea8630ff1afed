import { describe, expect, it } from '@jest/globals';
import { findingsOn, reviewOf } from './review-of.ts';

describe('a billed diagnosis that the notes do not support', () => {
  it('is reported when the record rules it out', () => {
    const text = 'Discharge diagnoses:\n1. Hypokalemia, IV potassium given\nAcute kidney injury ruled out.';
    expect(findingsOn({ text, codes: ['E87.6', 'N17.9'], setting: 'inpatient', type: 'institutional' })).toEqual([
      'unsupported-diagnosis N17.9 -> ',
    ]);
  });

  it('is replaced by the symptom when it is only suspected outside a hospital stay', () => {
    const text = 'CLINICAL IMPRESSION:\n1. Chest pain, unspecified - r/o NSTEMI\n2. Hypertension, elevated today';
    expect(findingsOn({ text, codes: ['I21.4', 'I10'], setting: 'ed' })).toEqual([
      'unsupported-diagnosis I21.4 -> R07.9',
    ]);
  });

  it('stands when a hospital codes what is still probable at discharge', () => {
    const text = 'FINAL DIAGNOSES\n1. Probable pneumonia, treated with ceftriaxone';
    expect(findingsOn({ text, codes: ['J18.9'], setting: 'inpatient', type: 'institutional' })).toEqual([]);
  });

  it('becomes family history when it is a relative’s', () => {
    const text =
      'FHx: father had colon cancer at age 58.\nIMPRESSION:\n1. Hypertension\n2. Family history of colon cancer in father.';
    expect(findingsOn({ text, codes: ['I10', 'C18.9'] })).toEqual(['unsupported-diagnosis C18.9 -> Z80.0']);
  });

  it('becomes personal history when it is over and no longer treated', () => {
    const text =
      'ASSESSMENT\n1. Hypertension, at goal\n2. Hx L breast ca - no active disease, off all therapy since 2019.';
    expect(findingsOn({ text, codes: ['I10', 'C50.912'] })).toEqual(['unsupported-diagnosis C50.912 -> Z85.3']);
  });

  it('is reported when nothing in the notes names it', () => {
    const text = 'HPI: ear pain.\nASSESSMENT: Hypertension, at goal.';
    expect(findingsOn({ text, codes: ['I10', 'E55.9'] })).toEqual(['unsupported-diagnosis E55.9 -> ']);
  });

  it('is not called absent when a drug stands for it', () => {
    const text = 'Meds: ergocalciferol 50,000 units weekly.\nASSESSMENT: Hypertension, at goal.';
    expect(findingsOn({ text, codes: ['I10', 'E55.9'] })).toEqual([]);
  });

  it('stands when a history of it means that the patient has it', () => {
    expect(findingsOn({ text: 'HPI: 58M h/o HTN.\nASSESSMENT: cough', codes: ['I10'] })).toEqual([]);
  });

  it('is proved by the words of the note', () => {
    const text = 'ASSESSMENT\nNo evidence of pneumonia. Hypertension stable.';
    const [finding] = reviewOf({ text, codes: ['I10', 'J18.9'] });
    const [evidence] = finding?.evidence ?? [];
    expect(evidence?.quote).toBe('No evidence of pneumonia');
    expect(text.slice(evidence?.start, evidence?.end)).toBe(evidence?.quote);
  });
});
