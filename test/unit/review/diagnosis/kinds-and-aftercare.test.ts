import { describe, expect, it } from '@jest/globals';
import { codeTables, icd10cmTable } from '#test/support/icd10cm-table.ts';
import { deidentifiedChart } from '#test/support/deidentified-chart.ts';
import { reviewChart } from '#review/index.ts';
import { findingsOn } from './review-of.ts';

const TABLE = icd10cmTable(`
B18.2 Chronic viral hepatitis C
C43- Malignant melanoma of skin
C43.59 Malignant melanoma of other part of trunk
D03- Melanoma in situ
D03.59 Melanoma in situ of other part of trunk
D49- Neoplasms of unspecified behavior
D49.2 Neoplasm of unspecified behavior of bone, soft tissue, and skin
D49.9 Neoplasm of unspecified behavior of unspecified site
D12- Benign neoplasm of colon, rectum, anus and anal canal
D12.0 Benign neoplasm of cecum
D12.2 Benign neoplasm of ascending colon
D12.5 Benign neoplasm of sigmoid colon
F20.9 Schizophrenia, unspecified
F25.0 Schizoaffective disorder, bipolar type
F25.1 Schizoaffective disorder, depressive type
G47.00 Insomnia, unspecified
H66.91 Otitis media, unspecified, right ear
I10 Essential (primary) hypertension
J18.9 Pneumonia, unspecified organism
J44.0 Chronic obstructive pulmonary disease with (acute) lower respiratory infection
J44.1 Chronic obstructive pulmonary disease with (acute) exacerbation
K21.9 Gastro-esophageal reflux disease without esophagitis
K35- Acute appendicitis
K35.20 Acute appendicitis with generalized peritonitis, without abscess
K35.80 Unspecified acute appendicitis
K35.890 Other acute appendicitis without perforation or gangrene
K37 Unspecified appendicitis
K63.5 Polyp of colon
M17.11 Unilateral primary osteoarthritis, right knee
M17.12 Unilateral primary osteoarthritis, left knee
T67.01XA Heatstroke and sunstroke, initial encounter
T67.5XXA Heat exhaustion, unspecified, initial encounter
Z47.1 Aftercare following joint replacement surgery
Z66 Do not resuscitate
Z86.19 Personal history of other infectious and parasitic diseases
Z96.651 Presence of right artificial knee joint
Z96.652 Presence of left artificial knee joint
`);

const on = (text: string, codes: readonly string[], rest: object = {}): string[] =>
  findingsOn({ text, codes, table: TABLE, ...rest }).filter((finding) => !/^(?:level|documentation)/.test(finding));

describe('what is over, denied or another kind', () => {
  it('reads a cure behind the colon of a name as the end of the disease', () => {
    const text =
      'HPI: Hepatitis C, genotype 3: cured. Feels well.\nAssessment: Hypertension, at goal, continue losartan.';
    expect(on(text, ['I10', 'B18.2'])).toEqual(['unsupported-diagnosis B18.2 -> Z86.19']);
    expect(on('Assessment: Hepatitis C, genotype 3: untreated, referred.', ['B18.2'])).toEqual([]);
  });

  it.each([
    ['HPI: Insomnia of last spring is gone, sleeps through.', 'G47.00'],
    ['Notes: GERD was removed from the problem list, no symptoms.', 'K21.9'],
  ])('takes %j for a condition that is over', (text, code) => {
    const plan = '\nAssessment: Hypertension, at goal, continue losartan.';
    expect(on(text + plan, ['I10', code])).toEqual([`unsupported-diagnosis ${code} -> `]);
  });

  it('lets the examination deny what only the list of past illness names', () => {
    const seen =
      'PMH: ear infection in March.\nExam: TMs pearly, no otitis media.\nAssessment: Hypertension, continue losartan.';
    expect(on(seen, ['I10', 'H66.91'])).toEqual(['unsupported-diagnosis H66.91 -> ']);
    const treated = 'PMH: ear infection in March.\nExam: right TM red.\nAssessment: Right otitis media, amoxicillin.';
    expect(on(treated, ['H66.91'])).toEqual([]);
  });

  it('calls a denied kind of a disease wrong where the record concludes another kind', () => {
    const text = 'Assessment: Heat exhaustion after field work. No heat stroke, never confused.';
    expect(on(text, ['T67.01XA'])).toEqual(['wrong-diagnosis T67.01XA -> T67.5XXA']);
    expect(on(text, ['T67.5XXA'])).toEqual([]);
  });

  it('tells schizoaffective disorder from schizophrenia, whoever of the family has that', () => {
    const text = 'FH: uncle schizophrenia.\nAssessment: Schizoaffective disorder, bipolar type, continue lithium.';
    expect(on(text, ['F20.9'])).toEqual(['wrong-diagnosis F20.9 -> F25.0']);
  });

  it('adds the infection of a lung disease to its exacerbation and does not put it in its place', () => {
    const text =
      'Assessment: 1. Pneumonia, ceftriaxone.\n2. COPD with lower respiratory infection and acute exacerbation, prednisone.';
    expect(on(text, ['J44.1', 'J18.9'])).toEqual(['missed-diagnosis  -> J44.0']);
  });
});

describe('a melanoma that is only suspected', () => {
  it('is not billed as one in situ either', () => {
    const text = 'Assessment: Neoplasm of skin of the back, rule out melanoma. Shave biopsy sent.';
    expect(on(text, ['D03.59'])).toEqual(['unsupported-diagnosis D03.59 -> D49.2']);
    expect(on('Assessment: Melanoma in situ of the back, proven, wide excision planned.', ['D03.59'])).toEqual([]);
  });
});

describe('a category that says only the disease', () => {
  it('is less than the record says, not against it', () => {
    expect(on('Assessment: Acute appendicitis, surgery called.', ['K37'])).toEqual([
      'diagnosis-specificity K37 -> K35.80',
    ]);
  });
});

describe('the joint that was replaced', () => {
  const text =
    'Assessment: 1. Aftercare following left total knee replacement, walking well, therapy daily.\n2. Hypertension, continue losartan.';

  it('is no longer arthritic: aftercare and the artificial joint', () => {
    expect(on(text, ['M17.12', 'I10']).toSorted()).toEqual([
      'missed-diagnosis  -> Z96.652',
      'unsupported-diagnosis M17.12 -> Z47.1',
    ]);
  });

  it('leaves the arthritis of the other side, and asks for no joint that is coded', () => {
    expect(on(text, ['Z47.1', 'Z96.652', 'I10', 'M17.11']).filter((one) => /Z96|-> Z47/.test(one))).toEqual([]);
  });

  it('keeps the arthritis for which a replacement is planned', () => {
    expect(on('Assessment: Left knee osteoarthritis, left total knee replacement in May.', ['M17.12'])).toEqual([]);
  });
});

describe('an order not to resuscitate', () => {
  const stay = { setting: 'inpatient', type: 'institutional' } as const;

  it('is coded when it was in force in the stay', () => {
    const text =
      'Discharge diagnoses: Hypertension.\nHospital course: Losartan continued. DNR order signed on day two.';
    expect(on(text, ['I10'], stay)).toEqual(['missed-diagnosis  -> Z66']);
    expect(on(text, ['I10', 'Z66'], stay)).toEqual([]);
    expect(on(text, ['I10'])).toEqual([]);
  });

  it.each(['DNR was discussed and declined.', 'Not DNR.', 'Full code; no DNR.'])('is not read from %j', (words) => {
    expect(
      on(`Discharge diagnoses: Hypertension.\nHospital course: Losartan continued. ${words}`, ['I10'], stay),
    ).toEqual([]);
  });
});

describe('a polyp and its pathology', () => {
  const billedAs = (report: string, codes: readonly string[]): string[] => {
    const chart = deidentifiedChart({
      setting: 'surgery',
      claim: { diagnoses: codes.map((code, index) => ({ sequence: index + 1, code, onAdmission: undefined })) },
      documents: [
        { title: 'Procedure note', text: 'Impression: colon polyp, removed by snare.' },
        { title: 'Pathology study', text: report },
      ],
    });
    return reviewChart(chart, codeTables(TABLE, {})).findings.map(
      ({ kind, billed, suggested }) => `${kind} ${billed.join('+')} -> ${suggested.join('+')}`,
    );
  };

  it('is a benign neoplasm of the part of the bowel that the report names with the adenoma', () => {
    expect(billedAs('Sigmoid colon polyp: tubular adenoma.', ['K63.5'])).toEqual([
      'diagnosis-specificity K63.5 -> D12.5',
    ]);
    expect(
      billedAs('A. Cecum: tubulovillous adenoma.\nB. Ascending colon: sessile serrated lesion.', ['K63.5']),
    ).toEqual(['diagnosis-specificity K63.5 -> D12.0+D12.2']);
  });

  it('stays a polyp where the report says hyperplastic, no adenoma, or no part of the bowel', () => {
    expect(billedAs('Sigmoid polyp: hyperplastic polyp.', ['K63.5'])).toEqual([]);
    expect(billedAs('Sigmoid polyp: mucosal fold, no adenoma.', ['K63.5'])).toEqual([]);
    expect(billedAs('Polyp: adenoma.', ['K63.5'])).toEqual([]);
  });
});
