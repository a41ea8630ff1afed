import { describe, expect, it } from '@jest/globals';
import { icd10cmTable } from '#test/support/icd10cm-table.ts';
import { findingsOn } from './review-of.ts';

const TABLE = icd10cmTable(`
C50.411 Malignant neoplasm of upper-outer quadrant of right female breast
C50.421 Malignant neoplasm of upper-outer quadrant of right male breast
C61 Malignant neoplasm of prostate
D48.5 Neoplasm of uncertain behavior of skin
D49.2 Neoplasm of unspecified behavior of bone, soft tissue, and skin
E10- Type 1 diabetes mellitus
E10.9 Type 1 diabetes mellitus without complications
E11- Type 2 diabetes mellitus
E11.9 Type 2 diabetes mellitus without complications
E10.10 Type 1 diabetes mellitus with ketoacidosis without coma
E11.10 Type 2 diabetes mellitus with ketoacidosis without coma
G81- Hemiplegia and hemiparesis
G81.90 Hemiplegia, unspecified affecting unspecified side
G81.91 Hemiplegia, unspecified affecting right dominant side
G81.92 Hemiplegia, unspecified affecting left dominant side
G81.93 Hemiplegia, unspecified affecting right nondominant side
G81.94 Hemiplegia, unspecified affecting left nondominant side
J18.9 Pneumonia, unspecified organism
K21.9 Gastro-esophageal reflux disease without esophagitis
M17.11 Unilateral primary osteoarthritis, right knee
M25.561 Pain in right knee
M25.562 Pain in left knee
N13.2 Hydronephrosis with renal and ureteral calculous obstruction
N13.30 Unspecified hydronephrosis
N20.1 Calculus of ureter
R52 Pain, unspecified
S83.2- Tear of meniscus, current injury
S83.207A Unspecified tear of unspecified meniscus, current injury, left knee, initial encounter
T15.01- Foreign body in cornea, right eye
T15.01XA Foreign body in cornea, right eye, initial encounter
T15.01XD Foreign body in cornea, right eye, subsequent encounter
Z00.121 Encounter for routine child health examination with abnormal findings
Z00.129 Encounter for routine child health examination without abnormal findings
Z85.46 Personal history of malignant neoplasm of prostate
`);

const on = (text: string, codes: readonly string[], rest: object = {}): string[] =>
  findingsOn({ text, codes, table: TABLE, ...rest }).filter((finding) => !/^(?:level|documentation)/.test(finding));

describe('what the record leaves to the guidelines', () => {
  it('takes the right hand for the dominant one unless the record says left-handed', () => {
    expect(on('Assessment: Left hemiparesis, therapy ordered.', ['G81.92'])).toEqual([
      'wrong-diagnosis G81.92 -> G81.94',
    ]);
    expect(on('Assessment: Right hemiparesis, left-handed, therapy ordered.', ['G81.91'])).toContain(
      'wrong-diagnosis G81.91 -> G81.93',
    );
  });

  it('gives a diabetic complication the type that the record states once', () => {
    const text = 'HPI: type 1 diabetes since childhood.\nAssessment: DKA, insulin drip.';
    expect(on(text, ['E11.10'])).toContain('wrong-diagnosis E11.10 -> E10.10');
    expect(on(text, ['E10.10'])).toEqual([]);
  });

  it('completes a heading that lacks only its 7th character', () => {
    expect(on('Slit lamp: metallic foreign body in the cornea.', ['T15.01'])).toContain(
      'invalid-code T15.01 -> T15.01XA',
    );
  });
});

describe('what the clinician concludes', () => {
  it('is the last word on a disease that the history still names', () => {
    const text = 'HPI: told that she had reflux disease.\nImpression by problem\n1. GERD: ruled out by pH study.';
    expect(on(text, ['K21.9'])).toContain('unsupported-diagnosis K21.9 -> ');
  });

  it('ends an acute disease that is called resolved at a visit', () => {
    expect(on('HPI: had pneumonia.\nAssessment: Pneumonia in March, resolved.', ['J18.9'])).toEqual([
      'unsupported-diagnosis J18.9 -> Z87.01',
    ]);
  });

  it('is the pain at its site where the disease is only suspected', () => {
    expect(on('Assessment: Left knee pain, possible meniscal tear. MRI ordered.', ['S83.207A'])).toEqual([
      'unsupported-diagnosis S83.207A -> M25.562',
    ]);
  });

  it('is a current cancer while it is treated', () => {
    const text = 'Assessment: Prostate cancer, on leuprolide every 3 months. Continue.';
    expect(on(text, ['Z85.46'], { sex: 'male' })).toEqual(['wrong-diagnosis Z85.46 -> C61']);
  });

  it('has no uncertain behavior before the pathologist has reported', () => {
    expect(on('Assessment: Nodule of left arm, biopsy sent to pathology.', ['D48.5'])).toEqual([
      'wrong-diagnosis D48.5 -> D49.2',
    ]);
    expect(
      on('Pathology showed neoplasm of uncertain behavior of skin. Re-excision sent to pathology.', ['D48.5']),
    ).toEqual([]);
  });

  it('is one code for a stone and the hydronephrosis behind it', () => {
    expect(on('Assessment: Left ureteral stone with hydronephrosis.', ['N20.1', 'N13.30'])).toEqual([
      'diagnosis-specificity N20.1+N13.30 -> N13.2',
    ]);
  });

  it('says whether a routine examination was normal', () => {
    expect(on('Assessment: Healthy child, no abnormal findings.', ['Z00.121'], { ageYears: 4 })).toEqual([
      'wrong-diagnosis Z00.121 -> Z00.129',
    ]);
  });
});
