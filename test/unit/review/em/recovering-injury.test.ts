import { describe, expect, it } from '@jest/globals';
import { assessMdm } from '#review/em/index.ts';
import { smallContext } from '../claim/claim-context.ts';

const levelOf = (code: string, setting: 'ed' | 'snf' | 'office', note: string) =>
  assessMdm(smallContext({ setting, items: [code], note })).level;

describe('the problem of an injury', () => {
  it('past its treatment, in routine healing, is of an uncomplicated course', () => {
    const healing =
      'A/P\n1. Fracture of the right femur, nailed, routine healing as expected.\n2. Hypertension - at goal, continue losartan 50 mg daily.';
    expect(levelOf('99309', 'snf', healing).upper).toBe('low');
    const fresh =
      'A/P\n1. Fracture of the right wrist, splint applied.\n2. Hypertension - at goal, continue losartan 50 mg daily.';
    expect(levelOf('99309', 'snf', fresh).upper).toBe('moderate');
  });
  it('of the cornea is more than a self-limited scrape, and less than a complicated injury', () => {
    const note =
      'MDM: Corneal abrasion, left.\nRx ofloxacin 1 gtt qid x 5 d.\nDX: Corneal abrasion, left eye\nHome. Return if worse.\nA Person DO e-sign';
    expect(levelOf('99284', 'ed', note)).toEqual({ lower: 'low', upper: 'low' });
  });
});

describe('a scan that the clinician looked at', () => {
  it('is interpreted, whether film or disc', () => {
    const note = 'Data: CT sinus, I viewed the disc myself: air fluid level.\nAssessment: chronic maxillary sinusitis.';
    const { data } = assessMdm(smallContext({ items: ['99203'], note }));
    expect(data.facts.map(({ row }) => row)).toContain('independent-interpretation');
  });
});
