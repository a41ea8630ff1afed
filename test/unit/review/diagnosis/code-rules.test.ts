import { describe, expect, it } from '@jest/globals';
import { codeTables, icd10cmTable, mceTable } from '#test/support/icd10cm-table.ts';
import { reviewChart } from '#review/index.ts';
import { deidentifiedChart } from '#test/support/deidentified-chart.ts';
import { findingsOn } from './review-of.ts';

const ROWS = `
I32 Pericarditis in diseases classified elsewhere
F33.1 Major depressive disorder, recurrent, moderate
F32.9 Major depressive disorder, single episode, unspecified
G30.1 Alzheimer's disease with late onset
F02.80 Dementia in other diseases classified elsewhere without behavioral disturbance
M54.5 Low back pain
`;
const table = icd10cmTable(ROWS, {
  excludes1: {
    F32: [{ at: 'F32', text: 'recurrent depressive disorder (F33.-)', targets: [{ from: 'F33', to: 'F33' }] }],
  },
  codeFirst: { F02: [{ at: 'F02', text: "Alzheimer's (G30.-)", targets: [{ from: 'G30', to: 'G30' }] }] },
});

describe('rules on the codes themselves', () => {
  it('completes a heading by what the record says', () => {
    const text = 'IMPRESSION:\n1. Gastroesophageal reflux disease with esophagitis, without bleeding.';
    expect(findingsOn({ text, codes: ['K21.0'] })).toEqual(['invalid-code K21.0 -> K21.00']);
  });

  it('never calls a code invalid that may be newer than the table', () => {
    const stale = icd10cmTable(ROWS, {}, { stale: true });
    const chart = deidentifiedChart({
      claim: { diagnoses: [{ sequence: 1, code: 'E66.812', onAdmission: undefined }] },
      documents: [{ text: 'ASSESSMENT: Obesity, class 2' }],
    });
    const { findings, notEvaluated } = reviewChart(chart, codeTables(stale));
    expect(findings).toEqual([]);
    expect(notEvaluated.map(({ rule }) => rule)).toContain('invalid-code');
  });

  it('knows codes that a later year made headings', () => {
    const stale = icd10cmTable(ROWS, {}, { stale: true });
    expect(findingsOn({ text: 'A: Chronic low back pain, stable.', codes: ['M54.5'], table: stale })).toEqual([
      'invalid-code M54.5 -> M54.50',
    ]);
  });

  it('keeps apart what an Excludes1 note keeps apart, once', () => {
    const text = 'ASSESSMENT\n1. Major depressive disorder, recurrent, moderate';
    expect(findingsOn({ text, codes: ['F33.1', 'F32.9'], table })).toEqual(['excludes1-conflict F33.1+F32.9 -> F33.1']);
  });

  it('puts the etiology before its manifestation', () => {
    const text = "A/P:\n1. Alzheimer's disease, late onset, with dementia - progressing";
    expect(findingsOn({ text, codes: ['F02.80', 'G30.1'], table })).toEqual([
      'sequencing F02.80+G30.1 -> G30.1+F02.80',
    ]);
    expect(findingsOn({ text, codes: ['G30.1', 'F02.80'], table })).toEqual([]);
  });

  it('finds codes for another age or sex, and gives the examination of the age', () => {
    const mce = mceTable({ adult: ['Z00.00'], female: ['N76.0'] });
    expect(
      findingsOn({ text: 'ASSESSMENT: Well 4 year old', codes: ['Z00.00'], ageYears: 4, tables: { mce } }),
    ).toEqual(['demographic-conflict Z00.00 -> Z00.129']);
    expect(findingsOn({ text: 'A: vaginitis', codes: ['N76.0'], sex: 'male', tables: { mce } })).toEqual([
      'demographic-conflict N76.0 -> ',
    ]);
  });

  it('says that age and sex were not evaluated without the Code Editor lists', () => {
    const { notEvaluated } = reviewChart(deidentifiedChart({ documents: [{ text: 'A: flu' }] }), codeTables(table));
    expect(notEvaluated.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['age-conflict', 'sex-conflict']));
  });

  it('does not accept an organism or a status code as the first diagnosis', () => {
    const text = 'ASSESSMENT\n1. E. coli urinary tract infection';
    expect(findingsOn({ text, codes: ['B96.20', 'N39.0'] })).toEqual(['sequencing B96.20+N39.0 -> N39.0+B96.20']);
  });
});
