import { describe, expect, it } from '@jest/globals';
import { findingsOn } from './review-of.ts';

const on = (statement: string, ...codes: string[]): string[] => findingsOn({ text: `ASSESSMENT\n${statement}`, codes });

describe('a code that leaves open what the record says', () => {
  it.each([
    ['Type 2 diabetes with painful diabetic polyneuropathy.', 'E11.9', 'E11.42'],
    ['Pressure ulcer of sacral region, stage 3, worsening.', 'L89.159', 'L89.153'],
    ['Acute kidney injury due to acute tubular necrosis.', 'N17.9', 'N17.0'],
    ['Acute on chronic systolic heart failure.', 'I50.9', 'I50.23'],
  ])('is to be specified: %s', (statement, billed, documented) => {
    expect(on(statement, billed)).toEqual([`diagnosis-specificity ${billed} -> ${documented}`]);
    expect(on(statement, documented)).toEqual([]);
  });

  it('is a combination when the classification links two conditions', () => {
    expect(on('1. Hypertension\n2. CKD stage 3b', 'I10', 'N18.32')).toEqual(['diagnosis-specificity I10 -> I12.9']);
  });

  it('is left alone when the link is denied', () => {
    expect(on('1. Hypertension\n2. CKD stage 3b, not related to hypertension', 'I10', 'N18.32')).toEqual([]);
  });
});

describe('a code that says what the record does not', () => {
  it.each([
    ['Chronic mucoid otitis media, bilateral', 'H65.31', 'H65.33'],
    ['Chronic mucoid otitis media of the left ear', 'H65.31', 'H65.32'],
    ['Adjustment disorder with anxiety. Denies depressed mood.', 'F43.21', 'F43.22'],
    ['Type 1 diabetes, good control', 'E11.9', 'E10.9'],
  ])('is wrong: %s', (statement, billed, documented) => {
    expect(on(statement, billed)).toEqual([`wrong-diagnosis ${billed} -> ${documented}`]);
    expect(on(statement, documented)).toEqual([]);
  });

  it('has the wrong episode of care when the fracture is healing', () => {
    const text =
      'HPI: cast removed two weeks ago.\nASSESSMENT: Fracture of lower end of right radius, routine healing.';
    expect(findingsOn({ text, codes: ['S52.501A'] })).toEqual(['wrong-diagnosis S52.501A -> S52.501D']);
  });

  it('keeps its A at a first visit that treats the fracture', () => {
    const text =
      'HPI: fell today.\nASSESSMENT: Fracture of lower end of right radius. Splint applied, ORIF scheduled for Monday.';
    expect(findingsOn({ text, codes: ['S52.501A'] })).toEqual([]);
  });
});

describe('a condition that is not on the claim', () => {
  it('is missed when it was concluded and treated', () => {
    expect(on('1. Hypertension - stable\n2. Hypokalemia - K 2.9, IV KCl given, recheck in am', 'I10')).toEqual([
      'missed-diagnosis  -> E87.6',
    ]);
  });

  it('is not missed when it is only named, or left to others', () => {
    expect(on('Hypertension - continue lisinopril. Has hypokalemia', 'I10')).toEqual([]);
    expect(on('1. Hypertension - continue lisinopril\n2. Hypokalemia - managed by nephrology', 'I10')).toEqual([]);
  });

  it('is missed when it has a number of its own in the assessment', () => {
    expect(on('1. Hypertension - continue lisinopril\n2. Hypokalemia', 'I10')).toEqual(['missed-diagnosis  -> E87.6']);
  });

  it('is a companion code: body mass index, insulin, weeks, anticoagulant', () => {
    expect(on('Obesity, BMI 36.2 - dietitian', 'E66.9')).toEqual(['missed-diagnosis  -> Z68.36']);
    expect(on('Type 2 diabetes, continue insulin glargine 20 units', 'E11.9')).toEqual(['missed-diagnosis  -> Z79.4']);
    expect(on('IUP 28w4d. Gestational diabetes, diet controlled', 'O24.410')).toEqual(['missed-diagnosis  -> Z3A.28']);
    expect(on('Paroxysmal AF, continue apixaban 5 mg bid', 'I48.0')).toEqual(['missed-diagnosis  -> Z79.01']);
  });

  it('is no companion when the drug was stopped or the index has no diagnosis', () => {
    expect(on('Type 2 diabetes, insulin glargine was stopped', 'E11.9')).toEqual([]);
    expect(on('Hypertension at goal. BMI 36.2', 'I10')).toEqual([]);
  });
});
