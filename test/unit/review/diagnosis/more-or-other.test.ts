import { describe, expect, it } from '@jest/globals';
import { icd10cmTable } from '#test/support/icd10cm-table.ts';
import { findingsOn } from './review-of.ts';

const table = icd10cmTable(`
A08.0 Rotaviral enteritis
A09 Infectious gastroenteritis and colitis, unspecified
D62 Acute posthemorrhagic anemia
D64.9 Anemia, unspecified
E11.621 Type 2 diabetes mellitus with foot ulcer
E11.40 Type 2 diabetes mellitus with diabetic neuropathy, unspecified
E11.69 Type 2 diabetes mellitus with other specified complication
E11.9 Type 2 diabetes mellitus without complications
E21.0 Primary hyperparathyroidism
E83.52 Hypercalcemia
E86.0 Dehydration
E86.9 Volume depletion, unspecified
F10.20 Alcohol dependence, uncomplicated
F10.21 Alcohol dependence, in remission
G56.01 Carpal tunnel syndrome, right upper limb
G56.03 Carpal tunnel syndrome, bilateral upper limbs
K70.30 Alcoholic cirrhosis of liver without ascites
K70.31 Alcoholic cirrhosis of liver with ascites
K57.20 Diverticulitis of large intestine with perforation and abscess without bleeding
K57.32 Diverticulitis of large intestine without perforation or abscess without bleeding
`);
const on = (text: string, ...codes: string[]): string[] => findingsOn({ text, codes, table });

describe('a code that says less than the record', () => {
  it('is not specific enough where it leaves the kind of the disease open', () => {
    expect(on('FINAL DIAGNOSES\n1. Acute blood loss anemia, transfused', 'D64.9')).toEqual([
      'diagnosis-specificity D64.9 -> D62',
    ]);
    expect(on('ASSESSMENT\n1. Rotavirus gastroenteritis: fluids', 'A09')).toEqual([
      'diagnosis-specificity A09 -> A08.0',
    ]);
  });

  it('is not specific enough where it is for the disease without what the record says', () => {
    expect(on('ASSESSMENT\n1. Alcoholic cirrhosis with ascites: diuretics', 'K70.30')).toEqual([
      'diagnosis-specificity K70.30 -> K70.31',
    ]);
  });

  it('stays where another statement names it outright, or where another line has the complication', () => {
    const text = 'MDM: gastroenteritis with volume depletion.\nFINAL DIAGNOSIS: Dehydration';
    expect(on(text, 'E86.0').join()).not.toContain('E86.9');
    const diabetes = 'ASSESSMENT\n1. Type 2 diabetes with foot ulcer: dressing.\n2. T2DM on long-term insulin.';
    expect(on(diabetes, 'E11.69', 'E11.621').join()).not.toContain('E11.9');
    const denied = 'ASSESSMENT\n1. Type 2 diabetes, at goal. No diabetic neuropathy. Continue metformin.';
    expect(on(denied, 'E11.40').join()).toContain('E11.40 -> E11.9');
  });
});

describe('a code that says another thing than the record', () => {
  it('is wrong for a remission, for both sides, and for what the record denies', () => {
    expect(on('ASSESSMENT\n1. Alcohol use disorder, severe, in sustained remission', 'F10.20')).toEqual([
      'wrong-diagnosis F10.20 -> F10.21',
    ]);
    expect(on('ASSESSMENT\n1. Bilateral carpal tunnel syndrome: splints', 'G56.01')).toEqual([
      'wrong-diagnosis G56.01 -> G56.03',
    ]);
    expect(on('DX: Sigmoid diverticulitis without perforation or abscess', 'K57.20')).toEqual([
      'wrong-diagnosis K57.20 -> K57.32',
    ]);
  });
});
