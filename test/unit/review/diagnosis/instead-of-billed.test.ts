import { describe, expect, it } from '@jest/globals';
import type { InstructionNote } from '#codes/index.ts';
import { icd10cmTable, mceTable } from '#test/support/icd10cm-table.ts';
import { findingsOn } from './review-of.ts';

const ROWS = `
B96.81 Helicobacter pylori [H. pylori] as the cause of diseases classified elsewhere
D62 Acute posthemorrhagic anemia
D64.9 Anemia, unspecified
D49.2 Neoplasm of unspecified behavior of bone, soft tissue, and skin
C44.311 Basal cell carcinoma of skin of nose
E11- Type 2 diabetes mellitus
E11.9 Type 2 diabetes mellitus without complications
E11.649 Type 2 diabetes mellitus with hypoglycemia without coma
E16.2 Hypoglycemia, unspecified
E87.6 Hypokalemia
I10 Essential (primary) hypertension
I63.9 Cerebral infarction, unspecified
J03- Acute tonsillitis
J03.90 Acute tonsillitis, unspecified
J36 Peritonsillar abscess
K25.4 Chronic or unspecified gastric ulcer with hemorrhage
K26.0 Acute duodenal ulcer with hemorrhage
K50.00 Crohn's disease of small intestine without complications
K50.90 Crohn's disease, unspecified, without complications
K51.90 Ulcerative colitis, unspecified, without complications
K92.2 Gastrointestinal hemorrhage, unspecified
M80- Osteoporosis with current pathological fracture
M80.052A Age-related osteoporosis with current pathological fracture, left femur, initial encounter for fracture
M81.0 Age-related osteoporosis without current pathological fracture
R29.705 NIHSS score 5
R29.709 NIHSS score 9
R62.51 Failure to thrive (child)
R62.7 Adult failure to thrive
S72.142A Displaced intertrochanteric fracture of left femur, initial encounter for closed fracture
S72.92XA Unspecified fracture of left femur, initial encounter for closed fracture
T43.225A Adverse effect of selective serotonin reuptake inhibitors, initial encounter
E22.2 Syndrome of inappropriate secretion of antidiuretic hormone
`;
const keeps = (at: string, code: string): InstructionNote[] => [
  { at, text: `kept apart (${code})`, targets: [{ from: code, to: code }] },
];
const table = icd10cmTable(ROWS, {
  excludes1: {
    'K92.2': [...keeps('K92.2', 'K26.0'), ...keeps('K92.2', 'K25.4')],
    J03: keeps('J03', 'J36'),
    K50: keeps('K50', 'K51'),
    K51: keeps('K51', 'K50'),
    'E16.2': keeps('E16.2', 'E11.649'),
  },
});
const on = (text: string, ...codes: string[]): string[] => findingsOn({ text, codes, table });

describe('what the record concludes in place of a billed code that may not stand beside it', () => {
  it('is the source of a bleeding that was billed without one', () => {
    const text =
      'FINAL DIAGNOSES\n1. Acute duodenal ulcer with hemorrhage\n\nHOSPITAL COURSE\nGI bleed: pantoprazole drip.';
    expect(on(text, 'K92.2')).toEqual(['diagnosis-specificity K92.2 -> K26.0']);
    expect(on(text, 'K26.0')).toEqual([]);
  });

  it('is another disease, where nothing names the billed one', () => {
    const text = 'IMPRESSION: Peritonsillar abscess, left, drained today';
    expect(on(text, 'J03.90')).toEqual(['wrong-diagnosis J03.90 -> J36']);
  });

  it('is the one of two that the assessment names, in its detail', () => {
    const text =
      "History. Ulcerative colitis stands in an old list.\n\nAssessment. Crohn's disease of the small intestine, flaring, steroid started.";
    expect(on(text, 'K50.90', 'K51.90')).toContain('excludes1-conflict K50.90+K51.90 -> K50.00');
  });

  it('is the combination that a note at the other code points to', () => {
    const text = 'FINAL DX: Hypoglycemia without coma in type 2 diabetes';
    expect(on(text, 'E11.649', 'E16.2')).toEqual(['excludes1-conflict E11.649+E16.2 -> E11.649']);
  });

  it('is the fracture of osteoporosis for an injury', () => {
    const text = 'DX: Age-related osteoporosis with current fragility fracture, left femur';
    expect(on(text, 'S72.92XA', 'M81.0')).toEqual(['wrong-diagnosis S72.92XA+M81.0 -> M80.052A']);
    expect(on('DX: Fracture of the left femur after a fall from a roof', 'S72.92XA')).toEqual([]);
  });

  it('is a lesion of unspecified behavior while the pathology of a skin cancer is awaited', () => {
    const text =
      'IMPRESSION: Papule of the nose, rule out basal cell carcinoma of skin of nose. No history of skin cancer.';
    expect(on(text, 'C44.311')).toEqual(['unsupported-diagnosis C44.311 -> D49.2']);
  });
});

describe('a code that a number or an age decides', () => {
  it('is the NIHSS score of the note', () => {
    const text = 'HISTORY: stroke, NIHSS on arrival 9.\nIMPRESSION: Cerebral infarction';
    expect(on(text, 'I63.9', 'R29.705')).toEqual(['wrong-diagnosis R29.705 -> R29.709']);
    expect(on(text, 'I63.9', 'R29.709')).toEqual([]);
  });

  it('is the one for adults where the record concludes it', () => {
    const text = 'DISCHARGE DIAGNOSES\n1. Adult failure to thrive';
    const mce = mceTable({ pediatric: ['R62.51'] });
    expect(findingsOn({ text, codes: ['R62.51'], table, tables: { mce }, ageYears: 84 })).toEqual([
      'demographic-conflict R62.51 -> R62.7',
    ]);
  });
});

describe('a conclusion that is not on the claim', () => {
  it('is not the unspecified kin of another one', () => {
    const text = 'FINAL DIAGNOSES\n1. Acute blood loss anemia\n\nHOSPITAL COURSE\nAnemia: two units of red cells.';
    expect(on(text, 'I10')).toContain('missed-diagnosis  -> D62');
    expect(on(text, 'I10')).not.toContain('missed-diagnosis  -> D64.9');
  });

  it('is H. pylori beside the ulcer that it caused', () => {
    const text = 'FINAL DIAGNOSES\n1. Acute duodenal ulcer with hemorrhage\n2. H. pylori, cause of the ulcer';
    expect(on(text, 'K26.0')).toEqual(['missed-diagnosis  -> B96.81']);
  });

  it('is not what was considered and not found', () => {
    expect(
      on('MDM: Peritonsillar abscess, acute duodenal ulcer and hypokalemia considered and not found.', 'I10'),
    ).not.toContain('missed-diagnosis  -> J36');
  });

  it('is supported by its cause, where it is an effect of a drug', () => {
    expect(on('DIAGNOSES: SIADH caused by sertraline, stopped', 'E22.2', 'T43.225A')).toEqual([]);
  });
});
