import { describe, expect, it } from '@jest/globals';
import { dataElement, problemsElement, riskElement } from '#review/model/mdm-rows.ts';
import type { DataKind, ProblemKind, RiskKind } from '#review/model/answer-schema.ts';

const EVIDENCE = [{ document: 'note-1', start: 0, end: 3, quote: 'abc' }];
const facts = <Kind extends string>(...kinds: (readonly [Kind, string])[]) =>
  kinds.map(([kind, name]) => ({ kind, name, evidence: EVIDENCE }));

describe('elements of decision making from proven facts', () => {
  it.each<[string, (readonly [ProblemKind, string])[]]>([
    ['straightforward', [['self-limited-or-minor', 'cold']]],
    [
      'low',
      [
        ['self-limited-or-minor', 'cold'],
        ['self-limited-or-minor', 'wart'],
      ],
    ],
    ['low', [['stable-chronic', 'hypertension']]],
    [
      'moderate',
      [
        ['stable-chronic', 'hypertension'],
        ['stable-chronic', 'gout'],
      ],
    ],
    ['moderate', [['chronic-not-at-goal', 'diabetes']]],
    ['high', [['threat-to-life-or-function', 'sepsis']]],
  ])('gives %s problems', (level, given) => expect(problemsElement(facts(...given)).lower).toBe(level));

  it('counts a problem that two notes name once', () => {
    expect(problemsElement(facts(['stable-chronic', 'Hypertension'], ['stable-chronic', 'hypertension '])).lower).toBe(
      'low',
    );
  });

  it.each<[string, (readonly [DataKind, string])[]]>([
    ['straightforward', [['test-ordered-or-reviewed', 'cbc']]],
    [
      'low',
      [
        ['test-ordered-or-reviewed', 'cbc'],
        ['test-ordered-or-reviewed', 'bmp'],
      ],
    ],
    [
      'straightforward',
      [
        ['test-ordered-or-reviewed', 'cbc'],
        ['test-ordered-or-reviewed', 'CBC'],
      ],
    ],
    ['low', [['independent-historian', 'wife']]],
    [
      'moderate',
      [
        ['test-ordered-or-reviewed', 'cbc'],
        ['external-note-reviewed', 'ed'],
        ['independent-historian', 'wife'],
      ],
    ],
    [
      'low',
      [
        ['test-ordered-or-reviewed', 'cbc'],
        ['independent-historian', 'wife'],
        ['independent-historian', 'son'],
      ],
    ],
    ['moderate', [['independent-interpretation', 'ecg']]],
    [
      'moderate',
      [
        ['independent-interpretation', 'ecg'],
        ['independent-interpretation', 'film'],
      ],
    ],
    [
      'high',
      [
        ['independent-interpretation', 'ecg'],
        ['external-discussion', 'cardiology'],
      ],
    ],
  ])('gives %s data, and never a sum of points', (level, given) =>
    expect(dataElement(facts(...given)).lower).toBe(level),
  );

  it.each<[string, RiskKind[]]>([
    ['straightforward', []],
    ['low', ['low']],
    ['moderate', ['prescription-drug-management', 'low']],
    ['high', ['decision-for-hospital-or-escalation']],
    ['moderate', ['prescription-drug-management', 'prescription-drug-management', 'elective-major-surgery']],
  ])('gives %s risk: the highest, however many', (level, kinds) =>
    expect(riskElement(facts(...kinds.map((kind) => [kind, kind] as const))).lower).toBe(level),
  );
});
