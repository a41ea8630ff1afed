import { describe, expect, it } from '@jest/globals';
import { assessMdm } from '#review/em/index.ts';
import { emByMdm } from '#review/em/em-by-mdm.ts';
import { listProblems } from '#review/em/decision-text.ts';
import { said, smallContext } from '../claim/claim-context.ts';

const read = (note: string) => assessMdm(smallContext({ items: ['99213'], note }));
const rows = (note: string) => {
  const { problems, data, risk } = read(note);
  return [problems, data, risk].flatMap(({ facts }) => facts.map(({ row }) => row));
};

describe('problems', () => {
  it.each([
    'A/P: Asthma, not at her goal - continue same inhaler.',
    'A: 1. Psoriasis - partial response.\n2. Mole, benign.',
    'Assessment. Ulcerative proctitis, flaring.\nPlan. Stool tests.',
    'DX Gout, partly better on treatment',
    'A/P\n1. Hypertension\n   Still above target at home.\n2. Wart.',
    'A/P\n1. Type 2 diabetes - A1c 8.9 despite full dose metformin.',
    'A/P\n1. Hypertension - raise lisinopril to 20 mg daily.',
    'HPI: headaches above goal on propranolol.\nA/P\nMigraine without aura.\n1. Start topiramate 25 mg.\n2. Return in 8 weeks.',
  ])('a long-term one is not at goal: %s', (note) => {
    expect(rows(note)).toContain('chronic-not-at-goal');
  });
  it.each([
    'A/P: Asthma, at goal - continue same inhaler.',
    'A/P: Hypertension, stable. If still above target in a month, raise lisinopril to 20 mg.',
    'New patient with sneezing.\nA: Allergic rhinitis.\nP: start fluticasone nasal spray.',
    'A/P: Psoriasis, no flare, clear. Continue calcipotriene.',
    'A/P: Ankle sprain, partly better.',
    'A/P\n1. Hypothyroidism, stable.\n   Still has dry skin, worse in winter.\n2. Wart.',
  ])('nothing says so: %s', (note) => {
    expect(rows(note)).not.toContain('chronic-not-at-goal');
  });
  it.each([
    'A: New neck lump, undetermined; lymphoma to be excluded.',
    'MDM Viable today, outcome uncertain.\nDX Threatened abortion at 8 weeks',
    'Impression: Syncope, cause unclear.',
  ])('a new one is of uncertain prognosis: %s', (note) => {
    expect(rows(note)).toContain('undiagnosed-new-problem');
  });
  it('are threats to life where the note calls them so, and not where it denies it', () => {
    const note = (words: string) => `MDM: Depression, ${words}.\nDX: 1. Depression`;
    expect(rows(note('with suicidal ideation w/ plan'))).toContain('threat-to-life-or-function');
    expect(rows(note('threat to life'))).toContain('threat-to-life-or-function');
    expect(rows(note('no suicidal ideation with plan'))).not.toContain('threat-to-life-or-function');
    expect(rows(note('no threat to life'))).not.toContain('threat-to-life-or-function');
  });
  it('named above the history and again in the assessment are one, and one that is denied is none', () => {
    const note =
      'Dx: hypothyroidism, since 2019.\nS: feels well.\nA/P\nUnderactive thyroid (hypothyroidism), stable, at goal. No anemia, no depression. Continue levothyroxine 75 mcg daily.';
    expect(said(emByMdm, { items: ['99213'], note })).toEqual([]);
    expect(read(note).problems.upper).toBe('low');
  });
  it('stand behind the heading of their line, and above the numbered steps of their plan', () => {
    const items = (note: string) =>
      listProblems(smallContext({ items: ['99213'], note }).documents).map(({ passage }) => passage.text.trim());
    expect(items('A  1. Asthma\n   2. Eczema\nP  none')).toEqual(['A  1. Asthma', '2. Eczema']);
    expect(items('A/P\nAcne vulgaris.\n1. Start tretinoin cream.\n2. RTC 8 wk.')).toEqual(['Acne vulgaris.']);
    expect(items('A/P\nAcne vulgaris, mild.\nE/M by MDM.')).toEqual(['Acne vulgaris, mild.']);
  });
});

describe('data', () => {
  it.each([
    'HPI (father Ivo, pt too young): fever.',
    'HISTORIAN: grandmother.',
    'Brought by sister, who gives additional hx.',
    'Hx from group home staff.',
    'Per wife, he snores.',
  ])('has another historian: %s', (note) => {
    expect(rows(note)).toContain('independent-historian');
  });
  it.each(['Patient is a poor historian.', 'FH: mother with asthma.', 'Lives with wife and son.', 'Good historian.'])(
    'has none: %s',
    (note) => {
      expect(rows(note)).not.toContain('independent-historian');
    },
  );
  it.each([
    'Discussed w/ psychiatry on call.',
    'Spoke with Dr. Ames of vascular.',
    'Case discussed with the transplant team',
  ])('may have a discussion: %s', (note) => {
    expect(read(note).data.upper).not.toBe('straightforward');
  });
  it.each(['ECG: my read, sinus rhythm.', 'I viewed the films: no fracture.', 'CXR interpreted by me.'])(
    'has an interpretation: %s',
    (note) => {
      expect(rows(note)).toContain('independent-interpretation');
    },
  );
  it('counts the tests of the day, not those of long ago, of later or of others', () => {
    expect(rows('Labs: CBC normal, lipase 30, UA clean.')).toContain('three-items');
    expect(rows('Colonoscopy 2021 normal, EGD 11/2023 normal, MRI last year normal.')).not.toContain('three-items');
    expect(rows('Return in 6 months with CBC, CMP, TSH.')).not.toContain('three-items');
    expect(rows('Mammogram due in May, DXA ordered by PCP, A1c next visit.')).not.toContain('three-items');
  });
  it('takes the word over a list of tests for no test of its own', () => {
    expect(read('Labs today:\nCBC normal\nTSH 2.1').data.upper).toBe('low');
    expect(read('CBC normal, TSH 2.1. Outside labs pending.').data.upper).toBe('moderate');
    expect(read('Labs sent. CXR clear, UA clean.').data.upper).toBe('moderate');
  });
});

describe('risk', () => {
  it.each([
    'DISPO: transfer to inpatient psychiatry.',
    'MDM: needs inpatient admission.',
    'Plan: place in observation.',
    'MDM: accepted at Northside Hospital.',
  ])('holds the decision to admit: %s', (note) => {
    expect(rows(note)).toContain('hospitalization-or-escalation');
  });
  it.each([
    'MDM: no observation stay needed.',
    'Plan: no need for inpatient admission.',
    'Plan: nothing prescribed.',
    'Plan: If solid: core biopsy.',
  ])('stays low: %s', (note) => {
    expect(read(`A: Lump.\n${note}`).risk.upper).toBe('low');
  });
});

describe('a stay that was weighed', () => {
  it.each(['Admission offered, went home by shared decision.', 'Considered observation, not needed.'])(
    'may count as a decision about it: %s',
    (words) => {
      expect(read(`MDM: ${words}\nDX: 1. Syncope`).risk.upper).toBe('high');
    },
  );
});

describe('a level between bounds', () => {
  it('is reported where the least that is proven passes the billed code', () => {
    const note = 'A/P\n1. Asthma, not at goal, severe. Increase budesonide to 2 puffs bid.';
    expect(said(emByMdm, { items: ['99213'], note })).toEqual(['level-of-service 99213 -> 99214']);
    expect(said(emByMdm, { items: ['99214'], note })).toEqual([]);
  });
  it('is not reported below the billed code on the silence of a short note', () => {
    expect(said(emByMdm, { items: ['99215'], note: 'A/P\nFatigue.' })).toEqual([]);
  });
});
