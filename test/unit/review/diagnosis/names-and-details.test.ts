import { describe, expect, it } from '@jest/globals';
import { icd10cmTable } from '#test/support/icd10cm-table.ts';
import { findingsOn } from './review-of.ts';

const TABLE = icd10cmTable(
  `
E11- Type 2 diabetes mellitus
E11.649 Type 2 diabetes mellitus with hypoglycemia without coma
E11.9 Type 2 diabetes mellitus without complications
G93.40 Encephalopathy, unspecified
I10 Essential (primary) hypertension
I63- Cerebral infarction
I63.9 Cerebral infarction, unspecified
I69.320 Aphasia following cerebral infarction
I69.322 Dysarthria following cerebral infarction
I69.351 Hemiplegia and hemiparesis following cerebral infarction affecting right dominant side
I69.354 Hemiplegia and hemiparesis following cerebral infarction affecting left non-dominant side
I85.00 Esophageal varices without bleeding
I85.01 Esophageal varices with bleeding
I85.10 Secondary esophageal varices without bleeding
I85.11 Secondary esophageal varices with bleeding
J18.9 Pneumonia, unspecified organism
J44.1 Chronic obstructive pulmonary disease with (acute) exacerbation
J44.9 Chronic obstructive pulmonary disease, unspecified
K70.30 Alcoholic cirrhosis of liver without ascites
K70.31 Alcoholic cirrhosis of liver with ascites
L89.152 Pressure ulcer of sacral region, stage 2
L89.154 Pressure ulcer of sacral region, stage 4
M70.6- Trochanteric bursitis
M70.60 Trochanteric bursitis, unspecified hip
M70.61 Trochanteric bursitis, right hip
M70.62 Trochanteric bursitis, left hip
M77.1- Lateral epicondylitis
M77.10 Lateral epicondylitis, unspecified elbow
M77.11 Lateral epicondylitis, right elbow
M77.12 Lateral epicondylitis, left elbow
O70.1 Second degree perineal laceration during delivery
O80 Encounter for full-term uncomplicated delivery
O09.512 Supervision of elderly primigravida, second trimester
O09.522 Supervision of elderly multigravida, second trimester
R03.0 Elevated blood-pressure reading, without diagnosis of hypertension
T38.3X5A Adverse effect of insulin and oral hypoglycemic [antidiabetic] drugs, initial encounter
Z3A.20 20 weeks gestation of pregnancy
Z3A.22 22 weeks gestation of pregnancy
Z37.0 Single live birth
`,
  {
    terms: { 'M77.1': ['Tennis elbow'] },
    codeFirst: { 'I85.1': [{ at: 'I85.1', text: 'Code first underlying cause', targets: [] }] },
  },
);

const on = (text: string, codes: readonly string[], rest: object = {}): string[] =>
  findingsOn({ text, codes, table: TABLE, ...rest }).filter((finding) => !/^(?:level|documentation)/.test(finding));

describe('a disease by another name than the title of its code', () => {
  it.each([
    ['Left tennis elbow', 'M77.11', 'M77.12'],
    ['Trochanteric bursitis on the left', 'M70.60', 'M70.62'],
    ['Stage 2 sacral decubitus, recheck in 4 weeks', 'L89.154', 'L89.152'],
    ['Elderly multigravida, second trimester', 'O09.512', 'O09.522'],
    ['Left hemiparesis, residual of cerebral infarction', 'I63.9', 'I69.354'],
  ])('still has its side, site, stage and type: %s', (statement, billed, documented) => {
    expect(on(`Assessment: ${statement}.`, [billed]).join()).toContain(`${billed} -> ${documented}`);
    expect(on(`Assessment: ${statement}.`, [documented])).toEqual([]);
  });
});

describe('a code that says more than the record', () => {
  it('is wrong when the record denies it or nowhere speaks of it', () => {
    const text = 'HPI: No exacerbation since last visit.\nAssessment: COPD - stable, continue tiotropium.';
    expect(on(text, ['J44.1'])).toEqual(['wrong-diagnosis J44.1 -> J44.9']);
    expect(on('Assessment: Alcoholic cirrhosis without ascites.', ['K70.31'])).toEqual([
      'wrong-diagnosis K70.31 -> K70.30',
    ]);
  });

  it('is left alone when the record names a problem in words that no table knows', () => {
    expect(on('Assessment:\n1. Podocytosis minor\n2. Hypertension, continue lisinopril', ['I10', 'G93.40'])).toEqual(
      [],
    );
  });

  it('is denied where a longer name that holds it is ruled out', () => {
    const text = 'Assessment: Hypertension, continue lisinopril.\nHepatic encephalopathy was ruled out.';
    expect(on(text, ['I10', 'G93.40'])).toEqual(['unsupported-diagnosis G93.40 -> ']);
  });
});

describe('what the encounter shows beside the billed codes', () => {
  it('is the diagnosis whose sign was billed', () => {
    expect(on('Assessment: Essential hypertension, newly diagnosed. Start amlodipine.', ['R03.0'])).toEqual([
      'diagnosis-specificity R03.0 -> I10',
    ]);
  });

  it('is a laceration at a delivery that was billed as uncomplicated', () => {
    const text = 'Discharge diagnosis: Term pregnancy, delivered. Second degree perineal laceration, repaired.';
    expect(on(text, ['O80', 'Z37.0'], { ageYears: 29 })).toContain('wrong-diagnosis O80 -> O70.1');
  });

  it('is another week of gestation than the billed one', () => {
    const text = 'Assessment: Elderly multigravida, second trimester, 22 weeks 3 days. Scan at 28 weeks.';
    expect(on(text, ['O09.522', 'Z3A.20'], { ageYears: 38 })).toEqual(['wrong-diagnosis Z3A.20 -> Z3A.22']);
  });

  it('is the drug whose adverse effect was treated', () => {
    const text = 'Assessment: Hypoglycemia in type 2 diabetes, an adverse effect of glipizide taken as prescribed.';
    expect(on(text, ['E11.649'])).toEqual(['missed-diagnosis  -> T38.3X5A']);
  });

  it('is the cause that goes first where the note asks for it without a code', () => {
    const text = 'Final diagnoses: Bleeding esophageal varices due to alcoholic cirrhosis of the liver.';
    expect(on(text, ['I85.11', 'K70.30'])).toEqual(['sequencing I85.11+K70.30 -> K70.30+I85.11']);
  });
});

describe('what is said of a condition', () => {
  it.each([
    'Abscess, empyema, pneumonia not suspected.',
    'Pneumonia: none.',
    'Pneumonia? Films tomorrow.',
    'Working diagnosis: pneumonia.',
    'Team queried pneumonia.',
    'Pneumonia not yet confirmed.',
  ])('does not support it: %s', (statement) => {
    const text = `Assessment:\n1. Hypertension, continue lisinopril.\n2. ${statement}`;
    expect(on(text, ['I10', 'J18.9']).join()).toContain('unsupported-diagnosis J18.9');
  });

  it.each([
    'Pneumonia, trigger not found yet, on ceftriaxone.',
    'Pneumonia, ischemia excluded by catheter, on ceftriaxone.',
  ])('supports it when the denial is of something else: %s', (statement) => {
    const text = `Assessment:\n1. Hypertension, continue lisinopril.\n2. ${statement}`;
    expect(on(text, ['I10', 'J18.9'])).toEqual([]);
  });
});
