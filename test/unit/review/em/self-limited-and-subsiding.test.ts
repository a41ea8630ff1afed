import { describe, expect, it } from '@jest/globals';
import { assessMdm } from '#review/em/index.ts';
import { emByMdm } from '#review/em/em-by-mdm.ts';
import { said, smallContext } from '../claim/claim-context.ts';

describe('a self-limited problem', () => {
  const note = (problem: string, plan: string) => `HPI: three weeks of it, no fever.\nDx: ${problem}.\nPlan: ${plan}`;
  it.each(['Dandruff', 'Dry skin', 'Mosquito bites, itchy', 'Cradle cap'])(
    'with advice from over the counter is the least: %s',
    (problem) => {
      const text = note(
        problem,
        'OTC shampoo or lotion. Reassured. If it spreads to the face we could do ketoconazole.',
      );
      const { level, risk } = assessMdm(smallContext({ items: ['99212'], note: text }));
      expect(level).toEqual({ lower: 'straightforward', upper: 'straightforward' });
      expect(risk.upper).toBe('low');
      expect(said(emByMdm, { items: ['99212'], note: text })).toEqual([]);
    },
  );
  it('carries the risk of a drug that is prescribed', () => {
    const text = note('Dandruff', 'Start ketoconazole 2% shampoo twice weekly.');
    expect(assessMdm(smallContext({ items: ['99212'], note: text })).risk.lower).toBe('moderate');
  });
});

describe('a later day in hospital', () => {
  const note = (words: string, title = 'HD 3 progress note') =>
    `${title}\nS: eating, pain nearly gone.\nO: WBC 8.0.\nA: Acute diverticulitis, ${words}.\nP: Same diet. Abscess excluded on admission CT. Colonoscopy in 6-8 wks.`;
  const chart = (text: string) => ({ setting: 'inpatient' as const, items: ['99231'], note: text });
  it('with an acute illness on its way out has a stable one, and no data of the day of admission', () => {
    const { problems, data } = assessMdm(smallContext(chart(note('improving, at goal'))));
    expect([problems.lower, data.lower]).toEqual(['low', 'straightforward']);
    expect(said(emByMdm, chart(note('improving, at goal')))).toEqual([]);
  });
  it('with one that is not better has the row of systemic symptoms', () => {
    expect(assessMdm(smallContext(chart(note('not improving')))).problems.lower).toBe('moderate');
    expect(assessMdm(smallContext(chart(note('still febrile')))).problems.lower).toBe('moderate');
  });
  it('is not the first', () => {
    const first = note('improving', 'Admission H&P');
    expect(assessMdm(smallContext(chart(first))).problems.lower).toBe('moderate');
  });
});
