import { describe, expect, it } from '@jest/globals';
import { assessMdm } from '#review/em/index.ts';
import { emByMdm } from '#review/em/em-by-mdm.ts';
import { said, smallContext } from '../claim/claim-context.ts';

const mdm = (note: string, items: readonly string[] = ['99213']) => assessMdm(smallContext({ items, note }));

describe('unique tests', () => {
  const visit = (labs: string) =>
    `LABS reviewed: ${labs}\nA: HIV infection, asymptomatic, at goal.\nP: Continue bictegravir 50 mg daily.`;
  it('are counted by what a laboratory reports them as', () => {
    const note = visit('HIV-1 RNA < 20, CD4 748, CMP creatinine 0.9, RPR nonreactive.');
    expect(mdm(note).data.lower).toBe('moderate');
    expect(said(emByMdm, { items: ['99214'], note })).toEqual([]);
    expect(said(emByMdm, { items: ['99214'], note: visit('CMP creatinine 0.9.') })).toEqual([
      'level-of-service 99214 -> 99213',
    ]);
  });
  it('are no more than the panel that is named', () => {
    expect(mdm(visit('CBC 5.0; creatinine 0.8 on the basic panel.')).data.upper).toBe('low');
    expect(mdm(visit('CBC 5.0; creatinine 0.8; respiratory panel and other labs.')).data.upper).toBe('moderate');
  });
  it('are not read out of a dose', () => {
    expect(
      mdm('Labs: LDL 82, ALT 19.\nA: Hypercholesterolemia, at goal, on rosuvastatin 10 mg 4 years.').data.upper,
    ).toBe('low');
  });
});

describe('treatment by prescription', () => {
  it.each([
    'amoxicillin-clavulanate 875 bid x 7 d',
    'second pump profile, ICR 1:9 -> 1:7.5 from 01:00',
    'glucagon nasal renewed',
  ])('is managed: %s', (plan) => {
    expect(mdm(`A: Type 1 diabetes.\nP: ${plan}.`).risk.lower).toBe('moderate');
  });
  it('is not read out of words that share a hyphen with a drug', () => {
    expect(mdm('A: Dandruff.\nP: steroid-free lotion, lidocaine-free.').risk.lower).toBe('straightforward');
  });
});

describe('problems', () => {
  it('of an outcome that is not certain are moderate', () => {
    expect(mdm('MDM: New facial palsy, outcome not certain.').problems.lower).toBe('moderate');
    expect(mdm('MDM: Facial palsy, recovering, outcome good.').problems.lower).toBe('low');
  });
  it('that may kill are high', () => {
    expect(mdm('MDM: Severe withdrawal from alcohol, CIWA 24.').problems.lower).toBe('high');
    expect(mdm('MDM: Alcohol use, no severe withdrawal.').problems.upper).not.toBe('straightforward');
    expect(mdm('MDM: Alcohol use, no severe withdrawal.').problems.lower).not.toBe('high');
  });
  it('stay small when only the advice on coming back speaks of worse', () => {
    const note = (words: string) =>
      `MDM: Simple corneal abrasion. No labs.\nRx erythromycin ointment qid x 5 d.\nDX: Corneal abrasion\nD/C home. ${words}`;
    expect(mdm(note('Eye clinic in 2 d; sooner for worse vision.'), ['99284']).problems.upper).toBe('low');
    expect(said(emByMdm, { setting: 'ed', items: ['99284'], note: note('Sooner for worse vision.') })).toEqual([
      'level-of-service 99284 -> 99283',
    ]);
    expect(said(emByMdm, { setting: 'ed', items: ['99283'], note: note('Sooner for worse vision.') })).toEqual([]);
  });
  it('hear double worsening as the course of a sinusitis, not as a condition off its goal', () => {
    const note = 'A: Acute sinusitis (double worsening), uncomplicated.\nP: amoxicillin-clavulanate 875 bid x 7 d.';
    expect(mdm(note).problems.upper).toBe('low');
  });
});
