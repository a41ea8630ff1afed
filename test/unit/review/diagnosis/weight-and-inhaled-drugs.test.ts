import { describe, expect, it } from '@jest/globals';
import { icd10cmTable } from '#test/support/icd10cm-table.ts';
import { findingsOn } from './review-of.ts';

const TABLE = icd10cmTable(`
E66.9 Obesity, unspecified
F50.2 Bulimia nervosa
J30.1 Allergic rhinitis due to pollen
J45.30 Mild persistent asthma, uncomplicated
Z68.1 Body mass index [BMI] 19.9 or less, adult
Z68.21 Body mass index [BMI] 21.0-21.9, adult
Z68.31 Body mass index [BMI] 31.0-31.9, adult
Z79.51 Long term (current) use of inhaled steroids
`);

describe('a body mass index', () => {
  const bulimia = (index: string): string[] =>
    findingsOn({
      text: `BMI ${index}\nASSESSMENT\n1. Bulimia nervosa - improving, continue therapy.`,
      codes: ['F50.2'],
      table: TABLE,
    });

  it('is not asked for beside an eating disorder where it is neither low nor high', () => {
    expect(bulimia('21.8')).toEqual([]);
  });

  it('is asked for beside an eating disorder where it is low', () => {
    expect(bulimia('17.2')).toEqual(['missed-diagnosis  -> Z68.1']);
  });
});

describe('a steroid for asthma', () => {
  const asthma = (drug: string): string[] =>
    findingsOn({
      text: `MEDICATIONS\n${drug}\nASSESSMENT\n1. Mild persistent asthma, uncomplicated, stable.\n2. Allergic rhinitis due to pollen.`,
      codes: ['J45.30', 'J30.1'],
      table: TABLE,
    });

  it('is not inhaled when it goes into the nose', () => {
    expect(asthma('fluticasone nasal 1 spray each side daily')).toEqual([]);
  });

  it('is inhaled for long when it is taken by puffs each day', () => {
    expect(asthma('fluticasone 44 mcg 2 puffs bid')).toEqual(['missed-diagnosis  -> Z79.51']);
  });
});
