import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchesTarget, namesCode, parseTargets } from '#codes/icd10cm/note-targets.ts';

const note = (text: string) => ({ at: 'X00', text, targets: parseTargets(text) });
const names = (text: string, code: string): boolean => namesCode(note(text), code);

describe('the codes that a note names', () => {
  it.each([
    ['type 1 diabetes mellitus (E10.-)', [{ from: 'E10', to: 'E10' }]],
    ['tuberculous enteritis (A18.32)', [{ from: 'A18.32', to: 'A18.32' }]],
    ['stage of chronic kidney disease (N18.1-N18.6)', [{ from: 'N18.1', to: 'N18.6' }]],
    [
      'neoplasms of uncertain behavior (D37-D44, D48)',
      [
        { from: 'D37', to: 'D44' },
        { from: 'D48', to: 'D48' },
      ],
    ],
    ['atherosclerosis of the extremities (I70.2--I70.7-)', [{ from: 'I70.2', to: 'I70.7' }]],
    ['syndactyly (Q70.0- -Q70.3-)', [{ from: 'Q70.0', to: 'Q70.3' }]],
    ['disorders of childhood (F98.2.-F98.3)', [{ from: 'F98.2', to: 'F98.3' }]],
    [
      'stoma complications (J95.0-, K94.-, N99.5-)',
      [
        { from: 'J95.0', to: 'J95.0' },
        { from: 'K94', to: 'K94' },
        { from: 'N99.5', to: 'N99.5' },
      ],
    ],
    [
      'effects of drugs (A00-R94 and T80-T88.6, T88.8)',
      [
        { from: 'A00', to: 'R94' },
        { from: 'T80', to: 'T88.6' },
        { from: 'T88.8', to: 'T88.8' },
      ],
    ],
    ['floppy iris syndrome (IFIS) (intraoperative) H21.82', [{ from: 'H21.82', to: 'H21.82' }]],
    ['code from category E11 to further identify any manifestations', [{ from: 'E11', to: 'E11' }]],
    [
      'code(s) from F11-F16 and F18-F19 to identify manifestations',
      [
        { from: 'F11', to: 'F16' },
        { from: 'F18', to: 'F19' },
      ],
    ],
  ])('are read from "%s"', (text, targets) => {
    expect(parseTargets(text)).toEqual(targets);
  });

  it('do not include a vitamin, a gene or a blood group that looks like a code', () => {
    expect(parseTargets('vitamin B12 deficiency anemia (D51.-)')).toEqual([{ from: 'D51', to: 'D51' }]);
    expect(parseTargets('deficiency of vitamin B12 and of C1 inhibitor')).toEqual([]);
  });

  it('are narrowed by a condition on characters', () => {
    const drug = 'code for adverse effect, if applicable, to identify drug (T36-T50 with fifth or sixth character 5)';
    expect(names(drug, 'T40.2X5A')).toBe(true);
    expect(names(drug, 'T36.0X5D')).toBe(true);
    expect(names(drug, 'T40.2X1A')).toBe(false);
    expect(names('poisoning (T36-T50 with fifth or sixth character 1-4 or 6)', 'T40.2X6A')).toBe(true);
    expect(names('poisoning (T36-T50 with fifth or sixth character 1-4 or 6)', 'T40.2X5A')).toBe(false);
    expect(names('angiopathy (E08-E13 with .51-.52)', 'E11.52')).toBe(true);
    expect(names('angiopathy (E08-E13 with .51-.52)', 'E11.59')).toBe(false);
    expect(names('fluency disorder (I69. with final characters -23)', 'I69.323')).toBe(true);
    expect(names('fluency disorder (I69. with final characters -23)', 'I69.320')).toBe(false);
    expect(names('open skull fracture (S02.- with 7th character B)', 'S02.2XXB')).toBe(true);
    expect(names('open skull fracture (S02.- with 7th character B)', 'S02.2XXA')).toBe(false);
  });

  it('share a condition that stands behind their list', () => {
    const amnestic = 'substance-induced amnestic disorder (F10, F13, F19 with .26, .96)';
    expect(names(amnestic, 'F10.26')).toBe(true);
    expect(names(amnestic, 'F19.96')).toBe(true);
    expect(names(amnestic, 'F10.20')).toBe(false);
  });

  it('are left out when their condition is in words that no code tells', () => {
    expect(parseTargets('diabetic acidosis - see categories E08-E10, E13 with ketoacidosis')).toEqual([]);
    expect(parseTargets('code (T51-T65 with fifth or sixth character to indicate intent)')).toEqual([
      { from: 'T51', to: 'T65' },
    ]);
  });

  it('take in what lies below a category, and leave out its neighbours', () => {
    expect(names('diabetes (E10.-)', 'E10.9')).toBe(true);
    expect(names('diabetes (E10.-)', 'E11.9')).toBe(false);
    expect(names('stage (N18.1-N18.6)', 'N18.32')).toBe(true);
    expect(names('stage (N18.1-N18.6)', 'N18.9')).toBe(false);
  });

  it('are found in any text without an error, and each is inside its own range', () => {
    const words = fc.array(
      fc.constantFrom(
        '(',
        ')',
        'E11',
        'E11.2-',
        '-',
        ', ',
        ' with ',
        'fifth character 5',
        '.61-',
        ' and ',
        'B12',
        'T36-T50',
        '\n',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          words.map((parts) => parts.join('')),
        ),
        (text) => {
          for (const target of parseTargets(text)) {
            if (target.where !== undefined || target.from > target.to) continue;
            expect(matchesTarget(target, target.from)).toBe(true);
          }
        },
      ),
    );
  });
});
