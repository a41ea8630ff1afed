import { describe, expect, it } from '@jest/globals';
import { icd10cmTable } from '#test/support/icd10cm-table.ts';
import { findingsOn } from './review-of.ts';

const TABLE = icd10cmTable(`
B01.9 Varicella without complication
B15.9 Hepatitis A without hepatic coma
D68.32 Hemorrhagic disorder due to extrinsic circulating anticoagulants
E30.0 Delayed puberty
E66.9 Obesity, unspecified
I10 Essential (primary) hypertension
J18.9 Pneumonia, unspecified organism
K02.9 Dental caries, unspecified
K59.00 Constipation, unspecified
`);

const missedIn = (text: string): string[] => findingsOn({ text, codes: ['I10'], table: TABLE });

describe('a disease whose name stands for something else', () => {
  it.each([
    'Hepatitis A #2 given IM left thigh.',
    'Varicella titer drawn, recheck in a week.',
    'Vaccines given: hepatitis A, varicella.',
    'Pneumonia shot given today.',
    'Hepatitis A and varicella screens ordered.',
    'Varicella swab sent today.',
    'Anticipatory guidance: puberty, obesity, dental caries, started on a chart.',
    'Puberty started at ten, follow.',
    'Oral iron failed: constipation, stopped.',
    'Bleed on anticoagulant, stopped with pressure.',
  ])('is not concluded: %s', (line) => {
    expect(missedIn(`Assessment and plan:\nHypertension, continue lisinopril.\n${line}`)).toEqual([]);
  });

  it.each([
    ['Hepatitis A, continue fluids.', 'B15.9'],
    ['Pneumonia. Amoxicillin given.', 'J18.9'],
    ['Varicella, swab detected the virus, acyclovir started.', 'B01.9'],
    ['Delayed puberty, start testosterone.', 'E30.0'],
    ['GI: constipation, start senna.', 'K59.00'],
    ['Bleeding due to anticoagulant, warfarin stopped.', 'D68.32'],
  ])('is concluded: %s', (line, code) => {
    expect(missedIn(`Assessment and plan:\nHypertension, continue lisinopril.\n${line}`)).toEqual([
      `missed-diagnosis  -> ${code}`,
    ]);
  });
});
